internal import ConcordOwnership
public import ConcordSchema

extension TargetReceipt: JSONForm {
    /// Writes what the system says of the change.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("objectID", objectID)
        writer.member("version", version)
        writer.member("repetition", ifTrue: isRepetition)
        writer.endObject()
    }

    /// Reads a receipt.
    public init(reading reader: inout JSONReader) throws(ReadFailure) {
        let members = try FormMembers(&reader)
        self.init(
            objectID: try members.string("objectID"),
            version: try members.version("version"),
            isRepetition: try members.isSo("repetition")
        )
    }
}
