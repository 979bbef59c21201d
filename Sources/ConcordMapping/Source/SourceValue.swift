internal import ConcordSchema

/// One value of a vendor's object, where it stands in the payload.
///
/// A value is a view of the payload's bytes: it lives as long as the rule that is given it runs, and costs nothing that is
/// not asked for.
public struct SourceValue {
    /// What kind of JSON value stands there.
    @frozen
    public enum Kind: Sendable {
        /// Nothing: the payload has no such member.
        case absent
        /// `null`.
        case null
        /// A string.
        case string
        /// A number.
        case number
        /// `true` or `false`.
        case boolean
        /// An object or an array.
        case container
    }

    /// The value's JSON text.
    @usableFromInline package let bytes: UnsafeBufferPointer<UInt8>

    /// Where the value stands in the payload, in bytes.
    package let offset: Int

    /// Whether the value is known to be a string of ASCII without escapes.
    private let isPlainText: Bool

    package static var absent: SourceValue { SourceValue(bytes: UnsafeBufferPointer(start: nil, count: 0), offset: 0) }

    package init(bytes: UnsafeBufferPointer<UInt8>, offset: Int) {
        self.bytes = bytes
        self.offset = offset
        isPlainText = false
    }

    init(_ passed: PassedValue, _ base: Int = 0) {
        bytes = passed.bytes
        offset = base + passed.offset
        isPlainText = passed.isPlainText
    }

    /// What kind of JSON value stands there.
    public var kind: Kind {
        guard let first = bytes.first else { return .absent }
        switch first {
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
        case UInt8(ascii: "{"), UInt8(ascii: "["): return .container
        default: return .number
        }
    }

    /// Whether there is a value that is not `null`.
    @inlinable
    public var isPresent: Bool {
        bytes.count > 0 && bytes[0] != UInt8(ascii: "n")
    }

    /// The value as JSON, white space taken out; nil if there is none.
    public var json: String? {
        bytes.isEmpty ? nil : String(decoding: JSONMinifier.minified(bytes), as: UTF8.self)
    }

    /// The text of a string, with its escapes resolved.
    ///
    /// - Returns: The text; nil if the value is not a string, or holds half of a surrogate pair.
    public var text: String? {
        if isPlainText { return String(plain: body) }
        guard kind == .string else { return nil }
        var reader = JSONReader(bytes)
        return try? reader.readString()
    }

    /// The bytes of a string that is written without escapes, as dates, ids and decimals are.
    package var plainText: UnsafeBufferPointer<UInt8>? {
        if isPlainText { return body }
        guard kind == .string else { return nil }
        return body.contains(UInt8(ascii: "\\")) ? nil : body
    }

    /// What stands between the quotes of a string.
    private var body: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes.baseAddress.map { $0 + 1 }, count: bytes.count - 2)
    }

    /// Whether the value is one piece, in which no white space can be left out.
    var isScalar: Bool { kind != .container }

    /// Which of `true` and `false` the value is; nil if it is neither.
    public var boolean: Bool? {
        kind == .boolean ? bytes[0] == UInt8(ascii: "t") : nil
    }

    /// The number of leaves: one for anything but an object or an array, which has those of its parts, or one if empty.
    package var leafCount: Int {
        guard kind == .container else { return bytes.isEmpty ? 0 : 1 }
        var count = 0
        var isInString = false
        var isEscaped = false
        var previous: UInt8 = 0
        // Every leaf is followed by a comma or a closing bracket; an empty container is a leaf of its own.
        for byte in bytes {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                    previous = byte
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: ","):
                if previous != UInt8(ascii: "}"), previous != UInt8(ascii: "]") { count += 1 }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if previous != UInt8(ascii: "}"), previous != UInt8(ascii: "]") { count += 1 }
            default: break
            }
            if byte > 0x20 { previous = byte }
        }
        return count
    }
}
