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

    // One table a kind of record, which is what the key says.
    @usableFromInline var tables: [ObjectIdentifier: any AnyObject & Sendable] = [:]

    /// No records.
    public init() {}

    /// No records.
    public static let none = RelatedRecords()

    /// Whether nothing is at hand, not even that there is nothing.
    @inlinable var isEmpty: Bool { tables.isEmpty }

    /// Puts a record there, in the place of an earlier one with its id.
    public mutating func insert<Record: CanonicalRecord>(_ record: Record) {
        change(Record.self) { $0.insert(record) }
    }

    /// Puts records there.
    ///
    /// - Parameters:
    ///   - records: The records.
    ///   - isComplete: Whether no others of the kind exist that matter here.
    public mutating func insert<Record: CanonicalRecord>(_ records: some Sequence<Record>, isComplete: Bool = false) {
        change(Record.self) { table in
            for record in records { table.insert(record) }
            if isComplete { table.declareComplete() }
        }
    }

    /// Looks for a record.
    public func record<Record: CanonicalRecord>(_ id: RecordID<Record>) -> Search<Record> {
        switch kept(id) {
        case .found(let record): .found(record.record)
        case .doesNotExist: .doesNotExist
        case .notAtHand: .notAtHand
        }
    }

    /// All records of one kind, sorted by id; nil if not all of them are at hand.
    @inlinable
    public func all<Record: CanonicalRecord>(_ type: Record.Type) -> [Record]? {
        guard let table = table(type), table.isComplete else { return nil }
        return table.sorted.map(\.record)
    }

    /// What became of looking for a record that is not to be copied.
    @usableFromInline
    enum KeptSearch<Record: CanonicalRecord> {
        case found(RelatedRecord<Record>)
        case doesNotExist
        case notAtHand
    }

    @inlinable
    func kept<Record: CanonicalRecord>(_ id: RecordID<Record>) -> KeptSearch<Record> {
        guard let table = table(Record.self) else { return .notAtHand }
        if let record = table.records[id] { return .found(record) }
        return table.isComplete ? .doesNotExist : .notAtHand
    }

    @inlinable
    func table<Record: CanonicalRecord>(_ type: Record.Type) -> RelatedTable<Record>? {
        guard !tables.isEmpty, let table = tables[ObjectIdentifier(type)] else { return nil }
        // Sound: under a kind's identifier stands its table and no other, see `change`.
        return unsafeDowncast(table, to: RelatedTable<Record>.self)
    }

    private mutating func change<Record: CanonicalRecord>(_ type: Record.Type, _ body: (RelatedTable<Record>) -> Void) {
        var table = table(type) ?? RelatedTable()
        // Taken out while it changes, so that nobody else holding it can be told apart from this value holding it.
        tables[ObjectIdentifier(type)] = nil
        if !isKnownUniquelyReferenced(&table) { table = RelatedTable(copying: table) }
        body(table)
        tables[ObjectIdentifier(type)] = table
    }
}
