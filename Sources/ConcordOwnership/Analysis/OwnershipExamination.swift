internal import ConcordConfiguration
internal import ConcordSchema
internal import ConcordValues

/// One look at a policy; each concern is in a file of its own.
struct OwnershipExamination {
    let policy: OwnershipPolicy
    let places: OwnershipPlaces
    let descriptions: [RecordDescription]
    var findings: [OwnershipFinding] = []

    init(_ layer: OwnershipLayer, records: [RecordDescription]) {
        policy = layer.policy
        places = layer.places
        descriptions = records
    }

    mutating func examine() {
        examineSystems()
        examineRoles()
        examineOwnersInPlay()
        examineApprovals()
        examineSharedRoles()
        for ownership in policy.records {
            guard let description = descriptions.first(where: { $0.name == ownership.record }) else {
                let names = descriptions.map(\.name)
                report(
                    .unknownRecord,
                    .error,
                    record: ownership.record,
                    at: ["records", ownership.record],
                    "expected a record, found \"\(ownership.record)\"",
                    Self.nearest(ownership.record, names) ?? "the records are \(Self.listed(names))"
                )
                continue
            }
            let subject = ExaminedRecord(ownership, description)
            examineNames(subject)
            examineRules(subject)
            examineTies(subject)
            examineStatuses(subject)
            examineStages(subject)
            examineCircles(subject)
            examineCoverage(subject)
        }
    }

    mutating func report(
        _ code: IssueCode,
        _ severity: OwnershipFinding.Severity,
        record: String? = nil,
        rules: [String] = [],
        fields: [[String]] = [],
        at statement: [String],
        related: [String]? = nil,
        _ meaning: String,
        _ advice: String
    ) {
        let place = places.nearest(statement)
        let other = related.flatMap { places.nearest($0) }
        findings.append(
            OwnershipFinding(
                code,
                severity,
                record: record,
                rules: rules,
                fields: fields.map { $0.joined(separator: ".") },
                place: place,
                related: other == place ? nil : other,
                meaning: meaning,
                advice: advice
            )
        )
    }

    /// Advice that names the nearest name.
    static func nearest(_ text: String, _ names: [String]) -> String? {
        NearestName.advice(for: text, among: names)
    }

    /// Some names as a message lists them; of many the first ten and how many more there are.
    static func listed(_ names: [String]) -> String {
        guard names.count > 10 else {
            return names.count < 2
                ? names.joined() : "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])"
        }
        return "\(names.prefix(10).joined(separator: ", ")) and \(names.count - 10) more"
    }

    static func listed(_ fields: [[String]]) -> String { listed(fields.map { $0.joined(separator: ".") }) }
}

/// A record's ownership beside its declaration, with what all concerns need to know of both.
struct ExaminedRecord {
    let ownership: RecordOwnership
    let description: RecordDescription

    /// The fields as rules tell them apart: top-level fields, their parts where a group or rule names one, and attributes.
    let leaves: [[String]]

    /// What can be known of the stage.
    let stages: KnownStages

    /// Each circumstance that rules tell apart.
    let circumstances: [OwnershipCircumstance]

    var record: String { ownership.record }
    var path: [String] { ["records", ownership.record] }

    func path(of rule: OwnershipRule) -> [String] { path + ["rules", rule.id] }

    init(_ ownership: RecordOwnership, _ description: RecordDescription) {
        self.ownership = ownership
        self.description = description
        let named = ownership.namedPaths
        leaves = Self.leaves(description, [], named) + Self.attributes(of: ownership, named)
        stages = KnownStages(ownership, description)
        let entities = Self.values(ownership.rules.compactMap(\.scope.legalEntity))
        let regions = Self.values(ownership.rules.compactMap(\.scope.region))
        var seen: Set<String> = []
        let names = stages.reachable + ownership.rules.compactMap { $0.stage?.rawValue }.filter(stages.mayOccur)
        let stageNames: [String?] = stages.isComplete ? [] : [nil]
        let stages = stageNames + names.filter { seen.insert($0).inserted }.map { Optional($0) }
        circumstances = stages.flatMap { stage in
            entities.flatMap { entity in
                regions.map { OwnershipCircumstance(legalEntity: entity, region: $0, stage: stage) }
            }
        }
    }

    /// A value that no rule names, and each that one does.
    private static func values(_ named: [String]) -> [String?] {
        var seen: Set<String> = []
        return [nil] + named.filter { seen.insert($0).inserted }.map { Optional($0) }
    }

    private static func leaves(_ record: RecordDescription, _ prefix: [String], _ named: [[String]]) -> [[String]] {
        record.fields.flatMap { field -> [[String]] in
            let path = prefix + [field.name]
            let parts = named.filter { $0.count > path.count && $0.starts(with: path) }
            guard let inner = field.shape.record, parts.contains(where: { inner.field(named: $0[path.count]) != nil })
            else { return [path] }
            return leaves(inner, path, named)
        }
    }

    private static func attributes(of ownership: RecordOwnership, _ named: [[String]]) -> [[String]] {
        var seen: Set<String> = []
        let sources = [ownership.stage?.field, ownership.legalEntity, ownership.region].compactMap { $0 }.map { [$0] }
        return (named + sources).filter { $0.count == 1 && $0[0].hasPrefix("@") && seen.insert($0[0]).inserted }
    }

    /// Whether the groups of a policy that is wrong both have a field.
    func isInTwoGroups(_ path: [String]) -> Bool {
        ownership.groups.count { $0.fields.contains(path) } > 1
    }

    /// Whether there is such a field or attribute.
    func has(_ path: [String]) -> Bool {
        path.first?.hasPrefix("@") == true ? path.count == 1 : description.field(at: path) != nil
    }
}

extension RecordOwnership {
    /// The fields that groups and rules name.
    var namedPaths: [[String]] {
        groups.flatMap(\.fields)
            + rules.compactMap { rule in
                if case .field(let path) = rule.target { path } else { nil }
            }
    }
}
