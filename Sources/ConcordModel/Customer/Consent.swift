public import ConcordSchema
public import ConcordValues

/// What a person agreed to, or did not.
///
/// Who contacts a person must be able to prove the consent (GDPR Art. 7).
public struct Consent: Record {
    /// What for: `newsletter`, `reference`, `callRecording`.
    public var purpose: String

    /// Whether the person agreed.
    public var state: ConsentState

    /// When.
    public var at: Instant?

    /// How it can be proved.
    public var evidence: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A consent.
    ///
    /// - Parameters:
    ///   - purpose: What for: `newsletter`, `reference`, `callRecording`.
    ///   - state: Whether the person agreed.
    ///   - configure: Sets what else is known.
    public init(_ purpose: String, _ state: ConsentState, _ configure: (inout Self) -> Void = { _ in }) {
        self.purpose = purpose
        self.state = state
        configure(&self)
    }

    /// The declaration of a consent.
    public static let schema = RecordSchema(
        "consent",
        "What a person agreed to, or did not.",
        blank: Consent("", .placeholder)
    ) {
        Field("purpose", \.purpose, "What for: `newsletter`, `reference`, `callRecording`.")
        Field("state", \.state, "Whether the person agreed.")
        Field("at", \.at, "When.")
        Field("evidence", \.evidence, "How it can be proved.")
    }
}

/// Whether a person agreed.
public struct ConsentState: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Yes.
    public static let given = Self(rawValue: "given")
    /// No.
    public static let refused = Self(rawValue: "refused")
    /// Yes once, and no longer.
    public static let withdrawn = Self(rawValue: "withdrawn")
    /// Asked, and not answered yet.
    public static let pending = Self(rawValue: "pending")

    /// The known codes.
    public static let codes: CodeList = ["given", "refused", "withdrawn", "pending"]
}
