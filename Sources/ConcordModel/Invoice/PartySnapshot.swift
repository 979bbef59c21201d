public import ConcordSchema
public import ConcordValues

/// A party of an invoice as it stood when the invoice was issued.
///
/// What a customer or a legal entity says changes; what an issued invoice says does not.
public struct PartySnapshot: Record {
    /// The name by which the party is known.
    public var name: String

    /// The name under which the party is registered.
    public var legalName: String?

    /// The customer that this is, if it is one.
    public var customer: RecordID<Customer>?

    /// The firm's own legal entity that this is, if it is one.
    public var legalEntity: RecordID<LegalEntity>?

    /// The postal address.
    public var address: Address?

    /// The registrations for tax: VAT, GST, sales tax.
    public var taxRegistrations: [RegistrationIdentifier] = []

    /// The other registrations: trade register, LEI, GLN.
    public var registrations: [RegistrationIdentifier] = []

    /// Where the party takes documents electronically.
    public var electronicAddress: ElectronicAddress?

    /// Whom to ask.
    public var contact: ContactSnapshot?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A party.
    ///
    /// - Parameters:
    ///   - name: The name by which the party is known.
    ///   - configure: Sets what else is known.
    public init(name: String, _ configure: (inout Self) -> Void = { _ in }) {
        self.name = name
        configure(&self)
    }

    /// The declaration of a party.
    public static let schema = RecordSchema(
        "party-snapshot",
        "A party of an invoice as it stood when the invoice was issued.",
        blank: PartySnapshot(name: "")
    ) {
        Field("name", \.name, "The name by which the party is known.")
        Field("legalName", \.legalName, "The name under which the party is registered.")
        Field("customer", \.customer, "The customer that this is, if it is one.")
        Field("legalEntity", \.legalEntity, "The firm's own legal entity that this is, if it is one.")
        Field("address", \.address, "The postal address.")
        Field(
            "taxRegistrations",
            \.taxRegistrations,
            "The registrations for tax: VAT, GST, sales tax.",
            sensitivity: .financial
        )
        Field("registrations", \.registrations, "The other registrations: trade register, LEI, GLN.")
        Field("electronicAddress", \.electronicAddress, "Where the party takes documents electronically.")
        Field("contact", \.contact, "Whom to ask.", sensitivity: .personal)
    }
}
