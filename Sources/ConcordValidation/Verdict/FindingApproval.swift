public import ConcordConfiguration

/// That somebody agreed to one finding, as it stood.
public struct FindingApproval: Sendable, Hashable {
    /// What was agreed to: ``Verdict/fingerprint(of:)``.
    public let fingerprint: ContentHash

    /// In which role.
    public let role: BusinessRole

    /// Who.
    public let approver: String

    /// An approval.
    public init(of fingerprint: ContentHash, role: BusinessRole, approver: String) {
        self.fingerprint = fingerprint
        self.role = role
        self.approver = approver
    }

    func agrees(to finding: Finding, _ fingerprint: ContentHash) -> Bool {
        guard case .approval(let role) = finding.weight else { return false }
        return self.role == role && self.fingerprint == fingerprint
    }
}
