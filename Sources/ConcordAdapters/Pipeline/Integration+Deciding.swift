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
        for line in lines {
            if let place = places[line.record] {
                said[place].append(line)
                continue
            }
            places[line.record] = order.count
            order.append(line.record)
            said.append([line])
        }
        let records = try await hold(order, at: now)
        let decider = RecordDecider(
            now: now,
            targets: targets,
            settings: settings,
            terms: exceptions,
            isWatched: isWatched
        )
        let outcomes = await decide(said, about: records, with: decider)
        var whole = RecordOutcome()
        for outcome in outcomes {
            whole.commit.append(outcome.commit)
            whole.account.add(outcome.account)
            whole.signals += outcome.signals
        }
        return whole
    }

    /// Decides about records beside each other, and gives what follows in their order.
    private func decide(
        _ said: [[ClaimLine]],
        about records: [HeldRecord],
        with decider: RecordDecider
    ) async -> [RecordOutcome] {
        let workers = min(pace.workers, records.count / 32)
        guard workers > 1 else { return zip(records, said).map { decider.decide($0, $1) } }
        let size = (records.count + workers - 1) / workers
        return await withTaskGroup(of: WorkerShare<RecordOutcome>.self) { group in
            for worker in 0..<workers {
                let range = min(records.count, worker * size)..<min(records.count, (worker + 1) * size)
                group.addTask {
                    let outcomes = zip(records[range], said[range]).map { decider.decide($0, $1) }
                    return WorkerShare(worker: worker, results: outcomes)
                }
            }
            var shares: [WorkerShare<RecordOutcome>] = []
            for await share in group { shares.append(share) }
            return WorkerShare.inOrder(shares)
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
