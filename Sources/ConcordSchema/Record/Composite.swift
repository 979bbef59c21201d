/// A field value that is made of declared parts and reads and writes as a JSON object: money, a quantity, an interval.
///
/// A composite is a pure value. It holds its parts and nothing else; members of its object that it does not know are
/// kept by the record around it. A noun that should keep what it does not know is a ``Record``.
///
/// ## Usage
///
/// ```swift
/// public struct Discount: Composite {
///     public var percent: Percentage
///     public var reason: String?
///
///     public static let schema = RecordSchema<Discount>("discount", blank: Discount(percent: .placeholder)) {
///         Field("percent", \.percent, "How much is taken off.")
///         Field("reason", \.reason, "Why.")
///     }
/// }
/// ```
public protocol Composite: FieldValue {
    /// The declaration that drives reading, writing, comparing and documenting.
    static var schema: RecordSchema<Self> { get }
}

extension Composite {
    /// The schema's blank.
    @inlinable
    public static var placeholder: Self { schema.blank }

    /// The schema's description.
    @inlinable
    public static var shape: FieldShape { .record(schema.description) }

    /// Whether every field's value is plain, and the schema declares all that the value holds.
    public var isPlain: Bool {
        _isPOD(Self.self) || withUnsafePointer(to: self) { Self.schema.plan.isPlain(UnsafeRawPointer($0), self) }
    }

    /// Reads a JSON object as the schema declares it.
    @inlinable
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        let plan = Self.schema.plan
        try withUnsafeMutablePointer(to: &self) { record throws(ReadFailure) in
            _ = try plan.read(into: UnsafeMutableRawPointer(record), from: &reader)
        }
    }

    /// Writes a JSON object as the schema declares it.
    @inlinable
    public func write(to writer: inout JSONWriter) {
        let plan = Self.schema.plan
        withUnsafePointer(to: self) { record in
            plan.write(UnsafeRawPointer(record), to: &writer)
        }
    }

    /// Writes a JSON object from where the value stands.
    @inlinable
    public static func write(at address: UnsafePointer<Self>, to writer: inout JSONWriter) {
        schema.plan.write(UnsafeRawPointer(address), to: &writer)
    }

    /// Compares field by field.
    @inlinable
    public static func compare(_ before: Self, _ after: Self, into differences: inout DifferenceCollector) {
        let plan = Self.schema.plan
        withUnsafePointer(to: before) { before in
            withUnsafePointer(to: after) { after in
                plan.compare(UnsafeRawPointer(before), UnsafeRawPointer(after), into: &differences)
            }
        }
    }
}
