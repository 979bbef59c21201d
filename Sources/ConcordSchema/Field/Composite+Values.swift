public import ConcordValues

extension Money: Composite {
    /// An amount and its currency.
    public static let schema = RecordSchema(
        "money",
        "An exact amount in a currency.",
        blank: Money(.placeholder, .placeholder)
    ) {
        Field("amount", \.amount, "The amount in units of the currency, its scale kept.")
        Field("currency", \.currency, "The currency, ISO 4217.")
    }
}

extension Quantity: Composite {
    /// A number and its unit.
    public static let schema = RecordSchema(
        "quantity",
        "An exact number of units.",
        blank: Quantity(.placeholder, .placeholder)
    ) {
        Field("value", \.value, "The number, its scale kept.")
        Field("unit", \.unit, "The unit, UN/ECE Recommendation 20.")
    }
}

extension DateInterval: FieldValue {
    /// All days.
    public static var placeholder: DateInterval { .always }

    /// An object with the members `from` and `through`.
    public static var shape: FieldShape { Ends.shape }

    /// Reads the two ends and checks that they are in order.
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        _ = reader.isAtNull()
        let place = reader.offset
        var ends = Ends.placeholder
        try ends.read(from: &reader)
        do throws(ValueError) {
            self = try DateInterval(from: ends.from, through: ends.through)
        } catch {
            throw ReadFailure(IssueCode(rawValue: error.code.rawValue), at: place, expected: error.expected)
        }
    }

    /// Writes the ends that are not open.
    public func write(to writer: inout JSONWriter) {
        Ends(from: from, through: through).write(to: &writer)
    }

    /// The two ends before it is known that they are in order.
    private struct Ends: Composite {
        var from: LocalDate?
        var through: LocalDate?

        static let schema = RecordSchema(
            "date-interval",
            "The days from a first to a last one, both included; an end that is not there is open.",
            blank: Ends(from: nil, through: nil)
        ) {
            Field("from", \.from, "The first day; open if absent.")
            Field("through", \.through, "The last day; open if absent.")
        }
    }
}
