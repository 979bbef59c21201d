extension RecordSchema {
    /// Reads JSON into one field of a record, whatever its type.
    ///
    /// - Parameters:
    ///   - json: The value, as a document has it.
    ///   - number: The field's number, in declared order.
    ///   - record: The record's address.
    /// - Returns: What is wrong with the value; nil if it was read.
    package func read(
        _ json: UnsafeBufferPointer<UInt8>,
        intoField number: Int,
        of record: UnsafeMutableRawPointer
    ) -> ReadFailure? {
        let field = plan.table.pointee.field(number)
        var reader = JSONReader(json)
        if field.read(record + field.offset, &reader) == .failure {
            return reader.failure ?? reader.typeFailure("a value of the field \(field.title)")
        }
        return reader.failures.first
    }

    /// Writes one field of a record as a document has it.
    ///
    /// - Parameters:
    ///   - number: The field's number, in declared order.
    ///   - record: The record's address.
    /// - Returns: The value as JSON; nil if the field holds nothing.
    package func json(ofField number: Int, of record: UnsafeRawPointer) -> String? {
        let field = plan.table.pointee.field(number)
        var writer = JSONWriter(capacity: 128)
        guard field.write(record, to: &writer) else { return nil }
        // The member is written with its name, `,"name":`.
        return writer.withBytes { String(decoding: $0.dropFirst(field.nameLength), as: UTF8.self) }
    }
}
