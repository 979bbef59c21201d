public import ConcordSchema
internal import ConcordValues

extension DeadLetter: JSONForm {
    /// Writes the letter with its message under `inbound` or `outbound`.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("letter", id)
        writer.member("sequence", sequence)
        writer.member("parkedAt", parkedAt.description)
        writer.member("failure", failure)
        switch message {
        case .inbound(let item): writer.member("inbound", item)
        case .outbound(let entry): writer.member("outbound", entry)
        }
        writer.endObject()
    }

    /// Reads a letter.
    public init(reading reader: inout JSONReader) throws(ReadFailure) {
        let members = try FormMembers(&reader)
        let inbound: Message? = try members.form("inbound", SourceItem.self).map { .inbound($0) }
        let outbound: Message? = try members.form("outbound", OutboxEntry.self).map { .outbound($0) }
        self.init(
            try members.required("inbound", inbound ?? outbound),
            of: try members.needsForm("sequence"),
            because: try members.form("failure"),
            parkedAt: try members.needsText("parkedAt")
        )
    }
}
