/// Whom a document is for, or whom something is looked up for: `{ "tenant": "acme", "businessUnit": "EMEA" }`.
///
/// A document applies where every one of its keys has the same value. One without keys applies to everybody.
public struct ConfigurationScope: Sendable, Hashable {
    /// A kind of circle that a document can be for.
    ///
    /// The set is open: a host has its own, such as `contractType`. Only three of them make a document more specific; see
    /// ``ConfigurationScope/layer``.
    public struct Key: RawRepresentable, Sendable, Hashable {
        /// The key as documents write it.
        public let rawValue: String

        /// A key with the given text.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The firm, where one installation serves several.
        public static let tenant = Self(rawValue: "tenant")
        /// A part of the world.
        public static let region = Self(rawValue: "region")
        /// A company of the firm.
        public static let legalEntity = Self(rawValue: "legalEntity")
        /// A part of a company, or of several.
        public static let businessUnit = Self(rawValue: "businessUnit")

        /// The keys that every host has, from the least to the most specific.
        public static let standard: [Self] = [.tenant, .region, .legalEntity, .businessUnit]
    }

    private var values: [Key: String]

    /// A scope.
    ///
    /// - Parameter values: The keys and their values; none is everybody.
    public init(_ values: [Key: String] = [:]) {
        self.values = values
    }

    /// The value of a key, or nil if the scope does not have it.
    public subscript(key: Key) -> String? {
        get { values[key] }
        set { values[key] = newValue }
    }

    /// The keys, the standard ones from the least to the most specific, and then others by name.
    public var keys: [Key] {
        Key.standard.filter { values[$0] != nil }
            + values.keys.filter { !Key.standard.contains($0) }.sorted { $0.rawValue < $1.rawValue }
    }

    /// How specific a document with this scope is: the layer of its most specific key.
    ///
    /// `tenant` and keys of the host's own do not count: they say for whom a document is, not before whom.
    public var layer: ConfigurationLayer {
        if values[.businessUnit] != nil { return .businessUnit }
        if values[.legalEntity] != nil { return .legalEntity }
        if values[.region] != nil { return .region }
        return .base
    }

    /// Whether a document with this scope applies to somebody.
    ///
    /// - Parameter circumstances: The scope that is asked for, with all that is known: a business unit belongs to a legal
    ///   entity and a region, and Concord does not know to which.
    /// - Returns: Whether each key of the document has the same value there.
    public func applies(to circumstances: ConfigurationScope) -> Bool {
        values.allSatisfy { circumstances.values[$0.key] == $0.value }
    }

    /// Whether there may be somebody to whom both documents apply.
    ///
    /// - Parameter other: The other document's scope.
    /// - Returns: Whether no key has two values.
    public func overlaps(_ other: ConfigurationScope) -> Bool {
        values.allSatisfy { other.values[$0.key] == nil || other.values[$0.key] == $0.value }
    }
}

extension ConfigurationScope: ExpressibleByDictionaryLiteral {
    /// A scope of the keys in a literal; of a key that stands twice, the last value counts.
    public init(dictionaryLiteral elements: (Key, String)...) {
        self.init(Dictionary(elements) { $1 })
    }
}

extension ConfigurationScope: CustomStringConvertible {
    /// The keys and values: `tenant acme, businessUnit EMEA`, or `everybody`.
    public var description: String {
        values.isEmpty ? "everybody" : keys.map { "\($0.rawValue) \(values[$0] ?? "")" }.joined(separator: ", ")
    }
}
