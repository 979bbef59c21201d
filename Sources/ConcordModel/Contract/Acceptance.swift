public import ConcordSchema
public import ConcordValues

/// That a result was accepted: by whom, when, and on which document.
public struct Acceptance: Record {
    /// Who accepted it.
    public var by: String?

    /// The day on which it was accepted.
    public var on: LocalDate?

    /// The document that says so.
    public var document: DocumentReference?

    /// Whether it counts as accepted because nobody objected in time.
    public var isDeemed: Bool?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An acceptance; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of an acceptance.
    public static let schema = RecordSchema(
        "acceptance",
        "That a result was accepted: by whom, when, and on which document.",
        blank: Acceptance()
    ) {
        Field("by", \.by, "Who accepted it.", sensitivity: .personal)
        Field("on", \.on, "The day on which it was accepted.")
        Field("document", \.document, "The document that says so.")
        Field("isDeemed", \.isDeemed, "Whether it counts as accepted because nobody objected in time.")
    }
}
