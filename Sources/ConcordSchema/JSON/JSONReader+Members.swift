extension JSONReader {
    /// Reads an object member by member, for documents that are no records.
    ///
    /// - Parameter body: It is given each name, and reads or skips the value, which stands next.
    /// - Throws: A ``ReadFailure`` if no object stands here, or what the closure throws.
    package mutating func eachMember(
        _ body: (_ name: String, _ reader: inout JSONReader) throws(ReadFailure) -> Void
    ) throws(ReadFailure) {
        guard peek() == UInt8(ascii: "{") else { throw typeFailure("an object") }
        try take(UInt8(ascii: "{"), expecting: "an object")
        if peek() == UInt8(ascii: "}") {
            try take(UInt8(ascii: "}"), expecting: "the end of the object")
            return
        }
        while true {
            let name = try resolve(try takeName())
            skipWhitespace()
            try body(name, &self)
            guard peek() == UInt8(ascii: ",") else { break }
            try take(UInt8(ascii: ","), expecting: "a comma")
        }
        try take(UInt8(ascii: "}"), expecting: "a comma or the end of the object")
    }

    /// Reads a list item by item, for documents that are no records.
    ///
    /// - Parameter body: It reads or skips the item, which stands next.
    /// - Throws: A ``ReadFailure`` if no list stands here, or what the closure throws.
    package mutating func eachItem(
        _ body: (_ reader: inout JSONReader) throws(ReadFailure) -> Void
    ) throws(ReadFailure) {
        guard peek() == UInt8(ascii: "[") else { throw typeFailure("a list") }
        try beginList()
        guard try hasFirstItem() else { return }
        repeat {
            skipWhitespace()
            try body(&self)
        } while try hasNextItem()
    }
}
