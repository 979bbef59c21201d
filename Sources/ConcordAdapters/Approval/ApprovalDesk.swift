public import ConcordOwnership

/// The host's door to the people who approve: what they decided.
///
/// What waits for them is in the ``ExceptionQueue``, with the binding that their decision must name. What they decide comes
/// back here, and is taken into the record's ledger like everything else that was said.
///
/// ## Implementation guidance
///
/// Give each decision at least once behind the cursor, as a ``ChangeSource`` gives its messages: in the order in which they
/// came, the same again for the same cursor, and a cursor that was never given refused with ``FailureClass/policy``. A decision
/// that is submitted twice is there once.
public protocol ApprovalDesk: Sendable {
    /// What was decided since.
    ///
    /// - Parameters:
    ///   - cursor: Where to begin; nil for the beginning.
    ///   - limit: How many at most.
    /// - Returns: The decisions, and where to go on.
    /// - Throws: What kept it from answering.
    func decisions(after cursor: SourceCursor?, limit: Int) async throws(AdapterFailure) -> ApprovalPage

    /// Takes somebody's decision.
    func submit(_ decision: ApprovalDecision) async throws(AdapterFailure)
}

/// Some decisions, and where to go on behind them.
public struct ApprovalPage: Sendable, Hashable {
    /// The decisions.
    public let decisions: [ApprovalDecision]
    /// Where the next page begins; nil if there was nothing and no beginning was given.
    public let next: SourceCursor?
    /// Whether more is there already.
    public let hasMore: Bool

    /// A page.
    public init(_ decisions: [ApprovalDecision], next: SourceCursor?, hasMore: Bool) {
        self.decisions = decisions
        self.next = next
        self.hasMore = hasMore
    }
}
