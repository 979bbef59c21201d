public import ConcordSchema
public import ConcordValues

/// One way to reach a person or an organisation: an address for mail, a number, a page.
public struct ContactPoint: Record {
    /// By what means.
    public var kind: ContactPointKind

    /// The address or number, as it is written.
    public var value: String

    /// What it is for, in the words of the source: work, home, assistant.
    public var label: String?

    /// Whether it is the first to be tried among those of its kind.
    public var isPrimary: Bool

    /// When somebody made sure that it reaches its owner.
    public var verifiedAt: Instant?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A contact point.
    ///
    /// - Parameters:
    ///   - kind: By what means.
    ///   - value: The address or number, as it is written.
    ///   - isPrimary: Whether it is the first to be tried among those of its kind.
    ///   - configure: Sets what else is known.
    public init(
        _ kind: ContactPointKind,
        _ value: String,
        isPrimary: Bool = false,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.kind = kind
        self.value = value
        self.isPrimary = isPrimary
        configure(&self)
    }

    /// The declaration of a contact point.
    public static let schema = RecordSchema(
        "contact-point",
        "One way to reach a person or an organisation: an address for mail, a number, a page.",
        blank: ContactPoint(.placeholder, "")
    ) {
        Field("kind", \.kind, "By what means.")
        Field("value", \.value, "The address or number, as it is written.", sensitivity: .personal)
        Field("label", \.label, "What it is for, in the words of the source: work, home, assistant.")
        Field(
            "isPrimary",
            \.isPrimary,
            "Whether it is the first to be tried among those of its kind.",
            hasDefault: true
        )
        Field("verifiedAt", \.verifiedAt, "When somebody made sure that it reaches its owner.")
    }
}

/// By what means somebody is reached.
public struct ContactPointKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An address for e-mail.
    public static let email = Self(rawValue: "email")
    /// A telephone at a place.
    public static let phone = Self(rawValue: "phone")
    /// A telephone that is carried.
    public static let mobile = Self(rawValue: "mobile")
    /// A fax machine.
    public static let fax = Self(rawValue: "fax")
    /// A page on the web.
    public static let web = Self(rawValue: "web")
    /// A name in a chat service.
    public static let chat = Self(rawValue: "chat")

    /// The known codes.
    public static let codes: CodeList = ["email", "phone", "mobile", "fax", "web", "chat"]
}
