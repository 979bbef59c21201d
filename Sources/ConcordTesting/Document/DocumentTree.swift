/// A JSON value as a document writes it, for tests that must see more than a record shows.
///
/// Nothing is interpreted: numbers are their text, members keep their order, and two equal members are two. It is not
/// built on the library's own reader, so that a mistake there cannot hide itself.
public enum DocumentTree: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number as it is written: `1.10` and `1.1` are two.
    case number(String)
    /// A string.
    case string(Text)
    /// An array.
    case array([DocumentTree])
    /// An object.
    case object([Member])

    /// One member of an object.
    public struct Member: Sendable, Hashable {
        /// The member's name.
        public var name: Text
        /// The member's value.
        public var value: DocumentTree

        /// A member.
        ///
        /// - Parameters:
        ///   - name: The member's name.
        ///   - value: The member's value.
        public init(_ name: Text, _ value: DocumentTree) {
            self.name = name
            self.value = value
        }
    }

    /// A string of a document, as it is written and as it is meant.
    ///
    /// Two texts are equal if they mean the same bytes, however they are escaped. Half of a surrogate pair, which no
    /// Swift string holds, means the three bytes that UTF-8 would give it if it could.
    public struct Text: Sendable {
        /// What stands between the quotes.
        let written: [UInt8]
        /// What it means, with its escapes resolved.
        let meant: [UInt8]
    }
}

extension DocumentTree.Text: Hashable {
    /// Whether both texts mean the same bytes.
    public static func == (left: Self, right: Self) -> Bool {
        left.meant == right.meant
    }

    /// Hashes what is meant.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(meant)
    }
}

extension DocumentTree.Text: ExpressibleByStringLiteral {
    /// A text with the escapes that it needs.
    public init(stringLiteral text: String) {
        self.init(text)
    }
}

extension DocumentTree.Text: CustomStringConvertible {
    /// The text; half of a surrogate pair becomes U+FFFD.
    public var description: String { String(decoding: meant, as: UTF8.self) }
}

extension DocumentTree.Text {
    /// A text with the escapes that it needs, and no others.
    ///
    /// - Parameter text: The text.
    public init(_ text: String) {
        let meant = Array(text.utf8)
        let isWrittenAsMeant = meant.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        self.init(written: isWrittenAsMeant ? meant : meant.flatMap(Self.escaped), meant: meant)
    }

    /// Whether this text means the bytes of a Swift string.
    func means(_ text: String) -> Bool {
        meant.elementsEqual(text.utf8)
    }

    /// The same text with the escapes that it needs, and no others; itself if it has half of a surrogate pair.
    var plain: Self {
        String(validating: meant, as: UTF8.self).map { Self($0) } ?? self
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
        case 0..<0x20: Array("\\u00".utf8) + hexadecimal(byte, capital: false)
        default: [byte]
        }
    }

    static func hexadecimal(_ byte: UInt8, capital: Bool) -> [UInt8] {
        let digits = Array((capital ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
        return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}

// MARK: - Parts

extension DocumentTree {
    /// The value of an object's member; nil if this is no object or has no such member.
    ///
    /// Setting a value replaces it or adds the member at the end; setting nil takes the member out.
    ///
    /// - Parameter name: The member's name.
    public subscript(name: String) -> DocumentTree? {
        get { members.first { $0.name.means(name) }?.value }
        set {
            guard case .object(var members) = self else { return }
            let index = members.firstIndex { $0.name.means(name) }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(Text(name), value))
            case (nil, nil): break
            }
            self = .object(members)
        }
    }

    /// The members of an object; none if this is no object.
    public var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// The items of an array; none if this is no array.
    public var items: [DocumentTree] {
        if case .array(let items) = self { items } else { [] }
    }

    /// The text of a string; nil if this is no string.
    public var text: String? {
        if case .string(let text) = self { text.description } else { nil }
    }

    /// The parts: values of members or items.
    var parts: [DocumentTree] {
        switch self {
        case .array(let items): items
        case .object(let members): members.map(\.value)
        default: []
        }
    }

    /// The value at a place: the numbers of members and items on the way to it.
    subscript(place: [Int]) -> DocumentTree {
        place.reduce(self) { $0.parts[$1] }
    }

    /// This value with a part replaced, or taken out if the replacement is nil.
    func replacing(_ place: ArraySlice<Int>, by replacement: DocumentTree?) -> DocumentTree {
        guard let number = place.first else { return replacement ?? .null }
        let isRemoved = place.count == 1 && replacement == nil
        switch self {
        case .array(var items):
            if isRemoved {
                items.remove(at: number)
            } else {
                items[number] = items[number].replacing(place.dropFirst(), by: replacement)
            }
            return .array(items)
        case .object(var members):
            if isRemoved {
                members.remove(at: number)
            } else {
                members[number].value = members[number].value.replacing(place.dropFirst(), by: replacement)
            }
            return .object(members)
        default:
            return self
        }
    }

    /// This value with every text written with the escapes that it needs, and no others.
    var plain: DocumentTree {
        switch self {
        case .string(let text): .string(text.plain)
        case .array(let items): .array(items.map(\.plain))
        case .object(let members): .object(members.map { Member($0.name.plain, $0.value.plain) })
        default: self
        }
    }
}
