import ConcordConfiguration
import ConcordOwnership
import ConcordValues

/// What is held of one record while it is worked on.
///
/// Sound: it belongs to the task whose turn it is, which hands each to one of its children at a time.
final class HeldRecord: @unchecked Sendable {
    /// What was said, and what follows.
    var claims: RecordClaims

    /// The key of what is planned for each system; nil if nothing is, and no entry if that is not known.
    var plans: [SystemID: ContentHash?] = [:]

    init(_ claims: RecordClaims) { self.claims = claims }

    /// Turns to another record, of which nothing was said so far.
    func restart(with record: RecordKey, at now: Instant) {
        claims.restart(with: record, asOf: now)
        if !plans.isEmpty { plans = [:] }
    }

    /// The record.
    var key: RecordKey { claims.ledger.record }
}
