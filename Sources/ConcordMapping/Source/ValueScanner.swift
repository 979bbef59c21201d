/// Finds the end of one JSON value in bytes that come in pieces, looking at each byte once.
///
/// It follows structure: brackets, strings, commas and colons, and where each may stand. Words, numbers and escapes are
/// passed over; the reader that reads the value afterwards is strict about those.
struct ValueScanner {
    /// How far the bytes lead.
    enum Outcome {
        /// To their end; the value goes on.
        case needsMore
        /// To the end of the value.
        case complete
        /// To a byte that cannot stand where it does.
        case failed
    }

    private enum Expectation {
        case value
        case valueOrEnd
        case name
        case nameOrEnd
        case colon
        case commaOrEnd
        case text
        case escape
        case word
    }

    /// As deep as `JSONReader` follows.
    static let maximumDepth = 512

    private var expectation = Expectation.value
    private var isName = false
    private(set) var depth = 0
    /// One bit a level: 1 for an object, 0 for an array.
    private var levels = SIMD8<UInt64>()

    private var isInObject: Bool {
        levels[(depth &- 1) >> 6] & (1 << UInt64((depth &- 1) & 63)) != 0
    }

    /// Goes on with the value.
    ///
    /// - Parameters:
    ///   - base: The bytes.
    ///   - index: Where to go on; afterwards the first byte behind the value, the byte that cannot stand there, or the
    ///     end.
    ///   - end: Where the bytes end.
    /// - Returns: How far the bytes lead.
    mutating func scan(_ base: UnsafePointer<UInt8>, from index: inout Int, to end: Int) -> Outcome {
        while index < end {
            let byte = base[index]
            switch expectation {
            case .text:
                guard skipText(base, &index, end) else { return index < end ? .failed : .needsMore }
                if expectation == .commaOrEnd, depth == 0 { return .complete }
                continue
            case .escape:
                guard byte >= 0x20 else { return .failed }
                expectation = .text
            case .word:
                if Self.isWord(byte) { break }
                expectation = .commaOrEnd
                if depth == 0 { return .complete }
                continue
            default:
                if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { break }
                guard accept(byte) else { return .failed }
                if expectation == .commaOrEnd, depth == 0 {
                    index += 1
                    return .complete
                }
            }
            index += 1
        }
        return .needsMore
    }

    /// Takes a byte that is not white space, outside strings and words.
    private mutating func accept(_ byte: UInt8) -> Bool {
        switch expectation {
        case .value, .valueOrEnd:
            switch byte {
            case UInt8(ascii: "]"):
                guard expectation == .valueOrEnd else { return false }
                close()
            case UInt8(ascii: "{"): return open(isObject: true)
            case UInt8(ascii: "["): return open(isObject: false)
            case UInt8(ascii: "\""):
                isName = false
                expectation = .text
            default:
                guard Self.isWord(byte) else { return false }
                expectation = .word
            }
        case .name, .nameOrEnd:
            switch byte {
            case UInt8(ascii: "}"):
                guard expectation == .nameOrEnd else { return false }
                close()
            case UInt8(ascii: "\""):
                isName = true
                expectation = .text
            default: return false
            }
        case .colon:
            guard byte == UInt8(ascii: ":") else { return false }
            expectation = .value
        case .commaOrEnd:
            switch byte {
            case UInt8(ascii: ","): expectation = isInObject ? .name : .value
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard isInObject == (byte == UInt8(ascii: "}")) else { return false }
                close()
            default: return false
            }
        case .text, .escape, .word: return false
        }
        return true
    }

    private mutating func open(isObject: Bool) -> Bool {
        guard depth < Self.maximumDepth else { return false }
        let bit: UInt64 = 1 << UInt64(depth & 63)
        if isObject { levels[depth >> 6] |= bit } else { levels[depth >> 6] &= ~bit }
        depth += 1
        expectation = isObject ? .nameOrEnd : .valueOrEnd
        return true
    }

    private mutating func close() {
        depth -= 1
        expectation = .commaOrEnd
    }

    /// Goes to the end of a string.
    ///
    /// - Returns: Whether the string ended, or an escape began; if not, a control character stands at the index, or the
    ///   bytes end there.
    private mutating func skipText(_ base: UnsafePointer<UInt8>, _ index: inout Int, _ end: Int) -> Bool {
        while index < end {
            let byte = base[index]
            if byte == UInt8(ascii: "\"") {
                index += 1
                expectation = isName ? .colon : .commaOrEnd
                return true
            }
            if byte == UInt8(ascii: "\\") {
                index += 1
                expectation = .escape
                return true
            }
            if byte < 0x20 { return false }
            index += 1
        }
        return false
    }

    /// Whether a byte may stand in a number or in one of the words `true`, `false` and `null`.
    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): true
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }
}
