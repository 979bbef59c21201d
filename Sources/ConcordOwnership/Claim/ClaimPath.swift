/// The one node of a record that a claim is about (OWNERSHIP R2).
///
/// `paymentTerms` is a field, `header.lifecycle` a part of one, `contacts[c-1]` the item of a keyed list with that key,
/// `tags["vip"]` the member of a set, `@stage` an attribute, `#billing` an atomic group.
public struct ClaimPath: Sendable {
    /// The path's text.
    public let text: String

    /// A path.
    public init(_ text: String) {
        self.text = text
    }

    /// An item of a keyed list, or a member of a set.
    ///
    /// - Parameters:
    ///   - key: The item's key as text; of a member, its JSON.
    ///   - list: The list's path.
    public init(item key: String, of list: String) {
        self.init("\(list)[\(key)]")
    }

    /// The list's path and the item's key, if the path names an item.
    var item: (list: Substring, key: String)? {
        guard text.utf8.last == UInt8(ascii: "]"), let open = text.firstIndex(of: "[") else { return nil }
        return (text[..<open], String(text[text.index(after: open)...].dropLast()))
    }
}

extension ClaimPath: Hashable {
    /// Whether two paths have the same text.
    public static func == (left: Self, right: Self) -> Bool { left.text == right.text }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension ClaimPath: Comparable {
    /// Whether the first path sorts before the second, by its bytes.
    public static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

extension ClaimPath: ExpressibleByStringLiteral {
    /// A path.
    public init(stringLiteral value: String) { self.init(value) }
}

extension ClaimPath: CustomStringConvertible {
    /// The path's text.
    public var description: String { text }
}
