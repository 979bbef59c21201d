import ConcordSchema

extension JSONWriter {
    /// Writes a member with a JSON form of its own, unless there is none.
    mutating func member(_ name: String, _ form: (some JSONForm)?) {
        guard let form else { return }
        write(name: name)
        form.write(to: &self)
        endItem()
    }

    /// Writes a member that is true; none if it is false.
    mutating func member(_ name: String, ifTrue isSo: Bool) {
        member(name, isSo ? true : nil)
    }

    /// Writes a member that is a list; none if the list is empty.
    mutating func member<Item>(_ name: String, ifAny items: [Item], _ body: (Item, inout JSONWriter) -> Void) {
        if !items.isEmpty { list(name, items, body) }
    }

    /// Writes a member that is a list of strings; none if the list is empty.
    mutating func member(_ name: String, ifAny texts: [String]) {
        member(name, ifAny: texts) { $1.write($0) }
    }
}
