internal import ConcordModel
internal import ConcordSchema
public import ConcordVersions

/// The histories of the canonical records.
public enum RecordHistories {
    /// The histories of the records that have more than one published version, in the order of a deal: who, what was
    /// agreed, what was done, what was billed.
    public static let all: [SchemaHistory] = [
        Customer.history.schema, Contract.history.schema, Project.history.schema, Resource.history.schema,
        TimeEntry.history.schema, Invoice.history.schema,
    ]

    /// The histories of the records that have one.
    public static let single: [SchemaHistory] = [
        first(LegalEntity.schema.description, "2025-01-13"),
        first(TaxProfile.schema.description, "2025-01-13"),
        first(CatalogueItem.schema.description, "2026-03-02"),
        first(Opportunity.schema.description, "2025-01-13"),
        first(RateCard.schema.description, "2025-01-13"),
        first(Assignment.schema.description, "2025-01-13"),
        first(CostTransaction.schema.description, "2025-09-01"),
        first(InvoiceAllocation.schema.description, "2026-06-15"),
        first(Payment.schema.description, "2025-09-01"),
    ]

    /// The histories of all canonical records.
    public static let published: [SchemaHistory] = all + single

    /// The history of the schema with a name; nil if there is no such canonical record.
    public static func history(named name: String) -> SchemaHistory? {
        published.first { $0.name == name }
    }

    private static func first(_ record: RecordDescription, _ day: String) -> SchemaHistory {
        SchemaHistory(of: record, changes: []).dated([record.version ?? 1: .published(day)])
    }
}
