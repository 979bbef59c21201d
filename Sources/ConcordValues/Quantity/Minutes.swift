/// A whole number of minutes: how long somebody worked.
///
/// Time is entered in minutes or in hours with a few decimals and billed in hours; minutes are the unit in which none
/// of it is lost. The text is the number alone: `450`.
public struct Minutes: Sendable, Hashable {
    /// How many minutes; negative in a correction.
    public let count: Int64

    /// A number of minutes.
    public init(_ count: Int64) {
        self.count = count
    }

    /// The minutes of a number of hours, which must be whole: 7.25 hours are 435 minutes.
    ///
    /// - Throws: ``ValueError/Code/minutesNotWhole`` if they are not, as for 0.33 hours;
    ///   ``ValueError/Code/minutesOverflow``.
    public init(hours: ExactDecimal) throws(ValueError) {
        let minutes: ExactDecimal
        do throws(ValueError) {
            minutes = try hours.multiplying(by: 60, scale: 0, rounding: .down)
        } catch {
            throw Self.overflow("\(hours.scientificDescription) hours")
        }
        guard let count = Int64(exactly: minutes.coefficient) else {
            throw Self.overflow("\(hours.scientificDescription) hours")
        }
        // Both directions give the same whole number only if there was nothing to cut.
        let upwards = try hours.multiplying(by: 60, scale: 0, rounding: .up)
        guard upwards == minutes else {
            throw ValueError(
                .minutesNotWhole,
                expected: "hours that are a whole number of minutes, like 7.25",
                observed: hours.scientificDescription
            )
        }
        self.init(count)
    }

    /// No time.
    public static let zero = Minutes(0)

    /// Whether it is no time.
    public var isZero: Bool { count == 0 }

    /// The time in hours, if that has an exact decimal form: 1.5 for 90 minutes, nothing for 20.
    ///
    /// It has if the minutes are a multiple of three.
    public var hours: ExactDecimal? {
        try? ExactDecimal(unchecked: Int128(count), scale: 0).dividing(exactlyBy: 60)
    }

    /// The time in hours, rounded.
    ///
    /// - Parameters:
    ///   - scale: The number of decimals of the hours, from -400 to 400.
    ///   - rule: Which neighbour to take where digits are cut.
    /// - Returns: The hours with exactly `scale` decimals.
    /// - Throws: ``ValueError/Code/decimalScale``; ``ValueError/Code/decimalOverflow`` if the hours have more than 38
    ///   digits at that scale.
    public func hours(scale: Int, rounding rule: RoundingRule) throws(ValueError) -> ExactDecimal {
        try ExactDecimal(unchecked: Int128(count), scale: 0).dividing(by: 60, scale: scale, rounding: rule)
    }

    /// The sum of two times.
    ///
    /// - Throws: ``ValueError/Code/minutesOverflow``.
    public func adding(_ other: Minutes) throws(ValueError) -> Minutes {
        let (sum, overflows) = count.addingReportingOverflow(other.count)
        if overflows { throw Self.overflow("\(self) + \(other)") }
        return Minutes(sum)
    }

    /// The difference of two times.
    ///
    /// - Throws: ``ValueError/Code/minutesOverflow``.
    public func subtracting(_ other: Minutes) throws(ValueError) -> Minutes {
        let (difference, overflows) = count.subtractingReportingOverflow(other.count)
        if overflows { throw Self.overflow("\(self) - \(other)") }
        return Minutes(difference)
    }

    /// The sum of two times.
    ///
    /// - Throws: What ``adding(_:)`` throws.
    public static func + (left: Minutes, right: Minutes) throws(ValueError) -> Minutes {
        try left.adding(right)
    }

    /// The difference of two times.
    ///
    /// - Throws: What ``subtracting(_:)`` throws.
    public static func - (left: Minutes, right: Minutes) throws(ValueError) -> Minutes {
        try left.subtracting(right)
    }

    private static func overflow(_ observed: String) -> ValueError {
        ValueError(.minutesOverflow, expected: "minutes that fit in 64 bits", observed: observed)
    }
}

extension Minutes: Comparable {
    /// Whether the first time is shorter.
    public static func < (left: Minutes, right: Minutes) -> Bool {
        left.count < right.count
    }
}

extension Minutes: TextValue {
    /// Reads a number of minutes: `-?(0|[1-9][0-9]*)`, but not `-0`.
    ///
    /// - Parameter text: The bytes of the number, nothing before and nothing after it.
    /// - Throws: ``ValueError/Code/minutesSyntax``; ``ValueError/Code/minutesOverflow``.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        let isNegative = text.first == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        // No zero before another digit, and none after the sign.
        guard start < text.count, text[start] != UInt8(ascii: "0") || text.count == 1 else { throw Self.syntax(text) }
        var count: Int64 = 0
        var overflows = false
        for index in start..<text.count {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit < 10 else { throw Self.syntax(text) }
            let tenfold = count.multipliedReportingOverflow(by: 10)
            let signed = isNegative ? 0 &- Int64(digit) : Int64(digit)
            let next = tenfold.partialValue.addingReportingOverflow(signed)
            count = next.partialValue
            overflows = overflows || tenfold.overflow || next.overflow
        }
        if overflows {
            throw ValueError(.minutesOverflow, expected: "minutes that fit in 64 bits", observedUTF8: text)
        }
        self.init(count)
    }

    private static func syntax(_ text: UnsafeBufferPointer<UInt8>) -> ValueError {
        ValueError(.minutesSyntax, expected: "a whole number of minutes like 450", observedUTF8: text)
    }

    /// A sign and nineteen digits.
    public static var maximumTextLength: Int { 20 }

    /// Writes the number of minutes.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        ExactDecimal(unchecked: Int128(count), scale: 0).writeText(to: destination)
    }
}
