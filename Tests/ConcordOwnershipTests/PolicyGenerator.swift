import ConcordConfiguration
import ConcordOwnership
import ConcordTesting
import ConcordValues

/// Makes policies up; they need not make sense.
enum PolicyGenerator {
    private static let words = ["billing", "terms", "x", "naïve \"quoted\"", "a/b", "ERP", "prüfung", "stage-2", "y_z"]
    private static let systems: [SystemID] = ["crm:a", "erp:b", "psa", "netsuite:emea", "clm.v2"]

    static func policy(_ random: inout SeededGenerator) -> OwnershipPolicy {
        var scope = ConfigurationScope()
        if random.happens(percent: 40) { scope[.region] = "EMEA" }
        if random.happens(percent: 20) { scope[.tenant] = "tidewater" }
        var systems: [SystemID: SystemRole] = [:]
        var aliases: [SystemID: SystemID] = [:]
        var approvers: [BusinessRole: ApproverPool] = [:]
        for _ in 0..<random.number(in: 0...4) { systems[random.one(of: Self.systems)] = role(&random) }
        for _ in 0..<random.number(in: 0...2) { aliases[random.one(of: Self.systems)] = random.one(of: Self.systems) }
        for _ in 0..<random.number(in: 0...3) {
            approvers[BusinessRole(rawValue: word(&random))] =
                random.happens(percent: 50)
                ? .people(random.number(in: 0...9)) : .named([word(&random), word(&random)])
        }
        let names = unique(["customer", "contract", "retainer"], &random)
        return OwnershipPolicy(
            ConfigurationHeader(name: word(&random), version: random.number(in: 1...99), scope: scope),
            records: names.map { record($0, &random) },
            systems: systems,
            aliases: aliases,
            approvers: approvers
        )
    }

    private static func record(_ name: String, _ random: inout SeededGenerator) -> RecordOwnership {
        var stages: [String: LifecycleStage] = [:]
        for _ in 0..<random.number(in: 0...3) { stages[word(&random)] = LifecycleStage(rawValue: word(&random)) }
        let hasStage = random.happens(percent: 60)
        return RecordOwnership(
            name,
            groups: unique(words, &random)
                .map { FieldGroup($0, paths(&random), isAtomic: random.happens(percent: 30)) },
            lists: unique(["lines", "contacts", "tags"], &random)
                .map { name in
                    let kinds: [ListTreatment.Kind] = [.atomic, .set, .keyed(by: "id")]
                    return ListTreatment([name], random.one(of: kinds))
                },
            statuses: unique(["status", "state"], &random)
                .map { name in
                    var successors: [String: [String]] = [:]
                    for code in unique(words, &random) { successors[code] = unique(words, &random) }
                    return StatusOrder([name], successors)
                },
            stage: hasStage ? StageSource("@stage", stages: stages, initial: "first") : nil,
            legalEntity: random.happens(percent: 30) ? "contractingEntity" : nil,
            region: random.happens(percent: 30) ? "@region" : nil,
            rules: (0..<random.number(in: 0...5)).map { rule("\(name).\($0)", &random) },
            comparisons: unique(["name", "phone"], &random)
                .map { FieldComparison([$0], Canonicalisation(rawValue: UInt8(random.number(in: 1...7)))) }
        )
    }

    private static func rule(_ id: String, _ random: inout SeededGenerator) -> OwnershipRule {
        let targets: [OwnershipTarget] = [.record, .group(word(&random)), .field(path(&random)), .field(["@stage"])]
        return OwnershipRule(
            id,
            random.one(of: targets),
            scope: OwnershipScope(
                legalEntity: random.happens(percent: 30) ? word(&random) : nil,
                region: random.happens(percent: 30) ? word(&random) : nil
            ),
            stage: random.happens(percent: 30) ? LifecycleStage(rawValue: word(&random)) : nil,
            grants: (0..<random.number(in: 0...3))
                .map { _ in
                    let people = random.number(in: 1...4)
                    let days = random.happens(percent: 30) ? 30 : nil
                    let approval = ApprovalRequirement(
                        [BusinessRole(rawValue: word(&random)), "finance"],
                        people: people,
                        days: days
                    )
                    let isApproved = random.happens(percent: 40)
                    return OwnershipGrant(role(&random), capabilities(&random), approval: isApproved ? approval : nil)
                },
            prohibitions: (0..<random.number(in: 0...2))
                .map { _ in
                    OwnershipProhibition(random.happens(percent: 30) ? nil : role(&random), capabilities(&random))
                },
            because: random.happens(percent: 50) ? word(&random) : nil
        )
    }

    private static func capabilities(_ random: inout SeededGenerator) -> CapabilitySet {
        CapabilitySet(rawValue: UInt8(random.number(in: 1...31)))
    }

    private static func role(_ random: inout SeededGenerator) -> SystemRole {
        random.one(of: [.crm, .erp, .psa, .library, "treasury"])
    }

    private static func path(_ random: inout SeededGenerator) -> [String] {
        random.happens(percent: 20) ? ["paymentTerms", "netDays"] : [random.one(of: ["name", "status", "lines"])]
    }

    private static func paths(_ random: inout SeededGenerator) -> [[String]] {
        (0..<random.number(in: 0...3)).map { _ in path(&random) }
    }

    private static func word(_ random: inout SeededGenerator) -> String { random.one(of: words) }

    private static func unique(_ names: [String], _ random: inout SeededGenerator) -> [String] {
        names.filter { _ in random.happens(percent: 40) }
    }
}
