import Concord
import ConcordMapping
import Testing

@Suite("Differences of dated crosswalks")
struct DatedDifferenceTests {
    private static func mapping(_ rows: [Crosswalk.Row]) -> Mapping<Opportunity> {
        let table = Crosswalk("acme-practice", unmapped: .reject, rows)
        return Mapping<Opportunity>("acme/deal", version: 1, object: "Deal") { rule in
            rule.identity("/id", version: "/stamp", object: "Deal")
            rule.code("/stage", to: \.stage.canonical, table)
        }
    }

    private static func days(_ from: String?, _ through: String?) throws -> DateInterval {
        try DateInterval(from: try from.map { try LocalDate($0) }, through: try through.map { try LocalDate($0) })
    }

    private static func before() throws -> Mapping<Opportunity> {
        mapping([
            .init("OLD", "qualify"), .init("NEW", "develop", validity: try days("2026-01-01", nil)),
            .init("SPLIT", "qualify", validity: try days(nil, "2025-12-31")),
            .init("SPLIT", "develop", validity: try days("2026-01-01", nil)), .init("SAME", "propose"),
        ])
    }

    private static func after() throws -> Mapping<Opportunity> {
        mapping([
            .init("OLD", "qualify", validity: try days(nil, "2025-12-31")),
            .init("NEW", "develop", validity: try days("2025-07-01", nil)),
            .init("SPLIT", "qualify", validity: try days(nil, "2026-03-31")),
            .init("SPLIT", "develop", validity: try days("2026-04-01", nil)),
            .init("SAME", "propose", validity: try days(nil, "2025-12-31")),
            .init("SAME", "propose", validity: try days("2026-01-01", nil)), .init("ADDED", "propose"),
        ])
    }

    @Test func aRowWhoseDaysChangedIsAChangeOfItsCode() throws {
        let difference = try Self.after().difference(from: Self.before())
        try expectGolden(difference.description + "\n", "dated-difference.txt")
        #expect(difference.codes.map(\.code) == ["OLD", "NEW", "SPLIT", "ADDED"])
        #expect(difference.codes[0].days == (try Self.days("2026-01-01", nil)))
        #expect(try Self.before().difference(from: Self.before()).isEmpty)
    }

    @Test func aSampleCountsTheCodesOfItsDay() throws {
        var context = MappingContext(system: "acme", ingestedAt: try Instant("2026-06-15T12:00:00Z"))
        func counts() throws -> [Int] {
            var comparison = MappingComparison(try Self.after(), against: try Self.before())
            for stage in ["OLD", "OLD", "NEW", "SPLIT", "ADDED"] {
                comparison.read(#"{"id":"1","stamp":"a","stage":"\#(stage)"}"#, in: context)
            }
            return comparison.sample.codes
        }
        #expect(try counts() == [2, 0, 0, 1])
        context.codesAsOf = try LocalDate("2025-08-01")
        #expect(try counts() == [0, 1, 0, 1])
        context.codesAsOf = try LocalDate("2026-02-01")
        #expect(try counts() == [2, 0, 1, 1])
    }
}
