internal import ConcordSchema

/// What a rule asks its crosswalk about an object; for those who count and explain, since a rule that reads asks by itself.
@usableFromInline
struct CrosswalkQuestion: Sendable {
    /// The code that is looked up, and which of the rule's sources it is from; nil if none is.
    let code: @Sendable (RuleInput) -> (code: String, source: Int)?

    /// Looks the first source's text up.
    @usableFromInline static let first = CrosswalkQuestion(source: 0)

    /// The question of a rule that looks a source's text up as it is.
    init(source: Int) {
        code = { input in
            guard source < input.sources.pointers.count else { return nil }
            return input[source].text.map { ($0, source) }
        }
    }

    init(code: @escaping @Sendable (RuleInput) -> (code: String, source: Int)?) {
        self.code = code
    }
}

/// A rule of a mapping that asks a crosswalk, without the type of its records.
struct CrosswalkAsker: Sendable {
    let crosswalk: Crosswalk
    let question: CrosswalkQuestion
    let rule: PlannedRule

    /// Those of some rules that ask.
    static func askers<Target>(of rules: [(rule: MappingRule<Target>, slots: [Int])], _ name: String) -> [Self] {
        rules.compactMap { rule, slots in
            guard let crosswalk = rule.crosswalk else { return nil }
            let planned = PlannedRule(
                slots: slots,
                pointers: rule.sources,
                target: rule.target,
                mapping: name,
                read: rule.reading
            )
            return Self(crosswalk: crosswalk, question: rule.question, rule: planned)
        }
    }

    /// What is asked about an object, and in which slot it stands; nil if nothing is.
    func code(in object: SourceObject, _ context: MappingContext) -> (code: String, source: Int)? {
        let asked = withUnsafePointer(to: context) { context in
            question.code(RuleInput(values: object.values, rule: .passUnretained(rule), context: context))
        }
        guard let asked, rule.pointers.indices.contains(asked.source) else { return nil }
        return asked
    }
}
