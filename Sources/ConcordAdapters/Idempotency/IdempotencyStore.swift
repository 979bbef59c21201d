public import ConcordConfiguration
public import ConcordValues

/// The host's door to what was done under which key, for systems that keep no account of it themselves.
///
/// ## Implementation guidance
///
/// - ``begin(_:fingerprint:at:)`` is one step: of two that begin at once, one is told ``IdempotencyState/new``.
/// - Keep keys for longer than anything may be replayed; what is older is reconciled and never sent again (R20).
/// - A failure is no result: ``abandon(_:)`` frees the key, so that the next try may begin. What was completed stays so: it
///   cannot be abandoned, nor completed with another receipt.
/// - ``forget(before:)`` leaves what was begun and not completed: nobody knows what came of it.
public protocol IdempotencyStore: Sendable {
    /// Begins something under a key, if nobody has.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - fingerprint: The hash of what is to be done. Something else under the same key is refused.
    ///   - time: When.
    /// - Returns: How it stands with the key.
    /// - Throws: What kept it from answering.
    func begin(
        _ key: ContentHash,
        fingerprint: ContentHash,
        at time: Instant
    ) async throws(AdapterFailure) -> IdempotencyState

    /// Says what came of it.
    func complete(_ key: ContentHash, _ receipt: TargetReceipt, at time: Instant) async throws(AdapterFailure)

    /// Says that nothing came of it: the key is free again.
    func abandon(_ key: ContentHash) async throws(AdapterFailure)

    /// Forgets keys that were completed before a time.
    ///
    /// - Returns: How many.
    @discardableResult
    func forget(before time: Instant) async throws(AdapterFailure) -> Int
}

/// How it stands with an idempotency key.
public enum IdempotencyState: Sendable, Hashable {
    /// Nobody had begun; whoever asked has now.
    case new
    /// Somebody began at this time and has not said what came of it: it is under way, or it broke off.
    case begun(at: Instant)
    /// It was done.
    case completed(TargetReceipt)
    /// Something else was begun under the key.
    case mismatch
}
