internal import ConcordConfiguration
public import ConcordSchema
public import ConcordValues

/// Finds records that are there twice, by their identifying keys, while they are read one after the other.
///
/// ```swift
/// var index = DuplicateIndex(Rulebook.customerKeys)
/// for customer in customers { findings += index.insert(customer) }
/// ```
///
/// Holds hashes of keys and ids, and nothing else of a record: it grows with the number of records and not with their
/// size. Every two records that share a key are told once, when the later one is inserted, whatever the order.
public struct DuplicateIndex<Record: CanonicalRecord>: Sendable {
    private struct Slot: Sendable, Hashable {
        let key: Int
        let hash: ContentHash
    }

    private let keys: [IdentifyingKey<Record>]
    private var holders: [Slot: [RecordID<Record>]] = [:]
    private var slots: [RecordID<Record>: [Slot]] = [:]

    /// An index without records.
    ///
    /// - Parameter keys: What tells the records apart; where two records share several keys, the first one is told.
    public init(_ keys: [IdentifyingKey<Record>]) {
        self.keys = keys
    }

    /// The number of records in the index.
    public var count: Int { slots.count }

    /// Takes a record in, in the place of an earlier one with its id, and tells which others it shares a key with.
    ///
    /// - Parameter record: The record.
    /// - Returns: One finding for each other record, sorted by its id.
    public mutating func insert(_ record: Record) -> [Finding] {
        remove(record.id)
        var own: [Slot] = []
        var found: [RecordID<Record>: Int] = [:]
        for (number, key) in keys.enumerated() {
            for text in key.texts(record) {
                let slot = Slot(key: number, hash: ContentHash(ofBytes: Array(text.utf8)))
                guard !own.contains(slot) else { continue }
                own.append(slot)
                for other in holders[slot] ?? [] where found[other] == nil { found[other] = number }
                holders[slot, default: []].append(record.id)
            }
        }
        slots[record.id] = own
        return found.sorted { $0.key < $1.key }.map { finding(keys[$0.value], $0.key) }
    }

    /// Takes a record out again.
    ///
    /// - Parameter id: Its id; nothing happens if it is not there.
    public mutating func remove(_ id: RecordID<Record>) {
        for slot in slots.removeValue(forKey: id) ?? [] {
            holders[slot]?.removeAll { $0 == id }
            if holders[slot]?.isEmpty == true { holders[slot] = nil }
        }
    }

    private func finding(_ key: IdentifyingKey<Record>, _ other: RecordID<Record>) -> Finding {
        let kind = Record.schema.description.name
        return Finding(
            code: IssueCode(rawValue: "\(kind).duplicate"),
            weight: key.weight == .certain ? .error : .warning,
            path: key.path,
            expected: "no other \(kind) with the same \(key.name)",
            expectedValue: nil,
            observed: nil,
            sensitivity: .open,
            remedy: "Merge the two, or correct the one that is wrong.",
            actor: .dataSteward,
            clause: nil,
            related: "\(kind) \(other)",
            layer: nil
        )
    }
}
