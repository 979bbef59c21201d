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
        for (name, text) in [("outcome", outcome), ("mapping", mapping), ("system", system)] {
            member(name, text, &writer)
        }
        if let file { member("file", file, &writer) }
        for (name, number) in [("line", position.line), ("offset", position.offset)] {
            writer.write(name: name)
            writer.write(Int64(number))
            writer.endItem()
        }
        if let id { member("id", id, &writer) }
        writer.write(name: "issues")
        writer.beginList()
        for issue in issues {
            issue.write(to: &writer)
            writer.endItem()
        }
        writer.endList()
        writer.endItem()
        if let payload {
            let text = String(decoding: payload, as: UTF8.self)
            if let json = try? JSONText(text) {
                writer.write(name: "payload")
                writer.writeRaw(json.text.utf8)
                writer.endItem()
            } else {
                member("text", text, &writer)
            }
        }
        writer.endObject()
        writer.writeRaw(CollectionOfOne(UInt8(ascii: "\n")))
    }

    private func member(_ name: String, _ text: String, _ writer: inout JSONWriter) {
        writer.write(name: name)
        writer.write(text)
        writer.endItem()
    }
}
