/// What follows from what was said about records.
struct RecordOutcome: Sendable {
    var commit = StoreCommit()
    var account = RunAccount()
    var signals: [IntegrationSignal] = []

    /// Adds what follows from what was said about others.
    mutating func append(_ other: RecordOutcome) {
        commit.append(other.commit)
        account.add(other.account)
        signals += other.signals
    }
}
