/// The name of a configured system, such as `netsuite`, `salesforce:emea` or `erp:eu-prod`.
///
/// A system is a product and, where a firm runs more than one of it, an instance after a colon. Both are lower-case
/// letters, digits, `-`, `_` and `.`; the whole is at most 64 bytes.
public struct SystemID: Sendable, Hashable {
    /// The name as it was written: `product` or `product:instance`.
    public let text: String

    /// A system with the given name.
    ///
    /// - Parameter text: The name, `product` or `product:instance`.
    /// - Throws: ``ValueError`` with the code `system.syntax` if it has another form.
    public init(_ text: some StringProtocol) throws(ValueError) {
        let text = String(text)
        guard Self.isWellFormed(text) else {
            throw ValueError(
                .systemSyntax,
                expected: "a system like netsuite or salesforce:emea: lower-case letters, digits, '-', '_' and '.', "
                    + "at most 64 bytes",
                observed: String(text.unicodeScalars.prefix(65))
            )
        }
        self.text = text
    }

    /// The product, which is what stands before the colon: `salesforce`.
    public var product: String { String(text.prefix { $0 != ":" }) }

    /// The instance, which is what stands after the colon: `emea`; `nil` if the name has none.
    public var instance: String? {
        text.firstIndex(of: ":").map { String(text[text.index(after: $0)...]) }
    }

    /// Whether the name has the form; `false` only for literals that have another one.
    public var isValid: Bool { Self.isWellFormed(text) }

    private static func isWellFormed(_ text: String) -> Bool {
        var text = text
        return text.withUTF8(isWellFormed)
    }

    /// Whether the bytes are `product` or `product:instance`; then they are ASCII.
    package static func isWellFormed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= 64, let colons = alphabet.separators(in: text) else { return false }
        return colons <= 1
    }

    /// Lower-case letters, digits, `-`, `_` and `.`, and the colon between product and instance.
    private static let alphabet = NameAlphabet(
        classes: """
            BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB\
            BBBBBBBBBBBBB@@B@@@@@@@@@@ABBBBB\
            BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB@\
            B@@@@@@@@@@@@@@@@@@@@@@@@@@BBBBB
            """
    )
}

extension SystemID: Comparable {
    /// Whether the name of the first system sorts before that of the second.
    public static func < (left: Self, right: Self) -> Bool {
        left.text < right.text
    }
}

extension SystemID: ExpressibleByStringLiteral {
    /// A system from a literal, for code and tests.
    ///
    /// A literal of another form is kept, and ``isValid`` is `false`. `SystemID("netsuite")` is this initialiser too, not
    /// the one that throws: Swift reads a literal in parentheses as a literal of the type.
    public init(stringLiteral text: String) {
        self.text = text
    }
}

extension SystemID: CustomStringConvertible {
    /// The name as it was written.
    public var description: String { text }
}

extension ValueError.Code {
    /// `system.syntax`: the text is not of the form `product` or `product:instance`.
    public static let systemSyntax = Self(rawValue: "system.syntax")
}
