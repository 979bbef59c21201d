import ConcordConfiguration
import ConcordOwnership
import ConcordTesting
import ConcordValues

/// A made-up history of one record: what systems said, in part late, twice or at once, and who approved what.
struct EngineHistory {
    let seed: UInt64
    let ownership: CompiledOwnership
    var events: [ClaimEvent] = []
    var approvals: [ApprovalDecision] = []

    static let values: [ClaimPath: [String]] = [
        "name": [#""A""#, #""B""#, #""C""#],
        "paymentTerms": ["30", "60"],
        "creditLimit": [#""10""#, #""10.00""#, #""20""#],
        "status": [#""draft""#, #""executed""#, #""closed""#],
        "tags": [#"["x"]"#, #"["x","y"]"#, "[]"],
        "people": [#"[{"key":"a"}]"#, #"[{"key":"a","email":"m"},{"key":"b"}]"#, #"[{"key":"b"},{"key":"b"}]"#],
        "settings": [#"{"language":"de"}"#, #"{"theme":"dark","language":"en"}"#],
        "note": [#""n""#, #""N ""#, #""other""#],
        "@stage": [#""signed""#, #""prospect""#],
        "@entity": [#""DE""#, #""FR""#, "7"],
    ]

    init(_ ownership: CompiledOwnership, seed: UInt64) throws {
        self.seed = seed
        self.ownership = ownership
        var random = SeededGenerator(seed: seed)
        let systems: [SystemID] = ["crm", "crm", "erp:eu", "erp:eu", "clm", "psa", "desk", "ghost"]
        let paths = Self.values.keys.sorted()
        for index in 0..<random.number(in: 4...14) {
            let system = random.one(of: systems)
            let isMismatch = random.happens(percent: 4) && index > 0
            let minutes = random.number(in: 1...40)
            var values: [ClaimPath: String] = [:]
            var other: [ClaimEntry] = []
            let isSnapshot = random.happens(percent: 20)
            for path in paths where random.happens(percent: isSnapshot ? 50 : 25) {
                switch random.number(in: 0...19) {
                case 0: other.append(ClaimEntry(path, .cleared))
                case 1: other.append(ClaimEntry(path, .unreadable))
                case 2: other.append(ClaimEntry(path, .absent))
                case 3: values[path] = "null"
                default: values[path] = random.one(of: Self.values[path] ?? ["1"])
                }
            }
            if random.happens(percent: 40) {
                values["street"] = random.one(of: [#""Kai 1""#, #""Weg 2""#])
                if random.happens(percent: 85) { values["city"] = random.one(of: [#""Kiel""#, #""Bonn""#, "null"]) }
            }
            var terms: OverrideTerms?
            if system == "desk", random.happens(percent: 80) {
                terms = OverrideTerms(
                    reason: "audit",
                    approver: random.one(of: ["lee", "ann"]),
                    expires: try Scene.minute(minutes + random.number(in: 1...30)),
                    release: random.one(of: [nil, .ownerChanges])
                )
            }
            let isDated = random.happens(percent: 15)
            events.append(
                try Scene.says(
                    system,
                    isMismatch ? "e\(index - 1)" : "e\(index)",
                    at: minutes,
                    values,
                    version: Int64(random.number(in: 1...40)),
                    snapshot: isSnapshot,
                    from: isDated ? minutes + random.number(in: 0...20) : nil,
                    until: isDated && random.happens(percent: 50) ? minutes + random.number(in: 20...40) : nil,
                    author: random.one(of: [nil, "ann", "kim"]),
                    override: terms,
                    other: other
                )
            )
        }
        for index in 0..<random.number(in: 0...8) {
            let path = random.one(of: ["name", "paymentTerms", "creditLimit"] as [ClaimPath])
            let choices = Self.values[path] ?? []
            approvals.append(
                try Scene.approval(
                    ownership,
                    "a\(index)",
                    at: random.number(in: 1...45),
                    path,
                    from: random.happens(percent: 30) ? nil : random.one(of: choices),
                    to: random.one(of: choices),
                    by: random.one(of: ["kim", "lee", "ann", "kit"]),
                    role: random.happens(percent: 85) ? "finance" : "delivery",
                    expires: random.happens(percent: 10) ? 30 : nil,
                    verdict: random.happens(percent: 8) ? .reject : .approve
                )
            )
        }
    }

    var ledger: ClaimLedger { Scene.ledger(events, approvals) }

    func shuffled(_ salt: UInt64) -> ClaimLedger {
        var random = SeededGenerator(seed: seed &* 31 &+ salt)
        let doubled = events + events.filter { _ in random.happens(percent: 30) }
        return Scene.ledger(random.shuffled(doubled), random.shuffled(approvals))
    }

    func record<Defects: EngineDefects>(at minutes: Int = 45, _: Defects.Type) throws -> OwnedRecord {
        ownership.record(from: ledger, asOf: try Scene.minute(minutes), Defects.self)
    }
}
