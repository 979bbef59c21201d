/// What went wrong on purpose: how often each fault was injected, by door.
public struct ChaosAccount: Sendable, Hashable {
    /// One door's faults of one kind.
    public struct Entry: Sendable, Hashable {
        /// The door and whose it is: `source salesforce`.
        public let door: String
        /// The fault.
        public let fault: ChaosFault
        /// How often.
        public let count: Int
    }

    private var counts: [String: [ChaosFault: Int]] = [:]

    /// How many calls were made.
    public internal(set) var calls = 0

    mutating func note(_ fault: ChaosFault, at door: String) { counts[door, default: [:]][fault, default: 0] += 1 }

    /// The faults that happened, by door and in the order in which they are declared.
    public var entries: [Entry] {
        counts.sorted { $0.key < $1.key }
            .flatMap { door, faults in
                ChaosFault.allCases.compactMap { fault in
                    faults[fault].map { Entry(door: door, fault: fault, count: $0) }
                }
            }
    }

    /// How many faults were injected.
    public var total: Int { entries.reduce(0) { $0 + $1.count } }

    /// How often a fault happened at all doors.
    public func count(_ fault: ChaosFault) -> Int { entries.reduce(0) { $0 + ($1.fault == fault ? $1.count : 0) } }
}

extension ChaosAccount: CustomStringConvertible {
    /// `41 faults in 200 calls: source salesforce: 3 delay, 2 duplicate; store: 1 crashAfter`.
    public var description: String {
        var doors: [(name: String, faults: [String])] = []
        for entry in entries {
            if doors.last?.name != entry.door { doors.append((entry.door, [])) }
            doors[doors.count - 1].faults.append("\(entry.count) \(entry.fault.rawValue)")
        }
        let words = doors.map { "\($0.name): \($0.faults.joined(separator: ", "))" }
        return "\(total) faults in \(calls) calls" + (words.isEmpty ? "" : ": ") + words.joined(separator: "; ")
    }
}
