internal import ConcordSchema
internal import ConcordValues

/// How the values of a field become those of another type, and back.
public struct ValueConversion: Sendable {
    let up: @Sendable (DocumentValue) throws(StepFailure) -> DocumentValue
    let down: @Sendable (DocumentValue) throws(StepFailure) -> DocumentValue?
    let scaling: Scaling?

    /// Whether every value of either type has one in the other.
    let isExact: Bool

    /// A conversion by two functions; neither is given a `null`, which stays what it is.
    ///
    /// - Parameters:
    ///   - isExact: Whether every value of either type has one in the other.
    ///   - up: Makes the later value.
    ///   - down: Makes the earlier value; nil if the later one has none.
    public init(
        isExact: Bool = false,
        up: @escaping @Sendable (DocumentValue) throws(StepFailure) -> DocumentValue,
        down: @escaping @Sendable (DocumentValue) throws(StepFailure) -> DocumentValue?
    ) {
        self.up = up
        self.down = down
        self.isExact = isExact
        scaling = nil
    }

    /// A decimal number that became a whole number of smaller units, as hours become minutes.
    ///
    /// - Parameters:
    ///   - factor: How many smaller units the larger one has: 60.
    ///   - places: How many decimal places the larger unit is written with at most.
    /// - Returns: The conversion, both ways.
    public static func scaled(by factor: Int, places: Int) -> ValueConversion {
        ValueConversion(Scaling(factor: Int64(max(factor, 1)), places: min(max(places, 0), 9)))
    }

    private init(_ scaling: Scaling) {
        up = { value throws(StepFailure) in try scaling.smaller(value) }
        down = { value throws(StepFailure) in try scaling.larger(value) }
        isExact = false
        self.scaling = scaling
    }

    func members(_ earlier: String, _ later: String) -> Conversion {
        let (up, down) = (up, down)
        var conversion = Conversion(
            up: { input throws(StepFailure) in
                guard let value = input[0], !value.isNull else { return input }
                return [try up(value)]
            },
            down: { input throws(StepFailure) in
                guard let value = input[0], !value.isNull else { return input }
                return [try down(value)]
            }
        )
        if let scaling {
            let (earlier, later) = (Array("\"\(earlier)\":".utf8), Array("\"\(later)\":".utf8))
            conversion.upShortcut = { bytes, writer in scaling.smaller(bytes, later, &writer) }
            conversion.downShortcut = { bytes, writer in scaling.larger(bytes, earlier, &writer) }
        }
        return conversion
    }
}

/// A decimal number of one unit, and a whole number of a smaller one.
struct Scaling: Sendable {
    /// How many smaller units the larger one has.
    let factor: Int64

    /// How many decimal places the larger unit has.
    let places: Int

    private var power: Int64 { (0..<places).reduce(1) { power, _ in power * 10 } }

    func smaller(_ value: DocumentValue) throws(StepFailure) -> DocumentValue {
        guard let decimal = value.decimal else {
            throw StepFailure(expected: "a decimal number in a string, such as \"7.5\"")
        }
        do throws(ValueError) {
            let whole = try decimal.multiplying(by: ExactDecimal(Int(factor)), scale: 0, rounding: .halfUp)
            if let integer = Int64(whole.description) { return .integer(integer) }
        } catch {}
        throw StepFailure(expected: "a number that is at most \(Int64.max) when it is multiplied by \(factor)")
    }

    func larger(_ value: DocumentValue) throws(StepFailure) -> DocumentValue {
        guard let units = value.integer else { throw StepFailure(expected: "a whole number") }
        return .text(larger(units))
    }

    /// The larger unit's text: rounded to its places, without zeros at the end.
    private func larger(_ units: Int64) -> String {
        let power = Int128(power)
        let (quotient, rest) = (Int128(units.magnitude) * power).quotientAndRemainder(dividingBy: Int128(factor))
        let rounded = quotient + (rest * 2 >= Int128(factor) ? 1 : 0)
        var digits = String(rounded % power)
        digits = String(repeating: "0", count: places - (places == 0 ? 0 : digits.count)) + digits
        if places == 0 { digits = "" }
        while digits.last == "0" { digits.removeLast() }
        let sign = units < 0 && rounded != 0 ? "-" : ""
        return sign + String(rounded / power) + (digits.isEmpty ? "" : ".\(digits)")
    }

    /// Writes the smaller unit of a number in a string if it comes back as it is written.
    func smaller(_ bytes: UnsafeBufferPointer<UInt8>, _ name: [UInt8], _ writer: inout JSONWriter) -> Bool {
        guard bytes.count > 2, bytes.count < 14, bytes[0] == UInt8(ascii: "\"") else { return false }
        var coefficient: Int64 = 0
        var scale = -1
        for index in 1..<bytes.count - 1 {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit < 10 {
                coefficient = coefficient * 10 + Int64(digit)
                if scale >= 0 { scale += 1 }
            } else if bytes[index] == UInt8(ascii: "."), scale < 0, index > 1 {
                scale = 0
            } else {
                return false
            }
        }
        var divisor: Int64 = 1
        for _ in 0..<max(scale, 0) { divisor *= 10 }
        let units = coefficient * factor
        guard units % divisor == 0, isCanonical(bytes, scale) else { return false }
        writer.writeRaw(name)
        writer.write(units / divisor)
        writer.endItem()
        return true
    }

    /// Whether a number is written as this conversion writes it.
    private func isCanonical(_ bytes: UnsafeBufferPointer<UInt8>, _ scale: Int) -> Bool {
        if scale == 0 || scale > places || scale > 0 && bytes[bytes.count - 2] == UInt8(ascii: "0") { return false }
        return bytes[1] != UInt8(ascii: "0") || bytes.count == 3 || bytes[2] == UInt8(ascii: ".")
    }

    /// Writes the larger unit of a whole number if it is one to the last digit.
    func larger(_ bytes: UnsafeBufferPointer<UInt8>, _ name: [UInt8], _ writer: inout JSONWriter) -> Bool {
        guard bytes.count > 0, bytes.count < 10, bytes[0] != UInt8(ascii: "0") || bytes.count == 1 else { return false }
        var units: Int64 = 0
        for byte in bytes {
            guard byte &- UInt8(ascii: "0") < 10 else { return false }
            units = units * 10 + Int64(byte &- UInt8(ascii: "0"))
        }
        // Half a smaller unit is more than half of the last place, or the way back would not lead here.
        guard power >= factor else { return false }
        writer.writeRaw(name)
        writer.write(larger(units))
        writer.endItem()
        return true
    }
}
