internal import ConcordConfiguration
internal import ConcordSchema
internal import ConcordValues

/// Takes a document about ownership apart and notes where each statement stands.
struct OwnershipReader {
    let file: String
    var problems: ConfigurationProblems
    var places = OwnershipPlaces()

    init(file: String, problems: ConfigurationProblems) {
        self.file = file
        self.problems = problems
    }

    mutating func note(_ value: ConfigurationValue, _ statement: [String]) {
        places[statement] = ConfigurationPlace(file: file, position: value.position)
    }

    // MARK: The firm

    mutating func systems(_ root: ConfigurationObject) -> [SystemID: SystemRole] {
        var systems: [SystemID: SystemRole] = [:]
        for (name, value) in members(root, "systems", noting: ["systems"]) {
            let system = self.system(name, value)
            guard let system, let role = word(value) else { continue }
            systems[system] = SystemRole(rawValue: role)
        }
        return systems
    }

    mutating func aliases(_ root: ConfigurationObject) -> [SystemID: SystemID] {
        var aliases: [SystemID: SystemID] = [:]
        for (name, value) in members(root, "aliases", noting: ["aliases"]) {
            let alias = self.system(name, value)
            let target = word(value).flatMap { self.system($0, value, isValue: true) }
            guard let alias, let target else { continue }
            aliases[alias] = target
        }
        return aliases
    }

    mutating func approvers(_ root: ConfigurationObject) -> [BusinessRole: ApproverPool] {
        var approvers: [BusinessRole: ApproverPool] = [:]
        for (name, value) in members(root, "approvers", noting: ["approvers"]) {
            let role = BusinessRole(rawValue: name)
            if case let names? = listIfAny(value) {
                approvers[role] = .named(names.compactMap { word($0) })
            } else if let count = value.integer(in: 0...1_000_000, &problems) {
                approvers[role] = .people(count)
            }
        }
        return approvers
    }

    // MARK: Records

    mutating func records(_ root: ConfigurationObject) -> [RecordOwnership] {
        var records: [RecordOwnership] = []
        for (name, value) in members(root, "records", noting: ["records"]) {
            let known = ["groups", "lists", "statuses", "comparisons", "stage", "legalEntity", "region", "rules"]
            guard let object = value.object(knowing: known, &problems) else { continue }
            let path = ["records", name]
            let groups = members(object, "groups", noting: path + ["groups"]).compactMap { self.group($0, $1, path) }
            let lists = members(object, "lists", noting: path + ["lists"]).compactMap { self.list($0, $1) }
            let statuses = members(object, "statuses", noting: path + ["statuses"])
                .compactMap { self.status($0, $1, path) }
            let comparisons = members(object, "comparisons", noting: path + ["comparisons"])
                .compactMap { self.comparison($0, $1) }
            let stage = object.value(ifPresent: "stage").flatMap { self.stage($0, path) }
            let legalEntity = source(object, "legalEntity", path)
            let region = source(object, "region", path)
            let rules = self.rules(object, path)
            records.append(
                RecordOwnership(
                    name,
                    groups: groups,
                    lists: lists,
                    statuses: statuses,
                    stage: stage,
                    legalEntity: legalEntity,
                    region: region,
                    rules: rules,
                    comparisons: comparisons
                )
            )
        }
        return records
    }

    private mutating func group(_ name: String, _ value: ConfigurationValue, _ path: [String]) -> FieldGroup? {
        var list: ConfigurationValue? = value
        var isAtomic = false
        if value.isObject {
            guard let object = value.object(knowing: ["fields", "atomic"], &problems) else { return nil }
            list = object.value("fields", &problems)
            isAtomic = object.boolean(ifPresent: "atomic", &problems) ?? false
        }
        guard let items = list?.list(&problems) else { return nil }
        var fields: [[String]] = []
        for item in items {
            guard let field = fieldPath(item) else { continue }
            note(item, path + ["groups", name, field.joined(separator: ".")])
            fields.append(field)
        }
        return FieldGroup(name, fields, isAtomic: isAtomic)
    }

    private mutating func list(_ name: String, _ value: ConfigurationValue) -> ListTreatment? {
        guard let field = fieldPath(name, value) else { return nil }
        if value.isObject {
            let object = value.object(knowing: ["key"], &problems)
            return object?.string("key", &problems).map { ListTreatment(field, .keyed(by: $0)) }
        }
        return value.choice(of: ["atomic", "set"], &problems).map { ListTreatment(field, $0 == "set" ? .set : .atomic) }
    }

    private mutating func status(_ name: String, _ value: ConfigurationValue, _ path: [String]) -> StatusOrder? {
        guard let field = fieldPath(name, value), let object = value.openObject(&problems) else { return nil }
        var successors: [String: [String]] = [:]
        for code in object.names {
            guard let value = object.value(ifPresent: code) else { continue }
            note(value, path + ["statuses", name, code])
            guard let items = value.list(&problems) else { continue }
            var codes: [String] = []
            for item in items {
                guard let next = word(item) else { continue }
                note(item, path + ["statuses", name, code, next])
                codes.append(next)
            }
            successors[code] = codes
        }
        return StatusOrder(field, successors)
    }

    private mutating func comparison(_ name: String, _ value: ConfigurationValue) -> FieldComparison? {
        guard let field = fieldPath(name, value), let items = value.list(&problems) else { return nil }
        let words = Canonicalisation.words.map(\.word)
        var options: Canonicalisation = []
        for item in items {
            guard let word = item.choice(of: words, &problems) else { continue }
            for known in Canonicalisation.words where known.word == word { options.insert(known.option) }
        }
        if items.isEmpty {
            problems.add(
                .unsuitableValue,
                at: value,
                expected: "at least one of \(words.joined(separator: ", "))",
                advice: "leave the field out: values are compared by what they say"
            )
        }
        return FieldComparison(field, options)
    }

    private mutating func stage(_ value: ConfigurationValue, _ path: [String]) -> StageSource? {
        note(value, path + ["stage"])
        guard let object = value.object(knowing: ["from", "stages", "initial"], &problems) else { return nil }
        let from = object.value("from", &problems).flatMap { word($0) }
        let initial = object.value("initial", &problems).flatMap { word($0) }
        if let from = object.value(ifPresent: "from") { note(from, path + ["stage", "from"]) }
        var stages: [String: LifecycleStage] = [:]
        for (code, value) in members(object, "stages", noting: path + ["stage", "stages"]) {
            stages[code] = word(value).map { LifecycleStage(rawValue: $0) }
        }
        guard let from, let initial else { return nil }
        return StageSource(from, stages: stages, initial: LifecycleStage(rawValue: initial))
    }

    private mutating func source(_ object: ConfigurationObject, _ name: String, _ path: [String]) -> String? {
        guard let value = object.value(ifPresent: name) else { return nil }
        note(value, path + [name])
        return word(value)
    }

    // MARK: Values

    /// The members of an object that may be there, each noted by its name.
    mutating func members(
        _ object: ConfigurationObject,
        _ name: String,
        noting path: [String]
    ) -> [(name: String, value: ConfigurationValue)] {
        guard let table = object.value(ifPresent: name)?.openObject(&problems) else { return [] }
        return table.names.compactMap { member in
            guard let value = table.value(ifPresent: member) else { return nil }
            places[path + [member]] = ConfigurationPlace(
                file: file,
                position: table.position(ofName: member) ?? value.position
            )
            return (member, value)
        }
    }

    /// A text that is not empty.
    mutating func word(_ value: ConfigurationValue) -> String? {
        guard let text = value.string(&problems) else { return nil }
        if !text.isEmpty { return text }
        problems.add(.unsuitableValue, at: value, expected: "a text that is not empty")
        return nil
    }

    /// A field by the names that lead to it, with points between them, or an attribute.
    mutating func fieldPath(_ value: ConfigurationValue) -> [String]? {
        word(value).flatMap { fieldPath($0, value) }
    }

    mutating func fieldPath(_ text: String, _ value: ConfigurationValue) -> [String]? {
        if text.hasPrefix("@") { return [text] }
        let names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if !names.contains("") { return names }
        problems.add(
            .unsuitableValue,
            at: value,
            expected: "a field by the names that lead to it, with points between them"
        )
        return nil
    }

    /// A system; `value` is where it stands, or what stands behind it.
    private mutating func system(_ name: String, _ value: ConfigurationValue, isValue: Bool = false) -> SystemID? {
        do throws(ValueError) {
            return try SystemID(name)
        } catch {
            problems.add(
                .unsuitableValue,
                at: value,
                expected: isValue ? error.expected : "\(error.expected) before it, and not \"\(name)\""
            )
            return nil
        }
    }

    private func listIfAny(_ value: ConfigurationValue) -> [ConfigurationValue]? {
        var quiet = ConfigurationProblems(file: file)
        return value.list(&quiet)
    }
}
