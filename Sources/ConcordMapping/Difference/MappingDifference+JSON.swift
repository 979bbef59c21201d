public import ConcordSchema
internal import ConcordValues

extension MappingDifference {
    /// Writes the difference as a JSON object with `codes` and `rules`, and with a sample what it comes to.
    ///
    /// - Parameters:
    ///   - writer: Receives the object.
    ///   - sample: What the difference comes to in a sample; nil if nobody looked.
    public func write(to writer: inout JSONWriter, sample: SampleDifference? = nil) {
        writer.beginObject()
        writer.member("before", before)
        writer.member("after", after)
        writer.list("codes", Array(codes.enumerated())) { entry, writer in
            let (index, change) = entry
            writer.beginObject()
            writer.member("code", change.code)
            if change.code == nil { writer.member("anyOther", true) }
            writer.member("source", change.source)
            writer.member("target", change.target)
            writer.member("crosswalk", change.crosswalk)
            writer.member("layer", change.layer.description)
            writer.member("from", change.days.from?.description)
            writer.member("through", change.days.through?.description)
            for (name, outcome) in [("before", change.before), ("after", change.after)] {
                writer.write(name: name)
                outcome.write(to: &writer)
                writer.endItem()
            }
            writer.member("objects", sample?.codes[index])
            writer.endObject()
        }
        writer.write(name: "rules")
        rules.write(to: &writer)
        writer.endItem()
        if let sample {
            writer.write(name: "sample")
            sample.write(to: &writer)
            writer.endItem()
        }
        writer.endObject()
    }
}

extension MappingDifference.Outcome {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        switch self {
        case .code(let code):
            writer.member("outcome", "mapped")
            writer.member("code", code)
        case .kept: writer.member("outcome", "kept")
        case .fixed(let code):
            writer.member("outcome", "fixed")
            writer.member("code", code)
        case .refused: writer.member("outcome", "refused")
        }
        writer.endObject()
    }
}

extension SampleDifference {
    /// Writes the counts as a JSON object.
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for (name, count) in [
            ("objects", objects), ("same", same), ("changed", changed), ("accepted", accepted), ("refused", refused),
            ("refusedByBoth", refusedByBoth), ("changedRecords", changedRecords), ("addedRecords", addedRecords),
            ("removedRecords", removedRecords),
        ] {
            writer.member(name, count)
        }
        for (name, reasons) in [("reasonsBefore", reasonsBefore), ("reasonsAfter", reasonsAfter)] {
            writer.list(name, reasons) { reason, writer in
                writer.beginObject()
                writer.member("code", reason.code.rawValue)
                if !reason.field.isEmpty { writer.member("field", reason.field) }
                writer.member("source", reason.source)
                writer.member("objects", reason.objects)
                writer.endObject()
            }
        }
        writer.list("fields", fields) { effect, writer in
            writer.beginObject()
            writer.member("field", effect.field)
            writer.member("records", effect.records)
            writer.member("rule", effect.rule)
            writer.member("layer", effect.layer?.description)
            writer.list("values", effect.values) { values, writer in
                writer.beginObject()
                writer.member("before", values.before)
                writer.member("after", values.after)
                writer.member("records", values.records)
                writer.endObject()
            }
            writer.endObject()
        }
        writer.endObject()
    }
}
