internal import ConcordValues

extension JSONReader {
    /// Reads past a number (RFC 8259 §6) and gives its text.
    ///
    /// - Returns: The bytes of the number as written; they live as long as the reader.
    /// - Throws: A ``ReadFailure`` if no number stands here.
    public mutating func readNumberText() throws(ReadFailure) -> UnsafeBufferPointer<UInt8> {
        try readNumberText(expecting: "a number")
    }

    @inline(__always)
    private mutating func readNumberText(
        expecting expected: StaticString
    ) throws(ReadFailure) -> UnsafeBufferPointer<UInt8> {
        let byte = peek()
        guard byte == UInt8(ascii: "-") || (byte &- UInt8(ascii: "0")) < 10 else {
            throw typeFailure(expected.description)
        }
        let first = cursor
        if byte == UInt8(ascii: "-") { cursor += 1 }
        if cursor < end, cursor.pointee == UInt8(ascii: "0") {
            cursor += 1
            if cursor < end, (cursor.pointee &- UInt8(ascii: "0")) < 10 {
                throw syntaxFailure("no digit behind a leading zero")
            }
        } else {
            try takeDigits()
        }
        if cursor < end, cursor.pointee == UInt8(ascii: ".") {
            cursor += 1
            try takeDigits()
        }
        if cursor < end, cursor.pointee | 0x20 == UInt8(ascii: "e") {
            cursor += 1
            if cursor < end, cursor.pointee == UInt8(ascii: "+") || cursor.pointee == UInt8(ascii: "-") { cursor += 1 }
            try takeDigits()
        }
        return UnsafeBufferPointer(start: first, count: cursor - first)
    }

    @inline(__always)
    private mutating func takeDigits() throws(ReadFailure) {
        let first = cursor
        while cursor < end, (cursor.pointee &- UInt8(ascii: "0")) < 10 { cursor += 1 }
        if cursor == first { throw syntaxFailure("a digit") }
    }

    /// Reads a whole number, written without fraction and exponent.
    ///
    /// - Returns: The number.
    /// - Throws: A ``ReadFailure`` if no such number stands here, or if it does not fit 64 bits.
    public mutating func readInteger() throws(ReadFailure) -> Int64 {
        if peek() &- UInt8(ascii: "1") < 9 {
            // Up to eighteen digits cannot overflow; most numbers are like this.
            var value: Int64 = 0
            var position = cursor
            while position < end, position.pointee &- UInt8(ascii: "0") < 10, position - cursor < 18 {
                value = value &* 10 &+ Int64(position.pointee &- UInt8(ascii: "0"))
                position += 1
            }
            if position < end, position.pointee == UInt8(ascii: ",") || position.pointee == UInt8(ascii: "}") {
                cursor = position
                return value
            }
        }
        let place = offset
        let text = try readNumberText(expecting: "a whole number")
        var index = 0
        let isNegative = text[0] == UInt8(ascii: "-")
        if isNegative { index = 1 }
        var value: Int64 = 0
        while index < text.count {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit < 10 else {
                throw ReadFailure(.type, at: place, expected: "a whole number without fraction and exponent")
            }
            let (scaled, overflowed) = value.multipliedReportingOverflow(by: 10)
            let (sum, wrapped) =
                isNegative
                ? scaled.subtractingReportingOverflow(Int64(digit)) : scaled.addingReportingOverflow(Int64(digit))
            guard !overflowed, !wrapped else {
                throw ReadFailure(.numberRange, at: place, expected: "a whole number of at most 64 bits")
            }
            value = sum
            index += 1
        }
        if isNegative, value == 0 {
            // `-0` would come back as `0`: what is written must be what was read.
            throw ReadFailure(.type, at: place, expected: "a whole number; zero has no sign")
        }
        return value
    }

    /// Reads one of the words `true` and `false`.
    ///
    /// - Returns: Which it was.
    /// - Throws: A ``ReadFailure`` if neither stands here.
    public mutating func readBool() throws(ReadFailure) -> Bool {
        switch peek() {
        case UInt8(ascii: "t"):
            try takeLiteral()
            return true
        case UInt8(ascii: "f"):
            try takeLiteral()
            return false
        default:
            throw typeFailure("true or false")
        }
    }
}
