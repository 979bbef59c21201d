/// A field of a vendor's object: what its values are, and what becomes of them.
public struct VendorField: Sendable, Hashable {
    /// What a field's values are.
    public enum FieldType: String, Sendable, Hashable, CaseIterable {
        /// A text.
        case text
        /// A number.
        case number
        /// An amount of money, without its currency.
        case money
        /// A day of the calendar.
        case day
        /// A point in time.
        case instant
        /// True or false.
        case flag
        /// A code of a list.
        case code
        /// The id of another object.
        case reference
        /// A list.
        case list
        /// An object with fields of its own.
        case object
        /// Something of which nobody said what it is.
        case any
    }

    /// When the vendor sends a field.
    public enum Presence: String, Sendable, Hashable {
        /// Whenever it is asked for, and never empty.
        case always
        /// Whenever it is asked for, and `null` if it is empty.
        case nullable
        /// Only in some organisations, or only where it holds something.
        case optional
    }

    /// How the vendor writes days and points in time.
    public enum DateKind: String, Sendable, Hashable {
        /// A day without a time zone: `2026-03-01`.
        case plain
        /// A point in time with its offset: `2026-05-01T07:25:37.000+0000`.
        case offset
        /// A day as the user's preferences write it: `3/1/2026`.
        case localised
    }

    /// The pointer to the field in the vendor's object; `*` stands for any item of a list.
    public let pointer: String

    /// What its values are.
    public var type: FieldType

    /// When the vendor sends it; nil if nobody said.
    public var presence: Presence?

    /// Whether the vendor lets it be written; nil if nobody said.
    public var isWritable: Bool?

    /// The unit of a number: `%`, `hours`.
    public var unit: String?

    /// The list that a code is of: `salesforce/Opportunity.StageName`.
    public var codeSet: String?

    /// The type of object that a reference leads to.
    public var references: String?

    /// How a day or a point in time is written.
    public var dateKind: DateKind?

    /// What the mapping makes of it: the fields of the record.
    public var targets: [String] = []

    /// A field of which nothing is known but its type.
    public init(_ pointer: String, _ type: FieldType) {
        self.pointer = pointer
        self.type = type
        switch type {
        case .day: dateKind = .plain
        case .instant: dateKind = .offset
        default: break
        }
    }
}

extension VendorField {
    /// What is said of the field beside its type: the unit, the list of codes, the type of object.
    public var detail: String {
        switch (unit, codeSet, references) {
        case (let unit?, _, _): unit
        case (_, let list?, _): list
        case (_, _, let object?): object
        default: dateKind == .localised ? "in the user's format" : ""
        }
    }

    /// The type in words, for a message.
    var typeInWords: String {
        switch type {
        case .any: "something"
        case .object: "an object"
        case .instant: "a point in time"
        case .money: "an amount"
        default: "a \(type.rawValue)"
        }
    }
}
