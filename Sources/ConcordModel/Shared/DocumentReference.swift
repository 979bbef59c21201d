public import ConcordSchema
public import ConcordValues

/// A document that is kept elsewhere, and how to find it and to know it again.
public struct DocumentReference: Record {
    /// The document's identity among those of its owner.
    public var id: RecordID<DocumentReference>?

    /// What kind of document it is.
    public var kind: DocumentKind

    /// What people call the document.
    public var title: String?

    /// The number that stands on the document.
    public var number: String?

    /// The date that stands on the document.
    public var issuedOn: LocalDate?

    /// Who issued it.
    public var issuer: String?

    /// The language it is written in.
    public var language: LanguageTag?

    /// The system that keeps the document, and its name there.
    public var location: ExternalReference?

    /// Where the document can be fetched.
    public var url: String?

    /// The name of the file.
    public var fileName: String?

    /// The kind of file: `application/pdf` (RFC 6838).
    public var mediaType: String?

    /// The size of the file in bytes.
    public var byteCount: Int64?

    /// The digest of the file with its algorithm in front: `sha-256:…`.
    public var digest: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A reference to a document.
    ///
    /// - Parameters:
    ///   - title: What people call the document.
    ///   - kind: What kind of document it is.
    ///   - configure: Sets what else is known.
    public init(_ title: String? = nil, kind: DocumentKind = .other, _ configure: (inout Self) -> Void = { _ in }) {
        self.title = title
        self.kind = kind
        configure(&self)
    }

    /// The declaration of a reference to a document.
    public static let schema = RecordSchema(
        "document-reference",
        "A document that is kept elsewhere, and how to find it and to know it again.",
        blank: DocumentReference()
    ) {
        Field("id", \.id, "The document's identity among those of its owner.")
        Field("kind", \.kind, "What kind of document it is.", hasDefault: true)
        Field("title", \.title, "What people call the document.")
        Field("number", \.number, "The number that stands on the document.")
        Field("issuedOn", \.issuedOn, "The date that stands on the document.")
        Field("issuer", \.issuer, "Who issued it.")
        Field("language", \.language, "The language it is written in.")
        Field("location", \.location, "The system that keeps the document, and its name there.")
        Field("url", \.url, "Where the document can be fetched.")
        Field("fileName", \.fileName, "The name of the file.")
        Field("mediaType", \.mediaType, "The kind of file: `application/pdf` (RFC 6838).")
        Field("byteCount", \.byteCount, "The size of the file in bytes.", unit: .byte)
        Field("digest", \.digest, "The digest of the file with its algorithm in front: `sha-256:…`.")
    }
}

/// What kind of document it is.
public struct DocumentKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A contract.
    public static let contract = Self(rawValue: "contract")
    /// A change to a contract.
    public static let amendment = Self(rawValue: "amendment")
    /// What work is to be done.
    public static let statementOfWork = Self(rawValue: "statementOfWork")
    /// An offer.
    public static let proposal = Self(rawValue: "proposal")
    /// A customer's order.
    public static let purchaseOrder = Self(rawValue: "purchaseOrder")
    /// An invoice or a credit note.
    public static let invoice = Self(rawValue: "invoice")
    /// Time worked, as the customer signed or may check it.
    public static let timesheet = Self(rawValue: "timesheet")
    /// Proof of an expense.
    public static let receipt = Self(rawValue: "receipt")
    /// Proof that the customer accepted work.
    public static let acceptance = Self(rawValue: "acceptance")
    /// A statement by an authority.
    public static let certificate = Self(rawValue: "certificate")
    /// A letter or a message.
    public static let correspondence = Self(rawValue: "correspondence")
    /// Something else.
    public static let other = Self(rawValue: "other")

    /// The known codes.
    public static let codes: CodeList = [
        "contract", "amendment", "statementOfWork", "proposal", "purchaseOrder", "invoice", "timesheet", "receipt",
        "acceptance", "certificate", "correspondence", "other",
    ]
}
