/// How two JSON texts compare, found in one pass and without taking either apart.
///
/// Nearly always the first byte in which two values differ lies in a string or a number that stands at the same place in
/// both. Then they differ, whatever stands behind it, unless the two are one number with more or fewer zeros. Where the
/// first difference is of another kind, such as a member's name, nothing is certain, and the texts have to be brought into
/// the form in which equal values are equal.
///
/// That holds for values without options of comparison: where case does not count, only ``same`` is of use.
enum ValueDifference {
    /// The texts are the same, byte for byte.
    case same
    /// The values differ, whatever their shape.
    case certain
    /// The values may differ or not.
    case unclear

    @inline(__always)
    init(_ left: String, _ right: String) {
        // Copies, because asking for the bytes of a string may move them; those that Swift made do not.
        var (left, right) = (left, right)
        self = left.withUTF8 { left in right.withUTF8 { Self(left, $0) } }
    }

    @inline(__always)
    init(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) {
        let place = Self.firstDifference(left, right)
        if place == left.count, place == right.count {
            self = .same
        } else {
            self = Self.isCertain(left, right, place) ? .certain : .unclear
        }
    }

    /// How many bytes at their beginnings are the same.
    @inline(__always)
    private static func firstDifference(
        _ left: UnsafeBufferPointer<UInt8>,
        _ right: UnsafeBufferPointer<UInt8>
    ) -> Int {
        guard let first = left.baseAddress, let second = right.baseAddress else { return 0 }
        let common = min(left.count, right.count)
        var place = 0
        while place &+ 8 <= common {
            let difference =
                UnsafeRawPointer(first + place).loadUnaligned(as: UInt64.self).littleEndian
                ^ UnsafeRawPointer(second + place).loadUnaligned(as: UInt64.self).littleEndian
            if difference != 0 { return place &+ difference.trailingZeroBitCount &>> 3 }
            place &+= 8
        }
        while place < common, first[place] == second[place] { place &+= 1 }
        return place
    }

    /// Whether values differ whose texts do, from a place on.
    private static func isCertain(
        _ left: UnsafeBufferPointer<UInt8>,
        _ right: UnsafeBufferPointer<UInt8>,
        _ place: Int
    ) -> Bool {
        if place >= left.count || place >= right.count { return areDifferentNumbers(left, right, place) }
        if left[0] == UInt8(ascii: "\""), right[0] == UInt8(ascii: "\"") {
            return areDifferentStrings(left, right, place)
        }
        if isInMemberValue(left, place) { return areDifferentStrings(left, right, place) }
        if !isInString(left, place) { return areDifferentNumbers(left, right, place) }
        return !isName(left, place) && areDifferentStrings(left, right, place)
    }

    /// Whether a place is in a string that is a member's value, as far as the bytes shortly before it tell.
    ///
    /// The last quote before it opens such a value if a colon stands before it and behind it nothing that could stand behind
    /// a string: a quote within a string has a backslash before it.
    @inline(__always)
    private static func isInMemberValue(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        var quote = place &- 1
        let end = max(0, place &- 24)
        while quote > end, text[quote] != UInt8(ascii: "\"") { quote &-= 1 }
        guard quote > end, text[quote &- 1] == UInt8(ascii: ":") else { return false }
        let next = text[quote &+ 1]
        return next > 0x20 && next != UInt8(ascii: ",") && next != UInt8(ascii: ":") && next | 0x20 != UInt8(ascii: "}")
    }

    /// Whether a place is in a string: behind an odd number of quotes, or in one that an escape hides from counting.
    private static func isInString(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        guard let base = text.baseAddress, place >= 8 else { return isInString(text, place, from: 0) }
        var quotes = 0
        var escapes: UInt64 = 0
        var index = 0
        while index &+ 8 <= place {
            let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
            quotes &+= marks(of: UInt8(ascii: "\""), in: word).nonzeroBitCount
            escapes |= marks(of: UInt8(ascii: "\\"), in: word)
            index &+= 8
        }
        if escapes != 0 { return isInString(text, place, from: 0) }
        // The bytes that are left, as the end of a word whose beginning was counted already.
        let end = UnsafeRawPointer(base + (place &- 8)).loadUnaligned(as: UInt64.self).littleEndian
        let rest = index == place ? 0 : end &>> UInt64((8 &- (place &- index)) &* 8)
        if marks(of: UInt8(ascii: "\\"), in: rest) != 0 { return isInString(text, place, from: 0) }
        return (quotes &+ marks(of: UInt8(ascii: "\""), in: rest).nonzeroBitCount) & 1 != 0
    }

    /// The same byte by byte, from where no string is open.
    private static func isInString(_ text: UnsafeBufferPointer<UInt8>, _ place: Int, from begin: Int) -> Bool {
        var isString = false
        var index = begin
        while index < place {
            let byte = text[index]
            if byte == UInt8(ascii: "\\") { index &+= 1 }
            if byte == UInt8(ascii: "\"") { isString.toggle() }
            index &+= 1
        }
        return isString
    }

    /// The highest bit of each byte of a word that is the given one.
    @inline(__always)
    private static func marks(of byte: UInt8, in word: UInt64) -> UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let rest = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
        return ~(((rest & low) &+ low) | rest | low)
    }

    /// Whether the string that a place is in is a member's name.
    private static func isName(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        var index = place
        while index < text.count, text[index] != UInt8(ascii: "\"") {
            index &+= text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index &+ 1 >= text.count || text[index &+ 1] == UInt8(ascii: ":")
    }

    /// Whether strings differ that are the same up to a place.
    private static func areDifferentStrings(
        _ left: UnsafeBufferPointer<UInt8>,
        _ right: UnsafeBufferPointer<UInt8>,
        _ place: Int
    ) -> Bool {
        let (first, second) = (left[place], right[place])
        // What can be written in two ways: an escape, which may have begun before, and a letter with its accents.
        if first >= 0x80 || second >= 0x80 || first == UInt8(ascii: "\\") || second == UInt8(ascii: "\\") {
            return false
        }
        if mayBeInEscape(left, place) { return false }
        // Two texts of one decimal are the same up to the end of the shorter one.
        if first == UInt8(ascii: "\"") { return second != UInt8(ascii: "0") && second != UInt8(ascii: ".") }
        if second == UInt8(ascii: "\"") { return first != UInt8(ascii: "0") && first != UInt8(ascii: ".") }
        return true
    }

    /// Whether there is a backslash in the six bytes before a place, which the longest escape has, or shortly before.
    @inline(__always)
    private static func mayBeInEscape(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        if place >= 8, let base = text.baseAddress {
            let word = UnsafeRawPointer(base + (place &- 8)).loadUnaligned(as: UInt64.self)
            return marks(of: UInt8(ascii: "\\"), in: word) != 0
        }
        return text[..<place].contains(UInt8(ascii: "\\"))
    }

    /// Whether what stands outside of strings differs: numbers without exponents, `true` and `false`.
    private static func areDifferentNumbers(
        _ left: UnsafeBufferPointer<UInt8>,
        _ right: UnsafeBufferPointer<UInt8>,
        _ place: Int
    ) -> Bool {
        let first = place < left.count ? left[place] : 0
        let second = place < right.count ? right[place] : 0
        let areTruths =
            first == UInt8(ascii: "t") && second == UInt8(ascii: "f")
            || first == UInt8(ascii: "f") && second == UInt8(ascii: "t")
        if areTruths { return true }
        guard isNumeric(first) || isNumeric(second), !hasExponent(left, place), !hasExponent(right, place) else {
            return false
        }
        // One of them ends here, or begins with a sign: they may be one number.
        if !isNumeric(first) { return isDigit(second) && second != UInt8(ascii: "0") && isInNumber(left, place) }
        if !isNumeric(second) { return isDigit(first) && first != UInt8(ascii: "0") && isInNumber(left, place) }
        return first != UInt8(ascii: "-") && second != UInt8(ascii: "-")
    }

    private static func isInNumber(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        place > 0 && isNumeric(text[place &- 1])
    }

    private static func hasExponent(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        var index = place
        while index < text.count, isNumeric(text[index]) {
            if text[index] | 0x20 == UInt8(ascii: "e") { return true }
            index &+= 1
        }
        index = place
        while index > 0, isNumeric(text[index &- 1]) {
            index &-= 1
            if text[index] | 0x20 == UInt8(ascii: "e") { return true }
        }
        return false
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    @inline(__always)
    private static func isNumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            || byte | 0x20 == UInt8(ascii: "e")
    }
}
