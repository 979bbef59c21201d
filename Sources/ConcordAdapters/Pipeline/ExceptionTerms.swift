public import ConcordOwnership
public import ConcordSchema
import ConcordValues

/// What an integration says of exceptions beyond what it knows itself: what hangs on them, and until when to act.
public struct ExceptionTerms: Sendable {
    /// What hangs on a record: the client, the project, open invoices, the amount at risk.
    public var context: @Sendable (RecordKey) -> ExceptionCase.Context

    /// How long somebody has to act.
    public var time: @Sendable (QueuedException.Origin, _ kind: String) -> Duration

    /// Whose values may stand in exceptions beside those that are for everybody.
    public var revealing: Set<Sensitivity>

    /// What is said of exceptions.
    ///
    /// - Parameters:
    ///   - revealing: Whose values may stand in exceptions beside those that are for everybody.
    ///   - context: What hangs on a record.
    ///   - time: How long somebody has to act; three days if nobody says.
    public init(
        revealing: Set<Sensitivity> = [],
        context: @escaping @Sendable (RecordKey) -> ExceptionCase.Context = { _ in .init() },
        time: @escaping @Sendable (QueuedException.Origin, String) -> Duration = { _, _ in .seconds(3 * 86_400) }
    ) {
        self.revealing = revealing
        self.context = context
        self.time = time
    }
}
