public import ConcordValues

/// A unit of a record that another policy would show otherwise.
public struct OwnershipFlip: Sendable, Hashable {
    /// What is otherwise.
    public enum Aspect: String, Sendable, Hashable, CaseIterable {
        /// The value.
        case value
        /// Why it is shown, or by whose word.
        case basis
        /// The role that owns it.
        case owner
        /// What waits for approval.
        case waiting
    }

    /// How a unit stands under one of the policies.
    public struct Side: Sendable, Hashable {
        /// The value; masked if it is not for everybody.
        public let value: String
        /// Why it is shown.
        public let basis: OwnedUnit.Basis
        /// The system by whose word it is.
        public let system: SystemID?
        /// The role that owns the unit.
        public let owner: SystemRole?
        /// How many changes wait.
        public let waiting: Int
    }

    /// The record.
    public let record: RecordKey

    /// The unit.
    ///
    /// Where the policies group fields in two ways, a unit of the one is none of the other.
    public let unit: ClaimPath

    /// What is otherwise, in the order of the cases.
    public let aspects: [Aspect]

    /// How it stands under the policy in force.
    public let before: Side

    /// How it would stand.
    public let after: Side

    /// What the record is worth, if that is known.
    public internal(set) var worth: Money?
}

extension OwnershipFlip: Comparable {
    /// Whether the first flip is to be shown before the second: what is worth more, whatever its currency, then what
    /// changes a value, then by currency, record and unit.
    public static func < (left: Self, right: Self) -> Bool {
        let (first, second) = (left.worth?.amount.magnitude, right.worth?.amount.magnitude)
        if let first, let second {
            let order = first.compare(second)
            if order != .same { return order == .greater }
        } else if (first == nil) != (second == nil) {
            return first != nil
        }
        let (isValue, isOther) = (left.aspects.contains(.value), right.aspects.contains(.value))
        if isValue != isOther { return isValue }
        let (currency, other) = (left.worth?.currency.description ?? "", right.worth?.currency.description ?? "")
        if currency != other { return currency < other }
        return left.record == right.record ? left.unit < right.unit : left.record < right.record
    }
}

extension OwnershipFlip.Side: CustomStringConvertible {
    /// `30, by erp:eu as owner, 1 waiting`.
    public var description: String {
        var text = value
        if let system { text += ", by \(system)" }
        switch basis {
        case .none: break
        case .owner: text += " as owner"
        case .provisional: text += " provisionally"
        case .approved: text += " as approved"
        case .override: text += " as override"
        }
        text += owner.map { ", owned by \($0)" } ?? ", owned by nobody"
        return waiting == 0 ? text : text + ", \(waiting) waiting"
    }
}
