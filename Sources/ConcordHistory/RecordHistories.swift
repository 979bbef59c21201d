internal import ConcordModel
public import ConcordVersions

/// The histories of the canonical records that have more than one published version.
public enum RecordHistories {
    /// The histories, in the order of a deal: who, what was agreed, what was done, what was billed.
    public static let all: [SchemaHistory] = [
        Customer.history.schema, Contract.history.schema, Project.history.schema, Resource.history.schema,
        TimeEntry.history.schema, Invoice.history.schema,
    ]

    /// The history of the schema with a name; nil if it has only its newest version.
    public static func history(named name: String) -> SchemaHistory? {
        all.first { $0.name == name }
    }
}
