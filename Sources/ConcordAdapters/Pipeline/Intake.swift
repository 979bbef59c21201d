import ConcordOwnership
import ConcordSchema

/// What came of one message: what it says about records, or why it says nothing.
struct Intake: Sendable {
    /// What it says, one event for each record.
    var events: [ClaimEvent] = []

    /// Why it was refused; nil if it was not.
    var failure: AdapterFailure?

    /// Where it was refused: reading it, or by rules.
    var origin = QueuedException.Origin.intake

    /// The record that it was refused about, if it got that far.
    var record: RecordKey?
}
