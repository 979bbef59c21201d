import Concord

/// A customer with every field filled, what systems say about it, and who owns it.
///
/// What is compared is deciding about an event with writing the same record as JSON: both look at each of its fields.
struct Ownership {
    /// How much of the customer an event changes.
    enum Change: String, CaseIterable {
        /// A snapshot that says what was known.
        case unchanged
        /// A snapshot in which three fields are others.
        case some
        /// A delta in which all fields are others.
        case all
    }

    /// How many events a record takes before the next one begins.
    static let rounds = 250

    /// Made when the first row asks for it.
    static let shared = Ownership()

    let ownership: CompiledOwnership
    let customers: [Customer]
    let asOf: Instant
    private let first: ClaimEvent
    private let events: [Change: [ClaimEvent]]

    init?() {
        let texts = ["A", "B"]
            .map { variant in
                Self.document.replacing("\n", with: "").replacing("~", with: variant)
                    .replacing("^", with: variant == "A" ? "1" : "2")
                    .replacing("?", with: variant == "A" ? "true" : "false")
            }
        let near = texts[0].replacing("key account", with: "framework").replacing("2026-01-01", with: "2026-07-01")
            .replacing("rs-okafor", with: "rs-marwick")
        guard let one = try? Customer(json: texts[0]), let other = try? Customer(json: texts[1]),
            let near = try? Customer(json: near), let start = try? Instant("2026-03-02T09:00:00Z"),
            let asOf = try? Instant("2027-03-02T09:00:00Z"),
            let policy = try? CheckedOwnershipPolicy(Self.policy, records: [Customer.schema.description]),
            let ownership = try? CompiledOwnership(policy, for: Customer.schema.description)
        else { return nil }
        customers = [one, other, near]
        self.ownership = ownership
        self.asOf = asOf
        first = Self.event(one, 0, start)
        var events: [Change: [ClaimEvent]] = [:]
        for change in Change.allCases {
            events[change] = (1...Self.rounds)
                .compactMap { index in
                    guard let time = try? Instant(secondsSince1970: start.secondsSince1970 + Int64(index), offset: .utc)
                    else {
                        return nil
                    }
                    switch change {
                    case .unchanged: return Self.event(one, index, time)
                    case .some: return Self.event(index % 2 == 0 ? one : near, index, time)
                    case .all:
                        let event = Self.event(index % 2 == 0 ? one : other, index, time)
                        return ClaimEvent(
                            id: event.id,
                            system: event.system,
                            record: event.record,
                            version: event.version,
                            sourceTime: event.sourceTime,
                            completeness: .delta,
                            entries: event.entries
                        )
                    }
                }
        }
        self.events = events
    }

    /// A snapshot of a customer.
    static func event(_ customer: Customer, _ index: Int, _ time: Instant) -> ClaimEvent {
        ClaimEvent(
            of: customer,
            id: "salesforce:\(index)",
            system: "salesforce:emea",
            version: .number(Int64(index)),
            sourceTime: time
        )
    }

    /// Decides about some events, and counts claims.
    func decide(_ change: Change, _ count: Int) -> Int {
        guard let events = events[change] else { return 0 }
        var decided = 0
        while decided < count {
            var ledger = ClaimLedger(first.record)
            ledger.insert(first)
            var claims = RecordClaims(ledger, ownership, asOf: first.sourceTime)
            for event in events where decided < count {
                let decision = claims.decide(event, asOf: event.sourceTime)
                if decision.isLate { return -1 }
                decided += 1
            }
        }
        return decided
    }

    /// Writes the customer some times.
    func encode(_ count: Int) -> Int {
        var writer = JSONWriter()
        var written = 0
        for index in 0..<count {
            writer.removeAll()
            customers[index % 2].writeDocument(to: &writer)
            written += writer.count
        }
        return written
    }

    /// Makes an event of the customer some times.
    func makeEvents(_ count: Int) -> Int {
        var made = 0
        for index in 0..<count {
            made += Self.event(customers[index % 2], index % Self.rounds, asOf).id.utf8.count
        }
        return made
    }

    /// What became of the claims of the last event, in numbers: to see that the rows do what they say.
    func outcomes(_ change: Change) -> [String: Int] {
        guard let events = events[change] else { return [:] }
        var ledger = ClaimLedger(first.record)
        ledger.insert(first)
        var claims = RecordClaims(ledger, ownership, asOf: first.sourceTime)
        claims.decide(events[0], asOf: events[0].sourceTime)
        let decision = claims.decide(events[1], asOf: events[1].sourceTime)
        return Dictionary(grouping: claims.outcomes(of: decision)) { $0.outcome.description }.mapValues(\.count)
    }

    private static let policy = OwnershipPolicy(
        ConfigurationHeader(name: "benchmark", version: 1),
        records: [
            RecordOwnership(
                "customer",
                groups: [FieldGroup("billing", [["paymentTerms"], ["invoiceDelivery"], ["preferredCurrency"]])],
                statuses: [],
                stage: StageSource("@stage", initial: "prospect"),
                region: "@region",
                rules: [
                    OwnershipRule(
                        "customer",
                        .record,
                        grants: [OwnershipGrant(.crm, .own), OwnershipGrant(.erp, [.propose, .observe])]
                    ),
                    OwnershipRule(
                        "customer.billing",
                        .group("billing"),
                        grants: [OwnershipGrant(.erp, .own), OwnershipGrant(.crm, .own)]
                    ),
                    OwnershipRule(
                        "customer.billing@contracted",
                        .group("billing"),
                        stage: "contracted",
                        grants: [OwnershipGrant(.erp, .own), OwnershipGrant(.crm, [.propose, .observe])]
                    ),
                    OwnershipRule(
                        "customer.name@EMEA",
                        .field(["legalName"]),
                        scope: OwnershipScope(region: "EMEA"),
                        grants: [OwnershipGrant(.erp, .own)]
                    ),
                ]
            )
        ],
        systems: ["salesforce:emea": .crm, "netsuite": .erp, "certinia": .psa]
    )

    private static let document = """
        {"schema":"customer/3","id":"cu-northwind","header":{"recordVersion":11,"asOf":"2026-04-30T06:15:20Z",
        "source":"salesforce:emea","ingestedAt":"2026-04-30T06:15:20Z"},
        "name":"Northwind Rail ~","legalName":"Northwind Rail ~ AG","kind":"~kind","legalEntity":"le-northwind-~",
        "registrations":[{"kind":"vat","value":"DE34567891^"}],"industry":{"code":"49.1^"},
        "segment":{"code":"key account ~"},"status":"~active","statusReason":{"code":"~firstOrder"},
        "statusSince":"2026-0^-01","parent":"cu-parent-~","ultimateParent":"cu-top-~","hierarchyRoles":["~reporting"],
        "partyRoles":[{"role":"payer","party":"cu-northwind-~"}],
        "contacts":[{"id":"co-brandt-~","name":{"full":"Dr. Katrin Brandt"},"isPrimary":?}],
        "addresses":[{"id":"ad-hq-~","lines":["Am Bahnhof ^2"],"locality":"Kiel","country":"DE","isPrimary":?}],
        "contactPoints":[{"kind":"web","value":"https://northwind-~.example","isPrimary":?}],"accountOwner":"rs-okafor-~",
        "preferredCurrency":"EU~","paymentTerms":{"code":"N^0","basis":"invoiceDate","netDays":^0},"rateCards":["rc-northwind-~"],
        "poRequired":?,"timesheetRequiredOnInvoice":?,"invoiceDelivery":{"channel":"~email"},
        "invoiceGrouping":"~byContract","language":"de-~~","creditLimits":[{"legalEntity":"le-munich-~",
        "limit":{"amount":"1^0000.00","currency":"EUR"}}],"creditHold":{"state":"~none"},"riskClass":{"code":"~B"},
        "dunningPolicy":{"code":"STD-~"},"dunningBlocked":?,"aging":[{"fromDays":^,"amount":{"amount":"^0.00",
        "currency":"EUR"}}],"taxProfiles":["tp-northwind-~"],"availableTo":["le-munich-~"],"isIntercompany":?,
        "representsEntity":"le-own-~"}
        """
}
