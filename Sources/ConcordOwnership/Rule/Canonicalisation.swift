/// What does not tell two values of a field apart (OWNERSHIP R8).
///
/// Numbers are equal if they are the same number, however many zeros they have; members of objects have no order; members
/// that are `null` are not there. That holds for every field. What is below is said of single fields by their policy.
public struct Canonicalisation: OptionSet, Sendable, Hashable {
    /// One bit an option.
    public let rawValue: UInt8

    /// The options of the given bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Upper and lower case are the same.
    public static let foldsCase = Self(rawValue: 1)
    /// White space at the ends does not count, and inside any amount is one space.
    public static let foldsWhitespace = Self(rawValue: 2)
    /// Punctuation and white space do not count, as in telephone numbers.
    public static let ignoresPunctuation = Self(rawValue: 4)

    /// The options with the words that documents have for them.
    static let words: [(word: String, option: Self)] = [
        ("case", .foldsCase), ("whitespace", .foldsWhitespace), ("punctuation", .ignoresPunctuation),
    ]
}

/// How the values of one field are compared.
public struct FieldComparison: Sendable, Hashable {
    /// The field, by the names from the record to it.
    public let field: [String]

    /// What does not tell its values apart.
    public let canonicalisation: Canonicalisation

    /// How the values of one field are compared.
    public init(_ field: [String], _ canonicalisation: Canonicalisation) {
        self.field = field
        self.canonicalisation = canonicalisation
    }
}
