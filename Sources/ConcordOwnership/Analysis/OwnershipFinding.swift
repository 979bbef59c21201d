public import ConcordConfiguration
public import ConcordSchema

/// Something that is wrong with a policy, or that its author should know.
///
/// ```
/// policies/base.json:41:9: error: customer.terms and customer.billing decide about customer paymentTerms with equal right,
/// everywhere; name a stage or a scope in one of them, or take one out (see policies/base.json:33:9) [ownership.tie]
/// ```
public struct OwnershipFinding: Sendable, Hashable {
    /// What it does to the policy.
    public enum Severity: String, Sendable, Hashable {
        /// The policy is refused.
        case error
        /// The policy is accepted, and somebody should know.
        case warning
    }

    /// What kind of finding it is; stable.
    public let code: IssueCode

    /// What it does to the policy.
    public let severity: Severity

    /// The record that it is about, if it is about one.
    public let record: String?

    /// The rules that it is about, in the order of the policy.
    public let rules: [String]

    /// The fields that it is about, as paths with points.
    public let fields: [String]

    /// Where it stands, if the policy came from files.
    public let place: ConfigurationPlace?

    /// A second place that matters, such as that of the other of two rules.
    public let related: ConfigurationPlace?

    /// What is so, and what it means.
    public let meaning: String

    /// What to do about it.
    public let advice: String

    /// A finding.
    public init(
        _ code: IssueCode,
        _ severity: Severity,
        record: String? = nil,
        rules: [String] = [],
        fields: [String] = [],
        place: ConfigurationPlace? = nil,
        related: ConfigurationPlace? = nil,
        meaning: String,
        advice: String
    ) {
        self.code = code
        self.severity = severity
        self.record = record
        self.rules = rules
        self.fields = fields
        self.place = place
        self.related = related
        self.meaning = meaning
        self.advice = advice
    }
}

extension OwnershipFinding: CustomStringConvertible {
    /// The finding in one line, as compilers print theirs.
    public var description: String {
        var text = place.map { "\($0): " } ?? ""
        text += "\(severity.rawValue): \(meaning); \(advice)"
        if let related { text += " (see \(related))" }
        return "\(text) [\(code)]".onOneLine
    }
}

extension OwnershipFinding: Comparable {
    /// Whether the first finding comes before the second: errors before warnings, then by place, record, code and text.
    public static func < (left: Self, right: Self) -> Bool {
        if left.severity != right.severity { return left.severity == .error }
        if let first = left.place, let second = right.place, first != second { return first < second }
        if (left.place == nil) != (right.place == nil) { return left.place == nil }
        return (left.record ?? "", left.code.rawValue, left.meaning, left.advice)
            < (right.record ?? "", right.code.rawValue, right.meaning, right.advice)
    }
}

extension IssueCode {
    /// A policy speaks of a record that nobody declared.
    public static let unknownRecord: Self = "ownership.unknownRecord"
    /// The engine is asked about a record that the policy does not speak of.
    public static let unspokenRecord: Self = "ownership.noRecord"
    /// A policy speaks of a field that its record does not have.
    public static let unknownField: Self = "ownership.unknownField"
    /// A rule is about a group that its record does not declare.
    public static let unknownGroup: Self = "ownership.unknownGroup"
    /// A role is granted something and played by no system, or played and granted nothing, and is none of the usual ones.
    public static let unknownRole: Self = "ownership.unknownRole"
    /// An alias stands for a system that is none.
    public static let unknownSystem: Self = "ownership.unknownSystem"
    /// A status has a code that its list does not have.
    public static let unknownStatusCode: Self = "ownership.unknownCode"
    /// A rule names a stage that the record never has.
    public static let unknownStage: Self = "ownership.unknownStage"
    /// A list is keyed by something that is no field of its items, or is no list.
    public static let unsuitableList: Self = "ownership.list"
    /// A field stands in two groups, or in one twice.
    public static let fieldInTwoGroups: Self = "ownership.twoGroups"
    /// A rule is about part of what survives only as a whole.
    public static let splitUnit: Self = "ownership.splitUnit"
    /// A rule grants something to one role twice.
    public static let roleGrantedTwice: Self = "ownership.roleTwice"
    /// A rule names a stage, a legal entity or a region, and the record does not say where to read it.
    public static let missingSource: Self = "ownership.missingSource"
    /// Two rules decide about one field with equal right.
    public static let ownershipTie: Self = "ownership.tie"
    /// A field has nobody who may give it a value.
    public static let unownedField: Self = "ownership.unowned"
    /// Nobody may change a field at some stage, and no reason is given.
    public static let frozenField: Self = "ownership.frozen"
    /// Nobody may ever take a field's value away.
    public static let unclearableField: Self = "ownership.unclearable"
    /// What decides about a stage or a scope depends on it.
    public static let circularSource: Self = "ownership.circularSource"
    /// Two systems of one role may send each other's changes around.
    public static let writeCycle: Self = "ownership.writeCycle"
    /// A rule names a stage to which no status leads.
    public static let unreachableStage: Self = "ownership.unreachableStage"
    /// No system plays the role of an owner.
    public static let unplayedOwner: Self = "ownership.unplayedOwner"
    /// An approval can never be given.
    public static let approverDeadlock: Self = "ownership.approverDeadlock"
    /// An approval cannot be given if one of its few approvers proposes.
    public static let approverAlone: Self = "ownership.approverAlone"
    /// The order of a status forbids nothing.
    public static let unorderedStatus: Self = "ownership.unorderedStatus"
    /// A policy does not say which systems there are.
    public static let noSystems: Self = "ownership.noSystems"
    /// A policy asks for approvals and does not say who gives them.
    public static let noApprovers: Self = "ownership.noApprovers"
}
