import ConcordSchema
import ConcordValues

extension OwnershipDryRunReport {
    /// The report as a JSON document.
    public func json() -> String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("before", before)
        writer.member("after", after)
        writer.member("asOf", asOf.description)
        writer.member("says", headline)
        writer.member("records", records)
        writer.member("passedOver", passedOver)
        writer.member("flippedRecords", flippedRecords)
        writer.member("flips", flips)
        writer.member("exceptionsBefore", exceptionsBefore)
        writer.member("exceptionsAfter", exceptionsAfter)
        writer.write(name: "aspects")
        writer.beginObject()
        for aspect in OwnershipFlip.Aspect.allCases { writer.member(aspect.rawValue, aspects[aspect] ?? 0) }
        writer.endObject()
        writer.endItem()
        let fields = fields.sorted { ($0.key.record, $0.key.name) < ($1.key.record, $1.key.name) }
        writer.member("fields", fields) { field, writer in
            writer.member("record", field.key.record)
            writer.member("field", field.key.name)
            writer.member("flips", field.value)
        }
        let transitions = decisions.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }
        writer.member("decisions", transitions) { transition, writer in
            writer.member("from", transition.key.from)
            writer.member("to", transition.key.to)
            writer.member("count", transition.value)
        }
        let sums = sums.sorted { $0.key.description < $1.key.description }
        writer.member("worth", sums) { sum, writer in
            writer.member("currency", sum.key.description)
            if let total = sum.value.total { writer.member("total", total.amount.description) }
            writer.member("records", sum.value.records)
            if let threshold {
                writer.member("above", threshold.description)
                writer.member("flipsAbove", sum.value.flipsAbove)
            }
        }
        writer.member("unpriced", unpriced)
        writer.member("worst", worst) { flip, writer in
            writer.member("record", flip.record.name)
            writer.member("id", flip.record.id)
            writer.member("unit", flip.unit.text)
            writer.member("what", flip.aspects.map(\.rawValue))
            writer.member("before", flip.before.description)
            writer.member("after", flip.after.description)
            if let worth = flip.worth {
                writer.write(name: "worth")
                worth.write(to: &writer)
                writer.endItem()
            }
        }
        writer.endObject()
        return writer.text() + "\n"
    }
}

extension JSONWriter {
    fileprivate mutating func member<Item>(_ name: String, _ items: [Item], _ body: (Item, inout JSONWriter) -> Void) {
        write(name: name)
        beginList()
        for item in items {
            beginObject()
            body(item, &self)
            endObject()
            endItem()
        }
        endList()
        endItem()
    }
}
