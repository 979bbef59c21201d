/// How the fields of one kind of record are owned.
public struct RecordOwnership: Sendable, Hashable {
    /// The record's name: `customer`.
    public let record: String

    /// The groups that rules name; a field belongs to at most one.
    public let groups: [FieldGroup]

    /// How lists are treated; a list that is not named is atomic.
    public let lists: [ListTreatment]

    /// The statuses that cannot go back.
    public let statuses: [StatusOrder]

    /// Where the record's stage is read from; nil if its rules name no stage.
    public let stage: StageSource?

    /// The field or attribute that says for which legal entity the record is; nil if its rules name none.
    public let legalEntity: String?

    /// The field or attribute that says in which region it is; nil if its rules name none.
    public let region: String?

    /// The rules.
    public let rules: [OwnershipRule]

    /// How values of fields are compared, where it is not by what they say.
    public let comparisons: [FieldComparison]

    /// How the fields of one kind of record are owned.
    ///
    /// - Parameters:
    ///   - record: The record's name.
    ///   - groups: The groups that rules name.
    ///   - lists: How lists are treated.
    ///   - statuses: The statuses that cannot go back.
    ///   - stage: Where the stage is read from.
    ///   - legalEntity: The field or attribute that says for which legal entity the record is.
    ///   - region: The field or attribute that says in which region it is.
    ///   - rules: The rules.
    ///   - comparisons: How values of fields are compared, where it is not by what they say.
    public init(
        _ record: String,
        groups: [FieldGroup] = [],
        lists: [ListTreatment] = [],
        statuses: [StatusOrder] = [],
        stage: StageSource? = nil,
        legalEntity: String? = nil,
        region: String? = nil,
        rules: [OwnershipRule],
        comparisons: [FieldComparison] = []
    ) {
        self.record = record
        self.groups = groups
        self.lists = lists
        self.statuses = statuses
        self.stage = stage
        self.legalEntity = legalEntity
        self.region = region
        self.rules = rules
        self.comparisons = comparisons
    }
}

/// Fields that rules name together; if the group is atomic, they also survive together, from one claim (OWNERSHIP R3).
public struct FieldGroup: Sendable, Hashable {
    /// The group's name: `billing`.
    public let name: String

    /// The fields, by the names from the record to each: `[["paymentTerms"], ["creditLimits"]]`.
    public let fields: [[String]]

    /// Whether all of them survive from one claim.
    ///
    /// A field by itself always does, with everything inside it.
    public let isAtomic: Bool

    /// A group of fields.
    public init(_ name: String, _ fields: [[String]], isAtomic: Bool = false) {
        self.name = name
        self.fields = fields
        self.isAtomic = isAtomic
    }
}

/// How the items of one list are told apart (OWNERSHIP R2).
public struct ListTreatment: Sendable, Hashable {
    /// The kinds of treatment.
    public enum Kind: Sendable, Hashable {
        /// The list survives whole, from one claim.
        case atomic
        /// Its items are values; each survives by itself, and their order does not matter.
        case set
        /// Its items have a key that never changes; each item survives by itself.
        case keyed(by: String)
    }

    /// The list, by the names from the record to it.
    public let field: [String]

    /// How it is treated.
    public let kind: Kind

    /// How one list is treated.
    public init(_ field: [String], _ kind: Kind) {
        self.field = field
        self.kind = kind
    }
}

/// The order in which a status may move; what would move it back is refused, whenever it arrives.
public struct StatusOrder: Sendable, Hashable {
    /// The status, by the names from the record to it.
    public let field: [String]

    /// From each code, those that may follow it directly.
    ///
    /// Codes that are not reachable from each other are not in order.
    public let successors: [String: [String]]

    /// An order of a status.
    public init(_ field: [String], _ successors: [String: [String]]) {
        self.field = field
        self.successors = successors
    }
}

/// Where a record's stage is read from.
///
/// What decides about a claim is the stage that held before the claim's business time: a change is judged by the stage in
/// which it was made, also if the same save moves the record on.
///
/// Attributes are facts about a record that its claims state beside its fields, such as that a customer has a signed
/// contract. Their names begin with `@`: `@stage`. They are owned like fields and are not in the record.
public struct StageSource: Sendable, Hashable {
    /// The field or attribute: `status`, `@stage`.
    public let field: String

    /// The stage for each code; a code that is not named is a stage by its own name.
    public let stages: [String: LifecycleStage]

    /// The stage of a record whose field has no value.
    public let initial: LifecycleStage

    /// Where a stage is read from.
    public init(_ field: String, stages: [String: LifecycleStage] = [:], initial: LifecycleStage) {
        self.field = field
        self.stages = stages
        self.initial = initial
    }
}
