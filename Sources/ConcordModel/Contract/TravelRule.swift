public import ConcordSchema
public import ConcordValues

/// Whether and how travel time is billed.
public struct TravelRule: Record {
    /// Whether travel time is billed.
    public var billability: Billability

    /// The share of the regular rate that is billed.
    public var ratePercent: Percentage?

    /// The most travel time that is billed for one trip, in minutes.
    public var cap: Minutes?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A travel rule.
    ///
    /// - Parameters:
    ///   - billability: Whether travel time is billed.
    ///   - configure: Sets what else is known.
    public init(billability: Billability, _ configure: (inout Self) -> Void = { _ in }) {
        self.billability = billability
        configure(&self)
    }

    /// The declaration of a travel rule.
    public static let schema = RecordSchema(
        "travel-rule",
        "Whether and how travel time is billed.",
        blank: TravelRule(billability: .placeholder)
    ) {
        Field("billability", \.billability, "Whether travel time is billed.")
        Field("ratePercent", \.ratePercent, "The share of the regular rate that is billed.", sensitivity: .commercial)
        Field("cap", \.cap, "The most travel time that is billed for one trip, in minutes.")
    }
}
