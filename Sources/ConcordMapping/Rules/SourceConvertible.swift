public import ConcordValues
internal import ConcordSchema

/// A canonical value that vendors write as one JSON value, in a form that can be written back.
public protocol SourceConvertible: Sendable, Hashable {
    /// Reads the value as vendors write it.
    ///
    /// - Parameter source: A value that is there and not `null`.
    /// - Throws: A `ValueError` that says what was expected.
    init(source: SourceValue) throws(ValueError)

    /// The value as JSON, as vendors write it.
    var sourceJSON: String { get }
}

extension ValueError.Code {
    /// The source's value is of another JSON type than the rule reads.
    public static let sourceType = Self(rawValue: "mapping.sourceType")
}

extension SourceValue {
    func mistake(_ expected: String) -> ValueError {
        ValueError(.sourceType, expected: expected, observed: json ?? "nothing")
    }
}

private func quoted(_ text: String) -> String {
    var writer = JSONWriter(capacity: 64)
    writer.write(text)
    return writer.text()
}

extension String: SourceConvertible {
    /// Reads a string.
    public init(source: SourceValue) throws(ValueError) {
        guard let text = source.text else { throw source.mistake("a string") }
        self = text
    }

    /// The text in quotes.
    public var sourceJSON: String { quoted(self) }
}

extension Bool: SourceConvertible {
    /// Reads `true` or `false`, or a string that says so as CSV and XML do: `true` and `false` in any case, `T` and `F`,
    /// `1` and `0`.
    public init(source: SourceValue) throws(ValueError) {
        if let value = source.boolean {
            self = value
            return
        }
        guard let text = source.plainText, let value = Self(words: text) else { throw source.mistake("true or false") }
        self = value
    }

    private init?(words text: UnsafeBufferPointer<UInt8>) {
        func isWord(_ word: StaticString) -> Bool {
            guard text.count == word.utf8CodeUnitCount else { return false }
            // Letters that differ in case differ in one bit.
            return text.indices.allSatisfy { text[$0] | 0x20 == word.utf8Start[$0] }
        }
        if isWord("t") || isWord("true") || text.elementsEqual([UInt8(ascii: "1")]) {
            self = true
        } else if isWord("f") || isWord("false") || text.elementsEqual([UInt8(ascii: "0")]) {
            self = false
        } else {
            return nil
        }
    }

    /// `true` or `false`.
    public var sourceJSON: String { self ? "true" : "false" }
}

extension Int: SourceConvertible {
    /// Reads a whole number, or a string that holds one.
    public init(source: SourceValue) throws(ValueError) {
        let digits = source.kind == .number ? source.bytes : source.plainText
        guard let digits, let value = Int(String(decoding: digits, as: UTF8.self)) else {
            throw source.mistake("a whole number")
        }
        self = value
    }

    /// The number.
    public var sourceJSON: String { String(self) }
}

extension ExactDecimal: SourceConvertible {
    /// Reads a number, or a string that holds one.
    public init(source: SourceValue) throws(ValueError) {
        let number: ExactDecimal
        switch source.kind {
        case .number: number = try ExactDecimal(scientific: source.bytes)
        case .string:
            guard let text = source.plainText else { throw source.mistake("a number") }
            number = try ExactDecimal(scientific: text)
        default: throw source.mistake("a number")
        }
        // Documents write 1.5E4 in plain notation, which has no scale below zero; the record has what it will be read as.
        self = number.scale < 0 ? try number.quantized(toScale: 0, rounding: .halfUp) : number
    }

    /// The number in plain notation, its scale kept.
    public var sourceJSON: String { description }
}

extension Percentage: SourceConvertible {
    /// Reads a number, of a hundred.
    public init(source: SourceValue) throws(ValueError) {
        self.init(try ExactDecimal(source: source))
    }

    /// The number, of a hundred.
    public var sourceJSON: String { description }
}

extension LocalDate: SourceConvertible {
    /// Reads a string with a date alone.
    public init(source: SourceValue) throws(ValueError) {
        guard let text = source.plainText else { throw source.mistake("a date like \"2026-03-01\"") }
        try self.init(utf8: text)
    }

    /// The date in quotes.
    public var sourceJSON: String { quoted(description) }
}

extension CurrencyCode: SourceConvertible {
    /// Reads a string with a code of ISO 4217.
    public init(source: SourceValue) throws(ValueError) {
        guard let text = source.plainText else { throw source.mistake("a currency code like \"EUR\"") }
        try self.init(utf8: text)
    }

    /// The code in quotes.
    public var sourceJSON: String { quoted(description) }
}

extension CountryCode: SourceConvertible {
    /// Reads a string with a two-letter code of ISO 3166-1.
    public init(source: SourceValue) throws(ValueError) {
        guard let text = source.plainText else { throw source.mistake("a country code like \"DE\"") }
        try self.init(utf8: text)
    }

    /// The code in quotes.
    public var sourceJSON: String { quoted(description) }
}

extension Instant: SourceConvertible {
    /// Reads a string with a date, a time and an offset, with or without a colon in it: `2026-05-01T07:25:37.000+0000`.
    public init(source: SourceValue) throws(ValueError) {
        guard let text = source.plainText else {
            throw source.mistake("a point in time like \"2026-05-01T07:25:37.000+0000\"")
        }
        try self.init(basicOffset: text)
    }

    /// The point in time in quotes, its offset without a colon; `Z` stays as it is.
    public var sourceJSON: String {
        let text = description
        guard !text.hasSuffix("Z") else { return "\"\(text)\"" }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.maximumTextLength + 2) { buffer in
            guard let text = buffer.baseAddress else { return "\"\"" }
            let length = writeBasicOffset(to: text)
            return "\"" + String(decoding: UnsafeBufferPointer(start: text, count: length), as: UTF8.self) + "\""
        }
    }
}
