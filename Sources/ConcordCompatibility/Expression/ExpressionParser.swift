/// Reads the regular subset of ECMA-262's patterns, in Unicode mode.
///
/// Classes, groups, alternatives, bounded repetition and anchors are read. Looking around, back references, word
/// boundaries and Unicode properties are not regular or not small, and are refused.
struct ExpressionParser {
    private var rest: ArraySlice<UInt32>
    private var depth = 0

    /// Whether classes are used on whose characters beyond ASCII engines disagree.
    private(set) var isDisputed = false

    init(_ pattern: String) {
        rest = pattern.unicodeScalars.map(\.value)[...]
    }

    mutating func parse() throws(RegularExpressionError) -> ExpressionNode {
        let node = try choice()
        guard rest.isEmpty else { throw failure("a closing parenthesis too many") }
        return node
    }

    private func failure(_ reason: String) -> RegularExpressionError { RegularExpressionError(reason: reason) }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == character.value else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func choice() throws(RegularExpressionError) -> ExpressionNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 60 else { throw failure("groups nested more than 60 deep") }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(RegularExpressionError) -> ExpressionNode {
        var parts: [ExpressionNode] = []
        while let next = rest.first, next != ("|" as Unicode.Scalar).value, next != (")" as Unicode.Scalar).value {
            parts.append(try repeated(try atom()))
        }
        return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func repeated(_ node: ExpressionNode) throws(RegularExpressionError) -> ExpressionNode {
        var bounds: (Int, Int?)?
        if take("*") {
            bounds = (0, nil)
        } else if take("+") {
            bounds = (1, nil)
        } else if take("?") {
            bounds = (0, 1)
        } else if rest.first == ("{" as Unicode.Scalar).value {
            rest.removeFirst()
            guard let least = number() else { throw failure("a brace that opens no repetition") }
            var most: Int? = least
            if take(",") { most = number() }
            guard take("}"), most.map({ $0 >= least }) ?? true else { throw failure("a repetition without an end") }
            bounds = (least, most)
        }
        guard let bounds else { return node }
        switch node {
        case .start, .end: throw failure("a repeated anchor")
        default: break
        }
        // Whether a repetition is lazy says which match is found, not whether there is one.
        _ = take("?")
        if let next = rest.first, "*+?".unicodeScalars.contains(where: { $0.value == next }) {
            throw failure("a repetition of a repetition")
        }
        return .repetition(node, bounds.0, bounds.1)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let digit = rest.first, digit >= 0x30, digit <= 0x39 {
            value = min((value ?? 0) * 10 + Int(digit - 0x30), 100_000)
            rest.removeFirst()
        }
        return value
    }

    private mutating func atom() throws(RegularExpressionError) -> ExpressionNode {
        guard let first = rest.popFirst(), let scalar = Unicode.Scalar(first) else { throw failure("an early end") }
        switch scalar {
        case "^": return .start
        case "$": return .end
        case ".": return .characters(.dot)
        case "(":
            if take("?") {
                if take(":") {
                } else if take("<"), let next = rest.first, next != 0x3D, next != 0x21 {
                    while let next = rest.popFirst(), next != 0x3E {}
                } else {
                    throw failure("looking ahead or behind")
                }
            }
            let node = try choice()
            guard take(")") else { throw failure("a group without an end") }
            return node
        case "[": return .characters(try characterClass())
        case "\\": return .characters(try escape(inClass: false))
        case "*", "+", "?", "{", "}", "]", ")": throw failure("\"\(scalar)\" where a character should stand")
        default: return .characters(CharacterSet(first))
        }
    }

    private mutating func characterClass() throws(RegularExpressionError) -> CharacterSet {
        let isNegated = take("^")
        var set = CharacterSet([])
        while !take("]") {
            guard !rest.isEmpty else { throw failure("a class without an end") }
            let low = try classAtom()
            if rest.first == 0x2D, rest.dropFirst().first != 0x5D, rest.count > 1 {
                rest.removeFirst()
                let high = try classAtom()
                guard let from = low.single, let through = high.single, from <= through else {
                    throw failure("a range that is none")
                }
                set = set.union(CharacterSet([from...through]))
            } else {
                set = set.union(low)
            }
        }
        return isNegated ? set.complement : set
    }

    private mutating func classAtom() throws(RegularExpressionError) -> CharacterSet {
        guard let first = rest.popFirst() else { throw failure("a class without an end") }
        return first == 0x5C ? try escape(inClass: true) : CharacterSet(first)
    }

    private mutating func escape(inClass: Bool) throws(RegularExpressionError) -> CharacterSet {
        guard let first = rest.popFirst(), let scalar = Unicode.Scalar(first) else { throw failure("an early end") }
        switch scalar {
        case "d", "D", "w", "W": isDisputed = true
        default: break
        }
        switch scalar {
        case "d": return .digits
        case "D": return CharacterSet.digits.complement
        case "w": return .word
        case "W": return CharacterSet.word.complement
        case "s": return .space
        case "S": return CharacterSet.space.complement
        case "t": return CharacterSet(0x09)
        case "n": return CharacterSet(0x0A)
        case "v": return CharacterSet(0x0B)
        case "f": return CharacterSet(0x0C)
        case "r": return CharacterSet(0x0D)
        case "b" where inClass: return CharacterSet(0x08)
        case "0":
            if let next = rest.first, next >= 0x30, next <= 0x39 { throw failure("an octal escape") }
            return CharacterSet(0)
        case "c":
            guard let letter = rest.popFirst(), (0x41...0x5A).contains(letter & ~0x20) else {
                throw failure("a control escape without its letter")
            }
            return CharacterSet(letter % 32)
        case "x": return CharacterSet(try hexadecimal(2))
        case "u": return CharacterSet(try codePoint())
        case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/":
            return CharacterSet(first)
        case "-" where inClass: return CharacterSet(first)
        // Not in Unicode mode, but common, and it can mean only one thing.
        case "-", "_", "@", "#", "%", "&", "!", "\"", "'", ",", ":", ";", "<", "=", ">", "~", "`", " ":
            return CharacterSet(first)
        default: throw failure("the escape \\\(scalar)")
        }
    }

    private mutating func hexadecimal(_ count: Int) throws(RegularExpressionError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let next = rest.popFirst(), let digit = Unicode.Scalar(next).map(Character.init)?.hexDigitValue else {
                throw failure("an escape without its digits")
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private mutating func codePoint() throws(RegularExpressionError) -> UInt32 {
        if take("{") {
            var value: UInt32 = 0
            while !take("}") {
                guard value < 0x110000 else { throw failure("a code point beyond Unicode") }
                value = value << 4 | (try hexadecimal(1))
            }
            guard value <= CharacterSet.last else { throw failure("a code point beyond Unicode") }
            return value
        }
        let high = try hexadecimal(4)
        guard (0xD800..<0xDC00).contains(high), rest.prefix(2).elementsEqual([0x5C, 0x75]) else { return high }
        rest.removeFirst(2)
        let low = try hexadecimal(4)
        guard (0xDC00..<0xE000).contains(low) else { throw failure("half a surrogate pair") }
        return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }
}

extension CharacterSet {
    /// The only code point, if there is only one.
    fileprivate var single: UInt32? {
        guard ranges.count == 1, ranges[0].count == 1 else { return nil }
        return ranges[0].lowerBound
    }
}
