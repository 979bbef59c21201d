internal import ConcordSchema
internal import ConcordValues
internal import Synchronization

/// The records of one kind that are at hand, and indexes over them.
///
/// Sound: a table is changed only by the value that alone holds it (``RelatedRecords/change``); what several hold changes
/// nothing but its indexes, which are behind a lock.
final class RelatedTable<Record: CanonicalRecord>: @unchecked Sendable {
    private(set) var records: [RecordID<Record>: RelatedRecord<Record>]
    private(set) var isComplete: Bool
    private let indexes = Mutex(Indexes())

    private struct Indexes {
        var sorted: [RelatedRecord<Record>]?
        var groups: [(key: any AnyKeyPath & Sendable, records: [String: [RelatedRecord<Record>]])] = []
    }

    init() {
        records = [:]
        isComplete = false
    }

    init(copying other: RelatedTable) {
        records = other.records
        isComplete = other.isComplete
    }

    func insert(_ record: Record) {
        records[record.id] = RelatedRecord(record)
        indexes.withLock { $0 = Indexes() }
    }

    func declareComplete() { isComplete = true }

    /// All records, sorted by id.
    var sorted: [RelatedRecord<Record>] {
        indexes.withLock { indexes in
            if let sorted = indexes.sorted { return sorted }
            let sorted = records.values.sorted { $0.record.id < $1.record.id }
            indexes.sorted = sorted
            return sorted
        }
    }

    /// The records that have a text among those that a property gives, sorted by id.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - key: What names the index: the property that the texts are from.
    ///   - texts: The texts of a record.
    /// - Returns: The records; none if no record has the text.
    func records(with text: String, by key: any AnyKeyPath & Sendable, _ texts: (Record) -> [String]) -> [RelatedRecord<
        Record
    >] {
        let all = sorted
        return indexes.withLock { indexes in
            // A property's literal is one object; comparing two by their parts is for those that were put together.
            if let group = indexes.groups.first(where: { $0.key === key || $0.key == key }) {
                return group.records[text] ?? []
            }
            var group: [String: [RelatedRecord<Record>]] = [:]
            for record in all {
                for text in texts(record.record) { group[text, default: []].append(record) }
            }
            indexes.groups.append((key, group))
            return group[text] ?? []
        }
    }
}
