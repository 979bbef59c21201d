public import ConcordConfiguration
public import ConcordSchema

/// One thing that is asked of a record: what, how much it weighs, and who puts it right.
///
/// ```swift
/// ValidationRule<TimeEntry>(
///     "time-entry.dayLimit",
///     "Nobody works more hours in a day than it has.",
///     actor: .timekeeper,
///     remedy: "Correct the hours, or split the entry.",
///     parameters: [.integer("maximumMinutes", 1440, "The most minutes of one entry.")]
/// ) { arguments in
///     let maximum = arguments.integer("maximumMinutes")
///     return { entry, examination in
///         guard entry.worked.count > maximum else { return }
///         examination.report(at: \.worked, expected: "at most \(maximum) minutes", observed: entry.worked)
///     }
/// }
/// ```
///
/// A rule looks and reports. It changes nothing, and knows nothing but the record, the circumstances and the records that
/// are at hand: the same input gives the same findings.
public struct ValidationRule<Record: CanonicalRecord>: Sendable {
    /// Looks at a record and reports what it finds.
    public typealias Check = @Sendable (_ record: Record, _ examination: inout Examination<Record>) -> Void

    /// What the rule says of itself.
    public let description: RuleDescription

    /// Makes the check for given parameters.
    let bind: @Sendable (RuleArguments) -> Check

    /// A rule with parameters.
    ///
    /// - Parameters:
    ///   - code: The rule's name, stable: the record's name, a point, and what is asked; a published rule has its id there.
    ///   - summary: What is asked, as a sentence that says how things should be.
    ///   - clause: Where it is written: `EN 16931 BR-CO-10`.
    ///   - weight: How much it weighs where it is broken.
    ///   - actor: Who puts it right.
    ///   - remedy: What to do.
    ///   - applicability: For whom, where and for what the rule is; always if not said.
    ///   - parameters: What a firm may set.
    ///   - bind: Makes the check from the parameters' values; what can be computed once is computed there.
    public init(
        _ code: IssueCode,
        _ summary: String,
        clause: String? = nil,
        weight: Finding.Weight = .error,
        actor: BusinessRole,
        remedy: String,
        for applicability: RuleApplicability = .always,
        parameters: [RuleParameter],
        bind: @escaping @Sendable (RuleArguments) -> Check
    ) {
        description = RuleDescription(
            code: code,
            record: Record.schema.description.name,
            summary: summary,
            clause: clause,
            weight: weight,
            actor: actor,
            remedy: remedy,
            applicability: applicability,
            parameters: parameters
        )
        self.bind = bind
    }

    /// A rule without parameters.
    ///
    /// - Parameters:
    ///   - code: The rule's name, stable.
    ///   - summary: What is asked, as a sentence that says how things should be.
    ///   - clause: Where it is written.
    ///   - weight: How much it weighs where it is broken.
    ///   - actor: Who puts it right.
    ///   - remedy: What to do.
    ///   - applicability: For whom, where and for what the rule is; always if not said.
    ///   - check: Looks at a record and reports what it finds.
    public init(
        _ code: IssueCode,
        _ summary: String,
        clause: String? = nil,
        weight: Finding.Weight = .error,
        actor: BusinessRole,
        remedy: String,
        for applicability: RuleApplicability = .always,
        check: @escaping Check
    ) {
        self.init(
            code,
            summary,
            clause: clause,
            weight: weight,
            actor: actor,
            remedy: remedy,
            for: applicability,
            parameters: []
        ) { _ in check }
    }
}
