internal import ConcordSchema

extension JSONWriter {
    /// Writes a member of an object that is a place in a source's bytes, unless there is none.
    mutating func member(_ name: String, _ position: SourcePosition?) {
        guard let position else { return }
        write(name: name)
        beginObject()
        member("offset", position.offset)
        member("line", position.line)
        member("column", position.column)
        endObject()
        endItem()
    }
}
