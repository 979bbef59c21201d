public import ConcordValues

/// Folds a stream of what was said, sorted by record, into records, in memory for one record at a time.
///
/// ## Usage
///
/// ```swift
/// var fold = OwnershipFold(ownership, asOf: now)
/// for event in events {
///     if let record = fold.insert(event) { publish(record) }
/// }
/// if let record = fold.finish() { publish(record) }
/// ```
///
/// Within one record, the order does not matter. A record that comes again after another one is a record of its own: sort
/// the stream by key.
public struct OwnershipFold: Sendable {
    private let ownership: CompiledOwnership
    private let asOf: Instant
    private var ledger: ClaimLedger?

    /// A fold at the beginning of a stream.
    public init(_ ownership: CompiledOwnership, asOf: Instant) {
        self.ownership = ownership
        self.asOf = asOf
    }

    /// Takes in an event; returns the record before it, if it is of another one.
    public mutating func insert(_ event: ClaimEvent) -> OwnedRecord? {
        let complete = move(to: event.record)
        ledger?.insert(event)
        return complete
    }

    /// Takes in an approval; returns the record before it, if it is of another one.
    public mutating func insert(_ approval: ApprovalDecision) -> OwnedRecord? {
        let complete = move(to: approval.record)
        ledger?.insert(approval)
        return complete
    }

    /// Takes in what was sent; returns the record before it, if it is of another one.
    public mutating func insert(_ emission: EmissionRecord) -> OwnedRecord? {
        let complete = move(to: emission.record)
        ledger?.insert(emission)
        return complete
    }

    /// The last record, if there was any.
    public mutating func finish() -> OwnedRecord? {
        defer { ledger = nil }
        return ledger.map { ownership.record(from: $0, asOf: asOf) }
    }

    private mutating func move(to record: RecordKey) -> OwnedRecord? {
        if ledger?.record == record { return nil }
        let complete = finish()
        ledger = ClaimLedger(record)
        return complete
    }
}
