import ConcordConfiguration
import ConcordOwnership
import ConcordValues

/// What is held of one record while it is worked on.
///
/// Sound: it belongs to the task whose turn it is, which hands each to one of its children at a time.
final class HeldRecord: @unchecked Sendable {
    /// What was said, and what follows.
    var claims: RecordClaims

    /// The key of what is planned for each system; nil if nothing is, and no entry if that is not known.
    var plans: [SystemID: ContentHash?] = [:]

    init(_ claims: RecordClaims) { self.claims = claims }

    /// The record.
    var key: RecordKey { claims.ledger.record }
}

/// The records that were worked on last, up to a number of them.
///
/// It has two generations: what is used moves to the younger, and when that is full the older is forgotten.
struct WorkingSet {
    private let capacity: Int
    private var young: [RecordKey: HeldRecord] = [:]
    private var old: [RecordKey: HeldRecord] = [:]

    init(capacity: Int) { self.capacity = max(2, capacity) }

    /// A record, if it is held.
    mutating func record(_ key: RecordKey) -> HeldRecord? {
        if let held = young[key] { return held }
        guard let held = old[key] else { return nil }
        insert(held)
        return held
    }

    /// Holds a record.
    mutating func insert(_ held: HeldRecord) {
        if young.count >= capacity / 2 {
            old = young
            young = [:]
        }
        young[held.key] = held
    }

    /// Forgets records: what was decided about them was not stored.
    mutating func forget(_ keys: some Sequence<RecordKey>) {
        for key in keys {
            young[key] = nil
            old[key] = nil
        }
    }
}
