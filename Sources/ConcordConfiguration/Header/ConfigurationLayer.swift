/// How specific a document is: what a more specific one says goes before what a less specific one says.
///
/// The layers are closed for good. A firm that needs an order between two documents of one layer has two opinions about
/// one matter, and must decide rather than rank them.
public enum ConfigurationLayer: Int, Sendable, Hashable, CaseIterable {
    /// For everybody, or for a whole tenant.
    case base
    /// For a region.
    case region
    /// For a legal entity.
    case legalEntity
    /// For a business unit.
    case businessUnit
}

extension ConfigurationLayer: Comparable {
    /// Whether the first layer is less specific.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension ConfigurationLayer: CustomStringConvertible {
    /// The layer in words: `legal entity`.
    public var description: String {
        switch self {
        case .base: "base"
        case .region: "region"
        case .legalEntity: "legal entity"
        case .businessUnit: "business unit"
        }
    }
}
