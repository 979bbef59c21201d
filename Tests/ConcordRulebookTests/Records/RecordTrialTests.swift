import ConcordModel
import ConcordRulebook
import ConcordSchema
import ConcordTesting
import ConcordValidation
import Testing

/// Each rule tried on a document that passes and on the smallest change that breaks it.
@Suite struct RecordTrialTests {
    static let records: [any CanonicalRecord.Type] = [
        Customer.self, LegalEntity.self, TaxProfile.self, CatalogueItem.self, Opportunity.self, Contract.self,
        RateCard.self, Project.self, Resource.self, Assignment.self, TimeEntry.self, CostTransaction.self,
        InvoiceAllocation.self, Payment.self,
    ]

    @Test("a document passes, and the smallest change breaks the rule", arguments: records.indices)
    func trials(of number: Int) throws {
        let (violations, untried) = try Self.run(Self.records[number])
        #expect(violations == [])
        #expect(untried == [])
    }

    private static func run<Record: CanonicalRecord>(_ type: Record.Type) throws -> ([String], [String]) {
        let name = Record.schema.description.name
        let trials = try ValidationTrials(type, in: "Fixtures/validation/\(name)", beside: records + [Invoice.self])
        return (trials.violations(of: Rulebook.validation), trials.untried(in: Rulebook.validation))
    }
}
