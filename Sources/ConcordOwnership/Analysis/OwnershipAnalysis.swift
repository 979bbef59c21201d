public import ConcordSchema

/// What can be said of a policy before the first claim comes.
///
/// ```swift
/// let analysis = OwnershipAnalysis(policy, records: [Customer.schema.description])
/// for finding in analysis.findings { print(finding) }
/// ```
///
/// It says which names there are not, which rules tie, which fields have no owner or cannot be cleared, which approvals can
/// never be given, which stages are never reached, and where changes could go around in circles. The same policy gives
/// the same findings in the same order.
public struct OwnershipAnalysis: Sendable, Hashable {
    /// What was found: errors first, then by place.
    public let findings: [OwnershipFinding]

    /// Looks at a policy that has places in files.
    ///
    /// - Parameters:
    ///   - layer: The whole policy, with all layers in it.
    ///   - records: The declarations of the records that the policy may speak of. One that the policy leaves out is not
    ///     owned by anybody, and that is nothing to be told: firms begin with a few.
    public init(_ layer: OwnershipLayer, records: [RecordDescription]) {
        var examination = OwnershipExamination(layer, records: records)
        examination.examine()
        findings = examination.findings.sorted()
    }

    /// Looks at a policy that was made in code.
    ///
    /// - Parameters:
    ///   - policy: The whole policy.
    ///   - records: The declarations of the records that the policy may speak of.
    public init(_ policy: OwnershipPolicy, records: [RecordDescription]) {
        self.init(OwnershipLayer(policy), records: records)
    }

    /// What makes the policy be refused.
    public var errors: [OwnershipFinding] { findings.filter { $0.severity == .error } }

    /// What somebody should know.
    public var warnings: [OwnershipFinding] { findings.filter { $0.severity == .warning } }
}
