import ConcordConfiguration
import ConcordOwnership
import ConcordValues

/// What is still to be sent, in memory.
struct MemoryOutbox {
    private struct Lane: Hashable {
        let system: SystemID
        let record: RecordKey
    }

    private var places: [ContentHash: Int] = [:]
    private var entries: [Int: OutboxEntry] = [:]
    private var lanes: [Lane: [Int]] = [:]
    private var order: [SystemID: [Int]] = [:]
    private var parked: Set<ContentHash> = []
    private var next = 0

    mutating func plan(_ entry: OutboxEntry) {
        if places[entry.key] != nil { return }
        let system = entry.plan.system
        settle(entry.plan.record, in: system)
        let place = next
        next += 1
        places[entry.key] = place
        entries[place] = entry
        lanes[Lane(system: system, record: entry.plan.record), default: []].append(place)
        order[system, default: []].append(place)
    }

    /// Forgets what was never begun.
    mutating func settle(_ record: RecordKey, in system: SystemID) {
        for place in lanes[Lane(system: system, record: record)] ?? [] {
            guard let entry = entries[place], entry.attempts == 0, !parked.contains(entry.key) else { continue }
            remove(entry.key)
        }
    }

    mutating func attempt(_ entry: OutboxEntry) {
        guard let place = places[entry.key] else { return }
        entries[place] = entry
    }

    mutating func remove(_ key: ContentHash) {
        guard let place = places.removeValue(forKey: key), let entry = entries.removeValue(forKey: place) else {
            return
        }
        parked.remove(key)
        let lane = Lane(system: entry.plan.system, record: entry.plan.record)
        lanes[lane]?.removeAll { $0 == place }
        if lanes[lane]?.isEmpty == true { lanes[lane] = nil }
        compact(entry.plan.system)
    }

    mutating func park(_ key: ContentHash) {
        if places[key] != nil { parked.insert(key) }
    }

    mutating func release(_ key: ContentHash) {
        parked.remove(key)
        guard let place = places[key] else { return }
        entries[place]?.notBefore = nil
    }

    func due(for system: SystemID, at time: Instant, limit: Int) -> [OutboxEntry] {
        var found: [OutboxEntry] = []
        for place in order[system] ?? [] {
            guard found.count < limit else { break }
            guard let entry = entries[place], !isBlocked(entry, at: place) else { continue }
            if let notBefore = entry.notBefore, time.isEarlier(than: notBefore) { continue }
            found.append(entry)
        }
        return found
    }

    func entries(for system: SystemID, of records: [RecordKey]) -> [OutboxEntry] {
        records.flatMap { record in
            (lanes[Lane(system: system, record: record)] ?? []).compactMap { entries[$0] }
        }
    }

    func nextDue(for system: SystemID, after time: Instant) -> Instant? {
        var earliest: Instant?
        for place in order[system] ?? [] {
            guard let entry = entries[place], !isBlocked(entry, at: place), let due = entry.notBefore,
                time.isEarlier(than: due)
            else { continue }
            if earliest.map({ due.isEarlier(than: $0) }) ?? true { earliest = due }
        }
        return earliest
    }

    func depth(for system: SystemID) -> Int {
        (order[system] ?? []).count { place in entries[place].map { !parked.contains($0.key) } ?? false }
    }

    /// Whether something for the same record stands before it, or it is parked.
    private func isBlocked(_ entry: OutboxEntry, at place: Int) -> Bool {
        parked.contains(entry.key)
            || lanes[Lane(system: entry.plan.system, record: entry.plan.record)]?.first != place
    }

    /// Forgets the places of what is gone, once half of them are: dealing with all of them costs a constant each.
    private mutating func compact(_ system: SystemID) {
        gone[system, default: 0] += 1
        guard let count = order[system]?.count, gone[system, default: 0] * 2 > count else { return }
        order[system]?.removeAll { entries[$0] == nil }
        gone[system] = 0
    }

    private var gone: [SystemID: Int] = [:]
}
