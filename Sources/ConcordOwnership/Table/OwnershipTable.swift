public import ConcordConfiguration

/// A policy as rows that people read: who owns which fields, when, and who approves.
///
/// ```swift
/// print(OwnershipTable(policy).markdown)
/// print(OwnershipTable(policy).html)
/// ```
public struct OwnershipTable: Sendable, Hashable {
    /// The policy's name and version.
    public let policy: ConfigurationHeader

    /// The records, in the order of the policy.
    public let sections: [Section]

    /// One record.
    public struct Section: Sendable, Hashable {
        /// The record's name.
        public let record: String
        /// Where the stage and the scope are read from, and which statuses cannot go back; a sentence each.
        public let notes: [String]
        /// The rules.
        public let rows: [Row]
    }

    /// One rule.
    public struct Row: Sendable, Hashable {
        /// The rule's name.
        public let rule: String
        /// What the rule is about: the group, `one field` or `the whole record`.
        public let about: String
        /// Whether the group's fields survive from one claim.
        public let isAtomic: Bool
        /// The fields, as paths with points; none of a rule about the whole record.
        public let fields: [String]
        /// When and where it holds: `always`, `at the stage issued`.
        public let condition: String
        /// The owner: the first that may create or update; nil if nobody may.
        public let owner: String?
        /// What the owner may do, if that is not all, and whose approval it needs.
        public let terms: [String]
        /// The others and what they may do, but for those that only observe.
        public let others: [String]
        /// The roles that only observe.
        public let observers: [String]
        /// What is forbidden.
        public let prohibitions: [String]
        /// Why.
        public let because: String?
    }

    /// The table of a policy.
    public init(_ policy: OwnershipPolicy) {
        self.policy = policy.header
        sections = policy.records.map(Section.init)
    }
}

extension OwnershipTable.Section {
    init(_ ownership: RecordOwnership) {
        record = ownership.record
        var notes: [String] = []
        if let stage = ownership.stage {
            var text = "The stage is read from `\(stage.field)` and is `\(stage.initial)` at first."
            let renamed = stage.stages.filter { $0.key != $0.value.rawValue }
            for name in Set(renamed.values.map(\.rawValue)).sorted() {
                let codes = stage.stages.filter { $0.value.rawValue == name }.keys.sorted()
                text += " `\(name)` is \(Self.listed(codes))."
            }
            notes.append(text)
        }
        if let legalEntity = ownership.legalEntity { notes.append("The legal entity is read from `\(legalEntity)`.") }
        if let region = ownership.region { notes.append("The region is read from `\(region)`.") }
        for status in ownership.statuses {
            let steps = status.successors.sorted { $0.key < $1.key }
                .filter { !$0.value.isEmpty }
                .map { "`\($0.key)` to \(Self.listed($0.value))" }
            notes.append("`\(status.field.joined(separator: "."))` moves from \(steps.joined(separator: "; ")).")
        }
        for list in ownership.lists {
            let field = list.field.joined(separator: ".")
            switch list.kind {
            case .atomic: continue
            case .set: notes.append("`\(field)` is a set.")
            case .keyed(let key): notes.append("The items of `\(field)` are told apart by `\(key)`.")
            }
        }
        self.notes = notes
        rows = ownership.rules.map { OwnershipTable.Row($0, in: ownership) }
    }

    private static func listed(_ codes: [String]) -> String {
        let codes = codes.map { "`\($0)`" }
        return codes.count < 2
            ? codes.joined() : "\(codes.dropLast().joined(separator: ", ")) or \(codes[codes.count - 1])"
    }
}

extension OwnershipTable.Row {
    init(_ rule: OwnershipRule, in ownership: RecordOwnership) {
        self.rule = rule.id
        switch rule.target {
        case .record:
            (about, isAtomic, fields) = ("the whole record", false, [])
        case .group(let name):
            let group = ownership.groups.first { $0.name == name }
            about = name
            isAtomic = group?.isAtomic ?? false
            fields = (group?.fields ?? []).map { $0.joined(separator: ".") }
        case .field(let path):
            (about, isAtomic, fields) = ("one field", false, [path.joined(separator: ".")])
        }
        let circumstance = OwnershipCircumstance(
            legalEntity: rule.scope.legalEntity,
            region: rule.scope.region,
            stage: rule.stage?.rawValue
        )
        condition = circumstance == OwnershipCircumstance() ? "always" : circumstance.description
        let owner = rule.grants.first { !$0.capabilities.isDisjoint(with: [.create, .update]) }
        self.owner = owner?.role.rawValue
        terms =
            owner.map { grant in
                let isAll = grant.capabilities.isSuperset(of: .own)
                return (isAll ? [] : [Self.words(grant.capabilities)])
                    + (grant.approval.map { ["approved by \($0)"] } ?? [])
            } ?? []
        let rest = rule.grants.filter { $0.role != owner?.role }
        others = rest.filter { $0.capabilities != .observe }
            .map { grant in
                let approval = grant.approval.map { ", approved by \($0)" } ?? ""
                return "\(grant.role) \(Self.words(grant.capabilities))\(approval)"
            }
        observers = rest.filter { $0.capabilities == .observe }.map(\.role.rawValue)
        prohibitions = rule.prohibitions.map { prohibition in
            let role = prohibition.role.map { "\($0)" } ?? "nobody"
            let words = prohibition.capabilities.capabilities.map(\.rawValue).joined(separator: ", ")
            return prohibition.role == nil ? "\(role) may \(words)" : "\(role) may not \(words)"
        }
        because = rule.because
    }

    /// What a role may do, without that it is told.
    private static func words(_ capabilities: CapabilitySet) -> String {
        let words = capabilities.subtracting(.observe).capabilities.map(\.rawValue)
        return words.isEmpty ? Capability.observe.rawValue : words.joined(separator: ", ")
    }
}
