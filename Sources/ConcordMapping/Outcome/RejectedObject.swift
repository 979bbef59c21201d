public import ConcordSchema
internal import ConcordValues

/// A vendor's object that was refused, as a repair kit: the original bytes, all issues, and what read it.
public struct RejectedObject: Sendable {
    /// The mapping's name and version: `salesforce/opportunity@1`.
    public let mapping: String

    /// The system that the object came from.
    public let system: String

    /// The file or stream that the object stood in, if it has a name.
    public let origin: String?

    /// Where the object began in its file or stream.
    public let position: SourcePosition?

    /// The object as it came.
    public let payload: [UInt8]

    /// Everything that was wrong with it.
    public let issues: [Issue]

    /// A refused object.
    public init(
        mapping: String,
        system: String,
        origin: String? = nil,
        position: SourcePosition?,
        payload: [UInt8],
        issues: [Issue]
    ) {
        self.mapping = mapping
        self.system = system
        self.origin = origin
        self.position = position
        self.payload = payload
        self.issues = issues
    }

    /// Writes the repair kit as a JSON object.
    ///
    /// Bytes that are not JSON are written as a string under `text`.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for (name, text) in [("outcome", "rejected"), ("mapping", mapping), ("system", system)] {
            writer.write(name: name)
            writer.write(text)
            writer.endItem()
        }
        if let origin {
            writer.write(name: "file")
            writer.write(origin)
            writer.endItem()
        }
        if let position {
            writer.write(name: "line")
            writer.write(Int64(position.line))
            writer.endItem()
            writer.write(name: "offset")
            writer.write(Int64(position.offset))
            writer.endItem()
        }
        writer.write(name: "issues")
        writer.beginList()
        for issue in issues {
            issue.write(to: &writer)
            writer.endItem()
        }
        writer.endList()
        writer.endItem()
        let text = String(decoding: payload, as: UTF8.self)
        if let json = try? JSONText(text) {
            writer.write(name: "payload")
            writer.writeRaw(json.text.utf8)
        } else {
            writer.write(name: "text")
            writer.write(text)
        }
        writer.endItem()
        writer.endObject()
    }
}
