public import ConcordSchema
public import ConcordValues

/// What a resource can do, and how well.
public struct Skill: Record {
    /// The skill, in the firm's list of skills.
    public var skill: Coding

    /// How well, in the firm's list of levels.
    public var level: Coding?

    /// The days on which this holds.
    public var validity: DateInterval?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A skill.
    ///
    /// - Parameters:
    ///   - skill: The skill, in the firm's list of skills.
    ///   - configure: Sets what else is known.
    public init(_ skill: Coding, _ configure: (inout Self) -> Void = { _ in }) {
        self.skill = skill
        configure(&self)
    }

    /// The declaration of a skill.
    public static let schema = RecordSchema(
        "skill",
        "What a resource can do, and how well.",
        blank: Skill(.placeholder)
    ) {
        Field("skill", \.skill, "The skill, in the firm's list of skills.")
        Field("level", \.level, "How well, in the firm's list of levels.")
        Field("validity", \.validity, "The days on which this holds.")
    }
}
