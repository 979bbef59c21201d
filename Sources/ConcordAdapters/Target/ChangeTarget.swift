public import ConcordValues

/// The host's door to a system that is written to.
///
/// ## Implementation guidance
///
/// - **Once per key.** A change whose key was applied before is not applied again: answer with the same receipt and
///   ``TargetReceipt/isRepetition``. Hand the key to the system if it takes one (`Idempotency-Key`, an external id to
///   upsert by); else wrap the adapter in an `IdempotentTarget`, which keeps receipts in the host's store and reads back
///   what it cannot know.
///   That holds of another instance of the adapter too, and of a repetition that comes behind later changes, which it must
///   not undo. Something else under a known key is refused with ``FailureClass/policy``, or answered as a repetition; it is
///   never applied.
/// - **All or nothing.** A change is applied whole or not at all. What failed has no receipt, and its key is free.
/// - **Order.** Changes with one ``SequenceKey`` are handed over one after the other, never at once; keep them so.
/// - **Reading back** tells what the system holds now, in the words of ``TargetChange/values`` or the vendor's. A write
///   that was not read back grants nothing (OWNERSHIP R19).
/// - **Cancellation.** Answer a cancelled task soon: with the receipt, or with ``AdapterFailure/cancelled`` and no other
///   failure if the change was not applied, or may be asked for again under its key.
/// - **Failures** say what kind they are: a lock is ``FailureClass/locked``, a quota ``FailureClass/rateLimited`` with the
///   time that the system asks for, a refused value ``FailureClass/validation`` with the value's issue. Do not retry
///   inside.
///
/// `ChangeTargetContract` of ConcordTesting checks all of this.
public protocol ChangeTarget: Sendable {
    /// The system that is written to.
    var system: SystemID { get }

    /// What the system can do.
    var capabilities: TargetCapabilities { get }

    /// Applies a change.
    ///
    /// - Parameter change: What to write, under its key.
    /// - Returns: What the system says of it.
    /// - Throws: What kept it from being applied.
    func apply(_ change: TargetChange) async throws(AdapterFailure) -> TargetReceipt

    /// Asks whether a change was applied.
    ///
    /// - Parameter change: The change.
    /// - Returns: The receipt; nil if it was not applied.
    /// - Throws: What kept it from being found out.
    func receipt(of change: TargetChange) async throws(AdapterFailure) -> TargetReceipt?
}

/// What a system that is written to can do.
public struct TargetCapabilities: Sendable, Hashable {
    /// How long the system remembers keys; nil if it takes none.
    ///
    /// Beyond that time nothing is sent again: it is reconciled.
    public var keyRetention: Duration?

    /// Whether ``ChangeTarget/receipt(of:)`` can tell whether a change was applied.
    public var readsBack: Bool

    /// How many changes may be under way at once.
    public var maximumConcurrency: Int

    /// What a system can do.
    ///
    /// - Parameters:
    ///   - keyRetention: How long the system remembers keys; nil if it takes none.
    ///   - readsBack: Whether it can tell whether a change was applied.
    ///   - maximumConcurrency: How many changes may be under way at once.
    public init(keyRetention: Duration?, readsBack: Bool = true, maximumConcurrency: Int = 4) {
        self.keyRetention = keyRetention
        self.readsBack = readsBack
        self.maximumConcurrency = maximumConcurrency
    }
}
