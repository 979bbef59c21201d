public import ConcordSchema
public import ConcordValues

/// Whether a document is signed, and by whom.
public struct Signature: Record {
    /// How far signing is.
    public var state: SignatureState

    /// The day on which the last one signed.
    public var signedOn: LocalDate?

    /// Who has signed or is to sign.
    public var signatories: [Signatory] = []

    /// The document that is signed.
    public var document: DocumentReference?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A signature.
    ///
    /// - Parameters:
    ///   - state: How far signing is.
    ///   - configure: Sets what else is known.
    public init(state: SignatureState, _ configure: (inout Self) -> Void = { _ in }) {
        self.state = state
        configure(&self)
    }

    /// The declaration of a signature.
    public static let schema = RecordSchema(
        "signature",
        "Whether a document is signed, and by whom.",
        blank: Signature(state: .placeholder)
    ) {
        Field("state", \.state, "How far signing is.")
        Field("signedOn", \.signedOn, "The day on which the last one signed.")
        Field("signatories", \.signatories, "Who has signed or is to sign.")
        Field("document", \.document, "The document that is signed.")
    }
}

/// How far signing is.
public struct SignatureState: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Nobody was asked yet.
    public static let unsigned = Self(rawValue: "unsigned")
    /// Everybody was asked and nobody has signed.
    public static let requested = Self(rawValue: "requested")
    /// Some have signed.
    public static let partlySigned = Self(rawValue: "partlySigned")
    /// Everybody has signed.
    public static let signed = Self(rawValue: "signed")
    /// Somebody refused.
    public static let declined = Self(rawValue: "declined")
    /// The signatures no longer count.
    public static let voided = Self(rawValue: "voided")

    /// The known codes.
    public static let codes: CodeList = ["unsigned", "requested", "partlySigned", "signed", "declined", "voided"]
}
