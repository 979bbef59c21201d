internal import ConcordValues

extension String: FieldValue {
    /// The empty text.
    public static var placeholder: String { "" }

    /// A string of free text.
    public static var shape: FieldShape { .text(format: "text", examples: []) }

    /// Reads a string.
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        self = try reader.readString()
    }

    /// Writes a string.
    public func write(to writer: inout JSONWriter) {
        writer.write(self)
    }

    /// Writes a string from where it stands.
    public static func write(at address: UnsafePointer<String>, to writer: inout JSONWriter) {
        writer.write(at: address)
    }

    /// Whether the text stands in the string itself, or in the program.
    public var isPlain: Bool { SmallText.isUncounted(self) }
}

extension Bool: FieldValue {
    /// False.
    public static var placeholder: Bool { false }

    /// True or false.
    public static var shape: FieldShape { .boolean }

    /// Reads `true` or `false`.
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        self = try reader.readBool()
    }

    /// Writes `true` or `false`.
    public func write(to writer: inout JSONWriter) {
        writer.write(self)
    }
}

extension Int64: FieldValue {
    /// Zero.
    public static var placeholder: Int64 { 0 }

    /// A whole number of 64 bits.
    public static var shape: FieldShape { .integer(minimum: .min, maximum: .max) }

    /// Reads a whole number.
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        // Goes to the number, so that a failure is said to be there and not in the white space before it.
        _ = reader.isAtNull()
        self = try reader.readInteger()
    }

    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) {
        writer.write(self)
    }
}

extension Int: FieldValue {
    /// Zero.
    public static var placeholder: Int { 0 }

    /// A whole number of the machine's size.
    public static var shape: FieldShape { .integer(minimum: Int64(Int.min), maximum: Int64(Int.max)) }

    /// Reads a whole number.
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        _ = reader.isAtNull()
        let place = reader.offset
        guard let value = Int(exactly: try reader.readInteger()) else {
            throw ReadFailure(.numberRange, at: place, expected: "a whole number of at most \(Int.bitWidth) bits")
        }
        self = value
    }

    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) {
        writer.write(Int64(self))
    }
}
