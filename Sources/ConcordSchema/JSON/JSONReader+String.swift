public import ConcordValues

/// The body of a string in the document, without its quotes.
package struct StringBody {
    package let start: UnsafePointer<UInt8>
    package let count: Int
    package let hasEscapes: Bool
    let isASCII: Bool

    package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
}

extension JSONReader {
    /// Reads past a string, checking its escapes and its encoding, and says where its body stands.
    ///
    /// Eight bytes are looked at at a time. Most strings end before one of them is anything but plain ASCII; the others
    /// go on in ``scanRest(from:)``.
    @inline(__always)
    package mutating func scanString() throws(ReadFailure) -> StringBody {
        let bodyStart = cursor + 1
        var position = bodyStart
        while end - position >= 8 {
            let stops = ByteScan.stops(UnsafeRawPointer(position).loadUnaligned(as: UInt64.self))
            if stops == 0 {
                position += 8
                continue
            }
            position += stops.trailingZeroBitCount &>> 3
            guard position.pointee == 0x22 else { break }
            cursor = position + 1
            return StringBody(start: bodyStart, count: position - bodyStart, hasEscapes: false, isASCII: true)
        }
        return try scanRest(from: position)
    }

    /// Reads past the rest of a string, from a place before which all is plain ASCII.
    ///
    /// Eight bytes are looked at at a time: a byte is of interest if it is a quote, a backslash or a control character;
    /// the top bits of the others are gathered, so that only a string with bytes outside ASCII is checked as UTF-8.
    @inline(never)
    private mutating func scanRest(from place: UnsafePointer<UInt8>) throws(ReadFailure) -> StringBody {
        let opening = cursor
        let bodyStart = cursor + 1
        var position = place
        var gathered: UInt64 = 0
        var hasEscapes = false
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        scan: while true {
            while end - position >= 8 {
                let word = UnsafeRawPointer(position).loadUnaligned(as: UInt64.self)
                let quotes = word ^ (ones &* 0x22)
                let slashes = word ^ (ones &* 0x5C)
                let found =
                    (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | ((word &- (ones &* 0x20)) & ~word))
                    & tops
                if found != 0 {
                    let distance = found.trailingZeroBitCount >> 3
                    // Only the bytes before the one of interest belong to what was passed.
                    gathered |= word & ((1 &<< UInt64(truncatingIfNeeded: distance &<< 3)) &- 1)
                    position += distance
                    break
                }
                gathered |= word
                position += 8
            }
            guard position < end else {
                cursor = end
                throw ReadFailure(
                    .unexpectedEnd,
                    at: offset,
                    expected: "the closing quote of the string",
                    relatedOffset: opening - start,
                    isFatal: true
                )
            }
            let byte = position.pointee
            switch byte {
            case 0x22:
                break scan
            case 0x5C:
                hasEscapes = true
                position = try endOfEscape(at: position)
            case 0..<0x20:
                cursor = position
                throw syntaxFailure("a control character in a string to be escaped")
            default:
                gathered |= UInt64(byte)
                position += 1
            }
        }
        let count = position - bodyStart
        let isASCII = gathered & tops == 0
        if !isASCII {
            let invalid = UTF8Check.firstInvalidByte(of: UnsafeBufferPointer(start: bodyStart, count: count))
            if let invalid {
                cursor = bodyStart + invalid
                throw ReadFailure(.encoding, at: offset, expected: "valid UTF-8", isFatal: true)
            }
        }
        cursor = position + 1
        return StringBody(start: bodyStart, count: count, hasEscapes: hasEscapes, isASCII: isASCII)
    }

    /// The place after an escape sequence, once its form is checked.
    @inline(never)
    private mutating func endOfEscape(
        at backslash: UnsafePointer<UInt8>
    ) throws(ReadFailure) -> UnsafePointer<UInt8> {
        cursor = backslash
        guard backslash + 1 < end else {
            cursor = end
            throw syntaxFailure("an escape sequence")
        }
        switch backslash[1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return backslash + 2
        case UInt8(ascii: "u"):
            for index in 2..<6 {
                guard backslash + index < end else {
                    cursor = end
                    throw syntaxFailure("four hexadecimal digits")
                }
                guard hexadecimalValue(backslash[index]) != nil else {
                    cursor = backslash + index
                    throw syntaxFailure("four hexadecimal digits")
                }
            }
            return backslash + 6
        default:
            throw syntaxFailure(#"one of the escapes \" \\ \/ \b \f \n \r \t \u"#)
        }
    }

    /// Reads a string.
    ///
    /// - Returns: The text with its escapes resolved.
    /// - Throws: A ``ReadFailure`` if no string stands here, or if it holds half of a surrogate pair.
    public mutating func readString() throws(ReadFailure) -> String {
        guard peek() == 0x22 else { throw typeFailure("a string") }
        let body = try scanString()
        if body.hasEscapes { return try resolve(body) }
        return text(of: body)
    }

    /// The text of bytes of the document that are known to be ASCII.
    func text(ascii bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard let start = bytes.baseAddress else { return "" }
        return text(of: StringBody(start: start, count: bytes.count, hasEscapes: false, isASCII: true))
    }

    /// The text of a string without escapes.
    @inline(__always)
    package func text(of body: StringBody) -> String {
        body.isASCII && body.count <= SmallText.maximumLength && hasSmallTexts
            ? SmallText.string(body.start, body.count) : String(body)
    }

    /// The text of a string whose body was scanned, with its escapes resolved.
    @inline(never)
    package func resolve(_ body: StringBody) throws(ReadFailure) -> String {
        String(decoding: try resolvedBytes(body), as: UTF8.self)
    }

    @inline(never)
    package func resolvedBytes(_ body: StringBody) throws(ReadFailure) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(body.count)
        var position = body.start
        let last = body.start + body.count
        while position < last {
            var next = position
            while next < last, next.pointee != 0x5C { next += 1 }
            result.append(contentsOf: UnsafeBufferPointer(start: position, count: next - position))
            guard next < last else { break }
            position = next
            let escape = position[1]
            position += 2
            switch escape {
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"):
                var scalar = codeUnit(at: position)
                let unitOffset = position - 2 - start
                position += 4
                if scalar & 0xFC00 == 0xD800, last - position >= 6, position[0] == 0x5C,
                    position[1] == UInt8(ascii: "u")
                {
                    let low = codeUnit(at: position + 2)
                    if low & 0xFC00 == 0xDC00 {
                        scalar = 0x10000 + ((scalar & 0x3FF) << 10) + (low & 0x3FF)
                        position += 6
                    }
                }
                guard let unicode = Unicode.Scalar(scalar) else {
                    throw ReadFailure(
                        .loneSurrogate,
                        at: unitOffset,
                        expected: "both halves of a surrogate pair, such as \\ud83d\\ude00"
                    )
                }
                result.append(contentsOf: UTF8.encode(unicode).unsafelyUnwrapped)
            default: result.append(escape)
            }
        }
        return result
    }

    private func codeUnit(at position: UnsafePointer<UInt8>) -> UInt32 {
        (0..<4).reduce(0) { unit, index in unit << 4 | UInt32(hexadecimalValue(position[index]) ?? 0) }
    }

    /// Reads a string that holds a value with one text form, such as a date or a decimal.
    ///
    /// - Returns: The value.
    /// - Throws: A ``ReadFailure`` with the value's own code and expectation if the text is not such a value.
    @inlinable
    public mutating func readText<Value: TextValue>(as type: Value.Type = Value.self) throws(ReadFailure) -> Value {
        let begin = try beginText()
        do throws(ValueError) {
            return try Value(utf8: begin)
        } catch {
            throw textFailure(error, begin)
        }
    }

    /// Reads a string without escapes and gives its bytes.
    ///
    /// - Returns: The bytes of the string's body; they live as long as the reader.
    /// - Throws: A ``ReadFailure`` if no string stands here, or if it is written with escapes, which no such value needs.
    public mutating func beginText() throws(ReadFailure) -> UnsafeBufferPointer<UInt8> {
        guard peek() == 0x22 else { throw typeFailure("a string") }
        let opening = offset
        let body = try scanString()
        guard !body.hasEscapes else {
            throw ReadFailure(.type, at: opening, expected: "a string without escape sequences")
        }
        return body.bytes
    }

    /// The failure of a text that was read but is not the value it should be.
    @usableFromInline
    func textFailure(_ error: ValueError, _ text: UnsafeBufferPointer<UInt8>) -> ReadFailure {
        let place = text.baseAddress.map { $0 - start - 1 } ?? offset
        return ReadFailure(IssueCode(rawValue: error.code.rawValue), at: place, expected: error.expected)
    }
}

extension String {
    /// The text of a scanned string without escapes; its encoding was checked while scanning.
    @inline(__always)
    init(_ body: StringBody) {
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            // The scan proved the bytes to be UTF-8, so the standard library need not look at them again.
            let utf8 = unsafe UTF8Span(unchecked: body.bytes.span, isKnownASCII: body.isASCII)
            self = String(copying: utf8)
        } else {
            self = String(decoding: body.bytes, as: UTF8.self)
        }
    }
}

@inline(__always)
func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
    default: nil
    }
}
