public import ConcordSchema
public import ConcordValues

/// How a quantity of time was rounded, so that it can be explained and undone.
public struct AppliedRounding: Record {
    /// The name of the rounding policy.
    public var policy: String

    /// The policy's version.
    public var version: Int

    /// What rounding added, in minutes; negative where it took away.
    public var difference: Minutes

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A rounding that was applied.
    ///
    /// - Parameters:
    ///   - policy: The name of the rounding policy.
    ///   - version: The policy's version.
    ///   - difference: What rounding added.
    public init(policy: String, version: Int, difference: Minutes) {
        self.policy = policy
        self.version = version
        self.difference = difference
    }

    /// The declaration of a rounding that was applied.
    public static let schema = RecordSchema(
        "applied-rounding",
        "How a quantity of time was rounded, so that it can be explained and undone.",
        blank: AppliedRounding(policy: "", version: 0, difference: .placeholder)
    ) {
        Field("policy", \.policy, "The name of the rounding policy.")
        Field("version", \.version, "The policy's version.")
        Field("difference", \.difference, "What rounding added, in minutes; negative where it took away.")
    }
}
