extension Issue {
    /// Writes the issue as a JSON object: for people's tools, logs and repair kits.
    public func write(to writer: inout JSONWriter) {
        func member(_ name: String, _ text: String?) {
            guard let text else { return }
            writer.write(name: name)
            writer.write(text)
            writer.endItem()
        }
        func place(_ name: String, _ position: SourcePosition?) {
            guard let position else { return }
            writer.write(name: name)
            writer.beginObject()
            for (name, number) in [
                ("offset", position.offset), ("line", position.line), ("column", position.column),
            ] {
                writer.write(name: name)
                writer.write(Int64(number))
                writer.endItem()
            }
            writer.endObject()
            writer.endItem()
        }
        writer.beginObject()
        member("code", code.rawValue)
        member("severity", severity.rawValue)
        if !path.steps.isEmpty {
            member("path", path.description)
            member("pointer", path.pointer)
        }
        member("source", source)
        place("position", position)
        place("related", related)
        member("expected", expected)
        member("observed", observed)
        member("remedy", remedy)
        member("rule", rule)
        writer.endObject()
    }

    /// The issue as a JSON object.
    public func json() -> String {
        var writer = JSONWriter(capacity: 256)
        write(to: &writer)
        return writer.text()
    }
}
