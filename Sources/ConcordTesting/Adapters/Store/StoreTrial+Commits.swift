internal import ConcordAdapters
internal import ConcordMapping
internal import ConcordOwnership
internal import ConcordValues

extension StoreTrial {
    static let commitChecks: [Check] = [
        Check("store.refusedLeavesNothing", "a commit that is refused leaves nothing of any part") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            try await store.commit(samples.everything(0))
            steps("commit everything 0, with the link \(samples.external(0).value) is c-0")
            let before = try await StoreSnapshot(store, samples, upTo: 2)
            var commit = samples.everything(1)
            commit.links.append(IdentityLink(samples.external(0), "c-1"))
            steps("commit everything 1, with the link \(samples.external(0).value) is c-1")
            let outcome = await Outcome.of { [commit] in try await store.commit(commit) }
            try demand(
                outcome.failureClass == .policy,
                "a failure of the class policy",
                but: outcome.words { "it was stored" }
            )
            try before.demandSame(try await StoreSnapshot(store, samples, upTo: 2))
        },
        Check("store.twice", "committing the same once more changes nothing") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            try await store.commit(samples.everything(0))
            try await store.commit(samples.everything(1))
            let before = try await StoreSnapshot(store, samples, upTo: 2)
            steps("commit everything 0")
            steps("commit everything 1")
            steps("commit everything 1 again")
            try await store.commit(samples.everything(1))
            try before.demandSame(try await StoreSnapshot(store, samples, upTo: 2))
        },
        Check("store.partsInOrder", "the parts of a commit are stored in the order in which it declares them") {
            trial,
            steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            steps("commit everything 0: entries planned and settled, delivered or begun; exceptions opened and closed")
            try await store.commit(samples.everything(0))
            let keys = [0, 1_000, 2_000].map(samples.record)
            let entries = try await store.entries(for: samples.system, of: keys)
            try demand("entries to be sent", entries.map(\.key), is: [samples.entry(0, of: samples.record(0)).key])
            try demand("attempts of the first", entries.map(\.attempts), is: [1])
            try demand("open exceptions", try await store.openCount(), is: 1)
            let letters = try await store.letters(of: samples.sequence(0))
            try demand("letters", letters.map(\.id), is: ["m-1"])
        },
        Check("store.empty", "a commit of nothing, and questions about what nobody stored, are answered") {
            trial,
            steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let before = try await StoreSnapshot(store, samples, upTo: 1)
            steps("commit nothing")
            try await store.commit(StoreCommit())
            try before.demandSame(try await StoreSnapshot(store, samples, upTo: 1))
            try demand("ledgers", try await store.ledgers(of: []).count, is: 0)
        },
        Check("store.cancelled", "a commit that is cancelled is stored whole or not at all") { trial, steps in
            let samples = trial.samples
            for moment in [CancellationMoment.before, .meanwhile] {
                let store = try await trial.make()
                let before = try await StoreSnapshot(store, samples, upTo: 1)
                steps.clear()
                steps("commit everything 0 in a task that is cancelled")
                let outcome = await Outcome.ofCancelled(moment, patience: .seconds(10)) {
                    try await store.commit(samples.everything(0))
                }
                if case .answered = outcome {
                    let whole = try await trial.make()
                    try await whole.commit(samples.everything(0))
                    let expected = try await StoreSnapshot(whole, samples, upTo: 1)
                    try expected.demandSame(try await StoreSnapshot(store, samples, upTo: 1))
                } else {
                    try demand(
                        outcome.failureClass == .cancelled,
                        "the failure cancelled",
                        but: outcome.words { _ in "" }
                    )
                    try before.demandSame(try await StoreSnapshot(store, samples, upTo: 1))
                }
            }
        },
        Check("store.lasts", "when a commit returned it lasts: everything is there when the store is opened again") {
            trial,
            steps in
            guard let reopen = trial.reopen else {
                throw NotChecked(reason: "the store cannot be closed and opened again: set `reopen`")
            }
            let (store, samples) = (try await trial.make(), trial.samples)
            for number in 0..<3 { try await store.commit(samples.everything(number)) }
            try await store.submit(samples.decision(7, of: samples.record(0)))
            _ = try await store.begin(samples.hash("begun"), fingerprint: samples.hash("a"), at: samples.time(1))
            _ = try await store.begin(samples.hash("done"), fingerprint: samples.hash("a"), at: samples.time(1))
            try await store.complete(samples.hash("done"), samples.receipt(1), at: samples.time(2))
            let before = try await StoreSnapshot(store, samples, upTo: 3)
            steps("commit everything 0, 1 and 2")
            steps("close the store and open it again")
            let again = try await reopen(store)
            try before.demandSame(try await StoreSnapshot(again, samples, upTo: 3))
            let begun = try await again.begin(
                samples.hash("begun"),
                fingerprint: samples.hash("a"),
                at: samples.time(9)
            )
            try demand("a key that was begun", begun, is: .begun(at: samples.time(1)))
            let done = try await again.begin(samples.hash("done"), fingerprint: samples.hash("a"), at: samples.time(9))
            try demand("a key that was completed", done, is: .completed(samples.receipt(1)))
        },
        Check("store.concurrentCommits", "of commits at the same time none is lost") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let (count, shared) = (trial.tasks, samples.record(9_999))
            steps("\(count) tasks commit everything, each with its number, and an event about \(shared)")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<count {
                    group.addTask {
                        var commit = samples.everything(number)
                        commit.claims.append(samples.event(number, of: shared, id: "shared-\(number)"))
                        try await store.commit(commit)
                    }
                }
                try await group.waitForAll()
            }
            let ledger = try await store.ledgers(of: [shared])[0]
            try demand("events about \(shared)", ledger.count, is: count)
            let records = (0..<count).map(samples.record)
            try demand("documents", try await store.documents(of: records).count, is: count)
            let ledgers = try await store.ledgers(of: records)
            try demand("records with one event", ledgers.count { $0.count == 1 }, is: count)
            try demand("entries to be sent", try await store.depth(for: samples.system), is: count)
            try demand("open exceptions", try await store.openCount(), is: count)
        },
        Check("store.readsWhole", "each read sees a commit whole or not at all") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let records = (0..<8).map(samples.record)
            steps("one task commits 8 documents again and again, another reads all 8 at once")
            let torn = try await withThrowingTaskGroup(of: Set<Instant>?.self) { group in
                group.addTask {
                    for round in 0..<50 {
                        var commit = StoreCommit()
                        commit.records = records.map {
                            StoredRecord(key: $0, document: [UInt8(round)], changedAt: samples.time(round))
                        }
                        try await store.commit(commit)
                        await Task.yield()
                    }
                    return nil
                }
                group.addTask {
                    for _ in 0..<50 {
                        let times = Set(try await store.documents(of: records).values.map(\.changedAt))
                        if times.count > 1 { return times }
                        await Task.yield()
                    }
                    return nil
                }
                return try await group.reduce(into: nil as Set<Instant>?) { $0 = $0 ?? $1 }
            }
            try demand(torn == nil, "documents of one commit", but: "of \(torn?.count ?? 0) commits")
        },
    ]
}
