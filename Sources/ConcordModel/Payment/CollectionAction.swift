public import ConcordSchema
public import ConcordValues

/// Something that was done to collect an invoice.
public struct CollectionAction: Record {
    /// What was done.
    public var kind: CollectionActionKind

    /// When.
    public var at: Instant

    /// By which way: mail, e-mail, telephone.
    public var channel: Coding?

    /// What came of it.
    public var result: Coding?

    /// Who did it.
    public var by: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An action.
    ///
    /// - Parameters:
    ///   - kind: What was done.
    ///   - at: When.
    ///   - configure: Sets what else is known.
    public init(_ kind: CollectionActionKind, at: Instant, _ configure: (inout Self) -> Void = { _ in }) {
        self.kind = kind
        self.at = at
        configure(&self)
    }

    /// The declaration of an action.
    public static let schema = RecordSchema(
        "collection-action",
        "Something that was done to collect an invoice.",
        blank: CollectionAction(.placeholder, at: .placeholder)
    ) {
        Field("kind", \.kind, "What was done.")
        Field("at", \.at, "When.")
        Field("channel", \.channel, "By which way: mail, e-mail, telephone.")
        Field("result", \.result, "What came of it.")
        Field("by", \.by, "Who did it.", sensitivity: .personal)
    }
}

/// What was done to collect an invoice.
public struct CollectionActionKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A statement of account was sent.
    public static let statement = Self(rawValue: "statement")
    /// A reminder was sent.
    public static let reminder = Self(rawValue: "reminder")
    /// The customer was called.
    public static let call = Self(rawValue: "call")
    /// A last demand was sent.
    public static let finalDemand = Self(rawValue: "finalDemand")
    /// Work for the customer was stopped.
    public static let serviceHold = Self(rawValue: "serviceHold")
    /// The claim was given to lawyers or an agency.
    public static let handover = Self(rawValue: "handover")

    /// The known codes.
    public static let codes: CodeList = ["statement", "reminder", "call", "finalDemand", "serviceHold", "handover"]
}
