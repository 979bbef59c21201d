public import ConcordValues

extension Optional: FieldValue where Wrapped: FieldValue {
    /// Nil.
    @inlinable
    public static var placeholder: Wrapped? { nil }

    /// The wrapped shape, or nothing.
    @inlinable
    public static var shape: FieldShape { .optional(Wrapped.shape) }

    /// The wrapped unit.
    @inlinable
    public static var unit: UnitCode? { Wrapped.unit }

    /// Whether it is nil.
    @inlinable
    public var isNothing: Bool {
        if case .none = self { true } else { false }
    }

    /// Whether it is nil, or its value is plain.
    @inlinable
    public var isPlain: Bool { self?.isPlain ?? true }

    /// Reads `null` as nil, and anything else as the wrapped value.
    @inlinable
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        if try reader.readNull() {
            self = nil
            return
        }
        self = .some(Wrapped.placeholder)
        try self!.read(from: &reader)
    }

    /// Writes the wrapped value, or `null`.
    @inlinable
    public func write(to writer: inout JSONWriter) {
        if case .some(let value) = self {
            value.write(to: &writer)
        } else {
            writer.writeNull()
        }
    }

    /// Writes the wrapped value from where it stands, or `null`.
    @inlinable
    public static func write(at address: UnsafePointer<Wrapped?>, to writer: inout JSONWriter) {
        if case .none = address.pointee {
            writer.writeNull()
        } else {
            // An optional that is not nil begins with its value.
            Wrapped.write(at: UnsafeRawPointer(address).assumingMemoryBound(to: Wrapped.self), to: &writer)
        }
    }

    /// Goes into the wrapped values if both are there.
    @inlinable
    public static func compare(_ before: Wrapped?, _ after: Wrapped?, into differences: inout DifferenceCollector) {
        if let before, let after {
            Wrapped.compare(before, after, into: &differences)
        } else if before != after {
            differences.report(before, after)
        }
    }
}
