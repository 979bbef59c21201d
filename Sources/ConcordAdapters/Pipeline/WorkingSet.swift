import ConcordOwnership

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
