public import ConcordSchema
public import ConcordValues

/// What a resource is.
public struct ResourceKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A person that the firm employs.
    public static let employee = Self(rawValue: "employee")
    /// A person that works for the firm and is not employed.
    public static let contractor = Self(rawValue: "contractor")
    /// A firm that works for the firm.
    public static let subcontractorFirm = Self(rawValue: "subcontractorFirm")
    /// A role to be filled, which stands for nobody yet.
    public static let generic = Self(rawValue: "generic")
    /// Several people who are planned as one.
    public static let team = Self(rawValue: "team")
    /// A thing that is used.
    public static let equipment = Self(rawValue: "equipment")

    /// The known codes.
    public static let codes: CodeList = ["employee", "contractor", "subcontractorFirm", "generic", "team", "equipment"]
}
