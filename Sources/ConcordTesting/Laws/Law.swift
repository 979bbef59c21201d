/// The name of something that holds for every record type whose schema is right, or for every mapping whose rules are.
public struct Law: RawRepresentable, Sendable, Hashable {
    /// The name as text.
    public let rawValue: String

    /// A law with the given name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension Law: CustomStringConvertible {
    /// The name as text.
    public var description: String { rawValue }
}

extension Law {
    /// A document that follows the schema is accepted, and the draft knows which members it has.
    public static let acceptance = Self(rawValue: "acceptance")

    /// Reading what a record writes gives the record.
    public static let roundTrip = Self(rawValue: "roundTrip")

    /// What a record writes has every member of the document that it was read from, at every depth and with numbers as
    /// they were written; only declared defaults may be added.
    public static let preservation = Self(rawValue: "preservation")

    /// A record always writes the same bytes, and what is read from them writes them again.
    public static let determinism = Self(rawValue: "determinism")

    /// Two records are equal exactly if they write the same bytes.
    public static let equality = Self(rawValue: "equality")

    /// The changes from one record to another are those of the declared values that they write differently: none is left
    /// out, none is made up, and each says what was there before and after.
    ///
    /// Members that the schema does not know, and whether a field that holds nothing was written, are not declared
    /// values: records that differ in nothing else are unequal and have no changes. The order of a keyed list is said to
    /// have changed only where its items have not.
    public static let changes = Self(rawValue: "changes")

    /// A member that stands twice in an object that the schema declares is refused, with both positions.
    public static let duplicates = Self(rawValue: "duplicates")

    /// A document without a required member, at any depth, is refused, naming the member's path.
    public static let required = Self(rawValue: "required")

    /// A value of another kind than its field's is refused, naming the field's path, or is kept.
    public static let wrongKind = Self(rawValue: "wrongKind")

    /// A document that ends early is refused with a position.
    public static let truncation = Self(rawValue: "truncation")

    /// A document with a wrong byte is refused with a position, or is a document that is kept as any other.
    public static let damage = Self(rawValue: "damage")
}

// MARK: - Laws of mappings

extension Law {
    /// GetPut: records that are written onto the object that they came of leave it as it is, byte for byte.
    public static let writingBack = Self(rawValue: "writingBack")

    /// A new object says what its records say: of an `iso` rule, the same value with every digit; of what is kept, the
    /// same members; of the other rules, what their law leaves.
    public static let writingAnew = Self(rawValue: "writingAnew")

    /// PutGet: a changed field changes the members that its rules name and no other, and is read again; what an `iso` rule
    /// fills can be changed.
    public static let change = Self(rawValue: "change")

    /// Every leaf of an object is mapped, kept or dropped, once and for a reason.
    public static let account = Self(rawValue: "account")

    /// Rules read as much of the objects as the test asks for.
    public static let coverage = Self(rawValue: "coverage")
}
