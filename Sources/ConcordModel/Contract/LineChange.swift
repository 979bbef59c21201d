public import ConcordSchema
public import ConcordValues

/// What an amendment does to one contract line.
public struct LineChange: Record {
    /// Whether the line comes, changes or ends.
    public var action: ChangeAction

    /// The line; for one that is replaced, the one that ends.
    public var line: RecordID<ContractLine>

    /// The line that takes its place.
    public var successor: RecordID<ContractLine>?

    /// The first day on which the change holds, if not the amendment's.
    public var effectiveFrom: LocalDate?

    /// What the change adds to the line's amount; negative where it takes away.
    public var valueDelta: Money?

    /// What the change adds to the line's quantity; negative where it takes away.
    public var quantityDelta: Quantity?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A change of a line.
    ///
    /// - Parameters:
    ///   - action: Whether the line comes, changes or ends.
    ///   - line: The line; for one that is replaced, the one that ends.
    ///   - configure: Sets what else is known.
    public init(
        action: ChangeAction,
        line: RecordID<ContractLine>,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.action = action
        self.line = line
        configure(&self)
    }

    /// The declaration of a change of a line.
    public static let schema = RecordSchema(
        "line-change",
        "What an amendment does to one contract line.",
        blank: LineChange(action: .placeholder, line: .placeholder)
    ) {
        Field("action", \.action, "Whether the line comes, changes or ends.")
        Field("line", \.line, "The line; for one that is replaced, the one that ends.")
        Field("successor", \.successor, "The line that takes its place.")
        Field("effectiveFrom", \.effectiveFrom, "The first day on which the change holds, if not the amendment's.")
        Field(
            "valueDelta",
            \.valueDelta,
            "What the change adds to the line's amount; negative where it takes away.",
            sensitivity: .commercial
        )
        Field(
            "quantityDelta",
            \.quantityDelta,
            "What the change adds to the line's quantity; negative where it takes away."
        )
    }
}

/// Whether a part of a contract comes, changes or ends.
public struct ChangeAction: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It comes.
    public static let add = Self(rawValue: "add")
    /// It changes.
    public static let modify = Self(rawValue: "modify")
    /// It ends.
    public static let end = Self(rawValue: "end")

    /// The known codes.
    public static let codes: CodeList = ["add", "modify", "end"]
}
