import ConcordMapping
import ConcordModel
import ConcordRulebook
import ConcordSchema
import ConcordValidation
import ConcordValues

/// Records that were read, validated: what keeps them from being billed, and who must act.
struct DemoValidation {
    private static let shown = 6

    private let circumstances: Circumstances
    private var rules = 0
    private var records = 0
    private var refused = 0
    private var unchecked: Set<String> = []
    private var findings: [(record: String, finding: Finding)] = []

    /// A validation for billing on a day.
    init(on day: LocalDate) {
        var circumstances = Circumstances(today: day)
        circumstances.readiness = [.bill]
        self.circumstances = circumstances
    }

    /// Validates an intake's records.
    mutating func look<Record: CanonicalRecord>(at intake: DemoIntake<Record>) {
        let validator = Rulebook.validation.validator(for: Record.self, in: circumstances)
        rules += validator.descriptions.count
        for draft in intake.accepted.flatMap(\.drafts) {
            let verdict = validator.verdict(on: draft)
            let name = "\(Record.kind) \(draft.value.id.text.split(separator: "/").last ?? "")"
            records += 1
            refused += verdict.isAcceptable ? 0 : 1
            findings += verdict.findings.map { (name, $0) }
            unchecked.formUnion(verdict.unchecked.map(\.code.rawValue))
        }
    }

    /// Tells it.
    func tell(on page: DemoPage) throws {
        let looked = MappingTally.count(rules, "rule")
        try page.heading("Are they ready to be billed? \(looked) looked at \(MappingTally.count(records, "record"))")
        if findings.isEmpty { return try page.line("Nothing is wrong with them that these rules know of.") }
        // What is found of several records is told once.
        var kinds: [(finding: Finding, record: String, count: Int)] = []
        for (record, finding) in findings {
            if let known = kinds.firstIndex(where: { $0.finding.code == finding.code }) {
                kinds[known].count += 1
            } else {
                kinds.append((finding, record, 1))
            }
        }
        for (finding, record, count) in kinds.prefix(Self.shown) {
            let more = count > 1 ? ", and \(count - 1) more" : ""
            let text = finding.text(showing: [.open, .commercial])
            for (index, part) in TextTable.wrap("\(record)\(more): \(text)", width: 94).enumerated() {
                try page.line((index == 0 ? "  " : "    ") + part)
            }
        }
        if kinds.count > Self.shown { try page.line("  … and \(kinds.count - Self.shown) other kinds of findings") }
        var told = "\(refused) of \(MappingTally.count(records, "record")) cannot be billed"
        if !unchecked.isEmpty {
            told += "; \(MappingTally.count(unchecked.count, "rule")) would need records that are not here"
        }
        try page.line(told + ".")
    }
}
