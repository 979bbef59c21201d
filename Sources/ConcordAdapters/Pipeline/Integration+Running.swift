public import ConcordOwnership
import ConcordValues
import Synchronization

extension Integration {
    /// Reads sources until none has more, and sends what follows until nothing more can be sent.
    ///
    /// - Parameter sources: The sources, each of another system.
    /// - Returns: Where everything went since the integration was made.
    /// - Throws: What kept it from going on: a source that cannot be read, a store that cannot store. What was stored until
    ///   then stays, and the next run goes on there.
    @discardableResult
    public func run(_ sources: [any ChangeSource]) async throws(AdapterFailure) -> RunAccount {
        let intake = Flag()
        let sends = pace.emission != .never
        if sends, pace.emission == .during {
            let failure = await withTaskGroup(of: AdapterFailure?.self) { group in
                for target in targets {
                    group.addTask { [self] in
                        await Self.failure { () throws(AdapterFailure) in
                            try await send(to: target, until: intake)
                        }
                    }
                }
                let failure = await Self.failure { () throws(AdapterFailure) in try await take(sources) }
                intake.raise()
                if failure != nil { group.cancelAll() }
                var first = failure
                for await other in group where first == nil { first = other }
                return first
            }
            if let failure { throw failure }
            try await sendAll(until: intake)
            return progress
        }
        try await take(sources)
        intake.raise()
        if sends { try await sendAll(until: intake) }
        return progress
    }

    /// Sends what is to be sent, until nothing more can be.
    ///
    /// - Returns: Where everything went since the integration was made.
    /// - Throws: What kept it from going on.
    public func send() async throws(AdapterFailure) -> RunAccount {
        let done = Flag()
        done.raise()
        try await sendAll(until: done)
        return progress
    }

    /// Reads sources and sends what follows until the task is cancelled.
    ///
    /// Each source is read and each system is sent to by a task of its own: a system that is down holds up nobody else.
    ///
    /// - Parameter sources: The sources, each of another system.
    /// - Throws: What kept it from going on; not that it was cancelled.
    public func follow(_ sources: [any ChangeSource]) async throws(AdapterFailure) {
        let never = Flag()
        let failure = await withTaskGroup(of: AdapterFailure?.self) { group in
            for source in sources {
                group.addTask { [self] in
                    await Self.failure { () throws(AdapterFailure) in
                        try await again { () throws(AdapterFailure) in try await take(all: source) }
                    }
                }
            }
            group.addTask { [self] in
                await Self.failure { () throws(AdapterFailure) in
                    try await again { () throws(AdapterFailure) in _ = try await takeApprovals() }
                }
            }
            for target in pace.emission == .never ? [] : targets {
                group.addTask { [self] in
                    await Self.failure { () throws(AdapterFailure) in
                        try await send(to: target, until: never, asking: pace.interval)
                    }
                }
            }
            // They only end if something is wrong, and then all of them do.
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        if let failure, failure.failureClass != .cancelled { throw failure }
    }

    /// Does something whenever the pace's interval is over, until the task is cancelled.
    private func again(_ work: () async throws(AdapterFailure) -> Void) async throws(AdapterFailure) {
        while true {
            try await work()
            try await clock.sleep(for: max(pace.interval, .milliseconds(1)))
        }
    }

    /// Takes in what people decided about changes that waited for them.
    @discardableResult
    public func takeApprovals() async throws(AdapterFailure) -> Int {
        var count = 0
        while true {
            let cursor = try await store.cursor(of: Self.approvalCursor)
            let page = try await store.decisions(after: cursor, limit: pace.batchSize)
            if page.decisions.isEmpty { return count }
            let now = clock.now
            let outcome = try await turn.take { () throws(AdapterFailure) in
                var outcome = try await decide(page.decisions.map(ClaimLine.approval), at: now)
                if let next = page.next { outcome.commit.cursors.append((Self.approvalCursor, next)) }
                try await store(outcome.commit, about: page.decisions.map(\.record))
                return outcome
            }
            self.count { $0.add(outcome.account) }
            for signal in outcome.signals { tell(signal) }
            count += page.decisions.count
            if !page.hasMore { return count }
        }
    }

    /// Takes in what was said in the form of claims: by another integration, a recorded history, a system that makes them.
    ///
    /// - Parameter lines: What was said, in any order; what is known already changes nothing.
    /// - Returns: Where everything went.
    /// - Throws: What kept it from being stored.
    @discardableResult
    public func record(_ lines: [ClaimLine]) async throws(AdapterFailure) -> RunAccount {
        let now = clock.now
        let outcome = try await turn.take { () throws(AdapterFailure) in
            let outcome = try await decide(lines, at: now)
            try await store(outcome.commit, about: lines.map(\.record))
            return outcome
        }
        count { $0.add(outcome.account) }
        for signal in outcome.signals { tell(signal) }
        return outcome.account
    }

    private static var approvalCursor: String { "concord:approvals" }

    private func take(_ sources: [any ChangeSource]) async throws(AdapterFailure) {
        try await takeApprovals()
        if sources.count == 1 {
            try await take(all: sources[0])
            return
        }
        let failure = await withTaskGroup(of: AdapterFailure?.self) { group in
            for source in sources {
                group.addTask { [self] in
                    await Self.failure { () throws(AdapterFailure) in try await take(all: source) }
                }
            }
            var first: AdapterFailure?
            for await failure in group where first == nil { first = failure }
            return first
        }
        if let failure { throw failure }
    }

    /// Reads a source to its end: while one batch is stored, the next one is mapped, and the one behind it is read.
    private func take(all source: any ChangeSource) async throws(AdapterFailure) {
        let name = source.system.text
        let cursor = try await store.cursor(of: name)
        var page = try await self.page(of: source, after: cursor)
        if page.items.isEmpty, page.next == cursor, !page.hasMore { return }
        var intakes = try await read(page.items)
        var following = await attempt { [page] () throws(AdapterFailure) in
            try await self.page(of: source, behind: page)
        }
        while true {
            try AdapterFailure.checkCancellation()
            guard case .success(let coming?) = following else {
                // That the next page cannot be read keeps nobody from taking this one.
                try await take(page.items, intakes, cursor: (name, page.next))
                _ = try following.get()
                return
            }
            async let mapped = attempt { () throws(AdapterFailure) in try await self.read(coming.items) }
            async let behind = attempt { () throws(AdapterFailure) in try await self.page(of: source, behind: coming) }
            try await take(page.items, intakes, cursor: (name, page.next))
            if coming.items.isEmpty, coming.next == page.next, !coming.hasMore { return }
            page = coming
            intakes = try await mapped.get()
            following = await behind
        }
    }

    /// The page behind another one; nil if there is none.
    private func page(
        of source: any ChangeSource,
        behind page: SourcePage
    ) async throws(AdapterFailure) -> SourcePage? {
        page.hasMore ? try await self.page(of: source, after: page.next) : nil
    }

    private func page(
        of source: any ChangeSource,
        after cursor: SourceCursor?
    ) async throws(AdapterFailure) -> SourcePage {
        let begun = clock.now
        let limit = min(pace.batchSize, source.capabilities.maximumPageSize)
        var page = try await source.page(after: cursor, limit: limit)
        var tries = 1
        // What came damaged is read again: the way here is to blame, and not the system.
        while tries < 4, page.items.contains(where: { !$0.isIntact }) {
            count { $0.damaged += page.items.count { !$0.isIntact } }
            tries += 1
            page = try await source.page(after: cursor, limit: limit)
        }
        tell(.read(system: source.system, items: page.items.count, elapsed: begun.duration(to: clock.now)))
        return page
    }

    private func attempt<Value: Sendable>(
        _ work: () async throws(AdapterFailure) -> Value
    ) async -> Result<Value, AdapterFailure> {
        do throws(AdapterFailure) {
            return .success(try await work())
        } catch {
            return .failure(error)
        }
    }

    static func failure(of work: () async throws(AdapterFailure) -> Void) async -> AdapterFailure? {
        do throws(AdapterFailure) {
            try await work()
            return nil
        } catch {
            return error
        }
    }
}

/// Something that is not so until it is, and then stays so.
final class Flag: Sendable {
    private let state = Mutex(false)

    func raise() { state.withLock { $0 = true } }

    var isRaised: Bool { state.withLock { $0 } }
}
