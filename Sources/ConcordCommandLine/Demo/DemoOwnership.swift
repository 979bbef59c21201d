import ConcordConfiguration
import ConcordModel
import ConcordOwnership
import ConcordRulebook
import ConcordSchema
import ConcordValues

/// Who may say what, told by one change: it waits, it is approved, something late comes in, and the audit says why.
struct DemoOwnership {
    private static let customer = RecordKey("customer", "cu-northwind")
    private static let terms: ClaimPath = "paymentTerms"

    let policy: CheckedOwnershipPolicy
    let lines: [ClaimLine]
    private let asOf: Instant

    /// A policy and recorded claims; the last three of them are the change, its approval, and what comes late.
    init(_ claims: [UInt8], _ policy: [UInt8], asOf: Instant) throws {
        let document = try OwnershipLayer.document(ConfigurationFile(policy, name: "policy.json"))
        let layer = OwnershipLayer(Rulebook.ownership).overlaid(with: document.content)
        self.policy = try CheckedOwnershipPolicy(layer, records: Rulebook.ownedRecords)
        lines = try claims.split(separator: UInt8(ascii: "\n"))
            .map { line in try ClaimLine(json: String(decoding: line, as: UTF8.self)) }
        self.asOf = asOf
    }

    /// Tells it.
    func tell(on page: DemoPage) throws {
        let ownership = try CompiledOwnership(policy, for: Customer.schema.description)
        let (recorded, news) = (lines.dropLast(3), Array(lines.suffix(3)))
        guard news.count == 3, case .event(let change) = news[0], case .approval(let approval) = news[1],
            case .event(let late) = news[2]
        else { return }
        try page.heading("The CRM changes payment terms: who may say so, and who must approve")
        let keys = Set(recorded.map(\.record))
        try page.fact("policy", "\(policy.policy.header)")
        try page.fact("recorded", "\(recorded.count) lines about \(keys.count) records; their order does not matter")
        var ledger = ledger(of: Self.customer, recorded)
        let start = ownership.record(from: ledger, asOf: asOf)

        try tell(change, "\(change.system) (\(change.author ?? "somebody"))", after: start, on: page)
        ledger.insert(news[0])
        let waiting = ownership.record(from: ledger, asOf: asOf)
        try page.line("The value stays as it is, and somebody is asked:")
        for found in cases(of: waiting) where found.exception.events == [change.id] {
            for line in found.lines { try told(line, on: page) }
        }

        try page.fact("\(approval.time.localDate)", "\(approval.approver) approves it as \(approval.role.rawValue)")
        ledger.insert(news[1])
        let approved = ownership.record(from: ledger, asOf: asOf)
        try tellValue(of: approved, waiting, ledger, ownership, on: page)

        try tell(late, "\(late.system), four days late,", after: start, on: page)
        ledger.insert(news[2])
        let revised = ownership.record(from: ledger, asOf: asOf)
        for revision in revised.revisions(since: approved) where revision.decision.event == change.id {
            let because = "because of what \(late.system) had known before the approval"
            try page.fact(wrapping: "revised", "\(change.id) was \(revision.from), and is \(revision.to) \(because)")
        }
        for found in cases(of: revised) where found.exception.unit == Self.terms {
            try told(found.headline, on: page)
        }
        try tellAudit(of: revised, ledger, ownership, on: page)
    }

    private func tell(_ event: ClaimEvent, _ who: String, after record: OwnedRecord, on page: DemoPage) throws {
        let before = record.unit(Self.terms)?.value.description ?? ""
        for entry in event.entries where entry.path == Self.terms {
            let words = ChangeInWords.words(from: before, to: entry.value.description)
            let since = event.validFrom.map { " since \($0.localDate)" } ?? ""
            try page.fact(wrapping: "\(event.sourceTime.localDate)", "\(who) says\(since): \(words)")
        }
    }

    private func tellAudit(
        of record: OwnedRecord,
        _ ledger: ClaimLedger,
        _ ownership: CompiledOwnership,
        on page: DemoPage
    ) throws {
        try page.line("Why is each value of paymentTerms where it is? The audit says:")
        let events = Dictionary(ledger.events.map { ($0.id, $0.businessTime) }) { first, _ in first }
        let entries = ownership.audit(ledger, asOf: asOf, revealing: [.commercial]).entries
            .filter { $0.decision.unit == Self.terms }
        for entry in entries {
            let since = events[entry.decision.event].map { "\($0.localDate) " } ?? ""
            let rule = entry.rules.first.map { " (\($0))" } ?? ""
            let days = ChangeInWords.member("netDays", of: entry.value).map { "\($0) days" } ?? entry.value
            let outcome = "\(entry.decision.outcome)\(rule)"
            try told("\(since)\(entry.decision.system) \(days): \(outcome). \(entry.userReason)", on: page)
        }
    }

    private func tellValue(
        of record: OwnedRecord,
        _ before: OwnedRecord,
        _ ledger: ClaimLedger,
        _ ownership: CompiledOwnership,
        on page: DemoPage
    ) throws {
        guard let unit = record.unit(Self.terms), let old = before.unit(Self.terms) else { return }
        let words = ChangeInWords.words(from: old.value.description, to: unit.value.description)
        try page.fact(wrapping: "now", "\(words); \(unit.basis.rawValue), by \(unit.rule ?? "no rule")")
        var (sent, text): ([String], String) = ([], "")
        for system in policy.policy.systems.keys.sorted() {
            let plan = ownership.emission(for: system, from: ledger, asOf: asOf)
            for value in plan?.values ?? [] where value.path == Self.terms {
                sent.append(system.text)
                text = value.value.description
            }
        }
        if !sent.isEmpty { try page.fact(wrapping: "sent", "\(text) to \(sent.joined(separator: ", "))") }
    }

    private func told(_ text: String, on page: DemoPage) throws {
        for (index, part) in TextTable.wrap(text, width: 94).enumerated() {
            try page.line((index == 0 ? "  " : "    ") + part)
        }
    }

    // MARK: - What hangs on it

    private func cases(of record: OwnedRecord) -> [ExceptionCase] {
        record.cases(
            context: { _ in context(of: record.record) },
            due: { exception in
                let events = lines.compactMap { line in if case .event(let event) = line { event } else { nil } }
                return events.first { exception.events.contains($0.id) }?.businessTime.adding(days: 3)
            },
            revealing: [.commercial]
        )
    }

    /// The host's part: the customer's name, its project, and what it has not paid yet.
    func context(of record: RecordKey) -> ExceptionCase.Context {
        var context = ExceptionCase.Context()
        let invoices = folded(Invoice.self).filter { $0.soldTo.text == record.id && $0.paymentStatus == .unpaid }
        let projects = folded(Project.self)
        context.client = folded(Customer.self).first { $0.id.text == record.id }?.name
        context.project = projects.first { project in invoices.contains { $0.projects.contains(project.id) } }?.name
        context.openInvoices = invoices.count
        let open = invoices.compactMap { $0.totals?.outstanding }
        context.amountAtRisk = open.dropFirst()
            .reduce(open.first) { sum, amount in sum.flatMap { try? $0.adding(amount) } }
        return context
    }

    private func folded<Record: CanonicalRecord>(_ type: Record.Type) -> [Record] {
        guard let ownership = try? CompiledOwnership(policy, for: Record.schema.description) else { return [] }
        let keys = Set(lines.map(\.record).filter { $0.name == Record.kind }).sorted()
        return keys.compactMap { key in
            try? Record(json: ownership.record(from: ledger(of: key, lines.dropLast(3)), asOf: asOf).document)
        }
    }

    private func ledger(of record: RecordKey, _ lines: some Sequence<ClaimLine>) -> ClaimLedger {
        var ledger = ClaimLedger(record)
        for line in lines where line.record == record { ledger.insert(line) }
        return ledger
    }
}
