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

extension Intake {
    /// A message that was refused, because a record of it breaks rules.
    init(refusing item: SourceItem, _ record: RecordKey, by policy: String, _ issues: [Issue]) {
        self.record = record
        origin = .validation
        failure = AdapterFailure(
            .validation,
            "\(record) breaks rules of \(policy)",
            system: item.sequence.system,
            remedy: "Correct it in \(item.sequence.system) and replay it.",
            issues: issues.filter { $0.severity == .error }
        )
    }
}
