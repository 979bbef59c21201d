public import ConcordSchema
internal import ConcordValues

extension CrosswalkUse {
    /// Writes the account as a JSON object: each row with its hits, and the codes that are not seen in the table.
    ///
    /// - Parameter writer: Receives the object.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("crosswalk", crosswalk.name)
        writer.member("onUnknown", crosswalk.unmapped.description)
        writer.member("lookups", lookups)
        writer.member("neverHit", hits.count { $0 == 0 })
        writer.list("rows", Array(zip(crosswalk.rows, hits))) { entry, writer in
            let (row, hits) = entry
            writer.beginObject()
            writer.member("source", row.source)
            writer.member("target", row.target)
            writer.member("label", row.label)
            writer.member("validFrom", row.validity.from?.description)
            writer.member("validThrough", row.validity.through?.description)
            writer.member("hits", hits)
            writer.endObject()
        }
        writer.list("unseen", unseenCodes) { entry, writer in
            writer.beginObject()
            writer.member("code", entry.code)
            writer.member("count", entry.use.count)
            writer.member("reason", entry.use.lapse)
            writer.write(name: "example")
            entry.use.example.write(to: &writer)
            writer.endItem()
            writer.endObject()
        }
        if omitted > 0 { writer.member("omitted", omitted) }
        writer.endObject()
    }
}

extension CrosswalkUse.Example {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("object", object)
        writer.member("source", pointer)
        writer.member("file", file)
        writer.member("position", position)
        writer.endObject()
    }
}
