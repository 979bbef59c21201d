public import ConcordSchema
public import ConcordValues

/// How far an opportunity has come, in the model's terms and in the source's.
///
/// Each firm edits its own list of stages, so the source's stage is kept beside the one that reports can rely on.
public struct OpportunityStage: Record {
    /// The step that all sources have in common.
    public var canonical: CanonicalStage

    /// The stage in the source's list.
    public var source: Coding?

    /// The pipeline whose stage it is, in the source's list.
    public var pipeline: Coding?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A stage.
    ///
    /// - Parameters:
    ///   - canonical: The step that all sources have in common.
    ///   - source: The stage in the source's list.
    ///   - configure: Sets what else is known.
    public init(_ canonical: CanonicalStage, source: Coding? = nil, _ configure: (inout Self) -> Void = { _ in }) {
        self.canonical = canonical
        self.source = source
        configure(&self)
    }

    /// The declaration of a stage.
    public static let schema = RecordSchema(
        "opportunity-stage",
        "How far an opportunity has come, in the model's terms and in the source's.",
        blank: OpportunityStage(.placeholder)
    ) {
        Field("canonical", \.canonical, "The step that all sources have in common.")
        Field("source", \.source, "The stage in the source's list.")
        Field("pipeline", \.pipeline, "The pipeline whose stage it is, in the source's list.")
    }
}

/// The steps on the way of every opportunity.
public struct CanonicalStage: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Whether there is anything to win.
    public static let qualify = Self(rawValue: "qualify")
    /// What the customer needs.
    public static let develop = Self(rawValue: "develop")
    /// What the firm offers.
    public static let propose = Self(rawValue: "propose")
    /// On what terms.
    public static let negotiate = Self(rawValue: "negotiate")
    /// Decided, either way.
    public static let closed = Self(rawValue: "closed")

    /// The known codes.
    public static let codes: CodeList = ["qualify", "develop", "propose", "negotiate", "closed"]
}
