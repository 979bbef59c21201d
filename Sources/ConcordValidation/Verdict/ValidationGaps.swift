public import ConcordSchema

/// The rules that did not look and what they did not have: told only if somebody asks.
///
/// Most records are validated with less at hand than all rules could look at, so noting it must cost next to nothing. With
/// nothing at hand at all, it is not even noted: the rules look again then, and say the same.
@usableFromInline
struct ValidationGaps<Record: CanonicalRecord>: Sendable {
    @usableFromInline let rules: BoundRules<Record>

    /// What was noted.
    @usableFromInline let list: [ValidationGap]

    /// Whether rules did not look of which nothing was noted, because nothing was at hand.
    @usableFromInline let isOpen: Bool

    @inlinable
    init(rules: BoundRules<Record>, list: [ValidationGap], isOpen: Bool) {
        self.rules = rules
        self.list = list
        self.isOpen = isOpen
    }

    /// The rules that did not look at a record, sorted by code and by what was not at hand.
    func unchecked(of record: Record) -> [UncheckedRule] {
        (isOpen ? rules.gaps(of: record) : list)
            .map { UncheckedRule(code: rules.rule(of: $0.rule).description.code, subject: $0.subject) }
            .sorted { ($0.code.rawValue, $0.missing) < ($1.code.rawValue, $1.missing) }
    }
}

/// One check that did not look.
@usableFromInline
struct ValidationGap: Sendable {
    /// The check's number.
    let rule: Int
    let subject: MissingSubject
}
