import ConcordOwnership
import ConcordSchema
import ConcordValues
import Synchronization

extension Integration {
    /// Takes in what was said about records and works out what follows; call it in a turn, and store what it gives.
    func decide(_ lines: [ClaimLine], at now: Instant) async throws(AdapterFailure) -> RecordOutcome {
        if lines.isEmpty { return RecordOutcome() }
        var order: [RecordKey] = []
        var places: [RecordKey: Int] = [:]
        var said: [[ClaimLine]] = []
        order.reserveCapacity(lines.count)
        places.reserveCapacity(lines.count)
        said.reserveCapacity(lines.count)
        for line in lines {
            let record = line.record
            let place = places.number(of: record, orNew: order.count)
            if place < order.count {
                said[place].append(line)
            } else {
                order.append(record)
                said.append([line])
            }
        }
        let records = try await hold(order, at: now)
        let decider = RecordDecider(
            now: now,
            targets: targets,
            settings: settings,
            terms: exceptions,
            isWatched: isWatched
        )
        return await decide(said, about: records, with: decider)
    }

    /// Decides about records beside each other, and gives what follows in their order.
    private func decide(
        _ said: [[ClaimLine]],
        about records: [HeldRecord],
        with decider: RecordDecider
    ) async -> RecordOutcome {
        let workers = min(pace.workers, records.count / 32)
        var whole = RecordOutcome()
        guard workers > 1 else {
            for (record, lines) in zip(records, said) { decider.decide(record, lines, &whole) }
            return whole
        }
        let size = (records.count + workers - 1) / workers
        return await withTaskGroup(of: WorkerShare<RecordOutcome>.self) { group in
            for worker in 0..<workers {
                let range = min(records.count, worker * size)..<min(records.count, (worker + 1) * size)
                group.addTask {
                    var share = RecordOutcome()
                    for (record, lines) in zip(records[range], said[range]) { decider.decide(record, lines, &share) }
                    return WorkerShare(worker: worker, results: [share])
                }
            }
            var shares: [WorkerShare<RecordOutcome>] = []
            for await share in group { shares.append(share) }
            for share in WorkerShare.inOrder(shares) { whole.append(share) }
            return whole
        }
    }

    /// Holds records, fetching the ledgers of those that are not.
    func hold(_ keys: [RecordKey], at now: Instant) async throws(AdapterFailure) -> [HeldRecord] {
        var found: [HeldRecord?] = held.withLock { held in keys.map { held.record($0) } }
        let missing = keys.indices.filter { found[$0] == nil }
        if !missing.isEmpty {
            let ledgers = try await store.ledgers(of: missing.map { keys[$0] })
            for (place, ledger) in zip(missing, ledgers) {
                guard let ownership = ownership.ownership(of: ledger.record.name) else {
                    throw AdapterFailure(
                        .policy,
                        "nobody owns records of the kind \(ledger.record.name)",
                        remedy: "Name \(ledger.record.name) in the ownership policy, or take its routes out."
                    )
                }
                found[place] = HeldRecord(RecordClaims(ledger, ownership, asOf: now))
            }
        }
        let records = found.compactMap(\.self)
        held.withLock { held in for place in missing { held.insert(records[place]) } }
        return records
    }

    /// Stores a commit; if that fails, forgets what was decided, since it is not so.
    func store(_ commit: StoreCommit, about records: [RecordKey]) async throws(AdapterFailure) {
        if commit.isEmpty { return }
        do throws(AdapterFailure) {
            try await store.commit(commit)
        } catch {
            held.withLock { $0.forget(records) }
            throw error
        }
    }
}

extension Dictionary where Value == Int {
    /// The number of a key, found or noted in one search.
    fileprivate mutating func number(of key: Key, orNew next: Int) -> Int {
        { (number: inout Int) in
            if number < 0 { number = next }
            return number
        }(&self[key, default: -1])
    }
}
