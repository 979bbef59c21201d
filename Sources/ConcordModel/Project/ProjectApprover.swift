public import ConcordSchema
public import ConcordValues

/// Who approves what is posted to a project, at one level.
public struct ProjectApprover: Record {
    /// The level of the decision, counted from 1.
    public var level: Int

    /// Who decides.
    public var who: RecordID<User>

    /// What is decided on; everything if absent.
    public var scope: ApproverScope?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An approver.
    ///
    /// - Parameters:
    ///   - level: The level of the decision, counted from 1.
    ///   - who: Who decides.
    ///   - configure: Sets what else is known.
    public init(level: Int, who: RecordID<User>, _ configure: (inout Self) -> Void = { _ in }) {
        self.level = level
        self.who = who
        configure(&self)
    }

    /// The declaration of an approver.
    public static let schema = RecordSchema(
        "project-approver",
        "Who approves what is posted to a project, at one level.",
        blank: ProjectApprover(level: 0, who: .placeholder)
    ) {
        Field("level", \.level, "The level of the decision, counted from 1.")
        Field("who", \.who, "Who decides.", sensitivity: .personal)
        Field("scope", \.scope, "What is decided on; everything if absent.")
    }
}

/// What an approver decides on.
public struct ApproverScope: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Time entries.
    public static let time = Self(rawValue: "time")
    /// Expenses and other costs.
    public static let expense = Self(rawValue: "expense")
    /// What goes on invoices.
    public static let billing = Self(rawValue: "billing")
    /// Changes of the budget.
    public static let budget = Self(rawValue: "budget")
    /// Assignments.
    public static let staffing = Self(rawValue: "staffing")

    /// The known codes.
    public static let codes: CodeList = ["time", "expense", "billing", "budget", "staffing"]
}
