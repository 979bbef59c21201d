public import ConcordSchema
public import ConcordValues

/// How a project fares, as those who lead it see it.
public struct ProjectHealth: Record {
    /// Whether what was agreed will be delivered.
    public var scope: HealthRating?

    /// Whether it will be delivered in time.
    public var schedule: HealthRating?

    /// Whether it will stay within the budget.
    public var cost: HealthRating?

    /// All taken together.
    public var overall: HealthRating?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A project's health; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a project's health.
    public static let schema = RecordSchema(
        "project-health",
        "How a project fares, as those who lead it see it.",
        blank: ProjectHealth()
    ) {
        Field("scope", \.scope, "Whether what was agreed will be delivered.")
        Field("schedule", \.schedule, "Whether it will be delivered in time.")
        Field("cost", \.cost, "Whether it will stay within the budget.")
        Field("overall", \.overall, "All taken together.")
    }
}

/// How one side of a project fares.
public struct HealthRating: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// As planned.
    public static let green = Self(rawValue: "green")
    /// In danger.
    public static let yellow = Self(rawValue: "yellow")
    /// Off the plan.
    public static let red = Self(rawValue: "red")

    /// The known codes.
    public static let codes: CodeList = ["green", "yellow", "red"]
}
