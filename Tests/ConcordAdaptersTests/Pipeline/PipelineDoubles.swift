import Concord
import Synchronization

/// A clock that stands still and goes on at once for those who wait.
final class FixedClock: ServiceClock {
    private let time: Mutex<Instant>

    init() { time = Mutex((try? Instant("2026-11-21T09:00:00Z")) ?? .placeholder) }

    var now: Instant { time.withLock { $0 } }

    func advance(_ duration: Duration) { time.withLock { $0 = $0.advanced(by: duration) } }

    func sleep(for duration: Duration) async throws(AdapterFailure) {
        try AdapterFailure.checkCancellation()
        advance(duration)
        await Task.yield()
    }
}

/// A system that refuses some tries, by the object's id or, with `*`, of any.
final class UnwillingTarget: ChangeTarget {
    let system = PipelineFirm.erp
    let capabilities = TargetCapabilities(keyRetention: .seconds(86_400))

    private struct State {
        var failures: [String: [AdapterFailure]]
        var keys: [String: [ContentHash]] = [:]
    }

    private let state: Mutex<State>
    private let inner = MemoryTarget(PipelineFirm.erp)

    init(failures: [String: [AdapterFailure]]) { state = Mutex(State(failures: failures)) }

    /// The keys under which each object was tried to be written.
    var keys: [String: [ContentHash]] { state.withLock { $0.keys } }

    func apply(_ change: TargetChange) async throws(AdapterFailure) -> TargetReceipt {
        let failure = state.withLock { state -> AdapterFailure? in
            state.keys[change.sequence.id, default: []].append(change.key)
            let id = state.failures["*"] == nil ? change.sequence.id : "*"
            guard state.failures[id]?.isEmpty == false else { return nil }
            return state.failures[id]?.removeFirst()
        }
        if let failure { throw failure }
        return try await inner.apply(change)
    }

    func receipt(of change: TargetChange) async throws(AdapterFailure) -> TargetReceipt? {
        try await inner.receipt(of: change)
    }
}

/// A source of which only the first pages can be read.
struct TornSource: ChangeSource {
    let whole: MemorySource
    /// How many pages can be read.
    let pages: Int

    private let count = ReadCount()

    init(_ whole: MemorySource, pages: Int) {
        self.whole = whole
        self.pages = pages
    }

    var system: SystemID { whole.system }
    var capabilities: SourceCapabilities { whole.capabilities }

    func page(after cursor: SourceCursor?, limit: Int) async throws(AdapterFailure) -> SourcePage {
        if count.next() > pages { throw AdapterFailure(.transient, "the connection is torn", remedy: "Try again.") }
        return try await whole.page(after: cursor, limit: limit)
    }

    func current(_ sequence: SequenceKey) async throws(AdapterFailure) -> SourceItem? {
        try await whole.current(sequence)
    }
}

/// How often something was read.
private final class ReadCount: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
