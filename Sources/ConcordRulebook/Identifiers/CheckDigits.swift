/// What a scheme's rule finds in a number whose separators and country prefix are gone.
enum IdentifierVerdict {
    case valid
    /// Valid, and registers write it otherwise than without separators.
    case validWritten(String)
    case wrongForm
    /// The form is wrong, and the rule can say what is expected better than the scheme.
    case wrongFormExpecting(String)
    case wrongCheckDigit(expected: String?, found: String)
    case unknownCountry(String)
    case notChecked(IdentifierGap)
}

/// The families of check digits that countries and standards choose from.
extension IdentifierSymbols {
    /// The digits from a start, each times its weight, added up.
    func weighted(_ weights: [Int], from start: Int = 0) -> Int {
        var sum = 0
        for (index, weight) in weights.enumerated() {
            sum += weight * digit(start + index)
        }
        return sum
    }

    /// Luhn's sum of the digits before an end: from there every second one doubled, counting the digits of products.
    ///
    /// The check digit is what is missing to a multiple of ten. It catches every single wrong digit and every swap of
    /// neighbours but 09 with 90.
    func luhn(_ range: Range<Int>) -> Int {
        var sum = 0
        var doubles = true
        for index in range.reversed() {
            let product = digit(index) * (doubles ? 2 : 1)
            sum += product > 9 ? product - 9 : product
            doubles.toggle()
        }
        return (10 - sum % 10) % 10
    }

    /// The check digit of ISO 7064, MOD 11,10, over the digits of a range; it catches every single wrong digit.
    func hybrid(_ range: Range<Int>) -> Int {
        var product = 10
        for index in range {
            let sum = (digit(index) + product) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (11 - product) % 10
    }

    /// The check digit of GS1 keys over the digits of a range: from the right, times 3 and 1 in turn.
    func gs1(_ range: Range<Int>) -> Int {
        var sum = 0
        var weight = 3
        for index in range.reversed() {
            sum += weight * digit(index)
            weight = 4 - weight
        }
        return (10 - sum % 10) % 10
    }

    /// The remainder by 97 of a range read as one number, letters as 10 to 35, after a remainder of what came before.
    func remainder97(_ range: Range<Int>, after start: Int = 0) -> Int {
        range.reduce(start) { remainder, index in
            let value = value(index)
            return (remainder * (value > 9 ? 100 : 10) + value) % 97
        }
    }

    /// Compares the digit at an index with the one that the others ask for; nothing outside 0 to 9 fits any number.
    func expecting(_ expected: Int, at index: Int) -> IdentifierVerdict {
        guard (0...9).contains(expected) else {
            return .wrongCheckDigit(expected: nil, found: text(index))
        }
        return digit(index) == expected ? .valid : .wrongCheckDigit(expected: "\(expected)", found: text(index))
    }

    /// Compares two digits from an index with the number that the others ask for.
    func expecting(pair expected: Int, at index: Int) -> IdentifierVerdict {
        guard number(index..<index + 2) != expected else {
            return .valid
        }
        return .wrongCheckDigit(expected: Self.pair(expected), found: slice(index..<index + 2).text)
    }

    /// Compares the character at an index with the one of an alphabet that the others ask for.
    func expecting(_ expected: Int, of alphabet: StaticString, at index: Int) -> IdentifierVerdict {
        let letter = Self.symbol(expected, of: alphabet)
        guard self[index] != letter else {
            return .valid
        }
        return .wrongCheckDigit(expected: String(Unicode.Scalar(letter)), found: text(index))
    }

    /// Two digits of a number below a hundred.
    static func pair(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    /// The character of an alphabet at an index, which must be one of its.
    static func symbol(_ index: Int, of alphabet: StaticString) -> UInt8 {
        alphabet.withUTF8Buffer { index >= 0 && index < $0.count ? $0[index] : 0 }
    }

    /// Where a character is in an alphabet, or nil.
    static func index(of symbol: UInt8, in alphabet: StaticString) -> Int? {
        alphabet.withUTF8Buffer { $0.firstIndex(of: symbol) }
    }

    /// Whether a date of birth in a personal number is one; every fourth year has 29 days in February.
    static func isDay(year: Int, month: Int, day: Int) -> Bool {
        let days: Int
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: days = 31
        case 4, 6, 9, 11: days = 30
        case 2: days = year % 4 == 0 ? 29 : 28
        default: return false
        }
        return (1...days).contains(day)
    }
}
