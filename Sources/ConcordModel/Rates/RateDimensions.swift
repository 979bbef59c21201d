public import ConcordSchema
public import ConcordValues

/// The work that a rate is for; what is not said does not matter.
public struct RateDimensions: Record {
    /// The role in which it is done.
    public var role: RecordID<Role>?

    /// The grade of who does it.
    public var grade: Coding?

    /// Who does it.
    public var resource: RecordID<Resource>?

    /// The skill that it takes.
    public var skill: Coding?

    /// Where it is done.
    public var location: Coding?

    /// The legal entity that does it.
    public var legalEntity: RecordID<LegalEntity>?

    /// What is done, in the firm's list of work types.
    public var workType: Coding?

    /// What kind of time it is.
    public var timeType: TimeType?

    /// The category of expense or material, for rates that are not for time.
    public var category: Coding?

    /// The project that it is for.
    public var project: RecordID<Project>?

    /// The task that it is for.
    public var task: RecordID<ProjectTask>?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// The work that a rate is for; set what is known.
    ///
    /// - Parameter configure: Sets what matters.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of the work that a rate is for.
    public static let schema = RecordSchema(
        "rate-dimensions",
        "The work that a rate is for; what is not said does not matter.",
        blank: RateDimensions()
    ) {
        Field("role", \.role, "The role in which it is done.")
        Field("grade", \.grade, "The grade of who does it.")
        Field("resource", \.resource, "Who does it.", sensitivity: .personal)
        Field("skill", \.skill, "The skill that it takes.")
        Field("location", \.location, "Where it is done.")
        Field("legalEntity", \.legalEntity, "The legal entity that does it.")
        Field("workType", \.workType, "What is done, in the firm's list of work types.")
        Field("timeType", \.timeType, "What kind of time it is.")
        Field("category", \.category, "The category of expense or material, for rates that are not for time.")
        Field("project", \.project, "The project that it is for.")
        Field("task", \.task, "The task that it is for.")
    }
}
