public import ConcordSchema

extension MappingExplanation {
    /// Writes the explanation as a JSON object; values stand in it as JSON.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("mapping", mapping)
        writer.member("question", question)
        if !issues.isEmpty { writer.list("issues", issues) { $0.write(to: &$1) } }
        if !fields.isEmpty { writer.list("fields", fields) { $0.write(to: &$1) } }
        if !sources.isEmpty { writer.list("sources", sources) { $0.write(to: &$1) } }
        writer.endObject()
    }

    /// The explanation as a JSON object.
    public func json() -> String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text()
    }
}

extension MappingExplanation.Field {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("record", record)
        writer.member("part", part)
        writer.member("path", path)
        writer.member("value", json: value)
        if let rule {
            writer.write(name: "rule")
            rule.write(to: &writer)
            writer.endItem()
        }
        if !inputs.isEmpty {
            writer.list("inputs", inputs) { input, writer in
                writer.beginObject()
                input.writeMembers(to: &writer)
                writer.endObject()
            }
        }
        if !lookups.isEmpty { writer.list("lookups", lookups) { $0.write(to: &$1) } }
        if !issues.isEmpty { writer.list("issues", issues) { $0.write(to: &$1) } }
        writer.endObject()
    }
}

extension MappingExplanation.Source {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        input.writeMembers(to: &writer)
        writer.member("disposition", disposition?.rawValue)
        if !reason.isEmpty { writer.member("reason", reason) }
        if !fields.isEmpty { writer.list("fields", fields) { $0.write(to: &$1) } }
        writer.endObject()
    }
}

extension MappingExplanation.Input {
    fileprivate func writeMembers(to writer: inout JSONWriter) {
        writer.member("pointer", pointer)
        writer.member("value", json: json)
        writer.member("position", position)
    }
}

extension MappingExplanation.Lookup {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("crosswalk", crosswalk)
        writer.member("code", code)
        if let row {
            writer.member("target", row.target)
            writer.member("relationship", row.relationship.rawValue)
        } else {
            writer.member("unmapped", "\(unmapped)")
        }
        writer.endObject()
    }
}
