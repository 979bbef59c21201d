public import ConcordSchema
public import ConcordValues

/// That a person may work in a country.
public struct WorkAuthorisation: Record {
    /// The country.
    public var country: CountryCode

    /// What the right to work rests on: citizenship, a permit, a visa.
    public var kind: Coding?

    /// The document's number.
    public var number: String?

    /// The days on which the person may work.
    public var validity: DateInterval?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A right to work.
    ///
    /// - Parameters:
    ///   - country: The country.
    ///   - configure: Sets what else is known.
    public init(in country: CountryCode, _ configure: (inout Self) -> Void = { _ in }) {
        self.country = country
        configure(&self)
    }

    /// The declaration of a right to work.
    public static let schema = RecordSchema(
        "work-authorisation",
        "That a person may work in a country.",
        blank: WorkAuthorisation(in: .placeholder)
    ) {
        Field("country", \.country, "The country.", sensitivity: .personal)
        Field("kind", \.kind, "What the right to work rests on: citizenship, a permit, a visa.", sensitivity: .personal)
        Field("number", \.number, "The document's number.", sensitivity: .personal)
        Field("validity", \.validity, "The days on which the person may work.", sensitivity: .personal)
    }
}
