/// A strict reader of one JSON document (RFC 8259), one value at a time, straight from the bytes.
///
/// The reader has no tree and no tokens: a field asks for the value that it expects, and the reader gives it or says
/// what stands there instead. It accepts exactly RFC 8259 in UTF-8: no comments, no byte order mark, no trailing commas,
/// no lone surrogates in a string that somebody reads. Nesting is limited to ``maximumDepth``.
///
/// A reader exists only inside the call that decodes a document; field values receive it `inout` and must not keep it.
public struct JSONReader {
    /// The deepest nesting of arrays and objects that is followed.
    public static let maximumDepth = 512

    let start: UnsafePointer<UInt8>
    @usableFromInline let end: UnsafePointer<UInt8>
    @usableFromInline var cursor: UnsafePointer<UInt8>
    var depth = 0

    /// The failure of the field that was read last, on its way to the record that reads its fields.
    @usableFromInline var failure: ReadFailure?

    /// Values that were read past because they are not what their field holds.
    var failures: [ReadFailure] = []

    /// Observations that refuse nothing: codes that nobody knows, items with equal keys.
    var remarks: [ReadFailure] = []

    /// Members that no level was there to keep yet; the next enclosing level with a remainder takes them.
    var adrift: [Range<Int>] = []
    var hasAdrift = false

    /// Whether short texts may be put together in place; asked once a document.
    let hasSmallTexts = SmallText.isUsable

    package init(_ bytes: UnsafeBufferPointer<UInt8>) {
        // An empty buffer may have no address; any address will do for a range of no bytes.
        let address = bytes.baseAddress ?? UnsafePointer(bitPattern: 8).unsafelyUnwrapped
        start = address
        cursor = address
        end = address + bytes.count
    }

    /// The offset of the next byte, from the start of the document.
    public var offset: Int { cursor - start }

    /// The bytes of a part of the document.
    package func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
    }
}

// MARK: - Findings

extension JSONReader {
    /// How much was found so far.
    struct Findings {
        let failures: Int
        let remarks: Int
        let adrift: Int
    }

    @inline(__always)
    var findings: Findings {
        Findings(failures: failures.count, remarks: remarks.count, adrift: adrift.count)
    }

    /// Forgets what was found since, because it will be read again.
    @inline(never)
    mutating func forget(after findings: Findings) {
        failures.removeLast(failures.count - findings.failures)
        remarks.removeLast(remarks.count - findings.remarks)
        adrift.removeLast(adrift.count - findings.adrift)
        hasAdrift = !adrift.isEmpty
    }
}

// MARK: - Structure

extension JSONReader {
    @inline(__always)
    package mutating func skipWhitespace() {
        while cursor < end {
            let byte = cursor.pointee
            if byte > 0x20 { return }
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            cursor += 1
        }
    }

    /// The next byte that is not white space, or 0 at the end of the document.
    @inline(__always)
    package mutating func peek() -> UInt8 {
        if cursor < end, cursor.pointee > 0x20 { return cursor.pointee }
        skipWhitespace()
        return cursor < end ? cursor.pointee : 0
    }

    @inline(__always)
    package mutating func take(_ byte: UInt8, expecting expected: @autoclosure () -> String) throws(ReadFailure) {
        guard peek() == byte, cursor < end else { throw syntaxFailure(expected()) }
        cursor += 1
    }

    @inline(__always)
    mutating func descend() throws(ReadFailure) {
        depth += 1
        if depth > Self.maximumDepth { throw depthFailure() }
    }

    /// Checks that nothing but white space is left.
    package mutating func finish() throws(ReadFailure) {
        skipWhitespace()
        guard cursor == end else {
            throw ReadFailure(.trailingBytes, at: offset, expected: "nothing after the value", isFatal: true)
        }
    }

    /// Reads the literal `null` if it stands here.
    ///
    /// - Returns: Whether it did.
    /// - Throws: A ``ReadFailure`` if another word begins with `n`.
    @inlinable
    public mutating func readNull() throws(ReadFailure) -> Bool {
        guard isAtNull() else { return false }
        try takeLiteral()
        return true
    }

    /// Whether the next value begins as `null` does.
    @inlinable
    public mutating func isAtNull() -> Bool {
        if cursor < end, cursor.pointee > 0x20 { return cursor.pointee == UInt8(ascii: "n") }
        return isAtNullBehindWhitespace()
    }

    @usableFromInline
    mutating func isAtNullBehindWhitespace() -> Bool {
        peek() == UInt8(ascii: "n")
    }

    /// Reads past one of the words `true`, `false` and `null`.
    public mutating func takeLiteral() throws(ReadFailure) {
        let word: StaticString =
            switch peek() {
            case UInt8(ascii: "t"): "true"
            case UInt8(ascii: "f"): "false"
            default: "null"
            }
        for index in 0..<word.utf8CodeUnitCount {
            guard cursor + index < end, cursor[index] == word.utf8Start[index] else {
                // The whole word is what a person should see, unless the document ends in it.
                if cursor + index == end { cursor = end }
                throw syntaxFailure("the word \(word)")
            }
        }
        cursor += word.utf8CodeUnitCount
    }
}

// MARK: - Failures

extension JSONReader {
    func syntaxFailure(_ expected: String) -> ReadFailure {
        if cursor == start, bytes(0..<min(3, end - start)).elementsEqual([0xEF, 0xBB, 0xBF]) {
            // Nobody sees the mark, so it must be named (RFC 8259 §8.1).
            return ReadFailure(.syntax, at: offset, expected: "\(expected), without a byte order mark", isFatal: true)
        }
        return ReadFailure(cursor < end ? .syntax : .unexpectedEnd, at: offset, expected: expected, isFatal: true)
    }

    func depthFailure() -> ReadFailure {
        ReadFailure(
            .depth,
            at: offset,
            expected: "arrays and objects nested at most \(Self.maximumDepth) deep",
            isFatal: true
        )
    }

    /// The failure of a value that is of another type than its field.
    ///
    /// - Parameter expected: What the field holds, in words: `a string with a calendar date like 2026-03-01`.
    /// - Returns: A failure at the next value; if no value stands there, the failure of the document.
    public mutating func typeFailure(_ expected: String) -> ReadFailure {
        switch peek() {
        case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "f"):
            // A word that only begins like one of the three is no value at all.
            var ahead = self
            do throws(ReadFailure) {
                try ahead.takeLiteral()
            } catch {
                return error
            }
            let isNull = cursor.pointee == UInt8(ascii: "n")
            return ReadFailure(isNull ? .unexpectedNull : .type, at: offset, expected: expected)
        case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "-"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return ReadFailure(.type, at: offset, expected: expected)
        default:
            return syntaxFailure("a value")
        }
    }

    /// Says something of the next value that refuses nothing, such as a code that the field does not know.
    ///
    /// - Parameter remark: The observation; it becomes an ``Issue`` of severity warning.
    public mutating func note(_ remark: ReadFailure) {
        remarks.append(remark)
    }
}
