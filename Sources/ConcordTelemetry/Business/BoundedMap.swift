/// A dictionary of bounded size: the oldest entry makes room for a new one, and is counted.
struct BoundedMap<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        let number: Int
        var value: Value
    }

    private struct Place: Sendable {
        let number: Int
        let key: Key
    }

    private let limit: Int
    private var entries: [Key: Entry] = [:]
    private var order: [Place] = []
    private var head = 0
    private var next = 0

    /// How many entries made room for others.
    private(set) var forgotten = 0

    init(limit: Int) { self.limit = max(1, limit) }

    var count: Int { entries.count }

    /// The values, in no particular order: for sums and extremes.
    var values: some Sequence<Value> { entries.values.lazy.map(\.value) }

    /// The keys, in no particular order.
    var keys: some Collection<Key> { entries.keys }

    /// The value of a key.
    ///
    /// A key that is there keeps its age when its value changes.
    subscript(key: Key) -> Value? {
        get { entries[key]?.value }
        set {
            guard let newValue else {
                entries[key] = nil
                return
            }
            if entries[key] != nil {
                entries[key]?.value = newValue
                return
            }
            if entries.count >= limit { forgetOldest() }
            next += 1
            entries[key] = Entry(number: next, value: newValue)
            order.append(Place(number: next, key: key))
            compact()
        }
    }

    private mutating func forgetOldest() {
        while head < order.count {
            let place = order[head]
            head += 1
            // Entries that were taken out leave their place behind.
            guard entries[place.key]?.number == place.number else { continue }
            entries[place.key] = nil
            forgotten += 1
            return
        }
    }

    private mutating func compact() {
        guard order.count > 64, order.count > entries.count * 2 else { return }
        order = order[head...].filter { entries[$0.key]?.number == $0.number }
        head = 0
    }
}
