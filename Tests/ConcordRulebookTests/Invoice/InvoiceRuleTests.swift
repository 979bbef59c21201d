import ConcordConfiguration
import ConcordModel
import ConcordRulebook
import ConcordSchema
import ConcordTesting
import ConcordValidation
import ConcordValues
import Testing

/// The rules for invoices: each one tried, all published ids accounted for, and the page that lists them.
@Suite struct InvoiceRuleTests {
    /// The rules as a firm sets them that has closed its books through March.
    static func policy() throws -> ValidationPolicy {
        let base = ValidationPolicy("rulebook", version: 1) { Rulebook.invoice }
        let settings = """
            { "validation": "alder-finch", "version": 1, "rules": [
              { "rule": "invoice.periodOpen", "because": "March is closed",
                "with": { "closedPeriods": ["2026-02"], "closedThrough": ["2026-03-31"] } }
            ] }
            """
        return try base.configured(by: [base.document(ConfigurationFile(settings, name: "alder-finch.json"))])
    }

    private let rules = Rulebook.invoice.rules.map(\.description)

    private static let beside: [any CanonicalRecord.Type] = [
        Contract.self, Customer.self, Invoice.self, InvoiceAllocation.self, LegalEntity.self, Payment.self,
    ]

    /// Each published id, with what holds it: a rule, a type, another rule, or nothing and why.
    private static func publishedIDs() throws -> [(id: String, held: String, by: String, note: String)] {
        try FixtureText("Fixtures/validation/invoice/rule-ids.csv").lines.dropFirst()
            .map { line in
                let parts = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
                return (parts[0], parts[1], parts[2], parts[3])
            }
    }

    private func trials() throws -> ValidationTrials<Invoice> {
        try ValidationTrials(Invoice.self, in: "Fixtures/validation/invoice", beside: Self.beside)
    }

    @Test("each rule passes a document and fails the smallest change of it")
    func trialsHold() throws {
        let violations = try trials().violations(of: Self.policy())
        #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
    }

    @Test("no rule is without a trial")
    func allTried() throws {
        #expect(try trials().untried(in: Self.policy()) == [])
    }

    @Test("every published rule is a rule, held by a type, a duplicate, or left out for a reason")
    func publishedRules() throws {
        let rows = try Self.publishedIDs()
        var asRules: Set<String> = []
        var all: Set<String> = []
        for row in rows {
            let (id, held, by, note) = row
            #expect(all.insert(id).inserted, "\(id) is listed twice")
            switch held {
            case "rule": asRules.insert("invoice.\(id)")
            case "type", "leftOut": #expect(!by.isEmpty || !note.isEmpty, "\(id) does not say why")
            case "duplicate": #expect(rows.contains { $0.id == by && $0.held != "duplicate" }, "\(id) repeats \(by)")
            default: Issue.record("\(id) is held by \(held)")
            }
        }
        let published = Set(rules.filter { $0.clause != nil }.map(\.code.rawValue))
        #expect(asRules.subtracting(published).sorted() == [])
        #expect(published.subtracting(asRules).sorted() == [])
        #expect(published.count == asRules.count)
    }

    @Test("the page that lists the rules is that of the rules")
    func page() throws {
        var text = """
            # Rules for invoices

            What the default rulebook asks of an invoice: the business rules of EN 16931 that bear on services, those of
            Peppol BIS Billing 3.0, and what neither of them knows, under names of this library; every code has `invoice.`
            in front. A rule that says what it is ready for is asked only where the invoice is to be that, others of drafts
            too. Sums are exact unless a document sets a rule's `tolerance`: EN 16931 allows less than 1.00 for the tax of a
            rate (`BR-CO-17`, `BR-S-08`, `BR-S-09`), Peppol 0.02 for lines and percentages (`R120`, `R040`).

            | Rule | Asks | Weight | Acts | Set by | Ready for |
            |---|---|---|---|---|---|

            """
        for rule in rules {
            let parameters = rule.parameters.map { "`\($0.name)` \($0.standard)" }.joined(separator: ", ")
            let readiness = rule.applicability.readiness.map { "\($0)" }.joined(separator: ", ")
            text += "| `\(rule.code.rawValue.dropFirst("invoice.".count))` | \(rule.summary) | \(rule.weight) | "
            text += "\(rule.actor) | \(parameters) | \(readiness) |\n"
        }
        text += """

            ## Published rules without a rule

            Each published id is in `Fixtures/validation/invoice/rule-ids.csv`. These have no rule of their own, because the
            model cannot break them, or because another rule says the same.

            | Id | Held by | |
            |---|---|---|

            """
        let rows = try Self.publishedIDs()
        for row in rows where row.held == "type" || row.held == "duplicate" {
            text += "| `\(row.id)` | `\(row.by)` | \(row.note) |\n"
        }
        text += """

            These are left out.

            | Ids | Why |
            |---|---|

            """
        let reasons = rows.filter { $0.held == "leftOut" }.map(\.note)
        for (index, reason) in reasons.enumerated() where !reasons[..<index].contains(reason) {
            let ids = rows.filter { $0.held == "leftOut" && $0.note == reason }.map { "`\($0.id)`" }
            text += "| \(ids.joined(separator: " ")) | \(reason) |\n"
        }
        let difference = GoldenFile("../../../Documentation/Validation/Invoice.md").difference(from: text)
        #expect(difference == "")
    }

    @Test("documents that pass have no findings at all")
    func passing() throws {
        for name in [
            "consulting.json", "milestone.json", "retainer.json", "reverse-charge.json", "outside.json",
            "credit-note.json",
            "mixed.json", "yen.json", "sales-tax.json", "tax-inclusive.json", "paid.json",
        ] {
            let bytes = try FixtureText("Fixtures/validation/invoice/\(name)").bytes
            let draft = Draft<Invoice>(json: bytes)
            #expect(draft.issues.filter { $0.severity == .error }.map(\.description) == [], "\(name)")
            let validator = try Self.policy()
                .validator(
                    for: Invoice.self,
                    in: try Circumstances(
                        today: LocalDate("2026-05-15"),
                        readyFor: name == "paid.json" ? [] : [.bill, .post, .peppol]
                    )
                )
            let findings = validator.verdict(on: draft).findings
            #expect(findings.map { $0.text(showing: [.open, .commercial, .financial]) } == [], "\(name)")
        }
    }

    @Test("what the rules say of the invoice in the canonical documents, with the records around it")
    func canonical() throws {
        func document(_ name: String) throws -> [UInt8] { try FixtureText("Fixtures/canonical/\(name).json").bytes }
        var related = RelatedRecords()
        related.insert(try Contract(json: document("contract")))
        related.insert(try Customer(json: document("customer")))
        related.insert(try LegalEntity(json: document("legal-entity")))
        related.insert(try Payment(json: document("payment")))
        for name in ["", ".london", ".milestone", ".second-day", ".travel"] {
            related.insert(try InvoiceAllocation(json: document("invoice-allocation\(name)")))
        }
        let draft = Draft<Invoice>(json: try document("invoice"))
        let circumstances = try Circumstances(today: LocalDate("2026-05-15"), readyFor: [.bill, .post])
        let validator = ValidationPolicy("rulebook", version: 1) { Rulebook.invoice }
            .validator(for: Invoice.self, in: circumstances)
        let verdict = validator.verdict(on: draft, with: related)
        let lines =
            verdict.findings.map { $0.text(showing: [.open, .commercial]) } + verdict.unchecked.map(\.description)
        let difference = GoldenFile("../Golden/invoice-findings.txt")
            .difference(from: lines.joined(separator: "\n") + "\n")
        #expect(difference == "")
    }
}
