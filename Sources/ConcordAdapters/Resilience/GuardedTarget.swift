public import ConcordValues

/// A target whose calls go through guards.
///
/// A guard may make a call more than once, so the target must apply a change once per key. If its system takes no keys,
/// the ``IdempotentTarget`` stands inside the guards: `target.appliedOnce(by: store).guarded(by: guards)`.
public struct GuardedTarget<Base: ChangeTarget>: ChangeTarget {
    /// The target.
    public let base: Base

    /// How much hangs on its calls.
    public let priority: CallPriority

    private let guards: CallGuards

    /// A target behind guards.
    ///
    /// - Parameters:
    ///   - base: The target.
    ///   - guards: The guards from the outside in.
    ///   - priority: How much hangs on its calls.
    public init(_ base: Base, guardedBy guards: [any CallGuard], priority: CallPriority = .normal) {
        self.base = base
        self.guards = CallGuards(guards)
        self.priority = priority
    }

    /// The system that is written to.
    public var system: SystemID { base.system }

    /// What the system can do.
    public var capabilities: TargetCapabilities { base.capabilities }

    /// Applies a change.
    public func apply(_ change: TargetChange) async throws(AdapterFailure) -> TargetReceipt {
        let base = base
        return try await guards.run(CallDescription(system, .apply, of: change.sequence, priority: priority)) {
            () async throws(AdapterFailure) -> TargetReceipt in
            try await base.apply(change)
        }
    }

    /// Asks whether a change was applied.
    public func receipt(of change: TargetChange) async throws(AdapterFailure) -> TargetReceipt? {
        let base = base
        return try await guards.run(CallDescription(system, .receipt, of: change.sequence, priority: priority)) {
            () async throws(AdapterFailure) -> TargetReceipt? in
            try await base.receipt(of: change)
        }
    }
}

extension ChangeTarget {
    /// The target behind guards.
    ///
    /// - Parameters:
    ///   - guards: The guards from the outside in; see ``CallGuard`` for their order.
    ///   - priority: How much hangs on its calls.
    /// - Returns: The target, whose calls go through the guards.
    public func guarded(by guards: [any CallGuard], priority: CallPriority = .normal) -> GuardedTarget<Self> {
        GuardedTarget(self, guardedBy: guards, priority: priority)
    }
}
