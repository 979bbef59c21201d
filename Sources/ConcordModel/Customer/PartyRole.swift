public import ConcordSchema
public import ConcordValues

/// The part that a customer plays for another one: who is invoiced, who pays, for whom the work is done.
public struct PartyRole: Record {
    /// The part.
    public var role: PartyRoleKind

    /// Who plays it.
    public var party: RecordID<Customer>

    /// The party's contact for it.
    public var contact: RecordID<Contact>?

    /// The party's address for it.
    public var address: RecordID<Address>?

    /// The party's share, where several play the same part.
    public var share: Percentage?

    /// The party's turn among those who play the same part, counted from 1.
    public var priority: Int?

    /// The one of the firm's legal entities for which it holds; all if absent.
    public var legalEntity: RecordID<LegalEntity>?

    /// The days on which it holds.
    public var validity: DateInterval?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A party role.
    ///
    /// - Parameters:
    ///   - role: The part.
    ///   - party: Who plays it.
    ///   - configure: Sets what else is known.
    public init(_ role: PartyRoleKind, _ party: RecordID<Customer>, _ configure: (inout Self) -> Void = { _ in }) {
        self.role = role
        self.party = party
        configure(&self)
    }

    /// The declaration of a party role.
    public static let schema = RecordSchema(
        "party-role",
        "The part that a customer plays for another one: who is invoiced, who pays, for whom the work is done.",
        blank: PartyRole(.placeholder, .placeholder)
    ) {
        Field("role", \.role, "The part.")
        Field("party", \.party, "Who plays it.")
        Field("contact", \.contact, "The party's contact for it.")
        Field("address", \.address, "The party's address for it.")
        Field("share", \.share, "The party's share, where several play the same part.", sensitivity: .commercial)
        Field("priority", \.priority, "The party's turn among those who play the same part, counted from 1.")
        Field("legalEntity", \.legalEntity, "The one of the firm's legal entities for which it holds; all if absent.")
        Field("validity", \.validity, "The days on which it holds.")
    }
}

/// The part that a party plays in doing business with a customer.
public struct PartyRoleKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Who orders.
    public static let soldTo = Self(rawValue: "soldTo")
    /// Who is invoiced.
    public static let billTo = Self(rawValue: "billTo")
    /// Who receives what is delivered.
    public static let shipTo = Self(rawValue: "shipTo")
    /// Who pays.
    public static let payer = Self(rawValue: "payer")
    /// For whom the work is done in the end.
    public static let endClient = Self(rawValue: "endClient")
    /// Who profits from the work.
    public static let beneficiary = Self(rawValue: "beneficiary")
    /// Who brought the parties together.
    public static let broker = Self(rawValue: "broker")

    /// The known codes.
    public static let codes: CodeList = ["soldTo", "billTo", "shipTo", "payer", "endClient", "beneficiary", "broker"]
}
