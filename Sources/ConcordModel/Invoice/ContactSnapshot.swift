public import ConcordSchema

/// Whom to ask at a party, as it stood when the invoice was issued.
public struct ContactSnapshot: Record {
    /// The person's name.
    public var name: PersonName?

    /// The department, where it is not a person or beside one.
    public var department: String?

    /// The e-mail address.
    public var email: String?

    /// The telephone number.
    public var phone: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A contact.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a contact.
    public static let schema = RecordSchema(
        "contact-snapshot",
        "Whom to ask at a party, as it stood when the invoice was issued.",
        blank: ContactSnapshot()
    ) {
        Field("name", \.name, "The person's name.", sensitivity: .personal)
        Field("department", \.department, "The department, where it is not a person or beside one.")
        Field("email", \.email, "The e-mail address.", sensitivity: .personal)
        Field("phone", \.phone, "The telephone number.", sensitivity: .personal)
    }
}
