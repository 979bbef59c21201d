internal import ConcordConfiguration
public import ConcordSchema
internal import ConcordValues

extension OwnershipReader {
    /// The rules of a record.
    mutating func rules(_ object: ConfigurationObject, _ path: [String]) -> [OwnershipRule] {
        var rules: [OwnershipRule] = []
        var seen: [String: ConfigurationPlace] = [:]
        for value in object.list(ifPresent: "rules", &problems) ?? [] {
            guard let rule = self.rule(value, path) else { continue }
            let place = ConfigurationPlace(file: file, position: value.position)
            if let first = seen[rule.id] {
                problems.add(
                    .duplicateStatement,
                    at: value,
                    expected: "each rule once, and \"\(rule.id)\" stands twice",
                    advice: "give one of them another name",
                    related: first
                )
                continue
            }
            seen[rule.id] = place
            rules.append(rule)
        }
        return rules
    }

    private mutating func rule(_ value: ConfigurationValue, _ record: [String]) -> OwnershipRule? {
        let known = [
            "rule", "group", "field", "all", "stage", "legalEntity", "region", "grants", "forbid", "because",
        ]
        guard let object = value.object(knowing: known, &problems) else { return nil }
        let id = object.value("rule", &problems).flatMap { word($0) }
        let path = record + ["rules", id ?? ""]
        note(value, path)
        let target = self.target(object, path)
        for member in ["stage", "legalEntity", "region"] {
            if let value = object.value(ifPresent: member) { note(value, path + [member]) }
        }
        let stage = object.value(ifPresent: "stage").flatMap { word($0) }
        let legalEntity = object.value(ifPresent: "legalEntity").flatMap { word($0) }
        let region = object.value(ifPresent: "region").flatMap { word($0) }
        var grants: [OwnershipGrant] = []
        for (index, item) in (object.list(ifPresent: "grants", &problems) ?? []).enumerated() {
            note(item, path + ["grants", "\(index)"])
            if let grant = self.grant(item, path + ["grants", "\(index)"]) { grants.append(grant) }
        }
        var prohibitions: [OwnershipProhibition] = []
        for (index, item) in (object.list(ifPresent: "forbid", &problems) ?? []).enumerated() {
            note(item, path + ["forbid", "\(index)"])
            if let prohibition = self.prohibition(item, path + ["forbid", "\(index)"]) {
                prohibitions.append(prohibition)
            }
        }
        let because = object.string(ifPresent: "because", &problems)
        if grants.isEmpty, prohibitions.isEmpty, object.value(ifPresent: "grants") == nil,
            object.value(ifPresent: "forbid") == nil
        {
            problems.add(.unsuitableValue, at: value, expected: "a rule with grants, with forbid, or with both")
        }
        guard let id, let target else { return nil }
        return OwnershipRule(
            id,
            target,
            scope: OwnershipScope(legalEntity: legalEntity, region: region),
            stage: stage.map { LifecycleStage(rawValue: $0) },
            grants: grants,
            prohibitions: prohibitions,
            because: because
        )
    }

    private mutating func target(_ object: ConfigurationObject, _ path: [String]) -> OwnershipTarget? {
        let found = ["group", "field", "all"].filter { object.value(ifPresent: $0) != nil }
        guard found.count == 1, let value = object.value(ifPresent: found[0]) else {
            problems.add(
                .unsuitableValue,
                at: object.value,
                expected: "a rule with exactly one of group, field and all",
                advice: found.isEmpty ? "write \"all\": true for a rule about the whole record" : "make a rule of each"
            )
            return nil
        }
        note(value, path + ["target"])
        switch found[0] {
        case "group": return word(value).map { .group($0) }
        case "field": return fieldPath(value).map { .field($0) }
        default:
            guard let isAll = value.boolean(&problems) else { return nil }
            if isAll { return .record }
            problems.add(.unsuitableValue, at: value, expected: "true", advice: "or name a group or a field instead")
            return nil
        }
    }

    private mutating func grant(_ value: ConfigurationValue, _ path: [String]) -> OwnershipGrant? {
        guard let object = value.object(knowing: ["role", "may", "approval"], &problems) else { return nil }
        let role = object.value("role", &problems).flatMap { word($0) }
        if let value = object.value(ifPresent: "role") { note(value, path + ["role"]) }
        let capabilities = object.value("may", &problems).flatMap { self.capabilities($0) }
        let approval = object.value(ifPresent: "approval").flatMap { self.approval($0, path + ["approval"]) }
        guard let role, let capabilities else { return nil }
        return OwnershipGrant(SystemRole(rawValue: role), capabilities, approval: approval)
    }

    private mutating func prohibition(_ value: ConfigurationValue, _ path: [String]) -> OwnershipProhibition? {
        guard let object = value.object(knowing: ["role", "mayNot"], &problems) else { return nil }
        let role = object.value(ifPresent: "role").flatMap { word($0) }
        if let value = object.value(ifPresent: "role") { note(value, path + ["role"]) }
        guard let capabilities = object.value("mayNot", &problems).flatMap({ self.capabilities($0) }) else {
            return nil
        }
        return OwnershipProhibition(role.map { SystemRole(rawValue: $0) }, capabilities)
    }

    /// What a role may do: a list of capabilities, or `own` for all that an owner may.
    private mutating func capabilities(_ value: ConfigurationValue) -> CapabilitySet? {
        let words = Capability.allCases.map(\.rawValue)
        var quiet = ConfigurationProblems(file: file)
        guard let items = value.list(&quiet) else {
            guard let word = value.choice(of: words + ["own"], &problems) else { return nil }
            return word == "own" ? .own : Capability(rawValue: word).map { CapabilitySet($0) }
        }
        var capabilities: CapabilitySet = []
        for item in items {
            guard let capability = item.choice(of: words, &problems).flatMap(Capability.init(rawValue:)) else {
                continue
            }
            if capabilities.contains(capability) {
                problems.add(.duplicateStatement, at: item, expected: "each capability once")
            }
            capabilities.insert(CapabilitySet(capability))
        }
        if items.isEmpty {
            problems.add(
                .unsuitableValue,
                at: value,
                expected: "at least one of \(words.joined(separator: ", "))",
                advice: "leave the role out: what is not granted is refused"
            )
        }
        return capabilities
    }

    private mutating func approval(_ value: ConfigurationValue, _ path: [String]) -> ApprovalRequirement? {
        note(value, path)
        guard let object = value.object(knowing: ["roles", "people", "days"], &problems) else { return nil }
        let items = object.list("roles", &problems)
        let roles = items?.compactMap { word($0) }
        if let value = object.value(ifPresent: "roles"), roles?.isEmpty == true, items?.isEmpty == true {
            problems.add(
                .unsuitableValue,
                at: value,
                expected: "at least one role of approvers",
                advice: "leave the approval out if nobody has to approve"
            )
        }
        let people = object.integer(ifPresent: "people", in: 1...1_000, &problems)
        let days = object.integer(ifPresent: "days", in: 1...36_500, &problems)
        guard let roles, !roles.isEmpty else { return nil }
        if let people, people < Set(roles).count, let value = object.value(ifPresent: "people") {
            problems.add(
                .unsuitableValue,
                at: value,
                expected: "at least \(Set(roles).count) people, one for each role"
            )
        }
        return ApprovalRequirement(roles.map { BusinessRole(rawValue: $0) }, people: people ?? 1, days: days)
    }
}

extension IssueCode {
    /// A document about ownership says the same thing twice.
    public static let duplicateStatement: Self = "ownership.duplicate"
}
