import ConcordConfiguration
import ConcordModel
import ConcordSchema
import ConcordValidation
import ConcordValues
import Testing

/// What the engine promises, shown with rules over time entries.
@Suite struct EngineTests {
    let today: LocalDate

    init() throws { today = try LocalDate("2026-03-10") }

    static let rules = RuleSet<TimeEntry> {
        ValidationRule(
            "time-entry.dayLimit",
            "Nobody works more in a day than it has.",
            actor: .timekeeper,
            remedy: "Correct the time, or split the entry.",
            parameters: [.integer("maximumMinutes", 1440, "The most minutes of one entry.")]
        ) { arguments in
            let maximum = arguments.integer("maximumMinutes")
            return { entry, examination in
                guard entry.worked.count > maximum else { return }
                examination.report(at: \.worked, expected: "at most \(maximum) minutes", observed: entry.worked)
            }
        }
        ValidationRule(
            "time-entry.billAmount",
            "Time that is to be billed has an amount.",
            weight: .approval(.finance),
            actor: .billing,
            remedy: "Price the entry.",
            for: .ready(for: .bill)
        ) { entry, examination in
            guard let amount = entry.billAmount, amount.amount.isZero else { return }
            examination.report(at: \.billAmount.amount, expected: "more than nothing", observed: amount.amount)
        }
        ValidationRule(
            "time-entry.projectOpen",
            "Time is logged on a project that is open.",
            actor: .projectLead,
            remedy: "Reopen the project, or move the time."
        ) { entry, examination in
            guard let project = examination.find(entry.project), project.status == .closed else { return }
            examination.report(at: \.project, expected: "an open project", related: "project \(project.id)")
        }
    }

    let policy = ValidationPolicy("test", version: 1) { rules }

    private func entry(_ configure: (inout TimeEntry) throws -> Void = { _ in }) throws -> TimeEntry {
        var entry = TimeEntry(
            id: "t-1",
            header: RecordHeader(source: "psa:eu", asOf: .placeholder),
            resource: "r-1",
            date: try LocalDate("2026-03-09"),
            timeZone: try TimeZoneID("Europe/Berlin"),
            worked: Minutes(2000),
            workType: Coding("delivery", system: "acme:work")
        )
        try configure(&entry)
        return entry
    }

    private func validator(readyFor readiness: [Readiness] = [], _ policy: ValidationPolicy? = nil) -> Validator<TimeEntry> {
        (policy ?? self.policy).validator(for: TimeEntry.self, in: Circumstances(today: today, readyFor: readiness))
    }

    @Test("a broken rule says what, where, what was expected and who acts")
    func finding() throws {
        let verdict = validator().verdict(on: try entry())
        #expect(
            verdict.findings.map(\.description) == [
                "error time-entry.dayLimit at worked: expected at most 1440 minutes, found 2000. "
                    + "timekeeper: Correct the time, or split the entry."
            ]
        )
        #expect(throws: ValidationRefusal.self) { try verdict.validated() }
    }

    @Test("values that are not for everybody are hidden in messages and there for those who may see them")
    func redaction() throws {
        let verdict = validator(readyFor: [.bill]).verdict(
            on: try entry {
                $0.worked = Minutes(60)
                $0.billAmount = try Money(ExactDecimal("0.00"), CurrencyCode("EUR"))
            }
        )
        let finding = try #require(verdict.findings.first)
        #expect(finding.description.contains("found •••"))
        #expect(finding.text(showing: [.commercial]).contains(#"found "0.00""#))
        #expect(finding.issue.observed == "•••")
    }

    @Test("an approval holds for one finding as it stood, by the role that was asked")
    func approval() throws {
        let free = try entry {
            $0.worked = Minutes(60)
            $0.billAmount = try Money(ExactDecimal("0.00"), CurrencyCode("EUR"))
        }
        let verdict = validator(readyFor: [.bill]).verdict(on: free)
        let finding = try #require(verdict.neededApprovals.first)
        #expect(throws: ValidationRefusal.self) { try verdict.validated() }
        let fingerprint = verdict.fingerprint(of: finding)
        let wrong = FindingApproval(of: fingerprint, role: .delivery, approver: "kim")
        #expect(throws: ValidationRefusal.self) { try verdict.validated(approvals: [wrong]) }
        let right = FindingApproval(of: fingerprint, role: .finance, approver: "kim")
        let validated = try verdict.validated(approvals: [right])
        #expect(validated.record == free)
        #expect(validated.approvals == [right])
        var other = free
        other.id = "t-2"
        #expect(throws: ValidationRefusal.self) {
            try validator(readyFor: [.bill]).verdict(on: other).validated(approvals: [right])
        }
    }

    @Test("a rule that cannot look says so, and a reference that is known to lead nowhere is not its business")
    func unchecked() throws {
        let logged = try entry {
            $0.worked = Minutes(60)
            $0.project = "p-1"
        }
        let verdict = validator().verdict(on: logged)
        #expect(
            verdict.unchecked.map(\.description) == [
                "time-entry.projectOpen was not checked, for want of project p-1"
            ]
        )
        var related = RelatedRecords()
        related.insert([Project](), isComplete: true)
        #expect(validator().verdict(on: logged, with: related).unchecked.isEmpty)
    }

    @Test("an extension that changes the meaning and is not understood refuses the record")
    func extensions() throws {
        let strange = try entry {
            $0.worked = Minutes(60)
            $0.header.remarks = RecordRemarks {
                $0.extensions = [
                    RecordExtension("https://example.org/union", value: .placeholder, modifier: true)
                ]
            }
        }
        let verdict = validator().verdict(on: strange)
        #expect(verdict.findings.map(\.code) == [.extensionNotUnderstood])
        #expect(verdict.findings.first?.path.description == "header.remarks.extensions[0].url")
        let understanding = ValidationPolicy("test", version: 1, understanding: ["https://example.org/union"]) {
            Self.rules
        }
        #expect(validator(understanding).verdict(on: strange).findings.isEmpty)
    }

    private func validator(_ policy: ValidationPolicy) -> Validator<TimeEntry> { validator(readyFor: [], policy) }

    private func configured(_ text: String) throws -> ValidationPolicy {
        try policy.configured(by: [policy.document(ConfigurationFile(text, name: "acme.json"))])
    }

    @Test("a document sets limits and weights, switches off, and adds rules of its own")
    func settings() throws {
        let policy = try configured(
            """
            { "validation": "acme", "version": 2, "rules": [
              { "rule": "time-entry.dayLimit", "with": { "maximumMinutes": 600 }, "weight": "warning",
                "because": "works council" },
              { "off": "time-entry.projectOpen", "because": "projects are kept elsewhere" },
              { "add": "acme.travel", "record": "time-entry", "when": "timeType == 'travel'",
                "require": "has(location)", "at": "location", "expected": "where the travel went",
                "actor": "timekeeper", "remedy": "Add the location.", "because": "taxed by country" },
              { "add": "acme.late", "record": "time-entry", "require": "date == today", "at": "date",
                "expected": "time of today", "actor": "timekeeper", "remedy": "Log time daily.", "weight": "info",
                "because": "forecast" }
            ] }
            """
        )
        let travel = try entry {
            $0.timeType = .travel
            $0.project = "p-1"
        }
        let verdict = validator(policy).verdict(on: travel)
        #expect(
            verdict.findings.map(\.description) == [
                "info acme.late at date: expected time of today, found \"2026-03-09\". timekeeper: Log time daily. "
                    + "[set by acme@2]",
                "error acme.travel at location: expected where the travel went. timekeeper: Add the location. "
                    + "[set by acme@2]",
                "warning time-entry.dayLimit at worked: expected at most 600 minutes, found 2000. "
                    + "timekeeper: Correct the time, or split the entry. [set by acme@2]",
            ]
        )
        #expect(verdict.unchecked.isEmpty)
        #expect(verdict.stamp.description == "test@1 + acme@2")
    }
}
