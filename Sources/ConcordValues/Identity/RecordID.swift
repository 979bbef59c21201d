/// The identity of a record of one kind.
///
/// The type parameter is the record: an id of a project cannot be passed for one of an invoice. An id is text and nothing
/// is read into it: not empty, at most 255 UTF-8 bytes, no control characters. Two ids are equal if their bytes are, so
/// a text and its Unicode normalisation are two ids; systems that hand out ids compare bytes.
///
/// ```swift
/// let project: RecordID<Project> = "p-1001"
/// let read = try RecordID<Project>(textFromADocument)
/// ```
@frozen
public struct RecordID<Record>: Sendable {
    /// The id as it was written.
    public let text: String

    /// An id with the given text.
    ///
    /// - Parameter text: The text; not empty, at most 255 UTF-8 bytes, no control characters.
    /// - Throws: ``ValueError`` with the code `recordID.empty`, `recordID.tooLong` or `recordID.controlCharacter`.
    @inlinable
    public init(_ text: String) throws(ValueError) {
        if let flaw = RecordIDText.flaw(in: text) {
            throw flaw
        }
        self.text = text
    }

    /// An id whose text is known to be valid, or is to be checked later.
    @inlinable
    package init(unchecked text: String) {
        self.text = text
    }

    /// Stands where an id will be filled in; its text is empty, so it is not valid.
    @inlinable
    public static var placeholder: Self { Self(unchecked: "") }

    /// Whether the text could be read as an id; `false` only for the placeholder and for literals that are not ids.
    @inlinable
    public var isValid: Bool { RecordIDText.flaw(in: text) == nil }
}

extension RecordID: Equatable {
    /// Whether two ids have the same bytes.
    @inlinable
    public static func == (left: Self, right: Self) -> Bool {
        RecordIDText.haveSameBytes(left.text, right.text)
    }
}

extension RecordID: Hashable {
    /// Hashes the text.
    @inlinable
    public func hash(into hasher: inout Hasher) {
        hasher.combine(text)
    }
}

extension RecordID: Comparable {
    /// Whether the bytes of the first id sort before those of the second.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

extension RecordID: ExpressibleByStringLiteral {
    /// An id from a literal, for code and tests.
    ///
    /// A literal that is not an id is kept, and ``isValid`` is `false`. `RecordID<Project>("p-1")` is this initialiser too,
    /// not the one that throws: Swift reads a literal in parentheses as a literal of the type.
    @inlinable
    public init(stringLiteral text: String) {
        self.init(unchecked: text)
    }
}

extension RecordID: CustomStringConvertible {
    /// The id as it was written.
    @inlinable
    public var description: String { text }
}

/// What is asked of the text of every ``RecordID``, whatever its record.
@usableFromInline
package enum RecordIDText {
    /// The most bytes of an id.
    private static let maximumLength = 255

    /// Whether the bytes of a UTF-8 text can be an id; for readers that have not made a string of them yet.
    package static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        !text.isEmpty && text.count <= maximumLength && !containsControlCharacter(text)
    }

    /// What is wrong with a text, or `nil` if it can be an id.
    @usableFromInline
    static func flaw(in text: String) -> ValueError? {
        var text = text
        return text.withUTF8(accepts) ? nil : refusal(of: text)
    }

    /// Whether two texts are the same bytes; strings themselves compare by canonical equivalence.
    @usableFromInline
    static func haveSameBytes(_ left: String, _ right: String) -> Bool {
        var left = left
        var right = right
        return left.withUTF8 { left in
            right.withUTF8 { right in
                guard left.count == right.count else {
                    return false
                }
                // Counted by hand: `elementsEqual` asks both iterators for an end that the counts have settled.
                var index = 0
                while index < left.count, left[index] == right[index] {
                    index += 1
                }
                return index == left.count
            }
        }
    }

    /// Looks for U+0000…U+001F, U+007F, and U+0080…U+009F, whose first byte is C2 and whose second is below A0.
    private static func containsControlCharacter(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = text.baseAddress else { return false }
        let bytes = UnsafeRawPointer(start)
        var index = 0
        // Eight bytes at a time, for as long as all of them are ASCII from the space to the tilde; the last eight overlap.
        while index &+ 8 <= text.count {
            guard isPlain(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) else { break }
            index &+= 8
        }
        if index > 0, index &+ 8 > text.count {
            let last = bytes.loadUnaligned(fromByteOffset: text.count &- 8, as: UInt64.self)
            if isPlain(last) { return false }
        }
        var previous: UInt8 = index > 0 ? start[index &- 1] : 0
        while index < text.count {
            let byte = start[index]
            if byte < 0x20 || byte == 0x7F || previous == 0xC2 && byte < 0xA0 {
                return true
            }
            previous = byte
            index &+= 1
        }
        return false
    }

    /// Whether eight bytes are all ASCII from the space to the tilde.
    @inline(__always)
    private static func isPlain(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        return (word | (word &- ones &* 0x20) | (word &+ ones)) & (ones &* 0x80) == 0
    }

    @inline(never)
    private static func refusal(of text: String) -> ValueError {
        if text.isEmpty {
            return ValueError(.recordIDEmpty, expected: "an id, which is never empty", observed: text)
        }
        if text.utf8.count > maximumLength {
            return ValueError(
                .recordIDTooLong,
                expected: "an id of at most \(maximumLength) bytes",
                observed: String(text.unicodeScalars.prefix(65))
            )
        }
        return ValueError(
            .recordIDControlCharacter,
            expected: "an id without control characters such as tabs and line breaks",
            observed: text
        )
    }
}

extension ValueError.Code {
    /// `recordID.empty`: the id is empty.
    public static let recordIDEmpty = Self(rawValue: "recordID.empty")

    /// `recordID.tooLong`: the id is longer than 255 bytes.
    public static let recordIDTooLong = Self(rawValue: "recordID.tooLong")

    /// `recordID.controlCharacter`: the id contains a control character.
    public static let recordIDControlCharacter = Self(rawValue: "recordID.controlCharacter")
}
