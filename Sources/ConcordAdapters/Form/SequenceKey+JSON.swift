public import ConcordSchema
internal import ConcordValues

extension SequenceKey: JSONForm {
    /// Writes `{"system":"salesforce:emea","object":"Account","id":"0015g00000XyzAbAAJ"}`.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("system", system.text)
        writer.member("object", object)
        writer.member("id", id)
        writer.endObject()
    }

    /// Reads a key.
    public init(reading reader: inout JSONReader) throws(ReadFailure) {
        let members = try FormMembers(&reader)
        self.init(
            try members.required("system", try members.system("system")),
            try members.needsString("object"),
            try members.needsString("id")
        )
    }
}
