public import ConcordValues

extension Weekday: FieldValue {
    /// Monday.
    public static var placeholder: Weekday { .monday }

    /// One of seven words; no other is kept, because there is no eighth day.
    public static var shape: FieldShape {
        .text(format: "weekday", examples: allCases.map(\.name))
    }

    /// Reads a day's English name in lower case.
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        _ = reader.isAtNull()
        let place = reader.offset
        let name = try reader.readString()
        guard let day = Self.allCases.first(where: { $0.name == name }) else {
            let names = Self.allCases.map(\.name).joined(separator: ", ")
            throw ReadFailure("weekday.name", at: place, expected: "one of \(names)")
        }
        self = day
    }

    /// Writes the name.
    public func write(to writer: inout JSONWriter) {
        writer.write(name)
    }

    /// The day as documents write it.
    private var name: String {
        switch self {
        case .monday: "monday"
        case .tuesday: "tuesday"
        case .wednesday: "wednesday"
        case .thursday: "thursday"
        case .friday: "friday"
        case .saturday: "saturday"
        case .sunday: "sunday"
        }
    }
}
