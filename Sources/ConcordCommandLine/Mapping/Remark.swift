import ConcordSchema

/// A line about something that went through and that somebody should look at, or about something that did not.
struct Remark {
    private let outcome: String
    private let mapping: String
    private let system: String
    private let file: String?
    private let position: SourcePosition
    private var id: String?
    private var issues: [Issue] = []
    private var payload: [UInt8]?

    /// A remark about what began at a place.
    init(_ outcome: String, _ mapping: String, _ system: String, _ file: String?, _ position: SourcePosition) {
        self.outcome = outcome
        self.mapping = mapping
        self.system = system
        self.file = file
        self.position = position
    }

    /// The remark with a record's id and what is to be said about it.
    func about(_ found: (id: String, issues: [Issue])) -> Remark {
        var remark = self
        remark.id = found.id
        remark.issues = found.issues
        return remark
    }

    /// The remark with what is to be said about some bytes.
    func about(_ payload: [UInt8], _ issues: [Issue]) -> Remark {
        var remark = self
        remark.issues = issues
        remark.payload = payload
        return remark
    }

    /// Writes it as a JSON object with a line's end.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("outcome", outcome)
        writer.member("mapping", mapping)
        writer.member("system", system)
        writer.member("file", file)
        writer.member("line", position.line)
        writer.member("offset", position.offset)
        writer.member("id", id)
        writer.list("issues", issues) { $0.write(to: &$1) }
        if let payload {
            let text = String(decoding: payload, as: UTF8.self)
            if let json = try? JSONText(text) {
                writer.member("payload", json: json.text)
            } else {
                writer.member("text", text)
            }
        }
        writer.endObject()
        writer.writeRaw(CollectionOfOne(UInt8(ascii: "\n")))
    }
}
