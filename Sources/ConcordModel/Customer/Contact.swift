public import ConcordSchema
public import ConcordValues

/// Somebody to talk to at a customer: a person, or a desk that several share.
///
/// A contact is a part of its customer and has no header, so it carries its own names in other systems.
public struct Contact: Record {
    /// The contact's identity.
    public var id: RecordID<Contact>

    /// The person's name; absent for a desk.
    public var name: PersonName?

    /// What the person does, in the customer's words.
    public var jobTitle: String?

    /// Where in the customer's organisation, or the desk that is shared.
    public var department: String?

    /// What the contact is asked for.
    public var roles: [ContactRole] = []

    /// Whether the contact is the first to be asked.
    public var isPrimary: Bool

    /// How the contact is reached.
    public var contactPoints: [ContactPoint] = []

    /// Where among the customer's addresses the contact is.
    public var address: RecordID<Address>?

    /// The language to use.
    public var language: LanguageTag?

    /// What the person agreed to.
    public var consents: [Consent] = []

    /// Whether the person is not to be contacted for anything but work under way.
    public var doNotContact: Bool?

    /// The days on which the contact is there.
    public var validity: DateInterval?

    /// The names by which systems know the contact.
    public var externalReferences: [ExternalReference] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A contact.
    ///
    /// - Parameters:
    ///   - id: The contact's identity.
    ///   - name: The person's name; absent for a desk.
    ///   - configure: Sets what else is known.
    public init(id: RecordID<Contact>, name: PersonName? = nil, _ configure: (inout Self) -> Void = { _ in }) {
        self.id = id
        self.name = name
        isPrimary = false
        configure(&self)
    }

    /// The declaration of a contact.
    public static let schema = RecordSchema(
        "contact",
        "Somebody to talk to at a customer: a person, or a desk that several share.",
        blank: Contact(id: .placeholder)
    ) {
        Field("id", \.id, "The contact's identity.")
        Field("name", \.name, "The person's name; absent for a desk.", sensitivity: .personal)
        Field("jobTitle", \.jobTitle, "What the person does, in the customer's words.")
        Field("department", \.department, "Where in the customer's organisation, or the desk that is shared.")
        Field("roles", \.roles, "What the contact is asked for.")
        Field("isPrimary", \.isPrimary, "Whether the contact is the first to be asked.", hasDefault: true)
        Field("contactPoints", \.contactPoints, "How the contact is reached.", sensitivity: .personal)
        Field("address", \.address, "Where among the customer's addresses the contact is.")
        Field("language", \.language, "The language to use.")
        Field("consents", \.consents, key: \.purpose, "What the person agreed to.")
        Field(
            "doNotContact",
            \.doNotContact,
            "Whether the person is not to be contacted for anything but work under way."
        )
        Field("validity", \.validity, "The days on which the contact is there.")
        Field("externalReferences", \.externalReferences, "The names by which systems know the contact.")
    }
}

/// What a contact is asked for.
public struct ContactRole: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Whether to buy.
    public static let decisionMaker = Self(rawValue: "decisionMaker")
    /// Invoices and payments.
    public static let billing = Self(rawValue: "billing")
    /// Whether time was worked.
    public static let timesheetApprover = Self(rawValue: "timesheetApprover")
    /// How the work is to be done.
    public static let technical = Self(rawValue: "technical")
    /// Contracts.
    public static let legal = Self(rawValue: "legal")

    /// The known codes.
    public static let codes: CodeList = ["decisionMaker", "billing", "timesheetApprover", "technical", "legal"]
}
