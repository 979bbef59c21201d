public import ConcordValues

/// What is called, for those who guard the call: which system, for what, and how much hangs on it.
public struct CallDescription: Sendable, Hashable {
    /// The system that is called.
    public var system: SystemID

    /// What it is asked for.
    public var operation: CallOperation

    /// The object that the call is about, if it is about one.
    public var sequence: SequenceKey?

    /// How much hangs on it.
    public var priority: CallPriority

    /// A call.
    ///
    /// - Parameters:
    ///   - system: The system that is called.
    ///   - operation: What it is asked for.
    ///   - sequence: The object that the call is about.
    ///   - priority: How much hangs on it.
    public init(
        _ system: SystemID,
        _ operation: CallOperation,
        of sequence: SequenceKey? = nil,
        priority: CallPriority = .normal
    ) {
        self.system = system
        self.operation = operation
        self.sequence = sequence
        self.priority = priority
    }
}

/// What a system is asked for.
public enum CallOperation: String, Sendable, Hashable, CaseIterable {
    /// A page of what it said.
    case page
    /// One object as it is now.
    case current
    /// To apply a change.
    case apply
    /// Whether a change was applied.
    case receipt
}

/// How much hangs on a call: where calls have to wait, those on which more hangs go first.
public enum CallPriority: Int, Sendable, Hashable, CaseIterable {
    /// It can wait: a repair, a report.
    case background
    /// The daily work.
    case normal
    /// Others wait for it: invoices at the end of the month, a credit hold.
    case critical
}

extension CallPriority: Comparable {
    /// Whether less hangs on the first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
