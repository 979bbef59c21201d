internal import ConcordSchema

/// A vendor's object while it is being written: members by pointer, in the order in which they were set.
public final class VendorObject {
    private enum Node {
        case raw([UInt8])
        case object(VendorObject)
    }

    /// Names as they are written between quotes, and what is behind them.
    private var members: [(name: String, node: Node)] = []

    /// An object without members.
    public init() {}

    /// Whether there are no members.
    var isEmpty: Bool { members.isEmpty }

    /// Sets the member at a pointer.
    ///
    /// - Parameters:
    ///   - pointer: A JSON Pointer (RFC 6901) of names: `/BillingAddress/city`.
    ///   - json: The value's JSON text.
    public func set(_ pointer: String, json: String) {
        let names = pointer.pointerNames
        guard let last = names.last else { return }
        level(names.dropLast()).put(last, .raw(Array(json.utf8)))
    }

    /// Sets the member at a pointer to a string.
    public func set(_ pointer: String, text: String) {
        var writer = JSONWriter(capacity: 64)
        writer.write(text)
        set(pointer, json: writer.text())
    }

    /// Sets the member at a pointer to `null`.
    public func setNull(_ pointer: String) {
        set(pointer, json: "null")
    }

    /// The value at a pointer as JSON text; nil if it was not set.
    func json(at pointer: String) -> String? {
        let names = pointer.pointerNames
        var object = self
        for (index, name) in names.enumerated() {
            guard let node = object.members.first(where: { $0.name == name })?.node else { return nil }
            switch node {
            case .raw(let bytes):
                return index == names.count - 1 ? String(decoding: bytes, as: UTF8.self) : nil
            case .object(let inner): object = inner
            }
        }
        return object.text()
    }

    func setRaw(_ pointer: String, name: String, _ json: [UInt8]) {
        level(pointer.pointerNames[...]).put(name, .raw(json))
    }

    /// Adds the members of another object; those that are here already stay as they are.
    func merge(_ json: JSONText) {
        var text = json.text
        text.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            guard (try? reader.take(UInt8(ascii: "{"), expecting: "an object")) != nil else { return }
            while reader.peek() == UInt8(ascii: "\"") {
                guard let name = try? reader.takeName() else { return }
                reader.skipWhitespace()
                let begin = reader.offset
                guard (try? reader.skipValue()) != nil else { return }
                let value = Array(reader.bytes(begin..<reader.offset))
                let key = String(decoding: name.bytes, as: UTF8.self)
                if let index = members.firstIndex(where: { $0.name == key }) {
                    if case .object(let inner) = members[index].node {
                        inner.merge(JSONText(verified: String(decoding: value, as: UTF8.self)))
                    }
                } else {
                    members.append((key, .raw(value)))
                }
                guard (try? reader.take(UInt8(ascii: ","), expecting: "a comma")) != nil else { return }
            }
        }
    }

    private func level(_ names: ArraySlice<String>) -> VendorObject {
        var object = self
        for name in names {
            if case .object(let inner) = object.members.first(where: { $0.name == name })?.node {
                object = inner
            } else {
                let inner = VendorObject()
                object.put(name, .object(inner))
                object = inner
            }
        }
        return object
    }

    private func put(_ name: String, _ node: Node) {
        if let index = members.firstIndex(where: { $0.name == name }) {
            members[index].node = node
        } else {
            members.append((name, node))
        }
    }

    /// Writes the object.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for member in members {
            // Names are kept as they were written, escapes and all.
            writer.writeRaw([UInt8(ascii: "\"")] + Array(member.name.utf8) + [UInt8(ascii: "\""), UInt8(ascii: ":")])
            switch member.node {
            case .raw(let json): writer.writeRaw(json)
            case .object(let inner): inner.write(to: &writer)
            }
            writer.endItem()
        }
        writer.endObject()
    }

    /// The object as compact JSON.
    public func text() -> String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text()
    }
}
