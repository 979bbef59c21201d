internal import ConcordSchema

/// The rules that did not look and what they did not have, as they were noted: told only if somebody asks.
///
/// Most records are validated with less at hand than all rules could look at, so noting it must cost next to nothing.
@usableFromInline
struct ValidationGaps: Sendable {
    /// One check that did not look.
    @usableFromInline
    struct Gap: Sendable {
        /// The check's number.
        let rule: Int
        let subject: MissingSubject

        init(rule: Int, subject: MissingSubject) {
            self.rule = rule
            self.subject = subject
        }
    }

    /// What the validator knows of its checks.
    let facts: ValidatorFacts

    let list: [Gap]

    /// The rules, sorted by code and by what was not at hand.
    var rules: [UncheckedRule] {
        list.map { UncheckedRule(code: facts.codes[$0.rule], subject: $0.subject) }
            .sorted { ($0.code.rawValue, $0.missing) < ($1.code.rawValue, $1.missing) }
    }
}
