public import ConcordSchema
public import ConcordValues

/// A number under which an authority or an agency knows an organisation.
public struct RegistrationIdentifier: Record {
    /// What kind of number it is.
    public var kind: RegistrationKind

    /// The number, as it is written.
    public var value: String

    /// The list that the number is from, ISO 6523: `0060` for D-U-N-S, `9930` for German VAT.
    ///
    /// The codes that electronic invoices use for identifiers and electronic addresses.
    public var scheme: String?

    /// Where the number is valid.
    public var jurisdiction: Jurisdiction?

    /// The authority, court or agency that gave the number.
    public var issuer: String?

    /// The days on which the number is valid.
    public var validity: DateInterval?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A registration identifier.
    ///
    /// - Parameters:
    ///   - kind: What kind of number it is.
    ///   - value: The number, as it is written.
    ///   - configure: Sets what else is known.
    public init(_ kind: RegistrationKind, _ value: String, _ configure: (inout Self) -> Void = { _ in }) {
        self.kind = kind
        self.value = value
        configure(&self)
    }

    /// The declaration of a registration identifier.
    public static let schema = RecordSchema(
        "registration-identifier",
        "A number under which an authority or an agency knows an organisation.",
        blank: RegistrationIdentifier(.placeholder, "")
    ) {
        Field("kind", \.kind, "What kind of number it is.")
        Field("value", \.value, "The number, as it is written.", sensitivity: .financial)
        Field(
            "scheme",
            \.scheme,
            "The list that the number is from, ISO 6523: `0060` for D-U-N-S, `9930` for German VAT."
        )
        Field("jurisdiction", \.jurisdiction, "Where the number is valid.")
        Field("issuer", \.issuer, "The authority, court or agency that gave the number.")
        Field("validity", \.validity, "The days on which the number is valid.")
    }
}

/// What kind of number an organisation is registered under.
public struct RegistrationKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The number in the register of companies.
    public static let company = Self(rawValue: "company")
    /// The number for value-added tax or goods and services tax.
    public static let vat = Self(rawValue: "vat")
    /// The number for other taxes.
    public static let tax = Self(rawValue: "tax")
    /// The number as an employer.
    public static let employer = Self(rawValue: "employer")
    /// The Legal Entity Identifier, ISO 17442.
    public static let lei = Self(rawValue: "lei")
    /// The D-U-N-S number.
    public static let duns = Self(rawValue: "duns")
    /// The Global Location Number of GS1.
    public static let gln = Self(rawValue: "gln")
    /// Another number.
    public static let other = Self(rawValue: "other")

    /// The known codes.
    public static let codes: CodeList = ["company", "vat", "tax", "employer", "lei", "duns", "gln", "other"]
}
