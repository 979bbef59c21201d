import ConcordModel
import ConcordSchema
import ConcordTesting
import Testing

/// The laws of records, for every canonical record.
@Suite struct RecordLawTests {
    /// One line a record.
    static let records: [CheckedRecord] = [
        CheckedRecord(Assignment.self),
        CheckedRecord(CatalogueItem.self),
        CheckedRecord(Contract.self),
        CheckedRecord(CostTransaction.self),
        CheckedRecord(Customer.self),
        CheckedRecord(Invoice.self),
        CheckedRecord(InvoiceAllocation.self),
        CheckedRecord(LegalEntity.self),
        CheckedRecord(Opportunity.self),
        CheckedRecord(Payment.self),
        CheckedRecord(Project.self),
        CheckedRecord(RateCard.self),
        CheckedRecord(Resource.self),
        CheckedRecord(TaxProfile.self),
        CheckedRecord(TimeEntry.self),
    ]

    @Test(arguments: records)
    func laws(_ record: CheckedRecord) {
        for violation in record.violations() { Issue.record("\(violation)") }
    }
}

/// A record type whose laws are checked.
struct CheckedRecord: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let violations: @Sendable () -> [LawViolation]

    init<R: CanonicalRecord>(_ type: R.Type) {
        testDescription = R.schema.description.tag
        violations = { RecordLaws<R>(count: 40, seed: 20_260_302).check() }
    }
}
