public import ConcordConfiguration
public import ConcordSchema
internal import ConcordValues

extension ValidationPolicy {
    /// Reads a document that sets this policy.
    ///
    /// ```json
    /// {
    ///   "validation": "acme-eu", "version": 3, "for": { "region": "EU" }, "validFrom": "2026-04-01",
    ///   "rules": [
    ///     { "rule": "time-entry.dayLimit", "with": { "maximumMinutes": 720 }, "because": "works council" },
    ///     { "rule": "invoice.BR-CO-25", "weight": "warning", "because": "terms are in the contract" },
    ///     { "off": "customer.segment", "because": "not used in the EU" },
    ///     { "add": "acme.travelLocation", "record": "time-entry", "when": "timeType == 'travel'",
    ///       "require": "has(location)", "at": "location", "expected": "where the travel went",
    ///       "actor": "timekeeper", "remedy": "Add the location.", "because": "travel is taxed by country" }
    ///   ],
    ///   "understands": ["https://acme.example/extensions/union"]
    /// }
    /// ```
    ///
    /// - Parameter file: The file.
    /// - Returns: The document.
    /// - Throws: A `ConfigurationRefusal` with all problems: names of rules, parameters, fields and codes are checked here.
    public func document(
        _ file: ConfigurationFile
    ) throws(ConfigurationRefusal) -> ConfigurationDocument<ValidationSettings> {
        try file.document(nameMember: "validation", knowing: ["rules", "understands"]) { root, problems in
            var reading = SettingsReading(policy: self)
            let items = root.list(ifPresent: "rules", &problems) ?? []
            for item in items { reading.read(item, &problems) }
            let understands = (root.list(ifPresent: "understands", &problems) ?? [])
                .compactMap { $0.string(&problems) }
            return ValidationSettings(
                settings: reading.settings,
                additions: reading.additions,
                understands: understands
            )
        }
    }
}

/// Reads the rules of one document.
private struct SettingsReading {
    let policy: ValidationPolicy
    let rules: [RuleDescription]
    var settings: [RuleSetting] = []
    var additions: [RuleAddition] = []
    private var places: [String: ConfigurationValue] = [:]

    init(policy: ValidationPolicy) {
        self.policy = policy
        rules = policy.rules
    }

    private static let words = ["rule", "off", "add"]
    private static let members = [
        "rule": ["rule", "weight", "approval", "with", "because"],
        "off": ["off", "because"],
        "add": [
            "add", "record", "when", "require", "at", "expected", "remedy", "weight", "approval", "actor", "readyFor",
            "because",
        ],
    ]

    mutating func read(_ value: ConfigurationValue, _ problems: inout ConfigurationProblems) {
        guard let open = value.openObject(&problems) else { return }
        let found = Self.words.filter { open.value(ifPresent: $0) != nil }
        guard found.count == 1, let word = found.first, let known = Self.members[word] else {
            problems.add(
                .unsuitableValue,
                at: value,
                expected: "a rule with exactly one of rule, off and add",
                advice: found.isEmpty ? nil : "make a rule of each"
            )
            return
        }
        guard let object = value.object(knowing: known, &problems), let subject = object.value(ifPresent: word),
            let code = subject.string(&problems)
        else { return }
        let because = reason(object, value, &problems)
        if let first = places[code] {
            problems.add(
                .duplicateSetting,
                at: subject,
                expected: "each rule once in a document",
                advice: "put both together",
                related: ConfigurationPlace(file: problems.file, position: first.position)
            )
            return
        }
        places[code] = subject
        if word == "add" {
            addition(IssueCode(rawValue: code), subject, object, because, &problems)
        } else {
            setting(code, isOff: word == "off", subject, object, because, &problems)
        }
    }

    private func reason(
        _ object: ConfigurationObject,
        _ value: ConfigurationValue,
        _ problems: inout ConfigurationProblems
    ) -> String? {
        guard let because = object.string("because", &problems) else { return nil }
        if !because.isEmpty { return because }
        problems.add(
            .unsuitableValue,
            at: object.value(ifPresent: "because") ?? value,
            expected: "a reason in words"
        )
        return nil
    }

    private mutating func setting(
        _ code: String,
        isOff: Bool,
        _ subject: ConfigurationValue,
        _ object: ConfigurationObject,
        _ because: String?,
        _ problems: inout ConfigurationProblems
    ) {
        guard let rule = rules.first(where: { $0.code.rawValue == code }) else {
            let advice = NearestName.advice(for: code, among: rules.map(\.code.rawValue))
            problems.add(.unknownCode, at: subject, expected: "a rule of \(policy.name)", advice: advice)
            return
        }
        let weight = weight(object, &problems)
        var values: [String: RuleParameter.Value] = [:]
        let names = rule.parameters.map(\.name)
        if let with = object.value(ifPresent: "with") {
            if names.isEmpty {
                problems.add(.unsuitableValue, at: with, expected: "nothing; \(code) has no parameters")
            } else if let with = with.object(knowing: names, &problems) {
                for parameter in rule.parameters {
                    guard let value = with.value(ifPresent: parameter.name) else { continue }
                    values[parameter.name] = parameter.standard.read(value, &problems)
                }
            }
        }
        guard let because else { return }
        settings.append(
            RuleSetting(
                code: rule.code,
                isOff: isOff,
                weight: weight,
                values: values,
                because: because,
                position: subject.position
            )
        )
    }

    private func weight(_ object: ConfigurationObject, _ problems: inout ConfigurationProblems) -> Finding.Weight? {
        if let approval = object.value(ifPresent: "approval") {
            if let weight = object.value(ifPresent: "weight") {
                problems.add(
                    .unsuitableValue,
                    at: weight,
                    expected: "a weight or an approval, not both",
                    advice: "take one out"
                )
            }
            guard let role = approval.string(&problems) else { return nil }
            let known = BusinessRole.standard.map(\.rawValue)
            // A slip in a standard role would ask somebody who does not exist.
            if !known.contains(role), let nearest = NearestName.find(role, among: known) {
                problems.add(.unknownCode, at: approval, expected: "a role", advice: "nearest is \(nearest)")
                return nil
            }
            return .approval(BusinessRole(rawValue: role))
        }
        switch object.choice(ifPresent: "weight", of: ["error", "warning", "info"], &problems) {
        case "error": return .error
        case "warning": return .warning
        case "info": return .info
        default: return nil
        }
    }

    private mutating func addition(
        _ code: IssueCode,
        _ subject: ConfigurationValue,
        _ object: ConfigurationObject,
        _ because: String?,
        _ problems: inout ConfigurationProblems
    ) {
        if rules.contains(where: { $0.code == code }) {
            problems.add(
                .unsuitableValue,
                at: subject,
                expected: "a name that no rule of \(policy.name) has",
                advice: "write \"rule\" to set that one"
            )
        }
        let names = policy.records.map(\.name)
        let recordName = object.choice("record", of: names, &problems)
        let weight = weight(object, &problems) ?? .error
        let actor = object.string("actor", &problems)
        let remedy = object.string("remedy", &problems)
        let expected = object.string("expected", &problems)
        let readiness = (object.list(ifPresent: "readyFor", &problems) ?? []).compactMap { $0.string(&problems) }
        guard let record = policy.records.first(where: { $0.name == recordName }) else { return }
        let symbols = RecordSymbols(record)
        let condition = object.predicate(ifPresent: "when", checkedAgainst: symbols, &problems)
        let requirement = object.predicate("require", checkedAgainst: symbols, &problems)
        let path = path(object, record, &problems)
        guard let requirement, let path, let actor, let remedy, let expected, let because else { return }
        additions.append(
            RuleAddition(
                code: code,
                record: record.name,
                condition: condition,
                requirement: requirement,
                symbols: symbols,
                path: path,
                expected: expected,
                remedy: remedy,
                weight: weight,
                actor: BusinessRole(rawValue: actor),
                readiness: readiness.map { Readiness(rawValue: $0) },
                because: because,
                position: subject.position
            )
        )
    }

    private func path(
        _ object: ConfigurationObject,
        _ record: RecordDescription,
        _ problems: inout ConfigurationProblems
    ) -> RecordPath? {
        guard let value = object.value(ifPresent: "at") else { return RecordPath() }
        guard let text = value.string(&problems) else { return nil }
        let names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if record.field(at: names) != nil { return RecordPath(names.map { .field($0) }) }
        let known = record.fields.map(\.name)
        let advice = NearestName.advice(for: names.first ?? "", among: known)
        problems.add(.unknownCode, at: value, expected: "a field of \(record.tag)", advice: advice)
        return nil
    }
}

extension RuleParameter.Value {
    /// Another value of the same kind.
    fileprivate func read(_ value: ConfigurationValue, _ problems: inout ConfigurationProblems) -> Self? {
        switch self {
        case .integer: value.integer(in: ConfigurationValue.exactIntegers, &problems).map { .integer($0) }
        case .decimal: value.decimal(&problems).map { .decimal($0) }
        case .flag: value.boolean(&problems).map { .flag($0) }
        case .texts: value.list(&problems).map { .texts($0.compactMap { $0.string(&problems) }) }
        }
    }
}

extension IssueCode {
    /// A document sets one rule twice.
    public static let duplicateSetting: Self = "validation.duplicateSetting"
}
