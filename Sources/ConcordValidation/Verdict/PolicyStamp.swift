public import ConcordConfiguration

/// Which rules a record was validated with: the policy, the documents upon it, and the circumstances.
public struct PolicyStamp: Sendable, Hashable {
    /// The policy: `rulebook@1`.
    public let policy: String

    /// The documents that were upon it, from the least to the most specific: `acme-eu@3`.
    public let layers: [String]

    /// The circumstances.
    public let circumstances: Circumstances

    /// A hash of all rules that looked, with their weights and parameters.
    public let hash: ContentHash
}

extension PolicyStamp: CustomStringConvertible {
    /// The policy and the documents: `rulebook@1 + acme-eu@3`.
    public var description: String { ([policy] + layers).joined(separator: " + ") }
}
