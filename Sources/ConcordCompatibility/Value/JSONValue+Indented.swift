extension JSONValue {
    /// The value as JSON for people: two spaces a level, short lists on one line.
    public var indented: String {
        var text = ""
        write(to: &text, level: 0)
        return text
    }

    private func write(to text: inout String, level: Int) {
        let inner = String(repeating: "  ", count: level + 1)
        let outer = String(repeating: "  ", count: level)
        switch self {
        case .array(let items) where !items.isEmpty:
            let line = description
            if line.count <= 90, items.allSatisfy({ $0.members == nil && $0.items == nil }) {
                text += line
                return
            }
            text += "["
            for (index, item) in items.enumerated() {
                text += index == 0 ? "\n" : ",\n"
                text += inner
                item.write(to: &text, level: level + 1)
            }
            text += "\n\(outer)]"
        case .object(let members) where !members.isEmpty:
            text += "{"
            for (index, member) in members.enumerated() {
                text += index == 0 ? "\n" : ",\n"
                text += "\(inner)\(JSONValue.string(member.name)): "
                member.value.write(to: &text, level: level + 1)
            }
            text += "\n\(outer)}"
        default: text += description
        }
    }
}
