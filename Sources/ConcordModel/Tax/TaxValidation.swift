public import ConcordSchema
public import ConcordValues

/// What became of the question whether a tax number is valid.
public struct TaxValidation: Record {
    /// What the answer was.
    public var status: TaxValidationStatus

    /// When the answer was given.
    public var at: Instant?

    /// Who was asked.
    public var service: String?

    /// The answer's own number, which proves that the question was asked.
    public var reference: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A validation.
    ///
    /// - Parameters:
    ///   - status: What the answer was.
    ///   - configure: Sets what else is known.
    public init(_ status: TaxValidationStatus, _ configure: (inout Self) -> Void = { _ in }) {
        self.status = status
        configure(&self)
    }

    /// The declaration of a validation.
    public static let schema = RecordSchema(
        "tax-validation",
        "What became of the question whether a tax number is valid.",
        blank: TaxValidation(.placeholder)
    ) {
        Field("status", \.status, "What the answer was.")
        Field("at", \.at, "When the answer was given.")
        Field("service", \.service, "Who was asked.")
        Field(
            "reference",
            \.reference,
            "The answer's own number, which proves that the question was asked.",
            sensitivity: .financial
        )
    }
}

/// What is known about the validity of a tax number.
public struct TaxValidationStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The authority knows the number.
    public static let valid = Self(rawValue: "valid")
    /// The authority does not know the number.
    public static let invalid = Self(rawValue: "invalid")
    /// Nobody asked yet.
    public static let unverified = Self(rawValue: "unverified")
    /// The authority did not answer.
    public static let unavailable = Self(rawValue: "unavailable")

    /// The known codes.
    public static let codes: CodeList = ["valid", "invalid", "unverified", "unavailable"]
}
