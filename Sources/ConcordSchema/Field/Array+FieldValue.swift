public import ConcordValues

extension Array: FieldValue where Element: FieldValue {
    /// The list of no items.
    @inlinable
    public static var placeholder: [Element] { [] }

    /// A list of the element's shape.
    @inlinable
    public static var shape: FieldShape { .list(of: Element.shape, key: nil) }

    /// The elements' unit.
    @inlinable
    public static var unit: UnitCode? { Element.unit }

    /// Whether there are no items.
    @inlinable
    public var isNothing: Bool { isEmpty }

    /// Whether it is the one array of no items, which is never counted.
    @inlinable
    public var isPlain: Bool {
        let none: [Element] = []
        return isEmpty && unsafeBitCast(self, to: UInt.self) == unsafeBitCast(none, to: UInt.self)
    }

    /// Reads an array.
    @inlinable
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        try reader.beginList()
        removeAll(keepingCapacity: true)
        guard try reader.hasFirstItem() else { return }
        reserveCapacity(MemoryLayout<Element>.stride <= 64 ? 4 : 2)
        repeat {
            // Read in place: items may be large.
            append(Element.placeholder)
            try withUnsafeMutableBufferPointer { items throws(ReadFailure) in
                try items[items.count - 1].read(from: &reader)
            }
        } while try reader.hasNextItem()
    }

    /// Writes an array.
    @inlinable
    public func write(to writer: inout JSONWriter) {
        writer.beginList()
        withUnsafeBufferPointer { items in
            guard let first = items.baseAddress else { return }
            for index in 0..<items.count {
                Element.write(at: first + index, to: &writer)
                writer.endItem()
            }
        }
        writer.endList()
    }
}
