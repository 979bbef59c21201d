internal import ConcordAdapters
internal import ConcordConfiguration
internal import ConcordMapping
internal import ConcordOwnership
internal import ConcordSchema
internal import ConcordValues

/// What is stored while a store is checked: the same for the same seed and number.
struct StoreSamples: Sendable {
    let seed: UInt64

    let system: SystemID = "netsuite:eu"
    let other: SystemID = "salesforce"

    func hash(_ text: String) -> ContentHash { ContentHash(ofBytes: Array("\(seed)/\(text)".utf8)) }

    /// A time, some seconds after the beginning, with the digits and offset that number calls for.
    func time(_ seconds: Int) -> Instant {
        let exact = try? Instant(
            secondsSince1970: 1_772_000_000 + Int64(seconds),
            nanoseconds: seconds % 3 == 1 ? 120_000_000 : 0,
            fractionDigits: seconds % 3 == 1 ? 3 : nil,
            offset: seconds % 2 == 0 ? .utc : (try? UTCOffset(minutes: 60)) ?? .utc
        )
        return exact ?? .placeholder
    }

    func record(_ number: Int) -> RecordKey { RecordKey("customer", "c-\(number)-é") }

    func sequence(_ number: Int) -> SequenceKey { SequenceKey(system, "customer", "\(1_000 + number)") }

    func external(_ number: Int) -> ExternalKey {
        ExternalKey(system: other, objectType: "Account", value: "001-\(number)")
    }

    func values(_ number: Int) -> [ClaimEntry] {
        [
            ClaimEntry("name", .value(JSONText(verified: "\"Ærø & Sønner \\\"\(number)\\\"\""))),
            ClaimEntry("paymentTerms", .value(JSONText(verified: "{\"netDays\":\(number),\"rate\":1.10}"))),
            ClaimEntry("phone", .cleared),
        ]
    }

    func event(_ number: Int, of record: RecordKey, id: String? = nil) -> ClaimLine {
        .event(
            ClaimEvent(
                id: id ?? "e-\(number)",
                system: system,
                record: record,
                version: number % 2 == 0 ? .number(Int64(number)) : .text("v\(number)"),
                sourceTime: time(number),
                validFrom: time(number - 10),
                validTo: nil,
                completeness: number % 2 == 0 ? .delta : .snapshot,
                payloadHash: hash("payload \(number)"),
                tieOrder: 0,
                author: "kim",
                override: nil,
                entries: values(number) + [ClaimEntry("note", .null), ClaimEntry("bank", .unreadable)]
            )
        )
    }

    func decision(_ number: Int, of record: RecordKey) -> ApprovalDecision {
        ApprovalDecision(
            id: "a-\(number)",
            record: record,
            unit: "paymentTerms",
            base: hash("base"),
            proposed: hash("proposed \(number)"),
            policy: "acme@7",
            approver: "kim",
            role: .finance,
            time: time(number),
            expires: number % 2 == 0 ? time(number + 1_000) : nil
        )
    }

    /// The three kinds of lines, about one record.
    func lines(_ number: Int, of record: RecordKey) -> [ClaimLine] {
        [
            event(number, of: record), .approval(decision(number, of: record)),
            .emission(plan(number, of: record).sent(at: time(number))),
        ]
    }

    func plan(_ number: Int, of record: RecordKey, for system: SystemID? = nil) -> EmissionPlan {
        EmissionPlan(
            key: hash("plan \(number) \(record) \(system ?? self.system)"),
            system: system ?? self.system,
            record: record,
            values: values(number)
        )
    }

    func entry(_ number: Int, of record: RecordKey, for system: SystemID? = nil) -> OutboxEntry {
        OutboxEntry(plan(number, of: record, for: system), plannedAt: time(number))
    }

    func item(_ number: Int, of sequence: SequenceKey) -> SourceItem {
        let content = SourceItem.Content.object([0x7B, 0xFF, 0x00, UInt8(truncatingIfNeeded: number), 0x7D])
        return SourceItem(
            id: "m-\(number)",
            sequence: sequence,
            version: .number(Int64(number)),
            time: time(number),
            author: "kim",
            content: number % 4 == 3 ? .removed : content,
            digest: number % 2 == 0 ? SourceItem.digest(of: content) : nil
        )
    }

    func letter(_ number: Int, of sequence: SequenceKey) -> DeadLetter {
        let failure = AdapterFailure(
            .mapping,
            "it cannot be read",
            system: system,
            remedy: "Correct it.",
            retryAfter: .milliseconds(1_500),
            issues: []
        )
        return DeadLetter(
            .inbound(item(number, of: sequence)),
            of: sequence,
            because: number % 2 == 1 ? failure : nil,
            parkedAt: time(number)
        )
    }

    /// A letter with something that was to be sent.
    func letter(_ entry: OutboxEntry, of sequence: SequenceKey) -> DeadLetter {
        DeadLetter(
            .outbound(entry),
            of: sequence,
            because: AdapterFailure(.validation, "it is refused", system: entry.plan.system),
            parkedAt: entry.plannedAt
        )
    }

    func exception(_ number: Int, due: Int? = nil, risk: Int? = nil, opened: Int? = nil) -> QueuedException {
        var context = ExceptionCase.Context()
        context.client = "Northwind"
        context.openInvoices = number
        if let risk, let currency = try? CurrencyCode("EUR") {
            context.amountAtRisk = Money(ExactDecimal(risk), currency)
        }
        let binding = ExceptionCase.Binding(
            requirement: ApprovalRequirement([.finance], people: 2, days: 30),
            missingRoles: [.finance],
            base: hash("base"),
            proposed: hash("proposed"),
            policy: "acme@7"
        )
        return QueuedException(
            id: hash("exception \(number)"),
            origin: number % 2 == 0 ? .ownership : .delivery,
            kind: "approvalNeeded",
            record: record(number % 3),
            parts: [.init("paymentTerms", binding), .init("creditLimit")],
            sequence: number % 2 == 0 ? nil : sequence(number),
            headline: "paymentTerms wants a change",
            details: ["now: 30", "said: 60"],
            owner: number % 2 == 0 ? .finance : .sales,
            context: context,
            actions: ["approve", "reject"],
            openedAt: time(opened ?? number),
            due: due.map(time)
        )
    }

    func resolution(_ number: Int, by person: String = "kim", at seconds: Int? = nil) -> ExceptionResolution {
        ExceptionResolution(
            of: hash("exception \(number)"),
            .approve,
            by: person,
            at: time(seconds ?? number),
            reason: "agreed with the client"
        )
    }

    func receipt(_ number: Int) -> TargetReceipt {
        TargetReceipt(objectID: "o-\(number)", version: .text("v\(number)"), isRepetition: number % 2 == 0)
    }

    /// A commit with something of each part.
    func everything(_ number: Int) -> StoreCommit {
        let (record, sequence) = (record(number), sequence(number))
        let sent = entry(number + 1_000, of: self.record(number + 1_000))
        var begun = entry(number, of: record)
        var commit = StoreCommit()
        commit.claims = lines(number, of: record)
        commit.records = [StoredRecord(key: record, document: [0x7B, 0xFE, 0x7D], changedAt: time(number))]
        commit.originals = [(sequence, [0x00, 0xFF, 0x0A]), (self.sequence(number + 1_000), nil)]
        commit.links = [IdentityLink(external(number), "c-\(number)")]
        commit.planned = [begun, sent, entry(number + 2_000, of: self.record(number + 2_000))]
        commit.settled = [(system, self.record(number + 2_000))]
        begun.attempts = 1
        begun.notBefore = time(number + 60)
        begun.lastFailure = "the connection broke"
        commit.attempted = [begun]
        commit.delivered = [sent.key]
        commit.parked = [letter(number * 2 + 1, of: sequence), letter(number * 2 + 2, of: sequence)]
        commit.released = [(sequence, ["m-\(number * 2 + 2)"])]
        commit.opened = (0..<3).map { exception(number * 3 + $0) }
        commit.withdrawn = [(exception(number * 3 + 1).id, time(number))]
        commit.resolved = [(self.record(number % 3), resolution(number * 3 + 2))]
        commit.cursors = [("source \(number)", SourceCursor("cursor \(number)"))]
        return commit
    }
}
