#if SQLite
import ConcordAdapters
import ConcordConfiguration
import ConcordMapping
import ConcordOwnership
import ConcordSchema
import ConcordTesting
import ConcordValues

/// Invented things to keep in a store.
enum Sample {
    static let nine: Instant = instant("2026-03-02T09:00:00Z")
    static let ten: Instant = instant("2026-03-02T10:00:00Z")
    static let eleven: Instant = instant("2026-03-02T11:00:00Z")

    static let northwind = RecordKey("customer", "cu-northwind")
    static let halden = RecordKey("customer", "cu-halden")

    static func instant(_ text: String) -> Instant { (try? Instant(text)) ?? .placeholder }

    static func hash(_ text: String) -> ContentHash { ContentHash(ofBytes: Array(text.utf8)) }

    static func event(
        _ id: String,
        _ record: RecordKey = northwind,
        _ entries: [ClaimEntry] = [ClaimEntry("paymentTerms", .null)],
        system: SystemID = "netsuite"
    ) -> ClaimLine {
        .event(ClaimEvent(id: id, system: system, record: record, version: 7, sourceTime: nine, entries: entries))
    }

    static func entry(
        _ name: String,
        _ record: RecordKey = northwind,
        to system: SystemID = "salesforce:emea",
        attempts: Int = 0,
        notBefore: Instant? = nil
    ) -> OutboxEntry {
        let values = [
            ClaimEntry("name", .value((try? JSONText(#""Northwind \#(name)""#)) ?? .null)),
            ClaimEntry("note", .cleared),
        ]
        let plan = EmissionPlan(
            key: hash("\(name) \(record) \(system)"),
            system: system,
            record: record,
            values: values
        )
        return OutboxEntry(
            plan,
            plannedAt: nine,
            attempts: attempts,
            notBefore: notBefore,
            lastFailure: attempts > 1 ? "answered 503" : nil
        )
    }

    static let account = SequenceKey("salesforce:emea", "Account", "0015g00000XyzAbAAJ")
    static let contact = SequenceKey("salesforce:emea", "Contact", "0035g00000Abc12AAA")

    static func letter(_ id: String, of sequence: SequenceKey = account, failure: AdapterFailure? = nil) -> DeadLetter {
        let item = SourceItem(
            id: id,
            sequence: sequence,
            version: .text("0007"),
            time: nine,
            author: "kim",
            content: .object(Array(#"{"Id":"0015g00000XyzAbAAJ","Name":"Northwind \#(id)"}"#.utf8)),
            digest: hash(id)
        )
        return DeadLetter(.inbound(item), of: sequence, because: failure, parkedAt: ten)
    }

    static func letter(_ entry: OutboxEntry, of sequence: SequenceKey = account) -> DeadLetter {
        DeadLetter(
            .outbound(entry),
            of: sequence,
            because: AdapterFailure(.locked, "the record is locked by an approval"),
            parkedAt: ten
        )
    }

    static func exception(
        _ name: String,
        due: Instant? = nil,
        risk: Money? = nil,
        openedAt: Instant = nine,
        record: RecordKey? = northwind
    ) -> QueuedException {
        var context = ExceptionCase.Context()
        context.client = "Northwind Rail AG"
        context.stage = "executed"
        context.openInvoices = 2
        context.amountAtRisk = risk
        return QueuedException(
            id: hash(name),
            origin: .ownership,
            kind: "approvalNeeded",
            record: record,
            parts: [
                QueuedException.Part(
                    "paymentTerms",
                    ExceptionCase.Binding(
                        requirement: ApprovalRequirement([.finance, .people], people: 3, days: 14),
                        missingRoles: [.finance],
                        base: hash("30"),
                        proposed: hash("60"),
                        policy: "acme-ownership@7"
                    )
                )
            ],
            sequence: account,
            headline: "netsuite wants a change, which finance must approve",
            details: ["now: 30", "netsuite says: 60"],
            owner: .finance,
            context: context,
            actions: ["approve", "reject"],
            openedAt: openedAt,
            due: due
        )
    }

    static func resolution(_ name: String) -> ExceptionResolution {
        ExceptionResolution(of: hash(name), .approve, by: "kim", at: ten, reason: "agreed with the client")
    }

    static func decision(_ id: String) -> ApprovalDecision {
        ApprovalDecision(
            id: id,
            record: northwind,
            unit: "paymentTerms",
            base: hash("30"),
            proposed: hash("60"),
            policy: "acme-ownership@7",
            approver: "kim",
            role: .finance,
            time: ten
        )
    }

    static func key(_ value: String) -> ExternalKey {
        ExternalKey(system: "salesforce:emea", objectType: "Account", value: value)
    }
}
#endif
