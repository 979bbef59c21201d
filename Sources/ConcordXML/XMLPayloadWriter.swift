public import ConcordSchema

/// Writes JSON objects as XML elements: the way back of ``XMLPayloadReader``.
///
/// Members `@name` are attributes and `#text` is text; other members are elements, an array one for each item, and `null`
/// an element that is nil. Numbers, `true` and `false` are written as they stand. Text and attributes are escaped so that
/// reading gives back every character. What cannot stand in XML is refused, with the pointer of the member.
///
/// Names without a prefix are in the writer's namespace; those with one, such as `@xsi:type`, name a prefix of
/// ``namespaces``. The element declares what is used in it, so that it can be put into any envelope.
///
/// Reading what was written gives the same object, if it is one that a reader gives: attributes first and sorted, then
/// text, then elements; no empty arrays, and arrays of one only under names that the reader has in its lists.
///
/// ```swift
/// let writer = XMLPayloadWriter(prefix: "wd", namespace: "urn:com.workday/bsvc", qualifiesAttributes: true)
/// let element = try writer.write(object, as: "Customer_Invoice_Data")
/// ```
public struct XMLPayloadWriter: Sendable {
    /// How an element says that it is nil.
    public enum NilAttribute: Sendable, Hashable, CaseIterable {
        /// `xsi:nil="true"` (XML Schema part 1 §2.6.2).
        case schemaInstance
        /// `nil="true"` without a namespace.
        case plain
    }

    /// The prefix of the names; nil makes their namespace the default one.
    public let prefix: String?

    /// The namespace of the names; nil is none.
    public let namespace: String?

    /// Whether names of attributes have the prefix too, as Workday's do.
    public let qualifiesAttributes: Bool

    /// The namespaces of the names that have a prefix of their own.
    public let namespaces: XMLNamespaces

    /// How an element says that it is nil.
    public let nilAttribute: NilAttribute

    /// The deepest nesting of elements.
    private static let maximumDepth = 128

    /// A writer of elements.
    ///
    /// - Parameters:
    ///   - prefix: The prefix of the names; nil makes their namespace the default one.
    ///   - namespace: The namespace of the names; nil is none, and then there is no prefix either.
    ///   - qualifiesAttributes: Whether names of attributes have the prefix too.
    ///   - namespaces: The namespaces of the names that have a prefix of their own.
    ///   - nilAttribute: How an element says that it is nil.
    public init(
        prefix: String? = nil,
        namespace: String? = nil,
        qualifiesAttributes: Bool = false,
        namespaces: XMLNamespaces = XMLNamespaces(),
        nilAttribute: NilAttribute = .schemaInstance
    ) {
        self.prefix = namespace == nil ? nil : prefix
        self.namespace = namespace
        self.qualifiesAttributes = qualifiesAttributes
        self.namespaces = namespaces
        self.nilAttribute = nilAttribute
    }

    /// Writes an object as an element.
    ///
    /// - Parameters:
    ///   - object: A JSON object.
    ///   - element: The element's local name.
    /// - Returns: The element in UTF-8, without an XML declaration and without white space between elements.
    /// - Throws: A `Refusal` with the first mistake.
    public func write(_ object: UnsafeBufferPointer<UInt8>, as element: String) throws(Refusal) -> [UInt8] {
        var run = Run(writer: self, reader: JSONReader(object))
        do throws(Failure) {
            let name = try run.name(element, isAttribute: false, at: [])
            run.reader.skipWhitespace()
            guard run.reader.peek() == UInt8(ascii: "{") else { throw .mistake(.type, "an object", nil, []) }
            let (attributes, content) = try run.object(at: [])
            do throws(ReadFailure) {
                try run.reader.finish()
            } catch {
                throw .read(error)
            }
            var result = Array("<\(name)".utf8)
            for (prefix, namespace) in run.declarations {
                result += Array((prefix.isEmpty ? " xmlns=\"" : " xmlns:\(prefix)=\"").utf8)
                result += run.escaped(namespace, isAttribute: true)
                result.append(UInt8(ascii: "\""))
            }
            result += attributes
            if content.isEmpty { return result + Array("/>".utf8) }
            return result + Array(">".utf8) + content + Array("</\(name)>".utf8)
        } catch {
            switch error {
            case .read(let failure): throw Refusal(issues: [Issue(failure, severity: .error, in: object)])
            case .mistake(let code, let expected, let observed, let path):
                let path = RecordPath(path)
                var issue = Issue(code, path: path, expected: expected, observed: observed)
                issue.source = path.pointer
                throw Refusal(issues: [issue])
            }
        }
    }

    /// Writes an object as an element.
    ///
    /// - Parameters:
    ///   - object: A JSON object.
    ///   - element: The element's local name.
    /// - Returns: The element in UTF-8.
    /// - Throws: A `Refusal` with the first mistake.
    public func write(_ object: [UInt8], as element: String) throws(Refusal) -> [UInt8] {
        var refusal: Refusal?
        let result: [UInt8] = object.withUnsafeBufferPointer { bytes in
            do throws(Refusal) {
                return try write(bytes, as: element)
            } catch {
                refusal = error
                return []
            }
        }
        if let refusal { throw refusal }
        return result
    }
}

extension XMLPayloadWriter {
    private enum Failure: Error {
        case read(ReadFailure)
        case mistake(IssueCode, String, String?, [RecordPath.Step])
    }

    /// The writing of one element.
    private struct Run {
        let writer: XMLPayloadWriter
        var reader: JSONReader
        /// The prefixes that were used.
        private var used: Set<String> = []

        init(writer: XMLPayloadWriter, reader: JSONReader) {
            self.writer = writer
            self.reader = reader
        }

        /// The prefixes to declare and their namespaces, in the prefixes' order.
        var declarations: [(prefix: String, namespace: String)] {
            var known = Dictionary(
                writer.namespaces.prefixes.map { ($1, $0) }.sorted { $0.1 < $1.1 },
                uniquingKeysWith: { first, _ in first }
            )
            known["xml"] = nil
            if let namespace = writer.namespace { known[writer.prefix ?? ""] = namespace }
            return known.filter { used.contains($0.key) }.sorted { $0.key < $1.key }
                .map { (prefix: $0.key, namespace: $0.value) }
        }

        private mutating func read<Value>(
            _ body: (inout JSONReader) throws(ReadFailure) -> Value
        ) throws(Failure) -> Value {
            do throws(ReadFailure) {
                return try body(&reader)
            } catch {
                throw .read(error)
            }
        }

        /// The qualified name of a member.
        mutating func name(_ name: String, isAttribute: Bool, at path: [RecordPath.Step]) throws(Failure) -> String {
            let parts = name.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count <= 2, parts.allSatisfy(XMLText.isName) else {
                throw .mistake(.xmlName, "a name that XML allows", name, path)
            }
            if parts.count == 2 {
                let prefix = String(parts[0])
                guard writer.namespaces.prefixes.values.contains(prefix), prefix != "xmlns" else {
                    throw .mistake(.xmlName, "a prefix of the writer's namespaces", name, path)
                }
                used.insert(prefix)
                return name
            }
            guard name != "xmlns" else { throw .mistake(.xmlName, "a name that XML allows", name, path) }
            if isAttribute, !writer.qualifiesAttributes || writer.prefix == nil { return name }
            used.insert(writer.prefix ?? "")
            return writer.prefix.map { "\($0):\(name)" } ?? name
        }

        func escaped(_ text: String, isAttribute: Bool) -> [UInt8] {
            var result: [UInt8] = []
            for byte in text.utf8 { XMLText.append(byte, isAttribute: isAttribute, to: &result) }
            return result
        }

        private func escaped(
            _ text: String,
            isAttribute: Bool,
            at path: [RecordPath.Step]
        ) throws(Failure) -> [UInt8] {
            if let scalar = text.unicodeScalars.first(where: { !XMLText.isCharacter($0) }) {
                let observed = "U+" + String(scalar.value, radix: 16, uppercase: true)
                throw .mistake(.xmlValue, "characters that XML allows", observed, path)
            }
            return escaped(text, isAttribute: isAttribute)
        }

        /// Reads a string, a number, `true` or `false`.
        private mutating func text(at path: [RecordPath.Step]) throws(Failure) -> String {
            let first = reader.peek()
            if first == UInt8(ascii: "\"") {
                return try read { (reader: inout JSONReader) throws(ReadFailure) in try reader.readString() }
            }
            let begin = reader.offset
            try read { (reader: inout JSONReader) throws(ReadFailure) in try reader.skipValue() }
            guard first != UInt8(ascii: "{"), first != UInt8(ascii: "["), first != UInt8(ascii: "n") else {
                throw .mistake(.type, "a string, a number, true or false", nil, path)
            }
            return String(decoding: reader.bytes(begin..<reader.offset), as: UTF8.self)
        }

        /// Reads an object.
        ///
        /// - Returns: Its attributes as they stand in a tag, each behind a blank; and what is between the tags.
        mutating func object(at path: [RecordPath.Step]) throws(Failure) -> (attributes: [UInt8], content: [UInt8]) {
            guard path.count < XMLPayloadWriter.maximumDepth * 2 else {
                throw .mistake(.xmlLimit, "objects at most \(XMLPayloadWriter.maximumDepth) deep", nil, [])
            }
            var attributes: [UInt8] = []
            var content: [UInt8] = []
            var text: [UInt8] = []
            var names: Set<String> = []
            try read { (reader: inout JSONReader) throws(ReadFailure) in
                try reader.take(UInt8(ascii: "{"), expecting: "an object")
            }
            var isFirst = true
            while reader.peek() != UInt8(ascii: "}") {
                let isBehindAnother = !isFirst
                isFirst = false
                let member = try read { (reader: inout JSONReader) throws(ReadFailure) in
                    if isBehindAnother {
                        try reader.take(UInt8(ascii: ","), expecting: "a comma or the end of the object")
                    }
                    let name = try reader.readString()
                    try reader.take(UInt8(ascii: ":"), expecting: "a colon after the member's name")
                    return name
                }
                let path = path + [.field(member)]
                guard names.insert(member).inserted else {
                    throw .mistake(.duplicateKey, "each member once", member, path)
                }
                if member == "#text" {
                    text = try escaped(try self.text(at: path), isAttribute: false, at: path)
                } else if member.utf8.first == UInt8(ascii: "@") {
                    let name = try name(String(member.dropFirst()), isAttribute: true, at: path)
                    attributes += Array(" \(name)=\"".utf8)
                    attributes += try escaped(try self.text(at: path), isAttribute: true, at: path)
                    attributes.append(UInt8(ascii: "\""))
                } else {
                    try elements(try name(member, isAttribute: false, at: path), to: &content, at: path)
                }
            }
            try read { (reader: inout JSONReader) throws(ReadFailure) in
                try reader.take(UInt8(ascii: "}"), expecting: "a comma or the end of the object")
            }
            return (attributes, text + content)
        }

        /// Writes the elements of a member.
        private mutating func elements(
            _ name: String,
            to content: inout [UInt8],
            at path: [RecordPath.Step]
        ) throws(Failure) {
            guard reader.peek() == UInt8(ascii: "[") else { return try element(name, to: &content, at: path) }
            try read { (reader: inout JSONReader) throws(ReadFailure) in
                try reader.take(UInt8(ascii: "["), expecting: "an array")
            }
            var index = 0
            while reader.peek() != UInt8(ascii: "]") {
                if index > 0 {
                    try read { (reader: inout JSONReader) throws(ReadFailure) in
                        try reader.take(UInt8(ascii: ","), expecting: "a comma or the end of the array")
                    }
                }
                let path = path + [.index(index)]
                guard reader.peek() != UInt8(ascii: "[") else {
                    throw .mistake(.xmlValue, "no array directly in an array", nil, path)
                }
                try element(name, to: &content, at: path)
                index += 1
            }
            try read { (reader: inout JSONReader) throws(ReadFailure) in
                try reader.take(UInt8(ascii: "]"), expecting: "a comma or the end of the array")
            }
        }

        private mutating func element(
            _ name: String,
            to content: inout [UInt8],
            at path: [RecordPath.Step]
        ) throws(Failure) {
            var attributes: [UInt8] = []
            var inner: [UInt8] = []
            switch reader.peek() {
            case UInt8(ascii: "{"): (attributes, inner) = try object(at: path)
            case UInt8(ascii: "n"):
                try read { (reader: inout JSONReader) throws(ReadFailure) in try reader.skipValue() }
                if writer.nilAttribute == .plain {
                    attributes = Array(" nil=\"true\"".utf8)
                } else {
                    used.insert("xsi")
                    attributes = Array(" xsi:nil=\"true\"".utf8)
                }
            default: inner = try escaped(try text(at: path), isAttribute: false, at: path)
            }
            content += Array("<\(name)".utf8)
            content += attributes
            if inner.isEmpty {
                content += Array("/>".utf8)
            } else {
                content.append(UInt8(ascii: ">"))
                content += inner
                content += Array("</\(name)>".utf8)
            }
        }
    }
}
