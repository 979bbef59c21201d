public import ConcordSchema
public import ConcordValues

/// What time may be billed: increments, caps, overtime, travel.
public struct TimePolicy: Record {
    /// The shortest time that is billed, in minutes.
    public var minimumIncrement: Minutes?

    /// The most time of one person that is billed a day, in minutes.
    public var dailyCap: Minutes?

    /// When time is overtime, and what it costs then.
    public var overtimeRules: [OvertimeRule] = []

    /// Whether and how travel is billed.
    public var travelRule: TravelRule?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A time policy; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a time policy.
    public static let schema = RecordSchema(
        "time-policy",
        "What time may be billed: increments, caps, overtime, travel.",
        blank: TimePolicy()
    ) {
        Field("minimumIncrement", \.minimumIncrement, "The shortest time that is billed, in minutes.")
        Field("dailyCap", \.dailyCap, "The most time of one person that is billed a day, in minutes.")
        Field("overtimeRules", \.overtimeRules, "When time is overtime, and what it costs then.")
        Field("travelRule", \.travelRule, "Whether and how travel is billed.")
    }
}
