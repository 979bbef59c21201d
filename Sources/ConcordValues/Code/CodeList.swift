/// The texts of a set of codes, in the order they were listed, made to be found from bytes.
///
/// A list is built once, from literals, and lives as long as the process: its memory is never freed. Declare it as a
/// `static let`; do not build lists while reading documents.
///
/// ```swift
/// static let codes: CodeList = ["regular", "overtime"]
/// ```
public struct CodeList: @unchecked Sendable {
    // Sound: both pointers lead to memory that is written in the one initialiser, before anyone else can see it, and
    // never again. Since nothing is ever freed, nothing has to be retained either.

    /// The length of each code, its first eight bytes and its last eight: enough to tell codes of up to 16 bytes apart.
    @usableFromInline
    let keys: UnsafePointer<Key>

    /// Each code as a string.
    @usableFromInline
    let texts: UnsafePointer<String>

    /// The number of codes.
    public let count: Int

    /// What two codes are compared by: the length and two words that, with the length, determine up to 16 bytes.
    @usableFromInline
    struct Key {
        @usableFromInline
        let length: Int
        @usableFromInline
        let head: UInt64
        @usableFromInline
        let tail: UInt64
        /// All the bytes, which only codes of more than 16 need.
        @usableFromInline
        let bytes: UnsafePointer<UInt8>

        @inlinable
        init(length: Int, head: UInt64, tail: UInt64, bytes: UnsafePointer<UInt8>) {
            self.length = length
            self.head = head
            self.tail = tail
            self.bytes = bytes
        }
    }

    /// A list of the codes; of two that are the same, the first is found.
    ///
    /// - Parameter codes: The texts of the codes.
    public init(_ codes: [String]) {
        // One flat buffer for the bytes of all codes, and room for one more so that an empty list has an address too.
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: codes.reduce(1) { $0 + $1.utf8.count })
        let keys = UnsafeMutablePointer<Key>.allocate(capacity: codes.count + 1)
        let texts = UnsafeMutablePointer<String>.allocate(capacity: codes.count + 1)
        var start = bytes
        for (index, code) in codes.enumerated() {
            let length = code.writeUTF8(to: start)
            let words = Self.words(of: UnsafeBufferPointer(start: start, count: length))
            let key = Key(length: length, head: words.head, tail: words.tail, bytes: UnsafePointer(start))
            (keys + index).initialize(to: key)
            (texts + index).initialize(to: code)
            start += length
        }
        self.keys = UnsafePointer(keys)
        self.texts = UnsafePointer(texts)
        count = codes.count
    }

    /// The index of the code with the given bytes, or `nil` if there is none; no memory is allocated.
    ///
    /// - Parameter text: The bytes of the code, nothing before and nothing after it.
    /// - Returns: The index of the first such code.
    @inlinable
    public func index(of text: UnsafeBufferPointer<UInt8>) -> Int? {
        let length = text.count
        let words = Self.words(of: text)
        var index = 0
        while index < count {
            let key = keys + index
            if key.pointee.length == length, key.pointee.head == words.head, key.pointee.tail == words.tail {
                if length <= 16 || text.elementsEqual(UnsafeBufferPointer(start: key.pointee.bytes, count: length)) {
                    return index
                }
            }
            index += 1
        }
        return nil
    }

    /// Whether a text is one of the codes.
    ///
    /// - Parameter text: The text.
    /// - Returns: `true` if it is.
    @inlinable
    public func contains(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { index(of: $0) } != nil
    }

    /// The first and the last bytes of a text as two words, which overlap if there are fewer than 16.
    ///
    /// No byte outside the text is read, whatever its length.
    @inlinable
    static func words(of text: UnsafeBufferPointer<UInt8>) -> (head: UInt64, tail: UInt64) {
        guard let start = text.baseAddress else {
            return (0, 0)
        }
        let length = text.count
        let raw = UnsafeRawPointer(start)
        if length >= 8 {
            return (raw.loadUnaligned(as: UInt64.self), (raw + (length - 8)).loadUnaligned(as: UInt64.self))
        }
        if length >= 4 {
            return (
                UInt64(raw.loadUnaligned(as: UInt32.self)), UInt64((raw + (length - 4)).loadUnaligned(as: UInt32.self))
            )
        }
        if length >= 1 {
            return (UInt64(start[0]) << 8 | UInt64(start[length / 2]), UInt64(start[length - 1]))
        }
        return (0, 0)
    }
}

extension CodeList: ExpressibleByArrayLiteral {
    /// A list of the codes in a literal.
    public init(arrayLiteral codes: String...) {
        self.init(codes)
    }
}

extension CodeList: RandomAccessCollection {
    /// The index of the first code: 0.
    @inlinable
    public var startIndex: Int { 0 }

    /// The index after the last code.
    @inlinable
    public var endIndex: Int { count }

    /// The code at an index, which must be one of the list's, as in every collection; no memory is allocated.
    @inlinable
    public subscript(index: Int) -> String {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "No code has this index")
        return texts[index]
    }
}

extension CodeList: CustomStringConvertible {
    /// The codes, separated by commas.
    public var description: String { joined(separator: ", ") }
}
