internal import ConcordSchema

/// A value of a document that is written: what fits into a line stands in one.
indirect enum PolicyText {
    case text(String)
    case number(Int)
    case truth(Bool)
    case list([PolicyText])
    case object([(String, PolicyText)])

    /// A field by the names that lead to it.
    static func path(_ names: [String]) -> PolicyText { .text(names.joined(separator: ".")) }

    /// The value as JSON.
    func json() -> String {
        var text = ""
        write(to: &text, indentation: 0, before: 0)
        return text
    }

    private static let width = 116

    private var isScalar: Bool {
        switch self {
        case .text, .number, .truth: true
        case .list, .object: false
        }
    }

    private var line: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let number): "\(number)"
        case .truth(let isTrue): isTrue ? "true" : "false"
        case .list(let items): items.isEmpty ? "[]" : "[\(items.map(\.line).joined(separator: ", "))]"
        case .object(let members):
            members.isEmpty
                ? "{}" : "{ \(members.map { "\(Self.quoted($0.0)): \($0.1.line)" }.joined(separator: ", ")) }"
        }
    }

    private func write(to text: inout String, indentation: Int, before: Int) {
        let line = line
        if indentation > 0, indentation + before + line.utf8.count <= Self.width {
            text += line
            return
        }
        let inner = String(repeating: " ", count: indentation + 2)
        let outer = String(repeating: " ", count: indentation)
        switch self {
        case .list(let items) where items.allSatisfy(\.isScalar) && !items.isEmpty:
            // Words fill lines.
            text += "[\n" + inner
            var column = inner.utf8.count
            for (index, item) in items.enumerated() {
                let word = item.line + (index == items.count - 1 ? "" : ",")
                if column > inner.utf8.count {
                    let isFull = column + 1 + word.utf8.count > Self.width
                    text += isFull ? "\n" + inner : " "
                    column = isFull ? inner.utf8.count : column + 1
                }
                text += word
                column += word.utf8.count
            }
            text += "\n\(outer)]"
        case .list(let items) where !items.isEmpty:
            text += "["
            for (index, item) in items.enumerated() {
                text += (index == 0 ? "\n" : ",\n") + inner
                item.write(to: &text, indentation: indentation + 2, before: 1)
            }
            text += "\n\(outer)]"
        case .object(let members) where !members.isEmpty:
            text += "{"
            for (index, member) in members.enumerated() {
                let name = Self.quoted(member.0)
                text += (index == 0 ? "\n" : ",\n") + inner + name + ": "
                member.1.write(to: &text, indentation: indentation + 2, before: name.utf8.count + 3)
            }
            text += "\n\(outer)}"
        default:
            text += line
        }
    }

    static func quoted(_ text: String) -> String {
        var writer = JSONWriter(capacity: text.utf8.count + 8)
        writer.write(text)
        return writer.text()
    }
}

extension [(String, PolicyText)] {
    /// Adds an object, unless it has no members.
    mutating func append(object name: String, _ members: [(String, PolicyText)]) {
        if !members.isEmpty { append((name, .object(members))) }
    }
}
