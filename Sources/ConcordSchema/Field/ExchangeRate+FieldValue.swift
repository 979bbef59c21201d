public import ConcordValues

extension ExchangeRate: FieldValue {
    /// An object with the parts of the quotation.
    public static var shape: FieldShape { Quotation.shape }

    /// Whether the kind and the provider stand in the value itself; the other parts always do.
    public var isPlain: Bool { kind.isPlain && provider.isPlain }

    /// Reads the parts and checks that the rate and its base units are more than zero.
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        _ = reader.isAtNull()
        let place = reader.offset
        var quotation = Quotation.placeholder
        try quotation.read(from: &reader)
        do throws(ValueError) {
            self = try ExchangeRate(
                from: quotation.source,
                to: quotation.target,
                rate: quotation.rate,
                operation: quotation.operation,
                baseUnits: quotation.baseUnits,
                date: quotation.date,
                kind: quotation.kind,
                provider: quotation.provider,
                isFixedByContract: quotation.fixedByContract
            )
        } catch {
            throw ReadFailure(IssueCode(rawValue: error.code.rawValue), at: place, expected: error.expected)
        }
    }

    /// Writes the parts.
    public func write(to writer: inout JSONWriter) {
        Quotation(self).write(to: &writer)
    }

    /// The parts before it is known that the numbers are more than zero.
    private struct Quotation: Composite {
        var source: CurrencyCode
        var target: CurrencyCode
        var rate: ExactDecimal
        var operation: Operation
        var baseUnits: ExactDecimal
        var date: LocalDate
        var kind: ExchangeRateKind
        var provider: String?
        var fixedByContract: Bool

        init(_ rate: ExchangeRate) {
            source = rate.source
            target = rate.target
            self.rate = rate.rate
            operation = rate.operation
            baseUnits = rate.baseUnits
            date = rate.date
            kind = rate.kind
            provider = rate.provider
            fixedByContract = rate.isFixedByContract
        }

        static let schema = RecordSchema(
            "exchange-rate",
            "What an amount in one currency is in another, on a day, according to someone.",
            blank: Quotation(.placeholder)
        ) {
            Field("source", \.source, "The currency that is converted, ISO 4217.")
            Field("target", \.target, "The currency that it is converted to, ISO 4217.")
            Field("rate", \.rate, "The rate as it was quoted; more than zero.")
            Field("operation", \.operation, "How the rate is applied: `multiply` or `divide`.")
            Field("baseUnits", \.baseUnits, "How many units the rate is quoted for; 1 if absent.", hasDefault: true)
            Field("date", \.date, "The day that the rate is for.")
            Field("kind", \.kind, "What the rate stands for.")
            Field("provider", \.provider, "Who published the rate, such as `ECB`.")
            Field("fixedByContract", \.fixedByContract, "Whether a contract fixes the rate.", hasDefault: true)
        }
    }
}

extension ExchangeRate.Operation: FieldValue {
    /// Multiply.
    public static var placeholder: Self { .multiply }

    /// One of two words; no other is kept, because an amount cannot be converted by it.
    public static var shape: FieldShape {
        .text(format: "exchange-rate-operation", examples: allCases.map(\.rawValue))
    }

    /// Reads `multiply` or `divide`.
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        _ = reader.isAtNull()
        let place = reader.offset
        guard let operation = Self(rawValue: try reader.readString()) else {
            throw ReadFailure("exchangeRate.operation", at: place, expected: "multiply or divide")
        }
        self = operation
    }

    /// Writes the word.
    public func write(to writer: inout JSONWriter) {
        writer.write(rawValue)
    }
}

extension ExchangeRateKind: FieldValue {}
