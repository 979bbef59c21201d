/// What is known of a record when a rule is looked for: where it is and at which stage.
///
/// A value that is nil is not known; a rule that names one does not apply.
public struct OwnershipCircumstance: Sendable, Hashable {
    /// The legal entity.
    public let legalEntity: String?

    /// The region.
    public let region: String?

    /// The stage.
    public let stage: String?

    /// What is known of a record.
    public init(legalEntity: String? = nil, region: String? = nil, stage: String? = nil) {
        self.legalEntity = legalEntity
        self.region = region
        self.stage = stage
    }

    func narrowed(by other: Self) -> Self {
        Self(
            legalEntity: other.legalEntity ?? legalEntity,
            region: other.region ?? region,
            stage: other.stage ?? stage
        )
    }
}

extension OwnershipCircumstance: CustomStringConvertible {
    /// The circumstance in words: `at the stage issued, in EMEA`, or `everywhere`.
    public var description: String {
        var parts: [String] = []
        if let stage { parts.append("at the stage \(stage)") }
        if let legalEntity { parts.append("for \(legalEntity)") }
        if let region { parts.append("in \(region)") }
        return parts.isEmpty ? "everywhere" : parts.joined(separator: ", ")
    }
}
