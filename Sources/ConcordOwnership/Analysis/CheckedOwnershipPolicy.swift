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
    /// - Throws: An ``OwnershipRefusal`` with all errors.
    public init(_ layer: OwnershipLayer, records: [RecordDescription]) throws(OwnershipRefusal) {
        let analysis = OwnershipAnalysis(layer, records: records)
        guard analysis.errors.isEmpty else {
            throw OwnershipRefusal(policy: layer.policy.header, findings: analysis.errors)
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
    /// - Throws: An ``OwnershipRefusal`` with all errors.
    public init(_ policy: OwnershipPolicy, records: [RecordDescription]) throws(OwnershipRefusal) {
        try self.init(OwnershipLayer(policy), records: records)
    }
}
