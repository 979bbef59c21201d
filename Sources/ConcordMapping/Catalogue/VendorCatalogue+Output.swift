public import ConcordSchema

extension VendorCatalogue {
    /// The catalogue as Markdown, with a heading.
    public var markdown: String {
        let source = ["`\(object)`", api].filter { !$0.isEmpty }.joined(separator: ", ")
        let more =
            convention == nil
            ? "the fields that the rules name; what else the vendor has is not declared" : customFieldsInWords
        var text = "# \(mapping)\n\n\(source). \(fields.count) fields; \(more).\n\n"
        text += "| Source | Type | Of | Presence | Writable | Becomes |\n| --- | --- | --- | --- | --- | --- |\n"
        for field in fields {
            let cells = [
                "`\(field.pointer)`", field.type == .any ? "" : field.type.rawValue,
                field.detail, field.presence?.rawValue ?? "",
                field.isWritable.map { $0 ? "yes" : "no" } ?? "",
                field.targets.map { "`\($0)`" }.joined(separator: "<br>"),
            ]
            text += "| \(cells.map { $0.with("\\|", for: "|") }.joined(separator: " | ")) |\n"
        }
        return text
    }

    private var customFieldsInWords: String {
        if convention?.prefixes.contains("") == true { return "there may be others, because a firm names them" }
        let names = (convention?.prefixes ?? []).map { "`\($0)…`" } + (convention?.suffixes ?? []).map { "`…\($0)`" }
        guard !names.isEmpty else { return "firms add none" }
        let packages = (convention?.packages ?? []).map { "`\($0)…`" }
        let except = packages.isEmpty ? "" : " but \(packages.joined(separator: ", "))"
        return "those that firms add are named \(names.joined(separator: ", "))\(except)"
    }

    /// Writes the catalogue as a JSON object.
    ///
    /// - Parameter writer: Receives the object.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("mapping", mapping)
        writer.member("object", object)
        writer.member("api", api)
        writer.member("isDeclared", convention != nil)
        writer.list("fields", fields) { field, writer in
            writer.beginObject()
            writer.member("source", field.pointer)
            writer.member("type", field.type.rawValue)
            writer.member("presence", field.presence?.rawValue)
            writer.member("writable", field.isWritable)
            writer.member("unit", field.unit)
            writer.member("codeSet", field.codeSet)
            writer.member("references", field.references)
            writer.member("dateKind", field.dateKind?.rawValue)
            writer.member("targets", field.targets)
            writer.endObject()
        }
        writer.endObject()
    }
}
