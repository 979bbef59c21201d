internal import ConcordValues

/// A JSON number, exactly: any number of digits, compared as decimals and never as doubles.
///
/// `1`, `1.0` and `1e0` are the same number (JSON Schema §4.2.2). The text that it was read from is kept for writing.
public struct JSONNumber: Sendable {
    /// The number as it was written.
    public let text: String

    /// Whether it is less than zero.
    let isNegative: Bool

    /// The significant digits, most significant first, without zeros at either end; none for zero.
    let digits: [UInt8]

    /// The power of ten of the last digit.
    let exponent: Int

    /// The largest power of ten, either way, that is followed.
    static let maximumExponent = 1_000_000

    /// A number from its JSON text (RFC 8259 §6).
    ///
    /// Nil if the text is no number, or its exponent is beyond a million.
    ///
    /// - Parameter text: The number.
    public init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest.removeFirst() }
        var digits: [UInt8] = []
        var exponent = 0
        var sawPoint = false
        var sawDigit = false
        while let byte = rest.first {
            if byte >= 0x30, byte <= 0x39 {
                digits.append(byte - 0x30)
                sawDigit = true
                if sawPoint { exponent -= 1 }
            } else if byte == UInt8(ascii: "."), !sawPoint, sawDigit {
                sawPoint = true
            } else {
                break
            }
            rest.removeFirst()
        }
        guard sawDigit else { return nil }
        if let mark = rest.first {
            guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return nil }
            var written = rest.dropFirst()
            if written.first == UInt8(ascii: "+") { written.removeFirst() }
            guard let value = Int(String(decoding: written, as: UTF8.self)) else { return nil }
            guard abs(value.clamped) <= Self.maximumExponent else { return nil }
            exponent += value
        }
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        self.text = text
        self.digits = digits
        self.exponent = digits.isEmpty ? 0 : exponent
        self.isNegative = isNegative && !digits.isEmpty
    }

    /// A whole number.
    public init(_ value: Int) {
        var digits = String(value.magnitude).utf8.map { $0 - 0x30 }
        var exponent = 0
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        text = String(value)
        isNegative = value < 0
        self.exponent = digits.isEmpty ? 0 : exponent
        self.digits = digits
    }

    /// Whether it has no fraction; `1.0` has none.
    public var isInteger: Bool { exponent >= 0 }

    /// Whether it is zero.
    public var isZero: Bool { digits.isEmpty }

    /// The number as an `Int`, if it is whole and fits.
    public var integer: Int? {
        guard isInteger, digits.count + exponent <= 18 else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1) }
        return (0..<exponent).reduce(isNegative ? -value : value) { value, _ in value * 10 }
    }

    /// Whether it is a whole multiple of another number.
    ///
    /// - Parameter divisor: The other number, more than zero.
    /// - Returns: Nil if the numbers are so long that nobody waits for the answer.
    public func isMultiple(of divisor: JSONNumber) -> Bool? {
        if isZero { return true }
        if divisor.isZero { return false }
        let shift = exponent - divisor.exponent
        // No digit of this number is a zero at the end, so ten of the divisor's units do not divide it.
        if shift < 0 { return false }
        guard shift + digits.count <= 5000, divisor.digits.count <= 60 else { return nil }
        var rest: [UInt8] = []
        for index in 0..<(digits.count + shift) {
            if !rest.isEmpty || (index < digits.count && digits[index] != 0) {
                rest.append(index < digits.count ? digits[index] : 0)
            }
            while Self.compare(rest, divisor.digits) >= 0 { rest = Self.subtract(rest, divisor.digits) }
        }
        return rest.isEmpty
    }

    /// Compares two whole numbers of digits without zeros in front.
    private static func compare(_ left: [UInt8], _ right: [UInt8]) -> Int {
        if left.count != right.count { return left.count < right.count ? -1 : 1 }
        for (left, right) in zip(left, right) where left != right { return left < right ? -1 : 1 }
        return 0
    }

    private static func subtract(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var result = left
        var borrow: UInt8 = 0
        for offset in 1...left.count {
            let taken = (offset <= right.count ? right[right.count - offset] : 0) + borrow
            let place = left.count - offset
            borrow = result[place] < taken ? 1 : 0
            result[place] = result[place] + borrow * 10 - taken
        }
        return Array(result.drop { $0 == 0 })
    }
}

extension Int {
    /// The number, or the nearest one whose magnitude can be asked for.
    fileprivate var clamped: Int { self == .min ? .min + 1 : self }
}

extension JSONNumber: Equatable {
    /// Whether the values are the same.
    public static func == (left: Self, right: Self) -> Bool {
        left.isNegative == right.isNegative && left.exponent == right.exponent && left.digits == right.digits
    }
}

extension JSONNumber: Hashable {
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(isNegative)
        hasher.combine(exponent)
        hasher.combine(digits)
    }
}

extension JSONNumber: Comparable {
    /// Whether the first value is less than the second.
    public static func < (left: Self, right: Self) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        let isLess = magnitudeIsLess(left, right)
        return left.isNegative ? magnitudeIsLess(right, left) : isLess
    }

    private static func magnitudeIsLess(_ left: Self, _ right: Self) -> Bool {
        if left.isZero || right.isZero { return left.isZero && !right.isZero }
        let leftOrder = left.digits.count + left.exponent
        let rightOrder = right.digits.count + right.exponent
        if leftOrder != rightOrder { return leftOrder < rightOrder }
        return left.digits.lexicographicallyPrecedes(right.digits)
    }
}

extension JSONNumber: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}

extension JSONNumber: CustomStringConvertible {
    /// The number as it was written.
    public var description: String { text }
}

extension JSONNumber {
    /// The number as a decimal of the house, if it has at most 38 digits.
    var decimal: ExactDecimal? { try? ExactDecimal(scientific: text) }

    /// A number with the value of a decimal.
    init?(_ decimal: ExactDecimal) {
        self.init(decimal.scientificDescription)
    }
}
