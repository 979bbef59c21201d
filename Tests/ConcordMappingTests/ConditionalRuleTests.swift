import Concord
@testable import ConcordMapping
import Testing

/// Rules that apply under a condition, and values for fields that nothing fills.
@Suite("Rules under conditions")
struct ConditionalRuleTests {
    /// A deal has its fee in one field or another, by its type.
    private static let mapping = Mapping<Opportunity>("test/deal", version: 1, object: "deal") { rule in
        rule.identity("/id", version: "/stamp", object: "deal")
        rule.same("/title", to: \.name)
        rule.when(.is("/type", "retainer"), rule.money(amount: "/monthly", currency: "/currency", to: \.amount))
        rule.when(
            .is("/type", in: ["fixed", "time"]) && !.has("/archived"),
            rule.money(amount: "/total", currency: "/currency", to: \.amount)
        )
        rule.default(\.nextStep, "Call the customer", because: "every deal has a next step")
        rule.default(\.closeDate, .placeholder, because: "deals end some day", reporting: .warning)
        rule.keepRest()
    }

    private func record(_ payload: String) throws -> Opportunity {
        let mapped = Self.mapping.read(payload, in: try MappingLawsTests.context())
        return try #require(mapped.drafts.first).value
    }

    @Test func ruleAppliesWhereItsConditionHolds() throws {
        let retainer = #"{"id":"1","title":"a","type":"retainer","monthly":10.00,"total":99,"currency":"EUR"}"#
        let first = try record(retainer)
        #expect(first.amount?.description == "10.00 EUR")
        #expect(first.header.remarks?.unmapped?.text == #"{"total":99,"currency":"EUR","type":"retainer"}"#)
        let fixed = #"{"id":"1","title":"a","type":"fixed","monthly":10.00,"total":99,"currency":"EUR"}"#
        #expect(try record(fixed).amount?.description == "99 EUR")
        let archived = #"{"id":"1","title":"a","type":"time","archived":true,"total":99,"currency":"EUR"}"#
        #expect(try record(archived).amount == nil)
        #expect(try record(#"{"id":"1","title":"a","total":99}"#).amount == nil)
    }

    @Test func wayBackFollowsTheObject() throws {
        let context = try MappingLawsTests.context()
        for (type, member) in [("retainer", "monthly"), ("fixed", "total")] {
            let payload = #"{"id":"1","title":"a","type":"\#(type)","monthly":10.00,"total":99,"currency":"EUR"}"#
            var record = try record(payload)
            let same = try Self.mapping.write([record], onto: Array(payload.utf8), in: context)
            #expect(String(decoding: same.object, as: UTF8.self) == payload)
            record.amount = Money(try ExactDecimal("7.50"), .eur)
            let changed = try Self.mapping.write([record], onto: Array(payload.utf8), in: context)
            let before = member == "monthly" ? "10.00" : "99"
            let expected = payload.replacing("\"\(member)\":\(before)", with: "\"\(member)\":7.50")
            #expect(String(decoding: changed.object, as: UTF8.self) == expected)
            #expect(changed.issues.isEmpty)
        }
    }

    @Test func everyLeafIsAccountedFor() throws {
        var coverage = Coverage()
        var payload = #"{"id":"1","title":"a","type":"lost","monthly":1,"total":2,"currency":"EUR","note":"x"}"#
        let context = try MappingLawsTests.context()
        _ = payload.withUTF8 { Self.mapping.read($0, in: context, coverage: &coverage) }
        #expect(coverage.isBalanced)
        #expect(coverage.kept == 5)
        #expect(coverage.mapped == 2)
    }

    @Test func newObjectHasWhatWasOnlyLookedAt() throws {
        let context = try MappingLawsTests.context()
        let payload = #"{"id":"1","title":"a","type":"fixed","total":99,"currency":"EUR"}"#
        let record = try record(payload)
        let again = try self.record(Self.mapping.write(record, in: context))
        #expect(again.amount == record.amount)
        #expect(again.header.remarks == record.header.remarks)
    }

    @Test func fieldThatNothingFillsHasItsDefault() throws {
        let mapped = Self.mapping.read(#"{"id":"1","title":"a"}"#, in: try MappingLawsTests.context())
        let record = try #require(mapped.drafts.first).value
        #expect(record.nextStep == "Call the customer")
        #expect(mapped.allIssues.map(\.severity) == [.warning])
        #expect(mapped.allIssues.first?.path.description == "closeDate")
    }

    @Test func tableSaysWhen() {
        let notes = Self.mapping.table.rows.map(\.manner)
        #expect(notes.contains { $0.contains("when /type is \"retainer\"") })
        let both = "when (/type is one of \"fixed\", \"time\") and (not (/archived has a value))"
        #expect(notes.contains { $0.contains(both) })
    }
}
