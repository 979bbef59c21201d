public import ConcordSchema
public import ConcordValues

extension PartMapping {
    /// Writes a part of a record as a new vendor's object, by itself.
    ///
    /// - Parameters:
    ///   - part: The part.
    ///   - parent: The record that it is a part of.
    ///   - context: What the run knows that the part does not say.
    /// - Returns: The object as compact JSON.
    public func write(_ part: Part, of parent: RecordID<Parent>, in context: MappingContext) -> String {
        alone.write(record(part, of: parent, in: context), in: context)
    }

    /// Writes a part of a record onto the object that it came from: what did not change stays as it is, byte for byte.
    ///
    /// - Parameters:
    ///   - part: The part.
    ///   - parent: The record that it is a part of.
    ///   - original: The object as the vendor sent it.
    ///   - context: What the run knows that the part does not say.
    /// - Returns: The object with the changed members, and a warning for each change that no rule can write.
    /// - Throws: A `Refusal` if the original is not a JSON object.
    public func write(
        _ part: Part,
        of parent: RecordID<Parent>,
        onto original: [UInt8],
        in context: MappingContext
    ) throws(Refusal) -> (object: [UInt8], issues: [Issue]) {
        let before = original.withUnsafeBufferPointer { alone.read($0, in: context) }.drafts.first?.value
        var record = before ?? record(part, of: parent, in: context)
        // The document's header is what it was: a record's part has none of its own.
        record.id = RecordID(unchecked: part[keyPath: identity].text)
        record.parent = parent
        record.part = part
        return try alone.write([record], onto: original, in: context)
    }

    /// A part of a record as a document of its own.
    ///
    /// - Parameters:
    ///   - part: The part.
    ///   - parent: The record that it is a part of.
    ///   - context: What the run knows that the part does not say.
    /// - Returns: The document.
    public func record(
        _ part: Part,
        of parent: RecordID<Parent>,
        in context: MappingContext
    ) -> PartRecord<Parent, Part> {
        PartRecord(
            id: RecordID(unchecked: part[keyPath: identity].text),
            header: RecordHeader(source: context.system, asOf: context.ingestedAt),
            parent: parent,
            list: list,
            part: part
        )
    }
}
