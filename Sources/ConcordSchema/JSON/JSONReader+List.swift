extension JSONReader {
    /// Reads the opening bracket of an array.
    ///
    /// - Throws: A ``ReadFailure`` if no array stands here, or if it is nested too deep.
    public mutating func beginList() throws(ReadFailure) {
        guard peek() == UInt8(ascii: "[") else { throw typeFailure("a list") }
        try descend()
        cursor += 1
    }

    /// Whether an item follows the opening bracket; if none does, the closing bracket is read.
    public mutating func hasFirstItem() throws(ReadFailure) -> Bool {
        guard peek() == UInt8(ascii: "]") else { return true }
        cursor += 1
        depth -= 1
        return false
    }

    /// Reads what stands between two items, or the closing bracket.
    ///
    /// - Returns: Whether another item follows.
    /// - Throws: A ``ReadFailure`` if neither a comma nor the closing bracket stands here.
    public mutating func hasNextItem() throws(ReadFailure) -> Bool {
        switch peek() {
        case UInt8(ascii: ","):
            cursor += 1
            return true
        case UInt8(ascii: "]"):
            cursor += 1
            depth -= 1
            return false
        default:
            throw syntaxFailure("a comma or the end of the array")
        }
    }
}

extension JSONWriter {
    /// Writes the opening bracket of an array.
    public mutating func beginList() {
        put(UInt8(ascii: "["))
    }

    /// Writes what stands behind an item.
    public mutating func endItem() {
        put(UInt8(ascii: ","))
    }

    /// Writes the opening brace of an object.
    public mutating func beginObject() {
        put(UInt8(ascii: "{"))
    }

    /// Writes a member's name and the colon behind it; end the member with ``endItem()``.
    public mutating func write(name: String) {
        write(name)
        put(UInt8(ascii: ":"))
    }

    /// Writes the closing brace of an object, over the comma of its last member.
    public mutating func endObject() {
        if base[count - 1] == UInt8(ascii: ",") { count -= 1 }
        put(UInt8(ascii: "}"))
    }

    /// Writes the closing bracket of an array, over the comma of its last item.
    public mutating func endList() {
        if base[count - 1] == UInt8(ascii: ",") { count -= 1 }
        put(UInt8(ascii: "]"))
    }
}
