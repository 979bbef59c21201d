public import ConcordSchema

extension MappingTable {
    /// Writes the table as a JSON object: what is known of the mapping, and its `rules`.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("mapping", name)
        writer.member("version", version)
        writer.member("object", object)
        writer.member("api", api)
        writer.member("record", record)
        writer.member("keepsRest", keepsRest)
        writer.member("law", law.word)
        writer.member("reason", law.reason)
        writer.list("rules", rows) { $0.write(to: &$1) }
        writer.endObject()
    }

    /// The table as a JSON object.
    public func json() -> String {
        var writer = JSONWriter(capacity: 1 << 14)
        write(to: &writer)
        return writer.text()
    }
}

extension MappingTable.Row {
    /// Writes the row as a JSON object; what it does not have is left out.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("sources", sources)
        if !target.isEmpty { writer.member("target", target) }
        if !type.isEmpty { writer.member("type", type) }
        writer.member("required", isRequired)
        writer.member("word", word)
        if !manner.isEmpty { writer.member("manner", manner) }
        if !crosswalks.isEmpty { writer.member("crosswalks", crosswalks) }
        writer.member("onUnknown", onUnknown.map { "\($0)" })
        writer.member("law", law.word)
        if !reason.isEmpty { writer.member("reason", reason) }
        writer.member("layer", layer.description)
        writer.member("owner", owner)
        writer.endObject()
    }
}
