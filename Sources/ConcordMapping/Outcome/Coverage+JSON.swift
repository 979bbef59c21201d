public import ConcordSchema

extension Coverage {
    /// Writes the account as a JSON object: the totals, each source field with its counts, and each crosswalk.
    ///
    /// Fields are sorted by pointer. Of each, `seen` is the number of objects that have it, `filled` the number of those
    /// in which it is not null, and `fillRate` how many that is of all objects, in per cent with one decimal.
    ///
    /// - Parameters:
    ///   - writer: Receives the object.
    ///   - table: The mapping's table, for the fields that a source becomes.
    public func write(to writer: inout JSONWriter, table: MappingTable) {
        writer.beginObject()
        writer.member("mapping", table.tag)
        writer.member("objects", objects)
        writer.write(name: "leaves")
        writer.beginObject()
        writer.member("total", leaves)
        writer.member("mapped", mapped)
        writer.member("kept", kept)
        writer.member("dropped", dropped)
        writer.member("unknown", unknown)
        writer.endObject()
        writer.endItem()
        writer.list("fields", fields.sorted { $0.key < $1.key }) { entry, writer in
            write(entry.key, entry.value, table.targets(of: entry.key), to: &writer)
        }
        if !crosswalks.isEmpty { writer.list("crosswalks", crosswalks) { $0.write(to: &$1) } }
        writer.endObject()
    }

    private func write(_ pointer: String, _ field: Field, _ targets: [String], to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("source", pointer)
        writer.member("disposition", field.disposition.rawValue)
        if field.disposition == .mapped {
            writer.member("targets", targets)
        } else {
            writer.member("reason", field.note)
        }
        writer.member("seen", field.seen)
        writer.member("filled", field.filled)
        writer.member("fillRate", json: rate(field.filled))
        writer.write(name: "leaves")
        writer.beginObject()
        writer.member("total", field.leaves.total)
        for (name, count) in [
            ("mapped", field.leaves.mapped), ("kept", field.leaves.kept), ("dropped", field.leaves.dropped),
            ("unknown", field.leaves.unknown),
        ] where count > 0 {
            writer.member(name, count)
        }
        writer.endObject()
        writer.endItem()
        writer.endObject()
    }

    /// How many of all objects that is, in per cent with one decimal: `41.7`.
    func rate(_ count: Int) -> String {
        let tenths = objects > 0 ? (count * 1000 + objects / 2) / objects : 0
        return "\(tenths / 10).\(tenths % 10)"
    }
}
