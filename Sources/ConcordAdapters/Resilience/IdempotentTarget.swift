import ConcordConfiguration
import ConcordOwnership
public import ConcordValues
import Synchronization

/// Gives a target whose system takes no keys the promise of once per key, with receipts in the host's store.
///
/// | The key is | What is done |
/// |---|---|
/// | new | the change is applied and its receipt kept |
/// | completed | the receipt is answered, as a repetition |
/// | begun, and nobody knows what came of it | the system is asked; it is applied only if the system does not have it |
/// | begun, and under way | answered `locked` |
/// | begun, and the system cannot tell | answered `policy`: a person looks, and calls ``settle(_:with:)`` or ``release(_:)`` |
/// | another change's | answered `policy` |
///
/// A failure frees the key only if it proves that nothing was applied: `validation`, `policy`, `mapping`, `rateLimited`
/// and `locked`. After `transient`, `unknown` and `cancelled` nobody knows, and the key stays begun.
public final class IdempotentTarget<Base: ChangeTarget, Store: IdempotencyStore, Clock: ServiceClock>: ChangeTarget {
    /// The target.
    public let base: Base

    /// What the system can do, and how long keys are kept.
    public let capabilities: TargetCapabilities

    private let store: Store
    private let clock: Clock
    private let lease: Duration
    private let own = Mutex(Own())

    /// What this process knows of keys that it began.
    private struct Own {
        var underWay: Set<ContentHash> = []
        var doubtful: Set<ContentHash> = []
    }

    /// How many keys of unknown outcome a process remembers as its own; of others it waits for the lease.
    private static var maximumDoubtful: Int { 10_000 }

    /// A target that applies changes once.
    ///
    /// - Parameters:
    ///   - base: The target.
    ///   - store: Where receipts are kept.
    ///   - retention: How long they are kept there.
    ///   - lease: How long a key that another process began is taken to be under way. Nothing unless several processes
    ///     write to one system; then more than the longest call.
    ///   - clock: Time.
    public init(
        _ base: Base,
        store: Store,
        retention: Duration,
        lease: Duration = .zero,
        clock: Clock = WallClock()
    ) {
        self.base = base
        self.store = store
        self.lease = lease
        self.clock = clock
        var capabilities = base.capabilities
        capabilities.keyRetention = retention
        self.capabilities = capabilities
    }

    /// The system that is written to.
    public var system: SystemID { base.system }

    /// Applies a change, once under its key.
    public func apply(_ change: TargetChange) async throws(AdapterFailure) -> TargetReceipt {
        guard own.withLock({ $0.underWay.insert(change.key).inserted }) else { throw underWay(nil) }
        defer { _ = own.withLock { $0.underWay.remove(change.key) } }
        let now = clock.now
        switch try await store.begin(change.key, fingerprint: Self.fingerprint(of: change), at: now) {
        case .new: break
        case .completed(let receipt): return repetition(receipt)
        case .mismatch: throw mismatch(change)
        case .begun(let begun):
            let left = lease - begun.duration(to: now)
            if left > .zero, !own.withLock({ $0.doubtful.contains(change.key) }) { throw underWay(left) }
            if let receipt = try await readBack(change) { return receipt }
        }
        return try await send(change)
    }

    /// Asks whether a change was applied.
    public func receipt(of change: TargetChange) async throws(AdapterFailure) -> TargetReceipt? {
        try await base.receipt(of: change)
    }

    /// Says that a change was applied of which nobody knew.
    ///
    /// - Parameters:
    ///   - change: The change.
    ///   - receipt: What the system has.
    /// - Throws: What kept it from being noted.
    public func settle(_ change: TargetChange, with receipt: TargetReceipt) async throws(AdapterFailure) {
        let state = try await store.begin(change.key, fingerprint: Self.fingerprint(of: change), at: clock.now)
        if state == .mismatch { throw mismatch(change) }
        try await complete(change.key, receipt)
    }

    /// Says that a change was not applied of which nobody knew: it may be sent again.
    public func release(_ change: TargetChange) async throws(AdapterFailure) {
        try await store.abandon(change.key)
        own.withLock { _ = $0.doubtful.remove(change.key) }
    }

    private func send(_ change: TargetChange) async throws(AdapterFailure) -> TargetReceipt {
        let receipt: TargetReceipt
        do {
            receipt = try await base.apply(change)
        } catch {
            switch error.failureClass {
            case .validation, .policy, .mapping, .rateLimited, .locked:
                // A key that cannot be freed is read back the next time, which is as good.
                do { try await store.abandon(change.key) } catch { doubt(change.key) }
            case .transient, .unknown, .cancelled: doubt(change.key)
            }
            throw error
        }
        do {
            try await complete(change.key, receipt)
        } catch {
            doubt(change.key)
            throw error
        }
        return receipt
    }

    private func readBack(_ change: TargetChange) async throws(AdapterFailure) -> TargetReceipt? {
        guard capabilities.readsBack else {
            throw AdapterFailure(
                .policy,
                "nobody knows whether \(change.sequence) was changed under the key \(change.key)",
                system: system,
                remedy: "Look at the object, then settle or release the key; until then nothing is sent."
            )
        }
        do {
            guard let receipt = try await base.receipt(of: change) else { return nil }
            try await complete(change.key, receipt)
            return repetition(receipt)
        } catch {
            doubt(change.key)
            throw error
        }
    }

    private func complete(_ key: ContentHash, _ receipt: TargetReceipt) async throws(AdapterFailure) {
        try await store.complete(key, receipt, at: clock.now)
        own.withLock { _ = $0.doubtful.remove(key) }
    }

    private func doubt(_ key: ContentHash) {
        own.withLock { own in
            if own.doubtful.count < Self.maximumDoubtful { own.doubtful.insert(key) }
        }
    }

    private func repetition(_ receipt: TargetReceipt) -> TargetReceipt {
        var receipt = receipt
        receipt.isRepetition = true
        return receipt
    }

    private func mismatch(_ change: TargetChange) -> AdapterFailure {
        AdapterFailure(
            .policy,
            "the key \(change.key) was begun for another change",
            system: system,
            remedy: "Find out who gives two changes one key; nothing was sent."
        )
    }

    private func underWay(_ wait: Duration?) -> AdapterFailure {
        AdapterFailure(.locked, "the same change is under way", system: system, retryAfter: wait)
    }

    /// What the key stands for: the record and the values.
    ///
    /// The object's id and the body may differ from one try to the
    /// next, because the system may have given the object an id, or others may have changed it.
    private static func fingerprint(of change: TargetChange) -> ContentHash {
        var text = "\(change.sequence.system)\n\(change.record)"
        for entry in change.values { text += "\n\(entry.path.text)\t\(entry.value)" }
        return ContentHash(ofBytes: Array(text.utf8))
    }
}

extension ChangeTarget {
    /// The target with receipts in a store, so that a change is applied once under its key.
    ///
    /// - Parameters:
    ///   - store: Where receipts are kept.
    ///   - retention: How long they are kept there.
    ///   - lease: How long a key that another process began is taken to be under way.
    ///   - clock: Time.
    /// - Returns: The target, which applies each change once.
    public func appliedOnce<Store: IdempotencyStore, Clock: ServiceClock>(
        by store: Store,
        retention: Duration = .seconds(90 * 86_400),
        lease: Duration = .zero,
        clock: Clock = WallClock()
    ) -> IdempotentTarget<Self, Store, Clock> {
        IdempotentTarget(self, store: store, retention: retention, lease: lease, clock: clock)
    }
}
