public import ConcordSchema
public import ConcordValues

/// A JSON value as a step sees it: its text, taken apart only as far as somebody looks into it.
///
/// Numbers keep their digits, members their order, and what nobody looks at is copied as it was written.
public struct DocumentValue: Sendable {
    enum Content: Sendable {
        /// Compact JSON.
        case json([UInt8])
        case object([DocumentMember])
        case list([DocumentValue])
    }

    var content: Content

    init(_ content: Content) {
        self.content = content
    }

    /// A value that stands in a document.
    init(copying bytes: UnsafeBufferPointer<UInt8>) {
        content = .json(Self.isPlain(bytes) ? Array(bytes) : JSONMinifier.minified(bytes))
    }

    /// Whether nothing needs to be taken out of JSON text: it has no parts, and no white space around it.
    private static func isPlain(_ json: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = json.first, let last = json.last, first > 0x20, last > 0x20 else { return false }
        return first != UInt8(ascii: "{") && first != UInt8(ascii: "[")
    }
}

// MARK: - Making values

extension DocumentValue {
    /// The value `null`.
    public static let null = DocumentValue(.json(Array("null".utf8)))

    /// A value from its JSON.
    public init(_ json: JSONText) {
        content = .json(Array(json.text.utf8))
    }

    /// A string.
    public static func text(_ text: String) -> DocumentValue {
        var writer = JSONWriter(capacity: text.utf8.count + 16)
        writer.write(text)
        return DocumentValue(.json(writer.bytes()))
    }

    /// A whole number.
    public static func integer(_ integer: Int64) -> DocumentValue {
        DocumentValue(.json(Array(String(integer).utf8)))
    }

    /// `true` or `false`.
    public static func boolean(_ boolean: Bool) -> DocumentValue {
        DocumentValue(.json(Array((boolean ? "true" : "false").utf8)))
    }

    /// A decimal number, which documents write as a string.
    public static func decimal(_ decimal: ExactDecimal) -> DocumentValue {
        .text(decimal.description)
    }

    /// An object; members whose value is nil are left out.
    public static func object(_ members: KeyValuePairs<String, DocumentValue?>) -> DocumentValue {
        DocumentValue(
            .object(members.compactMap { name, value in value.map { DocumentMember(MemberName(name), $0) } })
        )
    }

    /// A list.
    public static func list(_ items: [DocumentValue]) -> DocumentValue {
        DocumentValue(.list(items))
    }
}

// MARK: - Looking into values

extension DocumentValue {
    /// Whether the value is `null`.
    public var isNull: Bool {
        if case .json(let json) = content { json.elementsEqual("null".utf8) } else { false }
    }

    /// The text of a string; nil for any other value, and for one that no text can hold.
    public var text: String? {
        guard case .json(let json) = content, json.first == UInt8(ascii: "\"") else { return nil }
        return json.withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            return try? reader.readString()
        }
    }

    /// A whole number of at most 64 bits; nil for any other value.
    public var integer: Int64? {
        guard case .json(let json) = content else { return nil }
        return json.withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            return try? reader.readInteger()
        }
    }

    /// `true` or `false`; nil for any other value.
    public var boolean: Bool? {
        guard case .json(let json) = content else { return nil }
        if json.elementsEqual("true".utf8) { return true }
        return json.elementsEqual("false".utf8) ? false : nil
    }

    /// The decimal number that a string holds; nil for any other value.
    public var decimal: ExactDecimal? {
        text.flatMap { try? ExactDecimal($0) }
    }

    /// The items of a list; nil for any other value.
    public var items: [DocumentValue]? {
        if case .list(let items) = opened.content { items } else { nil }
    }

    /// Whether the value is an object.
    public var isObject: Bool {
        switch content {
        case .object: true
        case .list: false
        case .json(let json): json.first == UInt8(ascii: "{")
        }
    }

    /// The member of an object; setting nil takes it out.
    ///
    /// Of any other value, nothing, and setting changes nothing.
    public subscript(name: String) -> DocumentValue? {
        get { members?.value(named: MemberName(name)) }
        set {
            guard var members = members else { return }
            let name = MemberName(name)
            let place = members.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append(DocumentMember(name, value))
            case (nil, nil): return
            }
            content = .object(members)
        }
    }

    /// The members of an object; nil for any other value.
    var members: [DocumentMember]? {
        if case .object(let members) = opened.content { members } else { nil }
    }

    /// The value, taken apart one level.
    var opened: DocumentValue {
        guard case .json(let json) = content else { return self }
        return json.withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            switch bytes.first {
            case UInt8(ascii: "{"): return (try? Self.openObject(&reader)) ?? self
            case UInt8(ascii: "["): return (try? Self.openList(&reader)) ?? self
            default: return self
            }
        }
    }

    private static func openObject(_ reader: inout JSONReader) throws(ReadFailure) -> DocumentValue {
        var members: [DocumentMember] = []
        try reader.take(UInt8(ascii: "{"), expecting: "an object")
        guard reader.peek() != UInt8(ascii: "}") else { return DocumentValue(.object([])) }
        repeat {
            let name = try reader.takeName()
            let begin = reader.offset
            try reader.skipValue()
            members.append(
                DocumentMember(
                    MemberName(written: Array(name.bytes), meant: reader.nameBytes(name)),
                    DocumentValue(.json(Array(reader.bytes(begin..<reader.offset))))
                )
            )
        } while reader.takesComma()
        return DocumentValue(.object(members))
    }

    private static func openList(_ reader: inout JSONReader) throws(ReadFailure) -> DocumentValue {
        var items: [DocumentValue] = []
        try reader.beginList()
        guard try reader.hasFirstItem() else { return DocumentValue(.list([])) }
        repeat {
            let begin = reader.offset
            try reader.skipValue()
            items.append(DocumentValue(.json(Array(reader.bytes(begin..<reader.offset)))))
        } while try reader.hasNextItem()
        return DocumentValue(.list(items))
    }
}
