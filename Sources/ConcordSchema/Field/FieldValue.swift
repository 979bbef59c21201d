public import ConcordValues

/// A value that can stand in a field of a record.
///
/// The scalar values of ConcordValues, `String`, `Bool` and whole numbers, lists and optionals of field values, and every
/// ``Composite`` and ``Record`` are field values. A host makes its own type one by conforming; nothing is reserved.
///
/// ## Implementation guidance
///
/// Read strictly and write what you read: for every document you accept, writing gives the same JSON value back. Report
/// a value of the wrong kind with ``JSONReader/typeFailure(_:)``. A type with one text form should conform to
/// `TextValue` and take the defaults.
public protocol FieldValue: Sendable, Hashable {
    /// What stands in a required field before a document filled it.
    ///
    /// It is never seen: a document without the member is refused. It need not be valid, only cheap.
    static var placeholder: Self { get }

    /// Replaces this value by the one that stands at the reader.
    ///
    /// - Parameter reader: The reader, at the value.
    /// - Throws: A ``ReadFailure`` if the value is not one of these.
    mutating func read(from reader: inout JSONReader) throws(ReadFailure)

    /// Writes this value.
    func write(to writer: inout JSONWriter)

    /// Writes the value that stands at an address.
    ///
    /// The default passes the value; a large one writes from where it stands, because a copy would have to be told to
    /// everything that the value refers to.
    static func write(at address: UnsafePointer<Self>, to writer: inout JSONWriter)

    /// Whether a field with this value holds nothing: nil, or a list of no items. Such fields are left out.
    var isNothing: Bool { get }

    /// What the values of this type look like.
    static var shape: FieldShape { get }

    /// The unit that every value of this type is a number of; nil if there is none, or if the type does not tell.
    ///
    /// Nil by default. A quantity has its unit in the document, and an amount its currency.
    static var unit: UnitCode? { get }

    /// Whether copying this value is copying its bytes, because it refers to nothing that is counted.
    ///
    /// A record whose blank is plain starts each reading with one copy of memory instead of a visit to every field. The
    /// default says yes only for types that never refer to anything; saying no is always right, and slower.
    var isPlain: Bool { get }

    /// Collects the places at which two values differ.
    ///
    /// The default reports the whole value; records and lists go into their parts.
    static func compare(_ before: Self, _ after: Self, into differences: inout DifferenceCollector)
}

extension FieldValue {
    /// Nil: most values are no numbers of anything.
    @inlinable
    public static var unit: UnitCode? { nil }

    /// False: most values are always something.
    @inlinable
    public var isNothing: Bool { false }

    /// Writes the value.
    @inlinable
    public static func write(at address: UnsafePointer<Self>, to writer: inout JSONWriter) {
        address.pointee.write(to: &writer)
    }

    /// Whether the type refers to nothing, whatever its value.
    @inlinable
    public var isPlain: Bool { _isPOD(Self.self) }

    /// Reports the whole value if the two are not equal.
    @inlinable
    public static func compare(_ before: Self, _ after: Self, into differences: inout DifferenceCollector) {
        if before != after { differences.report(before, after) }
    }
}

extension FieldValue where Self: TextValue {
    /// Reads the text form.
    @inlinable
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        self = try reader.readText()
    }

    /// Writes the text form.
    @inlinable
    public func write(to writer: inout JSONWriter) {
        writer.write(text: self)
    }
}
