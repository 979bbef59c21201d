import ConcordConfiguration
import ConcordMapping
import ConcordOwnership
import ConcordSchema
import ConcordValues
import Synchronization

extension Integration {
    /// Sends to every system what is to be sent, until nothing more can be.
    func sendAll(until intake: Flag) async throws(AdapterFailure) {
        // What one system is sent may be something to be said to another whose sender had ended.
        repeat {
            let failure = await withTaskGroup(of: AdapterFailure?.self) { group in
                for target in targets {
                    group.addTask { [self] in
                        await Self.failure { () throws(AdapterFailure) in try await send(to: target, until: intake) }
                    }
                }
                var first: AdapterFailure?
                for await failure in group where first == nil { first = failure }
                return first
            }
            if let failure { throw failure }
        } while try await isSomethingDue()
    }

    private func isSomethingDue() async throws(AdapterFailure) -> Bool {
        for target in targets {
            if !(try await store.due(for: target.system, at: clock.now, limit: 1)).isEmpty { return true }
        }
        return false
    }

    /// Sends to one system what is to be sent, until the intake is over and nothing is left but what waits for a person.
    ///
    /// - Parameters:
    ///   - route: The system.
    ///   - intake: Whether the intake is over.
    ///   - interval: How long is waited at most before the store is asked again that had nothing.
    /// - Throws: What kept it from going on.
    func send(
        to route: TargetRoute,
        until intake: Flag,
        asking interval: Duration = .milliseconds(5)
    ) async throws(AdapterFailure) {
        let interval = max(interval, .milliseconds(5))
        let system = route.system
        while true {
            try AdapterFailure.checkCancellation()
            let isLast = intake.isRaised
            let limit = max(1, route.target.capabilities.maximumConcurrency) * 16
            let due = try await store.due(for: system, at: clock.now, limit: limit)
            if !due.isEmpty {
                try await send(due, to: route)
                continue
            }
            if let next = try await store.nextDue(for: system, after: clock.now) {
                let wait = clock.now.duration(to: next)
                try await clock.sleep(for: isLast ? wait : min(wait, interval))
                continue
            }
            if isLast { return }
            try await clock.sleep(for: interval)
        }
    }

    /// Sends some changes, each of another record: they are begun, sent beside each other, and done with.
    private func send(_ due: [OutboxEntry], to route: TargetRoute) async throws(AdapterFailure) {
        let begun = try await turn.take(route.priority) { () throws(AdapterFailure) in
            try await begin(due, for: route)
        }
        let finished = await apply(begun, to: route)
        let outcome = try await turn.take(route.priority) { () throws(AdapterFailure) in
            try await finish(finished, for: route)
        }
        count { $0.add(outcome.account) }
        for signal in outcome.signals { tell(signal) }
        if finished.contains(where: { $0.failure?.failureClass == .cancelled }) { throw .cancelled }
    }

    /// Sends changes beside each other, as many at once as the system takes.
    private func apply(_ begun: [OutboxEntry], to route: TargetRoute) async -> [SentChange] {
        let width = max(1, route.target.capabilities.maximumConcurrency)
        return await withTaskGroup(of: SentChange.self) { group in
            var finished: [SentChange] = []
            finished.reserveCapacity(begun.count)
            for (place, entry) in begun.enumerated() {
                if place >= width, let sent = await group.next() { finished.append(sent) }
                group.addTask { await SentChange(sending: entry, to: route) }
            }
            for await sent in group { finished.append(sent) }
            // In the order in which they were begun, whichever was answered first.
            let places = Dictionary(begun.enumerated().map { ($1.key, $0) }) { first, _ in first }
            return finished.sorted { places[$0.entry.key, default: 0] < places[$1.entry.key, default: 0] }
        }
    }

    /// Writes changes in the system's words and stores that they are tried now.
    private func begin(_ due: [OutboxEntry], for route: TargetRoute) async throws(AdapterFailure) -> [OutboxEntry] {
        var commit = StoreCommit()
        var begun: [OutboxEntry] = []
        for var entry in due {
            if entry.change == nil {
                let change = try await change(of: entry, for: route)
                guard let change else {
                    // It is planned again once something more is known of the record.
                    commit.settled.append((entry.plan.system, entry.plan.record))
                    held.withLock { $0.record(entry.plan.record)?.plans[entry.plan.system] = nil }
                    count { $0.withheld += 1 }
                    continue
                }
                entry.change = change
            }
            entry.attempts += 1
            entry.notBefore = nil
            begun.append(entry)
            commit.attempted.append(entry)
        }
        try await store.commit(commit)
        return begun
    }

    /// A change in the system's words; nil if too little is known of the record or of the object yet.
    private func change(of entry: OutboxEntry, for route: TargetRoute) async throws(AdapterFailure) -> TargetChange? {
        let plan = entry.plan
        guard let out = route.routes[plan.record.name] else {
            return TargetChange(
                key: plan.key,
                sequence: SequenceKey(plan.system, plan.record.name, plan.record.id),
                isNew: false,
                record: plan.record,
                values: plan.values,
                body: nil
            )
        }
        let keys = try await store.externalKeys(of: plan.record.id)
        let known =
            keys.first { $0.system == plan.system && $0.objectType == out.object }?.value
            ?? DerivedIdentities().externalValue(of: plan.record.id, in: plan.system, objectType: out.object)
        let sequence = SequenceKey(plan.system, out.object, known ?? plan.record.id)
        let original = known == nil ? nil : try await store.originals(of: [sequence])[sequence]
        // Who is linked and was not heard yet has the object, and nobody knows what it says.
        if known != nil, original == nil, settings.keepsOriginals { return nil }
        let base: EmissionBase
        if let original {
            base = .object(original)
        } else {
            guard let record = try await hold([plan.record], at: clock.now)[0] else { return nil }
            base = .record(record.claims.document)
        }
        let written = out.write(plan, base)
        if known == nil, written.body == nil { return nil }
        return TargetChange(
            key: plan.key,
            sequence: sequence,
            isNew: known == nil,
            record: plan.record,
            values: plan.values,
            body: written.body,
            unwritten: written.issues
        )
    }

    /// Stores what came of changes: what a system holds is said, what failed is tried again or parked.
    private func finish(
        _ results: [SentChange],
        for route: TargetRoute
    ) async throws(AdapterFailure) -> RecordOutcome {
        let now = clock.now
        var aside = RecordOutcome()
        var lines: [ClaimLine] = []
        for sent in results {
            let entry = sent.entry
            if let receipt = sent.receipt {
                lines.append(.emission(entry.plan.sent(at: now)))
                aside.commit.delivered.append(entry.key)
                aside.account.delivered += 1
                if receipt.isRepetition { aside.account.redelivered += 1 }
                link(entry, receipt, &aside)
                if isWatched {
                    aside.signals.append(
                        .delivered(
                            system: route.system,
                            record: entry.plan.record,
                            sincePlanned: entry.plannedAt.duration(to: now),
                            attempts: entry.attempts
                        )
                    )
                }
            } else if let failure = sent.failure, failure.failureClass != .cancelled {
                fail(entry, failure, at: now, &aside)
            }
        }
        var outcome = try await decide(lines, at: now)
        // What is done with goes before what is planned anew.
        aside.commit.append(outcome.commit)
        outcome.commit = aside.commit
        outcome.account.add(aside.account)
        outcome.signals += aside.signals
        try await store(outcome.commit, about: lines.map(\.record))
        crosswalk.learn(outcome.commit.links)
        return outcome
    }

    private func link(_ entry: OutboxEntry, _ receipt: TargetReceipt, _ aside: inout RecordOutcome) {
        guard let change = entry.change, change.isNew, let id = receipt.objectID, id != entry.plan.record.id else {
            return
        }
        let key = ExternalKey(system: entry.plan.system, objectType: change.sequence.object, value: id)
        aside.commit.links.append(IdentityLink(key, entry.plan.record.id))
    }

    private func fail(
        _ entry: OutboxEntry,
        _ failure: AdapterFailure,
        at now: Instant,
        _ aside: inout RecordOutcome
    ) {
        let sequence = SequenceKey(entry.plan.system, entry.plan.record.name, entry.plan.record.id)
        let again = retry.delay(after: failure, attempt: entry.attempts)
        if isWatched {
            aside.signals.append(.failed(failure, of: sequence, attempt: entry.attempts, again: again))
        }
        var failed = entry
        failed.lastFailure = failure.description
        if let again {
            failed.notBefore = now.advanced(by: again)
            aside.commit.attempted.append(failed)
            aside.account.retried += 1
            return
        }
        aside.commit.attempted.append(failed)
        let letter = DeadLetter(.outbound(failed), of: sequence, because: failure, parkedAt: now)
        let exception = QueuedException(
            failure,
            of: letter,
            .delivery,
            about: entry.plan.record,
            exceptions,
            at: now
        )
        aside.commit.parked.append(letter)
        aside.commit.opened.append(exception)
        aside.account.parked += 1
        aside.account.opened += 1
        if isWatched {
            aside.signals.append(.parked(sequence, failure.failureClass))
            aside.signals.append(.opened(exception))
        }
    }
}

/// A change that was sent, and what the system said.
struct SentChange: Sendable {
    let entry: OutboxEntry
    let receipt: TargetReceipt?
    let failure: AdapterFailure?

    /// Sends a change and waits for the answer.
    init(sending entry: OutboxEntry, to route: TargetRoute) async {
        self.entry = entry
        guard let change = entry.change, change.body != nil || route.routes.isEmpty else {
            receipt = nil
            failure = .unwritable(entry)
            return
        }
        var (answer, refusal): (TargetReceipt?, AdapterFailure?)
        do throws(AdapterFailure) {
            answer = try await route.target.apply(change)
        } catch {
            refusal = error
        }
        receipt = answer
        failure = refusal
    }
}

extension AdapterFailure {
    /// That a change cannot be said in the vendor's words.
    fileprivate static func unwritable(_ entry: OutboxEntry) -> AdapterFailure {
        AdapterFailure(
            .mapping,
            "the change of \(entry.plan.record) cannot be written for \(entry.plan.system)",
            system: entry.plan.system,
            remedy: "Correct the mapping to \(entry.plan.system), and replay it.",
            issues: entry.change?.unwritten ?? []
        )
    }
}
