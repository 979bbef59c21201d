internal import ConcordConfiguration
internal import ConcordMapping
public import ConcordSchema
internal import ConcordValues

extension SourceItem: JSONForm {
    /// Writes the message with the vendor's object as it came: under `payload` if it is JSON on one line, as a string under
    /// `text`, or under `base64` if it is no text; `"removed":true` in its place if the object is gone.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("item", id)
        writer.member("sequence", sequence)
        writer.member("version", version)
        writer.member("at", time.description)
        writer.member("author", author)
        switch content {
        case .object(let bytes): PayloadForm.write(bytes, to: &writer)
        case .removed: writer.member("removed", ifTrue: true)
        }
        writer.member("digest", digest?.description)
        writer.endObject()
    }

    /// Reads a message.
    public init(reading reader: inout JSONReader) throws(ReadFailure) {
        let members = try FormMembers(&reader)
        let bytes = try members.payload()
        let content: Content? = try members.isSo("removed") ? .removed : bytes.map { .object($0) }
        self.init(
            id: try members.needsString("item"),
            sequence: try members.needsForm("sequence"),
            version: try members.version("version"),
            time: try members.needsText("at"),
            author: try members.string("author"),
            content: try members.required("payload", content),
            digest: try members.hash("digest")
        )
    }
}
