import ConcordConfiguration
import ConcordModel
import ConcordRulebook
import ConcordSchema
import ConcordTesting
import ConcordValidation
import ConcordValues
import Testing

/// Rules that hold for the policy as a whole.
@Suite struct ConsistencyTests {
    @Test("a rule is named after its record, and says how things should be")
    func names() {
        for rule in Rulebook.validation.rules {
            let isAmendment = rule.code.rawValue.hasPrefix("amendment.") && rule.record == "contract"
            #expect(isAmendment || rule.code.rawValue.hasPrefix("\(rule.record)."), "\(rule.code)")
            #expect(rule.summary.hasSuffix("."), "\(rule.code)")
            #expect(rule.remedy.hasSuffix("."), "\(rule.code)")
            #expect(BusinessRole.standard.contains(rule.actor), "\(rule.code)")
        }
    }

    @Test("every record of the model has rules")
    func records() {
        let names = Set(Rulebook.validation.records.map(\.name))
        for record in RecordTrialTests.records { #expect(names.contains(Self.name(of: record))) }
    }

    private static func name<Record: CanonicalRecord>(of type: Record.Type) -> String { Record.schema.description.name }

    @Test("a blank record is asked for much and stops nothing", arguments: RecordTrialTests.records.indices)
    func blank(of number: Int) {
        Self.examineBlank(RecordTrialTests.records[number])
    }

    private static func examineBlank<Record: CanonicalRecord>(_ type: Record.Type) {
        let circumstances = Circumstances(today: .first, readyFor: Readiness.standard, country: .germany)
        let validator = Rulebook.validation.validator(for: type, in: circumstances)
        #expect(!validator.descriptions.isEmpty)
        var related = RelatedRecords()
        related.insert([Record](), isComplete: true)
        _ = validator.verdict(on: Record.schema.blank, with: related)
    }
}
