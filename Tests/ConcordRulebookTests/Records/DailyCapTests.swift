import ConcordModel
import ConcordRulebook
import ConcordSchema
import ConcordValidation
import ConcordValues
import Testing

/// The cap on a day is one on all that is known of the day, and what is not known is told.
@Suite struct DailyCapTests {
    private static func verdict(beside others: [TimeEntry]) throws -> Verdict<TimeEntry> {
        var related = RelatedRecords()
        related.insert(try Contract(json: FixtureText("Fixtures/validation/contract/statement-of-work.json").bytes))
        for other in others { related.insert(other) }
        let circumstances = try Circumstances(today: LocalDate("2026-04-30"), readyFor: [.bill])
        let validator = Rulebook.validation.validator(for: TimeEntry.self, in: circumstances)
        return validator.verdict(on: Draft<TimeEntry>(json: try bytes("workshop")), with: related)
    }

    private static func bytes(_ name: String) throws -> [UInt8] {
        try FixtureText("Fixtures/validation/time-entry/\(name).json").bytes
    }

    private static func other(_ change: (inout TimeEntry) throws -> Void = { _ in }) throws -> TimeEntry {
        var entry = try TimeEntry(json: bytes("second-day"))
        entry.date = try LocalDate("2026-03-10")
        try change(&entry)
        return entry
    }

    @Test("what is at hand may be too much already, whether all is at hand or not")
    func tooMuch() throws {
        let verdict = try Self.verdict(beside: [Self.other()])
        let finding = try #require(verdict.findings.first { $0.code == "time-entry.dailyCap" })
        #expect(finding.observed == "940")
        #expect(!verdict.unchecked.contains { $0.code == "time-entry.dailyCap" })
    }

    @Test("what is not at hand is told")
    func unknown() throws {
        let verdict = try Self.verdict(beside: [])
        #expect(!verdict.findings.contains { $0.code == "time-entry.dailyCap" })
        #expect(verdict.unchecked.contains { $0.code == "time-entry.dailyCap" })
    }

    @Test("other days, other people, other contracts and what is not billed do not count")
    func others() throws {
        let others = [
            try Self.other { $0.date = try LocalDate("2026-03-11") }, try Self.other { $0.resource = "rs-okafor" },
            try Self.other { $0.contractLine = "cl-support" }, try Self.other { $0.billability = .nonBillable },
        ]
        for other in others {
            let verdict = try Self.verdict(beside: [other])
            #expect(!verdict.findings.contains { $0.code == "time-entry.dailyCap" }, "\(other.jsonText())")
        }
    }
}
