import ConcordOwnership
import ConcordSchema
import ConcordValues
import Synchronization

extension Integration {
    /// Takes in what was said about records and works out what follows; call it in a turn, and store what it gives.
    func decide(_ lines: [ClaimLine], at now: Instant) async throws(AdapterFailure) -> RecordOutcome {
        if lines.isEmpty { return RecordOutcome() }
        let said = SaidLines(lines)
        let records = try await hold(said.records, at: now)
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
        _ said: SaidLines,
        about held: [HeldRecord?],
        with decider: RecordDecider
    ) async -> RecordOutcome {
        let decide = { @Sendable [ownership] (range: Range<Int>) in
            var share = RecordOutcome()
            share.commit.claims.reserveCapacity(range.count)
            if decider.settings.storesDocuments { share.commit.records.reserveCapacity(range.count) }
            var writer = JSONWriter(capacity: 4_096)
            var fresh = FreshRecords(ownership, at: decider.now)
            for place in range {
                // That somebody owns it was seen when it was looked for.
                guard let record = held[place] ?? fresh.record(said.records[place]) else { continue }
                decider.decide(record, said[place], &share, in: &writer)
            }
            return share
        }
        let workers = min(pace.workers, held.count / 32)
        guard workers > 1 else { return decide(held.indices) }
        let size = (held.count + workers - 1) / workers
        return await withTaskGroup(of: WorkerShare<RecordOutcome>.self) { group in
            for worker in 0..<workers {
                let range = min(held.count, worker * size)..<min(held.count, (worker + 1) * size)
                group.addTask { WorkerShare(worker: worker, results: [decide(range)]) }
            }
            var shares: [WorkerShare<RecordOutcome>] = []
            for await share in group { shares.append(share) }
            var whole = RecordOutcome()
            for share in WorkerShare.inOrder(shares) { whole.append(share) }
            return whole
        }
    }

    /// What is held of records, after fetching the ledgers of those that were not; nil of those of which nothing was said.
    func hold(_ keys: [RecordKey], at now: Instant) async throws(AdapterFailure) -> [HeldRecord?] {
        var found: [HeldRecord?] = held.withLock { held in keys.map { held.record($0) } }
        let missing = keys.indices.filter { found[$0] == nil }
        if missing.isEmpty { return found }
        let ledgers = try await store.ledgers(of: missing.map { keys[$0] })
        var fetched: [HeldRecord] = []
        for (place, ledger) in zip(missing, ledgers) {
            guard let ownership = ownership.ownership(of: ledger.record.name) else {
                throw AdapterFailure(
                    .policy,
                    "nobody owns records of the kind \(ledger.record.name)",
                    remedy: "Name \(ledger.record.name) in the ownership policy, or take its routes out."
                )
            }
            if ledger.isEmpty { continue }
            let record = HeldRecord(RecordClaims(ledger, ownership, asOf: now))
            found[place] = record
            fetched.append(record)
        }
        let new = fetched
        held.withLock { held in for record in new { held.insert(record) } }
        return found
    }

    /// Stores a commit; if that fails, forgets what was decided, since it is not so.
    func store(_ commit: StoreCommit, about records: @autoclosure () -> [RecordKey]) async throws(AdapterFailure) {
        if commit.isEmpty { return }
        do throws(AdapterFailure) {
            try await store.commit(commit)
        } catch {
            let records = records()
            held.withLock { $0.forget(records) }
            throw error
        }
    }
}
