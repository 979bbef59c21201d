public import ConcordSchema
public import ConcordValues

/// Somebody who has signed or is to sign.
public struct Signatory: Record {
    /// For which party.
    public var side: SignatorySide

    /// The person's name as it stands under the document.
    public var name: String?

    /// The person's title as it stands under the document.
    public var title: String?

    /// The contact, for the customer's person.
    public var contact: RecordID<Contact>?

    /// The resource, for the firm's person.
    public var resource: RecordID<Resource>?

    /// The legal entity of the firm that the person signs for.
    public var legalEntity: RecordID<LegalEntity>?

    /// The day on which the person signed; none while the signature is missing.
    public var signedOn: LocalDate?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A signatory.
    ///
    /// - Parameters:
    ///   - side: For which party.
    ///   - configure: Sets what else is known.
    public init(side: SignatorySide, _ configure: (inout Self) -> Void = { _ in }) {
        self.side = side
        configure(&self)
    }

    /// The declaration of a signatory.
    public static let schema = RecordSchema(
        "signatory",
        "Somebody who has signed or is to sign.",
        blank: Signatory(side: .placeholder)
    ) {
        Field("side", \.side, "For which party.")
        Field("name", \.name, "The person's name as it stands under the document.", sensitivity: .personal)
        Field("title", \.title, "The person's title as it stands under the document.", sensitivity: .personal)
        Field("contact", \.contact, "The contact, for the customer's person.", sensitivity: .personal)
        Field("resource", \.resource, "The resource, for the firm's person.", sensitivity: .personal)
        Field("legalEntity", \.legalEntity, "The legal entity of the firm that the person signs for.")
        Field("signedOn", \.signedOn, "The day on which the person signed; none while the signature is missing.")
    }
}

/// For which party somebody signs.
public struct SignatorySide: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The customer.
    public static let customer = Self(rawValue: "customer")
    /// The firm.
    public static let firm = Self(rawValue: "firm")
    /// Another party, such as a guarantor.
    public static let thirdParty = Self(rawValue: "thirdParty")

    /// The known codes.
    public static let codes: CodeList = ["customer", "firm", "thirdParty"]
}
