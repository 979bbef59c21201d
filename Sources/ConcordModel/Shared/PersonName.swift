public import ConcordSchema

/// A person's name, whole and in its parts.
public struct PersonName: Record {
    /// The whole name, as the source writes it.
    ///
    /// It is not put together from the parts: their order is a matter of culture. It stays absent where a source has
    /// the parts alone.
    public var full: String?

    /// What comes before the name: a title, a form of address.
    public var prefix: String?

    /// The given name.
    public var given: String?

    /// The names between the given and the family name.
    public var middle: String?

    /// The family name.
    public var family: String?

    /// What comes after the name: a generation, a degree.
    public var suffix: String?

    /// What the person wants to be called.
    public var preferred: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A person's name.
    ///
    /// - Parameters:
    ///   - full: The whole name, as the source writes it.
    ///   - configure: Sets the parts.
    public init(_ full: String? = nil, _ configure: (inout Self) -> Void = { _ in }) {
        self.full = full
        configure(&self)
    }

    /// The declaration of a person's name.
    public static let schema = RecordSchema(
        "person-name",
        "A person's name, whole and in its parts.",
        blank: PersonName()
    ) {
        Field("full", \.full, "The whole name, as the source writes it.", sensitivity: .personal)
        Field("prefix", \.prefix, "What comes before the name: a title, a form of address.", sensitivity: .personal)
        Field("given", \.given, "The given name.", sensitivity: .personal)
        Field("middle", \.middle, "The names between the given and the family name.", sensitivity: .personal)
        Field("family", \.family, "The family name.", sensitivity: .personal)
        Field("suffix", \.suffix, "What comes after the name: a generation, a degree.", sensitivity: .personal)
        Field("preferred", \.preferred, "What the person wants to be called.", sensitivity: .personal)
    }
}
