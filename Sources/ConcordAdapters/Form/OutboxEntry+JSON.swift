internal import ConcordConfiguration
internal import ConcordMapping
internal import ConcordOwnership
public import ConcordSchema
internal import ConcordValues

extension OutboxEntry: JSONForm {
    /// Writes the entry with each value in its place: `{"unit":"paymentTerms","value":30}`, or `"is":"cleared"` in the place
    /// of a value.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("emission", key.description)
        writer.member("system", plan.system.text)
        writer.member("record", plan.record.name)
        writer.member("id", plan.record.id)
        writer.member("plannedAt", plannedAt.description)
        if attempts != 0 { writer.member("attempts", attempts) }
        writer.member("notBefore", notBefore?.description)
        writer.member("lastFailure", lastFailure)
        writer.member("values", ifAny: plan.values) { entry, writer in entry.write(to: &writer) }
        if let change {
            writer.write(name: "change")
            change.write(to: &writer)
            writer.endItem()
        }
        writer.endObject()
    }

    /// Reads an entry.
    public init(reading reader: inout JSONReader) throws(ReadFailure) {
        let members = try FormMembers(&reader)
        let plan = EmissionPlan(
            key: try members.needsHash("emission"),
            system: try members.required("system", try members.system("system")),
            record: RecordKey(try members.needsString("record"), try members.needsString("id")),
            values: try members.list("values") { reader throws(ReadFailure) in try ClaimEntry(reading: &reader) }
        )
        self.init(
            plan,
            plannedAt: try members.needsText("plannedAt"),
            change: try members.value("change") { reader throws(ReadFailure) in
                try TargetChange(of: plan, reading: &reader)
            },
            attempts: Int(try members.integer("attempts") ?? 0),
            notBefore: try members.text("notBefore"),
            lastFailure: try members.string("lastFailure")
        )
    }
}

extension TargetChange {
    /// Writes what the plan beside it does not say: where the change goes, and its words.
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("object", sequence.object)
        writer.member("id", sequence.id)
        writer.member("isNew", ifTrue: isNew)
        if let body { PayloadForm.write(body, to: &writer) }
        writer.member("unwritten", ifAny: unwritten) { $0.write(to: &$1) }
        writer.endObject()
    }

    fileprivate init(of plan: EmissionPlan, reading reader: inout JSONReader) throws(ReadFailure) {
        let members = try FormMembers(&reader)
        self.init(
            key: plan.key,
            sequence: SequenceKey(plan.system, try members.needsString("object"), try members.needsString("id")),
            isNew: try members.isSo("isNew"),
            record: plan.record,
            values: plan.values,
            body: try members.payload(),
            unwritten: try members.list("unwritten") { reader throws(ReadFailure) in try Issue(reading: &reader) }
        )
    }
}

extension ClaimEntry {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("unit", path.text)
        if let json = value.json {
            writer.write(name: "value")
            writer.writeRaw(json.utf8)
            writer.endItem()
        } else {
            writer.member("is", value.description)
        }
        writer.endObject()
    }

    fileprivate init(reading reader: inout JSONReader) throws(ReadFailure) {
        let place = reader.offset
        let members = try FormMembers(&reader)
        let stated = try members.any("value") { reader throws(ReadFailure) in
            var text = JSONText.null
            try text.read(from: &reader)
            return ClaimValue.value(text)
        }
        let nothing: [ClaimValue] = [.absent, .null, .cleared, .unreadable]
        let word = try members.string("is")
        guard let value = stated ?? nothing.first(where: { $0.description == word }) else {
            let words = nothing.map(\.description).joined(separator: ", ")
            throw ReadFailure(.missing, at: place, expected: "a value, or under is one of \(words)")
        }
        self.init(ClaimPath(try members.needsString("unit")), value)
    }
}
