extension ExactDecimal {
    /// Reads a number with or without an exponent, as JSON and General Decimal Arithmetic write them.
    ///
    /// The grammar is GDA's `numeric-string` without its special values: an optional sign, digits with an optional
    /// point among, before or after them, and an optional exponent (`E` or `e`, an optional sign, digits). Every JSON
    /// number is one. The coefficient and the exponent are kept as they are (`1.0e3` has the coefficient 10 and the
    /// scale -2), and a negative zero becomes the zero of its scale.
    ///
    /// - Parameter text: The bytes of the number, nothing before and nothing after it.
    /// - Throws: ``ValueError/Code/decimalSyntax``; ``ValueError/Code/decimalOverflow`` if it has more than 38
    ///   significant digits; ``ValueError/Code/decimalScale`` if its scale is not from -400 to 400.
    public init(scientific text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        var index = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative || text.first == UInt8(ascii: "+") { index = 1 }

        var digits = DecimalDigits()
        var digitsRead = 0
        var decimals = 0
        var hasPoint = false
        while index < text.count {
            let digit = text[index] &- UInt8(ascii: "0")
            if digit < 10 {
                digits.append(digit)
                digitsRead += 1
                if hasPoint { decimals += 1 }
            } else if text[index] == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                break
            }
            index += 1
        }
        guard digitsRead > 0 else { throw Self.scientificSyntax(text) }

        var exponent = 0
        if index < text.count {
            // The only letters that setting this bit makes an "e" are "e" and "E".
            guard text[index] | 0x20 == UInt8(ascii: "e") else { throw Self.scientificSyntax(text) }
            index += 1
            let isExponentNegative = index < text.count && text[index] == UInt8(ascii: "-")
            if isExponentNegative || index < text.count && text[index] == UInt8(ascii: "+") { index += 1 }
            guard index < text.count else { throw Self.scientificSyntax(text) }
            while index < text.count {
                let digit = text[index] &- UInt8(ascii: "0")
                guard digit < 10 else { throw Self.scientificSyntax(text) }
                // Beyond this the scale is out of range however many decimals a text in memory has.
                if exponent < Int(Int32.max) { exponent = exponent &* 10 &+ Int(digit) }
                index += 1
            }
            if isExponentNegative { exponent = -exponent }
        }
        try self.init(digits, isNegative: isNegative, scale: decimals &- exponent, text)
    }

    /// Reads a number with or without an exponent, as JSON and General Decimal Arithmetic write them.
    ///
    /// - Parameter text: The number, nothing before and nothing after it: `-1.20E+3`.
    /// - Throws: ``ValueError/Code/decimalSyntax``; ``ValueError/Code/decimalOverflow`` if it has more than 38
    ///   significant digits; ``ValueError/Code/decimalScale`` if its scale is not from -400 to 400.
    public init(scientific text: some StringProtocol) throws(ValueError) {
        var text = String(text)
        let result: Result<Self, ValueError> = text.withUTF8 { utf8 in
            do throws(ValueError) {
                return .success(try Self(scientific: utf8))
            } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }

    private static func scientificSyntax(_ text: UnsafeBufferPointer<UInt8>) -> ValueError {
        ValueError(.decimalSyntax, expected: "a decimal number like -1250.00 or 1.25E+3", observedUTF8: text)
    }

    /// The number as GDA's `to-scientific-string` writes it: with an exponent only where plain notation would hide the
    /// scale or begin with more than five zeros.
    ///
    /// `1E+3`, `1.20`, `0.000001`, `1E-7`. Read with ``init(scientific:)-(StringProtocol)`` it gives the same value
    /// back.
    public var scientificDescription: String {
        let digits = String(coefficient.magnitude)
        let adjusted = digits.utf8.count - 1 - scale
        if scale >= 0, adjusted >= -6 { return description }
        let sign = isNegative ? "-" : ""
        let fraction = digits.utf8.count > 1 ? "." + digits.dropFirst() : ""
        return "\(sign)\(digits.prefix(1))\(fraction)E\(adjusted < 0 ? "" : "+")\(adjusted)"
    }
}
