public import ConcordSchema
public import ConcordValues

/// Whose law holds: a country, and in it a state or a place with rules of its own.
public struct Jurisdiction: Composite {
    /// The country, ISO 3166-1.
    public var country: CountryCode

    /// The state or province, ISO 3166-2; absent where the country's rules hold.
    public var subdivision: SubdivisionCode?

    /// The county, city or district, where it has rules of its own.
    public var locality: String?

    /// A jurisdiction.
    ///
    /// - Parameters:
    ///   - country: The country, ISO 3166-1.
    ///   - subdivision: The state or province, ISO 3166-2; absent where the country's rules hold.
    ///   - locality: The county, city or district, where it has rules of its own.
    public init(_ country: CountryCode, subdivision: SubdivisionCode? = nil, locality: String? = nil) {
        self.country = country
        self.subdivision = subdivision
        self.locality = locality
    }

    /// The declaration of a jurisdiction.
    public static let schema = RecordSchema(
        "jurisdiction",
        "Whose law holds: a country, and in it a state or a place with rules of its own.",
        blank: Jurisdiction(.placeholder)
    ) {
        Field("country", \.country, "The country, ISO 3166-1.")
        Field("subdivision", \.subdivision, "The state or province, ISO 3166-2; absent where the country's rules hold.")
        Field("locality", \.locality, "The county, city or district, where it has rules of its own.")
    }
}
