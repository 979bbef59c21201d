public import ConcordSchema
public import ConcordValues

/// How invoices reach a customer.
public struct InvoiceDelivery: Record {
    /// By what way.
    public var channel: InvoiceChannel

    /// Where to: a mail address, a participant's id, a page.
    public var address: String?

    /// The list that a participant's id is from: `0204`, `9930` (EN 16931, BT-49-1).
    public var addressScheme: String?

    /// Where among the customer's addresses paper goes.
    public var postalAddress: RecordID<Address>?

    /// Mail addresses that receive a copy.
    public var copies: [String] = []

    /// In what form.
    public var format: InvoiceFormat?

    /// The customisation of the form: the specification's identifier (EN 16931, BT-24).
    public var profile: String?

    /// The network or portal that carries the invoice.
    public var network: Coding?

    /// What the customer needs to route the invoice (EN 16931, BT-10).
    public var buyerReference: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A way for invoices to reach a customer.
    ///
    /// - Parameters:
    ///   - channel: By what way.
    ///   - configure: Sets what else is known.
    public init(_ channel: InvoiceChannel, _ configure: (inout Self) -> Void = { _ in }) {
        self.channel = channel
        configure(&self)
    }

    /// The declaration of a way of delivery.
    public static let schema = RecordSchema(
        "invoice-delivery",
        "How invoices reach a customer.",
        blank: InvoiceDelivery(.placeholder)
    ) {
        Field("channel", \.channel, "By what way.")
        Field("address", \.address, "Where to: a mail address, a participant's id, a page.", sensitivity: .personal)
        Field(
            "addressScheme",
            \.addressScheme,
            "The list that a participant's id is from: `0204`, `9930` (EN 16931, BT-49-1)."
        )
        Field("postalAddress", \.postalAddress, "Where among the customer's addresses paper goes.")
        Field("copies", \.copies, "Mail addresses that receive a copy.", sensitivity: .personal)
        Field("format", \.format, "In what form.")
        Field("profile", \.profile, "The customisation of the form: the specification's identifier (EN 16931, BT-24).")
        Field("network", \.network, "The network or portal that carries the invoice.")
        Field("buyerReference", \.buyerReference, "What the customer needs to route the invoice (EN 16931, BT-10).")
    }
}

/// By what way invoices reach a customer.
public struct InvoiceChannel: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// By e-mail.
    public static let email = Self(rawValue: "email")
    /// On paper.
    public static let post = Self(rawValue: "post")
    /// Through a network for electronic invoices.
    public static let network = Self(rawValue: "network")
    /// Through the customer's portal.
    public static let portal = Self(rawValue: "portal")
    /// Through a direct connection.
    public static let edi = Self(rawValue: "edi")
    /// Not at all: nothing is sent.
    public static let none = Self(rawValue: "none")

    /// The known codes.
    public static let codes: CodeList = ["email", "post", "network", "portal", "edi", "none"]
}

/// In what form a customer receives invoices.
public struct InvoiceFormat: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Printed.
    public static let paper = Self(rawValue: "paper")
    /// PDF.
    public static let pdf = Self(rawValue: "pdf")
    /// PDF with the structured invoice inside.
    public static let hybrid = Self(rawValue: "hybrid")
    /// The Universal Business Language, ISO/IEC 19845.
    public static let ubl = Self(rawValue: "ubl")
    /// The Cross Industry Invoice of UN/CEFACT.
    public static let cii = Self(rawValue: "cii")
    /// UN/EDIFACT, ISO 9735.
    public static let edifact = Self(rawValue: "edifact")
    /// ASC X12.
    public static let x12 = Self(rawValue: "x12")
    /// A form that a country prescribes.
    public static let national = Self(rawValue: "national")

    /// The known codes.
    public static let codes: CodeList = ["paper", "pdf", "hybrid", "ubl", "cii", "edifact", "x12", "national"]
}
