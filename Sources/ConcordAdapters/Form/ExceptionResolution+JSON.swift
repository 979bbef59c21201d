internal import ConcordConfiguration
public import ConcordOwnership
public import ConcordSchema
internal import ConcordValues

extension ExceptionResolution: JSONForm {
    /// Writes what somebody decided.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("exception", exceptionCase.description)
        writer.member("action", action.rawValue)
        writer.member("person", person)
        writer.member("at", time.description)
        writer.member("reason", reason)
        writer.endObject()
    }

    /// Reads a resolution.
    public init(reading reader: inout JSONReader) throws(ReadFailure) {
        let members = try FormMembers(&reader)
        self.init(
            of: try members.needsHash("exception"),
            try members.word("action", ExceptionCase.Action.self),
            by: try members.needsString("person"),
            at: try members.needsText("at"),
            reason: try members.needsString("reason")
        )
    }
}
