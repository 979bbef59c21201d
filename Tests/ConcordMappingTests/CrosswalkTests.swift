import Concord
import ConcordValues
import Foundation
import Testing

@testable import ConcordMapping

@Suite("Crosswalks")
struct CrosswalkTests {
    private static func days(_ from: String?, _ through: String?) throws -> ConcordValues.DateInterval {
        try ConcordValues.DateInterval(from: from.map { try LocalDate($0) }, through: through.map { try LocalDate($0) })
    }

    private static func dated() throws -> Crosswalk {
        Crosswalk(
            "practice",
            unmapped: .reject,
            [
                .init("TAX1", "tax", .narrower, label: "Tax (old)", validity: try days(nil, "2025-12-31")),
                .init("TAX2", "tax", validity: try days("2026-01-01", nil)),
                .init("RAIL", "rail"),
                .init("BAHN", "rail", .narrower, reverse: true),
            ]
        )
    }

    @Test func aRowHoldsOnItsDays() throws {
        let table = try Self.dated()
        let (last, next) = (try LocalDate("2025-12-31"), try LocalDate("2026-01-01"))
        #expect(table.target(of: "TAX1", on: last) == "tax")
        #expect(table.target(of: "TAX1", on: next) == nil)
        #expect(table.target(of: "TAX2", on: last) == nil)
        #expect(table.source(of: "tax", on: last) == "TAX1")
        #expect(table.source(of: "tax", on: next) == "TAX2")
        #expect(table.row(of: "TAX1", on: last)?.label == "Tax (old)")
        // Days aside, every row counts.
        #expect(table.target(of: "TAX1") == "tax")
        #expect(table.lapse(of: "TAX1", on: next)?.description == "ended on 2025-12-31")
        #expect(table.lapse(of: "TAX2", on: last)?.description == "begins on 2026-01-01")
        #expect(table.lapse(of: "RAIL", on: last) == nil)
    }

    @Test func theWayBackIsChosen() throws {
        #expect(try Self.dated().source(of: "rail") == "BAHN")
        let table = Crosswalk("t", unmapped: .reject, [.init("A", "x", .broader), .init("B", "x"), .init("C", "x")])
        #expect(table.source(of: "x") == "B")
        #expect(Crosswalk("t", unmapped: .reject, [.init("A", "x", .broader)]).source(of: "x") == "A")
        #expect(table.source(of: "y") == nil)
    }

    @Test func moreRowsTakeTheirDaysOnly() throws {
        let day = try LocalDate("2026-03-01")
        let table = Crosswalk("t", unmapped: .reject, [.init("Parked", "qualify"), .init("Open", "qualify")])
        let more = Crosswalk.Row("Parked", "develop", validity: try Self.days("2026-01-01", "2026-06-30"))
        let extended = table.extended(by: [more])
        #expect(extended.target(of: "Parked", on: day) == "develop")
        #expect(extended.target(of: "Parked", on: try LocalDate("2025-12-31")) == "qualify")
        #expect(extended.target(of: "Parked", on: try LocalDate("2026-07-01")) == "qualify")
        #expect(extended.rows.count == 4)
        #expect(table.extended(by: [.init("Parked", "develop")]).rows.count == 2)
    }

    @Test(arguments: MappingRandom.seeds(60))
    func lawsHoldOnEveryDay(_ seed: UInt64) throws {
        var random = MappingRandom(seed: seed)
        let first = try LocalDate("2026-01-01")
        func days(_ random: inout MappingRandom) throws -> ConcordValues.DateInterval {
            let from = Int.random(in: 0..<8, using: &random)
            let from2 = Int.random(in: 0..<4, using: &random) == 0 ? nil : try first.adding(days: from)
            let through =
                Int.random(in: 0..<4, using: &random) == 0
                ? nil : try first.adding(days: from + Int.random(in: 0..<6, using: &random))
            return try ConcordValues.DateInterval(from: from2, through: through)
        }
        func rows(_ random: inout MappingRandom) throws -> [Crosswalk.Row] {
            try (0..<Int.random(in: 0..<10, using: &random))
                .map { _ in
                    Crosswalk.Row(
                        "s\(Int.random(in: 0..<5, using: &random))",
                        "t\(Int.random(in: 0..<5, using: &random))",
                        Crosswalk.Relationship.allCases.randomElement(using: &random) ?? .equivalent,
                        validity: Bool.random(using: &random) ? .always : try days(&random),
                        reverse: Int.random(in: 0..<3, using: &random) == 0
                    )
                }
        }
        let base = Crosswalk("random", unmapped: .reject, try rows(&random))
        let added = try rows(&random)
        let tables = [base, base.extended(by: added)]
        for number in -2..<18 {
            let day = try first.adding(days: number)
            for table in tables {
                for row in table.rows {
                    // What is written is read back as it was, whatever the law says.
                    if let source = table.source(of: row.target, on: day) {
                        #expect(table.target(of: source, on: day) == row.target, "seed \(seed), \(day)")
                    }
                    if let found = table.row(of: row.source, on: day) {
                        #expect(found.validity.contains(day), "seed \(seed), \(day)")
                        if table.law == .iso {
                            #expect(table.source(of: found.target, on: day) == row.source, "seed \(seed), \(day)")
                        }
                        let best = table.rows.filter { $0.target == found.target && $0.validity.contains(day) }
                            .filter { table.row(of: $0.source, on: day) == $0 }
                        if let chosen = best.first(where: \.isReverse) {
                            #expect(table.source(of: found.target, on: day) == chosen.source, "seed \(seed), \(day)")
                        }
                    }
                    #expect(
                        (table.row(of: row.source, on: day) == nil) == (table.lapse(of: row.source, on: day) != nil),
                        "seed \(seed), \(day)"
                    )
                }
            }
            // The added rows go first on their days, and those that were there hold on the others.
            for code in (0..<5).map({ "s\($0)" }) {
                let expected =
                    added.first { $0.source == code && $0.validity.contains(day) }?.target
                    ?? base.target(of: code, on: day)
                #expect(tables[1].target(of: code, on: day) == expected, "seed \(seed), \(day), \(code)")
            }
        }
    }

    // MARK: Files

    static func fixture(_ name: String) throws -> [UInt8] {
        Array(
            try Data(
                contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                    .appending(path: "../../Fixtures/crosswalks/\(name)")
            )
        )
    }

    @Test func aTableOfCSVIsRead() throws {
        let bytes = try Self.fixture("emea-practice.csv")
        let table = try Crosswalk.table("emea-practice", csv: bytes, file: "emea-practice.csv", unmapped: .keep)
        #expect(table.rows.count == 6)
        #expect(table.row(of: "Rail")?.label == "Rail & Transit")
        #expect(table.source(of: "transport", on: try LocalDate("2025-05-01")) == "Roads")
        #expect(table.source(of: "transport", on: try LocalDate("2026-05-01")) == "Ports")
        #expect(table.unmapped == .keep)
        // As a spreadsheet of another country saves it.
        let text =
            "\u{FEFF}Quelle;x\r\n".replacingOccurrences(of: "Quelle;x", with: "target;source") + "rail;\"R;1\"\r\n"
        #expect(try Crosswalk.table("t", csv: Array(text.utf8), file: "t.csv").target(of: "R;1") == "rail")
        #expect(try Crosswalk.table("t", csv: Array("source,target\n".utf8), file: "t.csv").rows == [])
    }

    @Test func aDocumentIsRead() throws {
        let file = ConfigurationFile(try Self.fixture("emea-loss-reason.json"), name: "emea-loss-reason.json")
        let document = try Crosswalk.document(file)
        #expect(document.content.name == "emea-loss-reason")
        #expect(document.header.version == 3)
        #expect(document.content.rows.count == 5)
        #expect(document.content.target(of: "Frozen", on: try LocalDate("2026-01-01")) == nil)
    }

    static let mistakes: [(name: String, file: String, text: String)] = [
        ("no header", "t.csv", ""),
        ("no canonical code", "t.csv", "source,label\nA,b\n"),
        ("a column misspelt", "t.csv", "source,target,validTrough\nA,a,2025-12-31\n"),
        ("a name twice", "t.csv", "source,target,target\nA,a,b\n"),
        ("a row too short", "t.csv", "source,target,label\nA,a\n"),
        ("a code missing", "t.csv", "source,target,label\n,a,\nB,,\n"),
        ("no such relationship", "t.csv", "source,target,relationship\nA,a,narower\n"),
        ("no such day", "t.csv", "source,target,validThrough\nA,a,31.12.2025\n"),
        ("days reversed", "t.csv", "source,target,validFrom,validThrough\nA,a,2026-01-01,2025-12-31\n"),
        ("neither true nor false", "t.csv", "source,target,reverse\nA,a,yes\n"),
        ("a code twice", "t.csv", "source,target\nA,a\nB,b\nA,c\n"),
        (
            "days overlap", "t.csv",
            "source,target,validFrom,validThrough\nA,a,,2026-01-31\nA,b,2026-01-01,2026-12-31\nA,c,2027-01-01,\n"
        ),
        ("two ways back", "t.csv", "source,target,reverse\nA,a,true\nB,a,true\n"),
        ("a quote not closed", "t.csv", "source,target\n\"A,a\n"),
        ("not UTF-8", "t.csv", "source,target\nA,\u{0}\n"),
        ("no rows", "t.json", #"{"crosswalk":"t","version":1}"#),
        ("no such member", "t.json", #"{"crosswalk":"t","version":1,"unmaped":"keep","rows":[]}"#),
        ("no such mode", "t.json", #"{"crosswalk":"t","version":1,"unmapped":"keeep","rows":[]}"#),
        (
            "a row misspelt", "t.json",
            #"{"crosswalk":"t","version":1,"rows":[{"source":"A","target":"a","relation":"narrower"}]}"#
        ),
        ("a row of four", "t.json", #"{"crosswalk":"t","version":1,"rows":[["A","a","narrower","2026"]]}"#),
        (
            "days reversed", "t.json",
            "{\"crosswalk\":\"t\",\"version\":1,\"rows\":[\n"
                + #"{"source":"A","target":"a","validFrom":"2026-01-01","validThrough":"2025-12-31"}]}"#
        ),
        ("a code twice", "t.json", "{\"crosswalk\":\"t\",\"version\":1,\"rows\":[\n[\"A\",\"a\"],\n[\"A\",\"b\"]]}"),
        (
            "two ways back", "t.json",
            "{\"crosswalk\":\"t\",\"version\":1,\"rows\":[\n"
                + #"{"source":"A","target":"a","reverse":true},{"source":"B","target":"a","reverse":true}]}"#
        ),
    ]

    @Test func mistakesAreSaidWithTheirPlaces() throws {
        var text = ""
        for (name, file, content) in Self.mistakes {
            var bytes = Array(content.utf8)
            if name == "not UTF-8" { bytes = bytes.map { $0 == 0 ? 0xFF : $0 } }
            let refusal = #expect(throws: ConfigurationRefusal.self, "\(name)") {
                if file.hasSuffix(".csv") {
                    _ = try Crosswalk.table("t", csv: bytes, file: file)
                } else {
                    _ = try Crosswalk.document(ConfigurationFile(bytes, name: file))
                }
            }
            text += "# \(name) (\(file.suffix(4)))\n\(refusal.map { "\($0)" } ?? "accepted")\n\n"
        }
        try expectGolden(text, "crosswalk-mistakes.txt")
    }

    @Test(arguments: MappingRandom.seeds(300))
    func whateverComesIsAnswered(_ seed: UInt64) {
        var random = MappingRandom(seed: seed)
        let pieces = ["source", "target", ",", ";", "\n", "\"", "A", "2026-01-01", "true", "\r", "é", "\u{FEFF}", ""]
        let text = (0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        _ = try? Crosswalk.table("t", csv: Array(text.utf8), file: "t.csv")
    }
}
