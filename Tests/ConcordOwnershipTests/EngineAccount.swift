import ConcordConfiguration
import ConcordOwnership
import ConcordSchema
import ConcordValues

/// A host's own record, which the engine has never heard of.
struct Account: CanonicalRecord {
    var id: RecordID<Account>
    var header: RecordHeader
    var name: String
    var paymentTerms: Int?
    var creditLimit: ExactDecimal?
    var street: String?
    var city: String?
    var status: String?
    var tags: [String] = []
    var people: [Person] = []
    var settings: Settings?
    var note: String?
    var remainder = Remainder()

    static let schema = RecordSchema(
        "account",
        version: 1,
        "An account of a made-up host.",
        blank: Account(id: .placeholder, header: .placeholder, name: "")
    ) {
        Field("id", \.id)
        Field("header", \.header)
        Field("name", \.name)
        Field("paymentTerms", \.paymentTerms, sensitivity: .commercial)
        Field("creditLimit", \.creditLimit)
        Field("street", \.street)
        Field("city", \.city)
        Field("status", \.status)
        Field("tags", \.tags)
        Field("people", \.people, key: \.key)
        Field("settings", \.settings)
        Field("note", \.note)
    }
}

struct Person: Composite {
    var key: String
    var email: String?

    static let schema = RecordSchema<Person>("person", blank: Person(key: "")) {
        Field("key", \.key)
        Field("email", \.email)
    }
}

struct Settings: Composite {
    var language: String?
    var theme: String?

    static let schema = RecordSchema<Settings>("settings", blank: Settings()) {
        Field("language", \.language)
        Field("theme", \.theme)
    }
}

/// The policy of the made-up host, and what tests say about its one record.
enum Scene {
    static let key = RecordKey("account", "a-1")
    static let finance = ApprovalRequirement(["finance"], people: 1)
    static let systems: [SystemID: SystemRole] = [
        "crm": .crm, "erp:eu": .erp, "clm": .clm, "psa": .psa, "desk": .steward,
    ]

    static let rules: [OwnershipRule] = [
        OwnershipRule(
            "all",
            .record,
            grants: [OwnershipGrant(.crm, .own), OwnershipGrant(.psa, [.propose, .observe])],
            prohibitions: [OwnershipProhibition(.psa, [.clear])]
        ),
        OwnershipRule(
            "billing",
            .group("billing"),
            grants: [
                OwnershipGrant(.erp, .own),
                OwnershipGrant(.crm, [.create, .propose, .observe], approval: finance),
                OwnershipGrant(.clm, [.propose, .observe], approval: finance),
            ]
        ),
        OwnershipRule(
            "limit",
            .field(["creditLimit"]),
            grants: [
                OwnershipGrant(.erp, .own),
                OwnershipGrant(.crm, [.propose, .observe], approval: ApprovalRequirement(["finance"], people: 2)),
            ],
            prohibitions: [OwnershipProhibition(.crm, [.create])]
        ),
        OwnershipRule(
            "address",
            .group("address"),
            grants: [OwnershipGrant(.crm, .own), OwnershipGrant(.erp, .own)]
        ),
        OwnershipRule(
            "name",
            .field(["name"]),
            grants: [
                OwnershipGrant(.crm, .own), OwnershipGrant(.erp, [.propose, .observe], approval: finance),
                OwnershipGrant(.psa, .observe),
            ]
        ),
        OwnershipRule(
            "name.signed",
            .field(["name"]),
            stage: "signed",
            grants: [
                OwnershipGrant(.erp, .own), OwnershipGrant(.crm, [.propose, .observe], approval: finance),
            ]
        ),
        OwnershipRule(
            "status",
            .field(["status"]),
            grants: [OwnershipGrant(.clm, .own), OwnershipGrant(.crm, [.create, .update, .observe])]
        ),
        OwnershipRule("stage", .field(["@stage"]), grants: [OwnershipGrant(.clm, .own)]),
        OwnershipRule("entity", .field(["@entity"]), grants: [OwnershipGrant(.erp, .own)]),
        OwnershipRule(
            "note.de",
            .field(["note"]),
            scope: OwnershipScope(legalEntity: "DE"),
            grants: [OwnershipGrant(.erp, .own), OwnershipGrant(.crm, [.create, .observe])]
        ),
        OwnershipRule(
            "language",
            .field(["settings", "language"]),
            grants: [OwnershipGrant(.erp, .own), OwnershipGrant(.crm, .observe)]
        ),
    ]

    static func ownership(_ rules: [OwnershipRule] = rules) -> RecordOwnership {
        RecordOwnership(
            "account",
            groups: [
                FieldGroup("billing", [["paymentTerms"], ["creditLimit"]]),
                FieldGroup("address", [["street"], ["city"]], isAtomic: true),
            ],
            lists: [ListTreatment(["tags"], .set), ListTreatment(["people"], .keyed(by: "key"))],
            statuses: [StatusOrder(["status"], ["draft": ["executed"], "executed": ["closed"]])],
            stage: StageSource("@stage", initial: "prospect"),
            legalEntity: "@entity",
            rules: rules,
            comparisons: [FieldComparison(["note"], [.foldsCase, .foldsWhitespace])]
        )
    }

    static func policy(_ rules: [OwnershipRule] = rules, version: Int = 1) -> OwnershipPolicy {
        OwnershipPolicy(
            ConfigurationHeader(name: "test", version: version),
            records: [ownership(rules)],
            systems: systems,
            aliases: ["salesforce": "crm"]
        )
    }

    static func compiled(_ rules: [OwnershipRule] = rules, version: Int = 1) throws -> CompiledOwnership {
        try CompiledOwnership(checked(rules, version: version), for: Account.schema.description)
    }

    static func checked(_ rules: [OwnershipRule] = rules, version: Int = 1) throws -> CheckedOwnershipPolicy {
        try CheckedOwnershipPolicy(policy(rules, version: version), records: [Account.schema.description])
    }

    /// So many minutes after nine.
    static func minute(_ minutes: Int) throws -> Instant {
        let (hours, rest) = (9 + minutes / 60, minutes % 60)
        let (hour, minute) = (hours < 10 ? "0\(hours)" : "\(hours)", rest < 10 ? "0\(rest)" : "\(rest)")
        return try Instant("2026-03-02T\(hour):\(minute):00Z")
    }

    static func value(_ json: String) throws -> ClaimValue { .value(try JSONText(json)) }

    /// A delta.
    static func says(
        _ system: SystemID,
        _ id: String,
        at minutes: Int,
        _ values: [ClaimPath: String],
        version: Int64? = nil,
        snapshot: Bool = false,
        from: Int? = nil,
        until: Int? = nil,
        author: String? = nil,
        override: OverrideTerms? = nil,
        other: [ClaimEntry] = []
    ) throws -> ClaimEvent {
        var entries: [ClaimEntry] = []
        for (path, json) in values.sorted(by: { $0.key < $1.key }) {
            entries.append(ClaimEntry(path, json == "null" ? .null : try value(json)))
        }
        return ClaimEvent(
            id: id,
            system: system,
            record: key,
            version: .number(version ?? Int64(minutes)),
            sourceTime: try minute(minutes),
            validFrom: try from.map(minute),
            validTo: try until.map(minute),
            completeness: snapshot ? .snapshot : .delta,
            author: author,
            override: override,
            entries: entries + other
        )
    }

    static func ledger(_ events: [ClaimEvent], _ approvals: [ApprovalDecision] = []) -> ClaimLedger {
        var ledger = ClaimLedger(key)
        for event in events { ledger.insert(event) }
        for approval in approvals { ledger.insert(approval) }
        return ledger
    }

    static func approval(
        _ ownership: CompiledOwnership,
        _ id: String,
        at minutes: Int,
        _ unit: ClaimPath,
        from base: String?,
        to proposed: String,
        by approver: String = "kim",
        role: BusinessRole = "finance",
        policy: String = "test@1",
        expires: Int? = nil,
        verdict: ApprovalDecision.Verdict = .approve
    ) throws -> ApprovalDecision {
        ApprovalDecision(
            id: id,
            record: key,
            unit: unit,
            base: ownership.digest(of: try base.map(value) ?? .absent, at: unit),
            proposed: ownership.digest(of: try value(proposed), at: unit),
            policy: policy,
            approver: approver,
            role: role,
            time: try minute(minutes),
            expires: try expires.map(minute),
            verdict: verdict
        )
    }
}
