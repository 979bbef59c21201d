public import ConcordSchema

/// A value of a configuration document, with the place it stands at.
///
/// What a value is asked for it gives, or it adds a problem to the document's and gives nil. A nil can be passed on
/// without a word: the document will be refused.
public struct ConfigurationValue: Sendable {
    /// What the value is.
    enum Content: Sendable {
        case null
        case boolean(Bool)
        /// The number as it is written.
        case number(String)
        /// The text with its escapes resolved, and where they stood.
        case string(String, EscapeMarks)
        case list([ConfigurationValue])
        case object([ConfigurationMember])
    }

    let content: Content

    /// Where the value begins.
    public let position: SourcePosition

    let path: ConfigurationPath?

    /// The value's place in the document as a JSON Pointer (RFC 6901); empty for the whole document.
    public var pointer: String { RecordPath(path?.steps ?? []).pointer }

    /// Whether the value is `null`.
    public var isNull: Bool {
        if case .null = content { true } else { false }
    }

    /// Whether the value is an object.
    public var isObject: Bool {
        if case .object = content { true } else { false }
    }

    /// The value as compact JSON.
    public var json: String {
        var writer = JSONWriter(capacity: 64)
        write(to: &writer)
        return writer.text()
    }

    private func write(to writer: inout JSONWriter) {
        switch content {
        case .null: writer.writeNull()
        case .boolean(let isTrue): writer.write(isTrue)
        case .number(let text): writer.writeRaw(text.utf8)
        case .string(let text, _): writer.write(text)
        case .list(let items):
            writer.beginList()
            for item in items {
                item.write(to: &writer)
                writer.endItem()
            }
            writer.endList()
        case .object(let members):
            writer.beginObject()
            for member in members {
                writer.write(name: member.name)
                member.value.write(to: &writer)
                writer.endItem()
            }
            writer.endObject()
        }
    }

    /// What a message says was found: the value if it is short, and otherwise its kind.
    var summary: String {
        switch content {
        case .null: "null"
        case .boolean(let isTrue): isTrue ? "true" : "false"
        case .number(let text): Quotation.cut(text)
        case .string(let text, _): Quotation.quoted(text)
        case .list(let items): items.isEmpty ? "an empty list" : "a list of \(items.count)"
        case .object: "an object"
        }
    }

    /// Where a byte of the value's text stands in the file.
    ///
    /// - Parameter offset: The number of bytes of the text before it, escapes resolved.
    /// - Returns: The position; that of the value itself if it is no string.
    public func position(ofByte offset: Int) -> SourcePosition {
        guard case .string(let text, let marks) = content else { return position }
        // No string spans lines: its ends of lines are escaped.
        let distance = 1 + marks.written(min(max(offset, 0), text.utf8.count))
        return SourcePosition(
            offset: position.offset + distance,
            line: position.line,
            column: position.column + distance
        )
    }
}

/// A member of an object, with the places of its name and its value.
struct ConfigurationMember: Sendable {
    let name: String
    let namePosition: SourcePosition
    let value: ConfigurationValue
}
