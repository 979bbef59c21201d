extension JSONReader {
    /// Reads past one value of any kind, checking that it is JSON.
    ///
    /// Nesting is followed with one bit a level, not with the call stack, so that a hostile document cannot exhaust it.
    ///
    /// - Throws: A ``ReadFailure`` if no valid value stands here, or if it is nested too deep.
    public mutating func skipValue() throws(ReadFailure) {
        let outer = depth
        // One bit a level: 1 for an object, 0 for an array.
        var levels = SIMD8<UInt64>()
        value: while true {
            switch peek() {
            case UInt8(ascii: "\""):
                _ = try scanString()
            case UInt8(ascii: "{"):
                try descend()
                cursor += 1
                levels[(depth &- 1) >> 6] |= 1 << UInt64((depth &- 1) & 63)
                if peek() == UInt8(ascii: "}") {
                    cursor += 1
                    depth -= 1
                } else {
                    try skipKey()
                    continue value
                }
            case UInt8(ascii: "["):
                try descend()
                cursor += 1
                levels[(depth &- 1) >> 6] &= ~(1 << UInt64((depth &- 1) & 63))
                if peek() == UInt8(ascii: "]") {
                    cursor += 1
                    depth -= 1
                } else {
                    continue value
                }
            case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
                try takeLiteral()
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                _ = try readNumberText()
            default:
                throw syntaxFailure("a value")
            }
            while true {
                if depth == outer { return }
                let isObject = levels[(depth &- 1) >> 6] & (1 << UInt64((depth &- 1) & 63)) != 0
                let byte = peek()
                if byte == UInt8(ascii: ",") {
                    cursor += 1
                    if isObject { try skipKey() }
                    continue value
                }
                guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    throw syntaxFailure(
                        isObject ? "a comma or the end of the object" : "a comma or the end of the array"
                    )
                }
                cursor += 1
                depth -= 1
            }
        }
    }

    private mutating func skipKey() throws(ReadFailure) {
        guard peek() == UInt8(ascii: "\"") else { throw syntaxFailure("a member's name in quotes") }
        _ = try scanString()
        try take(UInt8(ascii: ":"), expecting: "a colon after the member's name")
    }
}
