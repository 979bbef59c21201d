public import ConcordSchema

/// Where a rule's field stands in a record.
///
/// A key path that is walked for every value costs more than everything else that a rule does. Where the field is stored,
/// its place in the record's memory is worked out once, when the rule is made.
@usableFromInline
struct FieldPlace<Root: Record, Value: FieldValue>: Sendable {
    /// In bytes; negative if the field is not stored.
    @usableFromInline let offset: Int
    @usableFromInline let property: any WritableKeyPath<Root, Value> & Sendable

    /// The bit that says that the field was written and holds nothing; 0 for fields inside nested records.
    @usableFromInline let explicitBit: UInt64

    @usableFromInline
    init(_ property: any WritableKeyPath<Root, Value> & Sendable) {
        self.property = property
        explicitBit = Root.schema.number(of: property).map { 1 << UInt64($0) } ?? 0
        offset = MemoryLayout<Root>.offset(of: property) ?? Self.offsetInHeader(of: property) ?? -1
    }

    /// The place of a property of the header, which rules reach through a requirement where they are generic over records.
    private static func offsetInHeader(of property: PartialKeyPath<Root>) -> Int? {
        let names = MappingRule<Root>.path(property).split(separator: ".").map(String.init)
        guard
            names.count == 2, names[0] == "header",
            let header = Root.schema.place(ofField: "header"), header.size == MemoryLayout<RecordHeader>.size,
            let field = RecordHeader.schema.place(ofField: names[1]), field.size == MemoryLayout<Value>.size
        else { return nil }
        return header.offset + field.offset
    }

    /// Whether a record says of the field that it holds nothing, rather than nothing of it.
    @inlinable
    @inline(__always)
    func saysNothing(_ record: Root) -> Bool {
        record.remainder.explicit & explicitBit != 0
    }

    /// Sets the field of a record.
    @inlinable
    @inline(__always)
    func set(_ record: inout Root, _ value: Value) {
        guard offset >= 0 else {
            record[keyPath: property] = value
            return
        }
        withUnsafeMutablePointer(to: &record) { record in
            (UnsafeMutableRawPointer(record) + offset).assumingMemoryBound(to: Value.self).pointee = value
        }
    }
}
