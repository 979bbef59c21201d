/// What a system does for the firm: sell, sign, deliver, employ, buy, bill.
///
/// Ownership is declared for roles, and a firm says which of its systems plays which: one rule serves the ERP of every
/// legal entity. The set is open.
public struct SystemRole: RawRepresentable, Sendable, Hashable {
    /// The role as documents write it.
    public let rawValue: String

    /// A role with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Customer relationship management, where the firm sells.
    public static let crm: Self = "crm"
    /// Contract lifecycle management, where it signs.
    public static let clm: Self = "clm"
    /// Professional services automation, where it delivers.
    public static let psa: Self = "psa"
    /// Enterprise resource planning, where it bills and keeps its books.
    public static let erp: Self = "erp"
    /// Human resources, where its people are kept.
    public static let hr: Self = "hr"
    /// Procurement, where it buys.
    public static let procurement: Self = "procurement"
    /// The library itself, which gives identities and keeps cross-references.
    public static let library: Self = "library"
    /// A data steward, who overrides with a reason and for a time.
    public static let steward: Self = "steward"
}

extension SystemRole: ExpressibleByStringLiteral {
    /// A role with the given text.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension SystemRole: Comparable {
    /// Whether the first role sorts before the second, by its text.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension SystemRole: CustomStringConvertible {
    /// The role as documents write it.
    public var description: String { rawValue }
}
