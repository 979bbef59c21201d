public import ConcordSchema
public import ConcordValues

/// The records that are at hand while others are validated: an engagement's contract, project, people and rates.
///
/// A host puts in what it has read. A rule that needs what is not there does not look, and says so: nothing counts as
/// checked that was not.
///
/// ```swift
/// var related = RelatedRecords()
/// related.insert(project)
/// related.insert(allocations, isComplete: true)
/// ```
public struct RelatedRecords: Sendable {
    /// What became of looking for a record.
    public enum Search<Record: CanonicalRecord>: Sendable {
        /// It is at hand.
        case found(Record)
        /// All records of its kind are at hand, and it is none of them.
        case doesNotExist
        /// It is not at hand, which does not say that it does not exist.
        case notAtHand
    }

    private var tables: [ObjectIdentifier: any RelatedTable] = [:]

    /// No records.
    public init() {}

    /// No records.
    public static let none = RelatedRecords()

    /// Puts a record there, in the place of an earlier one with its id.
    public mutating func insert<Record: CanonicalRecord>(_ record: Record) {
        change(Record.self) { $0.records[record.id] = record }
    }

    /// Puts records there.
    ///
    /// - Parameters:
    ///   - records: The records.
    ///   - isComplete: Whether no others of the kind exist that matter here.
    public mutating func insert<Record: CanonicalRecord>(_ records: some Sequence<Record>, isComplete: Bool = false) {
        change(Record.self) { table in
            for record in records { table.records[record.id] = record }
            if isComplete { table.isComplete = true }
        }
    }

    /// Looks for a record.
    public func record<Record: CanonicalRecord>(_ id: RecordID<Record>) -> Search<Record> {
        guard let table = table(Record.self) else { return .notAtHand }
        if let record = table.records[id] { return .found(record) }
        return table.isComplete ? .doesNotExist : .notAtHand
    }

    /// All records of one kind, sorted by id; nil if not all of them are at hand.
    public func all<Record: CanonicalRecord>(_ type: Record.Type) -> [Record]? {
        guard let table = table(type), table.isComplete else { return nil }
        return table.records.values.sorted { $0.id < $1.id }
    }

    private func table<Record: CanonicalRecord>(_ type: Record.Type) -> Table<Record>? {
        tables[ObjectIdentifier(type)] as? Table<Record>
    }

    private mutating func change<Record: CanonicalRecord>(
        _ type: Record.Type,
        _ body: (inout Table<Record>) -> Void
    ) {
        var table = table(type) ?? Table()
        // Taken out while it changes, so that its dictionary is not copied.
        tables[ObjectIdentifier(type)] = nil
        body(&table)
        tables[ObjectIdentifier(type)] = table
    }

    private struct Table<Record: CanonicalRecord>: RelatedTable {
        var records: [RecordID<Record>: Record] = [:]
        var isComplete = false
    }
}

/// The records of one kind, whichever it is.
private protocol RelatedTable: Sendable {}
