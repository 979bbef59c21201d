public import ConcordConfiguration
public import ConcordSchema

/// A policy that the analysis found no error in: what the engine decides by.
public struct CheckedOwnershipPolicy: Sendable {
    /// The policy.
    public let policy: OwnershipPolicy

    /// What its author should know.
    public let warnings: [OwnershipFinding]

    /// Where its statements stand in files.
    public let places: OwnershipPlaces

    /// The hash of all that the policy says; decisions and approvals name it.
    public let hash: ContentHash

    /// Checks a policy that has places in files.
    ///
    /// - Parameters:
    ///   - layer: The whole policy, with all layers in it.
    ///   - records: The declarations of the records that the policy may speak of.
    /// - Throws: An ``OwnershipPolicyRefusal`` with all errors.
    public init(_ layer: OwnershipLayer, records: [RecordDescription]) throws(OwnershipPolicyRefusal) {
        let analysis = OwnershipAnalysis(layer, records: records)
        guard analysis.errors.isEmpty else {
            throw OwnershipPolicyRefusal(policy: layer.policy.header, findings: analysis.errors)
        }
        policy = layer.policy
        warnings = analysis.warnings
        places = layer.places
        hash = layer.policy.hash
    }

    /// Checks a policy that was made in code.
    ///
    /// - Parameters:
    ///   - policy: The whole policy.
    ///   - records: The declarations of the records that the policy may speak of.
    /// - Throws: An ``OwnershipPolicyRefusal`` with all errors.
    public init(_ policy: OwnershipPolicy, records: [RecordDescription]) throws(OwnershipPolicyRefusal) {
        try self.init(OwnershipLayer(policy), records: records)
    }
}

/// The error of a policy that the analysis refused: all that is wrong with it.
public struct OwnershipPolicyRefusal: Error, Sendable, Hashable {
    /// The policy's name and version.
    public let policy: ConfigurationHeader

    /// The errors, sorted by place.
    public let findings: [OwnershipFinding]

    /// A refusal.
    public init(policy: ConfigurationHeader, findings: [OwnershipFinding]) {
        self.policy = policy
        self.findings = findings
    }
}

extension OwnershipPolicyRefusal: CustomStringConvertible {
    /// The errors, one a line.
    public var description: String { findings.map(\.description).joined(separator: "\n") }
}
