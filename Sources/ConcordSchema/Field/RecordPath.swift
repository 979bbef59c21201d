/// The place of one value in one record: `lines[2].amount`.
///
/// A path names members as the document does. Items of lists are named by their index, or by their key where the list
/// declares one: `lines[number=10].amount`.
public struct RecordPath: Sendable, Hashable {
    /// One step from a value to a part of it.
    public enum Step: Sendable, Hashable {
        /// The member of an object with this name.
        case field(String)
        /// The item of a list at this index, counted from zero.
        case index(Int)
        /// The item of a keyed list whose key field has this text.
        case key(field: String, text: String)
    }

    /// The steps from the record to the value; none is the record itself.
    public var steps: [Step]

    /// A path of the given steps.
    public init(_ steps: [Step] = []) {
        self.steps = steps
    }

    /// The path to a member of the value at this path.
    public func appending(_ field: String) -> RecordPath {
        RecordPath(steps + [.field(field)])
    }

    /// The names of the fields alone, without the items of lists: `lines.amount`.
    public var fields: [String] {
        steps.compactMap { step in
            if case .field(let name) = step { name } else { nil }
        }
    }

    /// The path as a JSON Pointer (RFC 6901); items named by key are written `name=text`.
    public var pointer: String {
        steps.map { step in
            let token =
                switch step {
                case .field(let name): name
                case .index(let index): String(index)
                case .key(let field, let text): "\(field)=\(text)"
                }
            return "/"
                + token.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
                .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
        }
        .joined()
    }
}

extension RecordPath: CustomStringConvertible {
    /// The path with points and brackets: `lines[2].amount`.
    public var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .field(let name): text += text.isEmpty ? name : ".\(name)"
            case .index(let index): text += "[\(index)]"
            case .key(let field, let key): text += "[\(field)=\(key)]"
            }
        }
        return text
    }
}
