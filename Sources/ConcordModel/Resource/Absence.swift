public import ConcordSchema
public import ConcordValues

/// Days on which a resource is away, in whole or in part.
public struct Absence: Record {
    /// The days.
    public var days: DateInterval

    /// What kind of time it is: leave, holiday, sick, training.
    public var kind: TimeType?

    /// The share of each day; all of it if absent.
    public var share: Percentage?

    /// Where the request stands.
    public var approval: ApprovalState?

    /// The request in the system where it was made.
    public var request: ExternalReference?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An absence.
    ///
    /// - Parameters:
    ///   - days: The days.
    ///   - configure: Sets what else is known.
    public init(on days: DateInterval, _ configure: (inout Self) -> Void = { _ in }) {
        self.days = days
        configure(&self)
    }

    /// The declaration of an absence.
    public static let schema = RecordSchema(
        "absence",
        "Days on which a resource is away, in whole or in part.",
        blank: Absence(on: .placeholder)
    ) {
        Field("days", \.days, "The days.")
        Field("kind", \.kind, "What kind of time it is: leave, holiday, sick, training.", sensitivity: .personal)
        Field("share", \.share, "The share of each day; all of it if absent.")
        Field("approval", \.approval, "Where the request stands.")
        Field("request", \.request, "The request in the system where it was made.")
    }
}
