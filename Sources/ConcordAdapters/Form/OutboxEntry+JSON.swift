internal import ConcordConfiguration
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
        writer.member("values", plan.values) { entry, writer in
            writer.beginObject()
            writer.member("unit", entry.path.text)
            if let json = entry.value.json {
                writer.write(name: "value")
                writer.writeRaw(json.utf8)
                writer.endItem()
            } else {
                writer.member("is", entry.value.description)
            }
            writer.endObject()
        }
        writer.endObject()
    }

    /// Reads an entry.
    public init(reading reader: inout JSONReader) throws(ReadFailure) {
        let members = try FormMembers(&reader)
        self.init(
            EmissionPlan(
                key: try members.needsHash("emission"),
                system: try members.required("system", try members.system("system")),
                record: RecordKey(try members.needsString("record"), try members.needsString("id")),
                values: try members.list("values") { reader throws(ReadFailure) in try ClaimEntry(reading: &reader) }
            ),
            plannedAt: try members.needsText("plannedAt"),
            attempts: Int(try members.integer("attempts") ?? 0),
            notBefore: try members.text("notBefore"),
            lastFailure: try members.string("lastFailure")
        )
    }
}

extension ClaimEntry {
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
