public import ConcordValues

/// One vendor's name for a canonical record: the entry of the crosswalk that leads from one to the other.
public struct ExternalReference: Record {
    /// The configured instance that knows the record by this name.
    public var system: SystemID

    /// The tenant, organisation or company within the system.
    public var tenant: String?

    /// The legal entity whose books the name belongs to.
    public var legalEntity: String?

    /// The vendor's type of object: `Opportunity`, `timeBill`.
    public var objectType: String

    /// The name itself, as the system writes it.
    public var value: String

    /// What the name is used for.
    public var use: ReferenceUse

    /// The system that gave the name, if it is not the one that uses it.
    public var assigner: SystemID?

    /// When the name was valid.
    public var validity: DateInterval?

    /// How the two were found to be the same.
    public var matchMethod: MatchMethod?

    /// How sure that is, from 0 to 1.
    public var confidence: ExactDecimal?

    /// Who confirmed it.
    public var verifiedBy: String?

    /// Where a person can look at the object.
    public var url: String?

    /// The system's version of the object: an etag, a row version, a modification stamp.
    public var sourceVersion: String?

    /// When the object was last seen in the system.
    public var lastSeenAt: Instant?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A name in a system.
    ///
    /// - Parameters:
    ///   - system: The configured instance.
    ///   - objectType: The vendor's type of object.
    ///   - value: The name, as the system writes it.
    ///   - use: What the name is used for.
    ///   - configure: Sets what else is known.
    public init(
        system: SystemID,
        objectType: String,
        value: String,
        use: ReferenceUse = .primary,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.system = system
        self.objectType = objectType
        self.value = value
        self.use = use
        configure(&self)
    }

    /// The declaration of a name in a system.
    public static let schema = RecordSchema(
        "external-reference",
        "One vendor's name for a canonical record: the entry of the crosswalk that leads from one to the other.",
        blank: ExternalReference(system: .placeholder, objectType: "", value: "")
    ) {
        Field("system", \.system, "The configured instance that knows the record by this name.")
        Field("tenant", \.tenant, "The tenant, organisation or company within the system.")
        Field("legalEntity", \.legalEntity, "The legal entity whose books the name belongs to.")
        Field("objectType", \.objectType, "The vendor's type of object: `Opportunity`, `timeBill`.")
        Field("value", \.value, "The name itself, as the system writes it.")
        Field("use", \.use, "What the name is used for.", hasDefault: true)
        Field("assigner", \.assigner, "The system that gave the name, if it is not the one that uses it.")
        Field("validity", \.validity, "When the name was valid.")
        Field("matchMethod", \.matchMethod, "How the two were found to be the same.")
        Field("confidence", \.confidence, "How sure that is, from 0 to 1.", unit: .one)
        Field("verifiedBy", \.verifiedBy, "Who confirmed it.", sensitivity: .personal)
        Field("url", \.url, "Where a person can look at the object.")
        Field(
            "sourceVersion",
            \.sourceVersion,
            "The system's version of the object: an etag, a row version, a modification stamp."
        )
        Field("lastSeenAt", \.lastSeenAt, "When the object was last seen in the system.")
    }
}

/// What an external name is used for.
public struct ReferenceUse: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name by which the system itself knows the object.
    public static let primary = Self(rawValue: "primary")
    /// Another name of the same object in the same system.
    public static let secondary = Self(rawValue: "secondary")
    /// A name that was used once.
    public static let legacy = Self(rawValue: "legacy")
    /// A name that another system's object carries.
    public static let foreignKey = Self(rawValue: "foreignKey")
    /// A name for people.
    public static let display = Self(rawValue: "display")

    /// The known codes.
    public static let codes: CodeList = ["primary", "secondary", "legacy", "foreignKey", "display"]
}

/// How an external object and a canonical record were found to be the same.
public struct MatchMethod: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Their identifying values are equal.
    public static let exact = Self(rawValue: "exact")
    /// A matching rule says so.
    public static let rule = Self(rawValue: "rule")
    /// A person said so.
    public static let manual = Self(rawValue: "manual")
    /// It was said so when the data was loaded.
    public static let imported = Self(rawValue: "imported")

    /// The known codes.
    public static let codes: CodeList = ["exact", "rule", "manual", "imported"]
}
