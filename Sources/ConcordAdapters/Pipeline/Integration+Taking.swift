import ConcordMapping
import ConcordOwnership
import ConcordSchema
import ConcordValues
import Synchronization

extension Integration {
    /// Takes in one message and answers with what became of it: for those who wait.
    ///
    /// - Parameter item: The message.
    /// - Returns: What became of it.
    /// - Throws: What kept it from being stored.
    public func answer(_ item: SourceItem) async throws(AdapterFailure) -> RequestAnswer {
        let intake = try await read([item])
        let outcome = try await take([item], intake, cursor: nil)
        let failure = outcome.commit.parked.first?.failure
        return RequestAnswer(
            records: outcome.commit.records,
            exceptions: outcome.commit.opened,
            failure: failure,
            isRepetition: outcome.account.repeated == 1,
            isWaiting: outcome.account.waiting == 1
        )
    }

    /// Maps messages beside each other, in their order.
    func read(_ items: [SourceItem]) async throws(AdapterFailure) -> [Intake] {
        let now = clock.now
        var fetched: [ExternalKey: CrosswalkView.Answer] = [:]
        // What was mapped with an object's own name is mapped again once the store has said whether it has another.
        for _ in 0..<4 {
            let workers = max(1, min(pace.workers, items.count / 16))
            let questions = (0..<workers).map { [crosswalk, fetched] _ in CrosswalkQuestions(crosswalk, fetched) }
            let intakes = await mapped(items, questions, at: now)
            let subjects = questions.flatMap(\.subjects)
            var references = questions[0].references
            for other in questions.dropFirst() { references.formUnion(other.references) }
            let missing = subjects + references
            if missing.isEmpty { return intakes }
            let links = try await store.canonicalIDs(of: missing)
            crosswalk.learn(links, asked: references)
            if links.isEmpty { return intakes }
            for key in missing { fetched[key] = links[key].map(CrosswalkView.Answer.record) ?? .unlinked }
        }
        throw AdapterFailure(
            .transient,
            "the crosswalk says something else of an object whenever it is asked",
            remedy: "Look at the store: who is who should stay as it is while a batch is read."
        )
    }

    private func mapped(
        _ items: [SourceItem],
        _ questions: [CrosswalkQuestions],
        at now: Instant
    ) async -> [Intake] {
        let workers = questions.count
        guard workers > 1 else { return items.map { mapped($0, by: readers[0], questions[0], at: now) } }
        let size = (items.count + workers - 1) / workers
        return await withTaskGroup(of: WorkerShare<Intake>.self) { group in
            for worker in 0..<workers {
                let range = min(items.count, worker * size)..<min(items.count, (worker + 1) * size)
                group.addTask { [self] in
                    let intakes = items[range].map { mapped($0, by: readers[worker], questions[worker], at: now) }
                    return WorkerShare(worker: worker, results: intakes)
                }
            }
            var shares: [WorkerShare<Intake>] = []
            for await share in group { shares.append(share) }
            return WorkerShare.inOrder(shares)
        }
    }

    private func mapped(
        _ item: SourceItem,
        by readers: [RouteKey: IntakeRoute.Reader],
        _ identities: CrosswalkQuestions,
        at now: Instant
    ) -> Intake {
        guard let read = readers[RouteKey(item.sequence.system, item.sequence.object)] else {
            let failure = AdapterFailure(
                .mapping,
                "there is no way in for \(item.sequence.object) of \(item.sequence.system)",
                system: item.sequence.system,
                remedy: "Add an IntakeRoute for it, or do not read it."
            )
            return Intake(failure: failure)
        }
        if !item.isIntact {
            let failure = AdapterFailure(
                .transient,
                "\(item.sequence) came damaged, and again when it was read again",
                system: item.sequence.system,
                remedy: "Look at the way to \(item.sequence.system), and replay it."
            )
            return Intake(failure: failure)
        }
        identities.subject = item.sequence
        return read(item, identities, now)
    }

    /// Stores what messages say, with what follows from it and how far their source was read.
    @discardableResult
    func take(
        _ items: [SourceItem],
        _ intakes: [Intake],
        cursor: (source: String, cursor: SourceCursor)?
    ) async throws(AdapterFailure) -> RecordOutcome {
        let begun = clock.now
        let outcome = try await turn.take { () throws(AdapterFailure) in
            let parked = try await store.parked(among: items.map(\.sequence))
            return try await stored(items, intakes, behind: parked, cursor: cursor)
        }
        count { $0.add(outcome.account) }
        for signal in outcome.signals { tell(signal) }
        tell(.committed(items: items.count, elapsed: begun.duration(to: clock.now)))
        return outcome
    }

    /// The part of ``take(_:_:cursor:)`` that is done in a turn.
    func stored(
        _ items: [SourceItem],
        _ intakes: [Intake],
        behind parked: Set<SequenceKey>,
        cursor: (source: String, cursor: SourceCursor)?
    ) async throws(AdapterFailure) -> RecordOutcome {
        let now = clock.now
        var aside = RecordOutcome()
        aside.account.read = items.count
        let known = try await known(items, intakes, behind: parked)
        let taken = sort(items, intakes, behind: parked, known, at: now, &aside)
        var lines: [ClaimLine] = []
        lines.reserveCapacity(items.count)
        for place in taken {
            for event in intakes[place].events { lines.append(.event(event)) }
        }
        var outcome = try await decide(lines, at: now)
        // Nearly always all is new.
        let areAllNew = outcome.commit.claims.count == lines.count
        var new = areAllNew ? [] : Set(outcome.commit.claims.lazy.map(\.id))
        for place in taken {
            let events = intakes[place].events
            let isNew = areAllNew ? !events.isEmpty : events.reduce(false) { new.remove($1.id) != nil || $0 }
            if isNew { aside.account.taken += 1 } else { aside.account.repeated += 1 }
            // What comes once more may be older than what came since.
            guard settings.keepsOriginals, isNew || events.isEmpty else { continue }
            switch items[place].content {
            case .object(let bytes): aside.commit.originals.append((items[place].sequence, bytes))
            case .removed: aside.commit.originals.append((items[place].sequence, nil))
            }
        }
        outcome.commit.append(aside.commit)
        outcome.account.add(aside.account)
        outcome.account.batches += 1
        outcome.signals += aside.signals
        if let cursor { outcome.commit.cursors.append(cursor) }
        try await store(outcome.commit, about: lines.map(\.record))
        return outcome
    }

    /// The places of messages behind parked ones that were taken in before: they come once more and need not wait.
    private func known(
        _ items: [SourceItem],
        _ intakes: [Intake],
        behind parked: Set<SequenceKey>
    ) async throws(AdapterFailure) -> Set<Int> {
        if settings.parking == .message || parked.isEmpty && intakes.allSatisfy({ $0.failure == nil }) { return [] }
        var blocked = parked
        var places: [Int] = []
        var taken: Set<String> = []
        var known: Set<Int> = []
        for (place, item) in items.enumerated() {
            if intakes[place].failure != nil {
                blocked.insert(item.sequence)
            } else if !blocked.contains(item.sequence) {
                taken.insert(item.id)
            } else if taken.contains(item.id) {
                known.insert(place)
            } else if !intakes[place].events.isEmpty {
                places.append(place)
            }
        }
        if places.isEmpty { return known }
        let records = Set(places.flatMap { intakes[$0].events.map(\.record) }).sorted()
        let ledgers = Dictionary(uniqueKeysWithValues: zip(records, try await store.ledgers(of: records)))
        for place in places where intakes[place].events.allSatisfy({ ledgers[$0.record]?.contains($0) == true }) {
            known.insert(place)
        }
        return known
    }

    /// Parks what cannot be dealt with, and what waits behind it; gives the places of the rest.
    private func sort(
        _ items: [SourceItem],
        _ intakes: [Intake],
        behind parked: Set<SequenceKey>,
        _ known: Set<Int>,
        at now: Instant,
        _ aside: inout RecordOutcome
    ) -> [Int] {
        var taken: [Int] = []
        taken.reserveCapacity(items.count)
        var blocked = settings.parking == .sequence ? parked : []
        for place in items.indices {
            if blocked.isEmpty, intakes[place].failure == nil {
                taken.append(place)
                continue
            }
            let item = items[place]
            if blocked.contains(item.sequence), !known.contains(place) {
                aside.commit.parked.append(DeadLetter(.inbound(item), of: item.sequence, because: nil, parkedAt: now))
                aside.account.waiting += 1
                if isWatched { aside.signals.append(.parked(item.sequence, nil)) }
                continue
            }
            guard let failure = intakes[place].failure else {
                taken.append(place)
                continue
            }
            let letter = DeadLetter(.inbound(item), of: item.sequence, because: failure, parkedAt: now)
            let exception = QueuedException(
                failure,
                of: letter,
                intakes[place].origin,
                about: intakes[place].record,
                exceptions,
                at: now
            )
            aside.commit.parked.append(letter)
            aside.commit.opened.append(exception)
            aside.account.refused += 1
            aside.account.opened += 1
            if settings.parking == .sequence { blocked.insert(item.sequence) }
            if isWatched {
                aside.signals.append(.refused(item.sequence, failure.failureClass))
                aside.signals.append(.parked(item.sequence, failure.failureClass))
                aside.signals.append(.opened(exception))
            }
        }
        return taken
    }
}

extension ClaimLine {
    /// The id of what the line says.
    fileprivate var id: String {
        switch self {
        case .event(let event): event.id
        case .approval(let approval): approval.id
        case .emission(let emission): emission.id
        }
    }
}

/// What became of one message, for those who wait.
public struct RequestAnswer: Sendable {
    /// The records that are others now.
    public let records: [StoredRecord]

    /// What somebody must look at because of it.
    public let exceptions: [QueuedException]

    /// Why it was refused; nil if it was not.
    public let failure: AdapterFailure?

    /// Whether it had been taken in before.
    public let isRepetition: Bool

    /// Whether it waits behind another message about its object that was refused.
    public let isWaiting: Bool
}

/// What one of several workers made of its share.
struct WorkerShare<Result: Sendable>: Sendable {
    let worker: Int
    let results: [Result]

    /// The results of all shares, in the order of the whole.
    static func inOrder(_ shares: [WorkerShare<Result>]) -> [Result] {
        shares.sorted { $0.worker < $1.worker }.flatMap(\.results)
    }
}
