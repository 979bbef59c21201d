extension JSONWriter {
    /// Writes a member of an object that is a string, unless there is none.
    package mutating func member(_ name: String, _ text: String?) {
        guard let text else { return }
        write(name: name)
        write(text)
        endItem()
    }

    /// Writes a member of an object that is a whole number, unless there is none.
    package mutating func member(_ name: String, _ number: Int?) {
        guard let number else { return }
        write(name: name)
        write(Int64(number))
        endItem()
    }

    /// Writes a member of an object that is true or false, unless there is none.
    package mutating func member(_ name: String, _ isSo: Bool?) {
        guard let isSo else { return }
        write(name: name)
        write(isSo)
        endItem()
    }

    /// Writes a member of an object that is JSON already, unless there is none.
    package mutating func member(_ name: String, json: String?) {
        guard let json else { return }
        write(name: name)
        writeRaw(json.utf8)
        endItem()
    }

    /// Writes a member of an object that is a list of strings.
    package mutating func member(_ name: String, _ texts: [String]) {
        list(name, texts) { $1.write($0) }
    }

    /// Writes a member of an object that is a list.
    package mutating func list<Item>(_ name: String, _ items: [Item], _ body: (Item, inout JSONWriter) -> Void) {
        write(name: name)
        beginList()
        for item in items {
            body(item, &self)
            endItem()
        }
        endList()
        endItem()
    }
}
