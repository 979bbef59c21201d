public import ConcordConfiguration

/// The error of a policy that nothing is decided by: all that is wrong with it.
public struct OwnershipRefusal: Error, Sendable, Hashable {
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

extension OwnershipRefusal: CustomStringConvertible {
    /// The errors, one a line.
    public var description: String { findings.map(\.description).joined(separator: "\n") }
}
