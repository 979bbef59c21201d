public import ConcordSchema
public import ConcordValues

/// What kind of agreement a contract is.
public struct ContractType: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A master services agreement: terms for the contracts made under it.
    public static let msa = Self(rawValue: "msa")
    /// A statement of work.
    public static let sow = Self(rawValue: "sow")
    /// An order for work at agreed prices.
    public static let order = Self(rawValue: "order")
    /// An agreed amount of work or availability in each period.
    public static let retainer = Self(rawValue: "retainer")
    /// A service for as long as it is paid for.
    public static let subscription = Self(rawValue: "subscription")
    /// Terms and prices from which the customer may call off work.
    public static let framework = Self(rawValue: "framework")
    /// An agreement to keep secrets, without work.
    public static let nda = Self(rawValue: "nda")
    /// A change of another contract, where a system keeps it as a contract of its own.
    public static let amendment = Self(rawValue: "amendment")

    /// The known codes.
    public static let codes: CodeList = [
        "msa", "sow", "order", "retainer", "subscription", "framework", "nda", "amendment",
    ]
}
