import ConcordSchema

extension JSONWriter {
    /// Writes a member that is a string, unless there is none.
    mutating func member(_ name: String, _ text: String?) {
        guard let text else { return }
        write(name: name)
        write(text)
        endItem()
    }

    /// Writes a member that is a whole number, unless there is none.
    mutating func member(_ name: String, _ number: Int?) {
        guard let number else { return }
        write(name: name)
        write(Int64(number))
        endItem()
    }

    /// Writes a member that is true; none if it is false.
    mutating func member(_ name: String, ifTrue isSo: Bool) {
        guard isSo else { return }
        write(name: name)
        write(true)
        endItem()
    }

    /// Writes a member with a JSON form of its own, unless there is none.
    mutating func member(_ name: String, _ form: (some JSONForm)?) {
        guard let form else { return }
        write(name: name)
        form.write(to: &self)
        endItem()
    }

    /// Writes a member that is a list; none if the list is empty.
    mutating func member<Item>(_ name: String, _ items: [Item], _ body: (Item, inout JSONWriter) -> Void) {
        if items.isEmpty { return }
        write(name: name)
        beginList()
        for item in items {
            body(item, &self)
            endItem()
        }
        endList()
        endItem()
    }

    /// Writes a member that is a list of strings; none if the list is empty.
    mutating func member(_ name: String, _ texts: [String]) {
        member(name, texts) { $1.write($0) }
    }
}
