/// Where a rule comes from: the mapping as it was released, or a firm's own rules on top of it.
public struct RuleLayer: Sendable, Hashable {
    /// The layer's name: `base`.
    public let name: String

    /// The layer's version; nil for the base, which has the mapping's.
    public let version: Int?

    /// The mapping as it was released.
    public static let base = Self(name: "base", version: nil)
}

extension RuleLayer: CustomStringConvertible {
    /// The name, with the version if there is one: `base`.
    public var description: String { version.map { "\(name)@\($0)" } ?? name }
}
