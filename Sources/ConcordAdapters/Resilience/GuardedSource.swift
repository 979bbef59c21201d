public import ConcordValues

/// A source whose calls go through guards.
public struct GuardedSource<Base: ChangeSource>: ChangeSource {
    /// The source.
    public let base: Base

    /// How much hangs on its calls.
    public let priority: CallPriority

    private let guards: CallGuards

    /// A source behind guards.
    ///
    /// - Parameters:
    ///   - base: The source.
    ///   - guards: The guards from the outside in.
    ///   - priority: How much hangs on its calls.
    public init(_ base: Base, guardedBy guards: [any CallGuard], priority: CallPriority = .normal) {
        self.base = base
        self.guards = CallGuards(guards)
        self.priority = priority
    }

    /// The system that is read.
    public var system: SystemID { base.system }

    /// What the system can do.
    public var capabilities: SourceCapabilities { base.capabilities }

    /// Reads the messages behind a cursor.
    public func page(after cursor: SourceCursor?, limit: Int) async throws(AdapterFailure) -> SourcePage {
        let base = base
        return try await guards.run(CallDescription(system, .page, priority: priority)) {
            () async throws(AdapterFailure) -> SourcePage in
            try await base.page(after: cursor, limit: limit)
        }
    }

    /// Reads one object as it is now.
    public func current(_ sequence: SequenceKey) async throws(AdapterFailure) -> SourceItem? {
        let base = base
        return try await guards.run(CallDescription(system, .current, of: sequence, priority: priority)) {
            () async throws(AdapterFailure) -> SourceItem? in
            try await base.current(sequence)
        }
    }
}

extension ChangeSource {
    /// The source behind guards.
    ///
    /// - Parameters:
    ///   - guards: The guards from the outside in; see ``CallGuard`` for their order.
    ///   - priority: How much hangs on its calls.
    /// - Returns: The source, whose calls go through the guards.
    public func guarded(by guards: [any CallGuard], priority: CallPriority = .normal) -> GuardedSource<Self> {
        GuardedSource(self, guardedBy: guards, priority: priority)
    }
}
