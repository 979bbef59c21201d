internal import ConcordSchema

/// A vendor's object while it is being written: members by pointer, in the order in which they were set.
public final class VendorObject {
    private enum Node {
        case raw([UInt8])
        case object(VendorObject)
        case list([VendorObject])
    }

    /// Names as they are written between quotes, and what is behind them.
    private var members: [(name: String, node: Node)] = []

    /// Where each name stands among the members.
    private var places: [String: Int] = [:]

    /// What rules say of members that they do not set.
    private var hints: [String: Hint] = [:]

    /// What is written when all rules have been heard.
    private var waiting: [() -> Void] = []

    /// What was found while the object was written.
    var findings: [Issue] = []

    /// What stands at a pointer beneath what rules set: in the object that is written onto, or in what was kept of one.
    var beneath: ((_ pointer: String, _ isLeft: Bool) -> String?)?

    /// What a rule says of a member that it does not set.
    enum Hint {
        /// It stays as it is.
        case leave
        /// It is this, where it is at all.
        case assume(String)
    }

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
        place(pointer, .raw(Array(json.utf8)))
    }

    /// Sets the member at a pointer to a list of objects.
    func set(_ pointer: String, items: [VendorObject]) {
        place(pointer, .list(items))
    }

    private func place(_ pointer: String, _ node: Node) {
        // What an item reads of the object around its list is not the item's to write.
        guard !pointer.hasPrefix("^") else { return }
        let names = pointer.writtenNames
        guard let last = names.last else { return }
        level(names.dropLast()).put(last, node)
    }

    /// The objects of the list at a pointer; nil if no list was set there.
    func items(at pointer: String) -> [VendorObject]? {
        guard case .list(let items) = node(at: pointer) else { return nil }
        return items
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
        guard !pointer.isEmpty else { return text() }
        switch node(at: pointer) {
        case .raw(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .object(let inner): return inner.text()
        case .list(let items): return Self.text(items)
        case nil: return nil
        }
    }

    private func node(at pointer: String) -> Node? {
        let names = pointer.writtenNames
        var object = self
        for (index, name) in names.enumerated() {
            guard let node = object.places[name].map({ object.members[$0].node }) else { return nil }
            if index == names.count - 1 { return node }
            guard case .object(let inner) = node else { return nil }
            object = inner
        }
        return nil
    }

    private static func text(_ items: [VendorObject]) -> String {
        "[" + items.map { $0.text() }.joined(separator: ",") + "]"
    }

    /// Says what becomes of the member at a pointer where nothing sets it.
    func hint(_ pointer: String, _ hint: Hint) {
        guard !pointer.hasPrefix("^") else { return }
        // Of two rules that share a member, one that has nothing to say does not silence the other.
        if case .leave = hint, hints[pointer] != nil { return }
        hints[pointer] = hint
    }

    /// What was said of a member that nothing sets.
    func hint(at pointer: String) -> Hint? { hints[pointer] }

    /// Puts something off until all rules have been heard.
    func afterwards(_ body: @escaping () -> Void) { waiting.append(body) }

    /// Writes what was put off.
    func settle() {
        while !waiting.isEmpty {
            let bodies = waiting
            waiting = []
            for body in bodies { body() }
        }
    }

    /// What the object says at a pointer when it is written: what rules set or take it to be, else what stands beneath.
    func statement(at pointer: String) -> String? {
        if let json = json(at: pointer) { return json }
        switch hints[pointer] {
        case .assume(let json): return json
        case .leave: return beneath?(pointer, true)
        case nil: return beneath?(pointer, false)
        }
    }

    /// Sets the member of a level, by its name as it is written.
    func setRaw(_ pointer: String, name: String, _ json: [UInt8]) {
        level(pointer.writtenNames[...]).put(name, .raw(json))
    }

    /// The members as they are written, and those of them that are levels.
    var contents: [(name: String, level: VendorObject?, json: [UInt8])] {
        members.map { member in
            switch member.node {
            case .raw(let json): (member.name, nil, json)
            case .object(let inner): (member.name, inner, Array(inner.text().utf8))
            case .list(let items): (member.name, nil, Array(Self.text(items).utf8))
            }
        }
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
                if let index = places[key] {
                    switch members[index].node {
                    case .object(let inner): inner.merge(JSONText(verified: String(decoding: value, as: UTF8.self)))
                    case .list(let items): Self.merge(value, into: items)
                    case .raw: break
                    }
                } else {
                    put(key, .raw(value))
                }
                guard (try? reader.take(UInt8(ascii: ","), expecting: "a comma")) != nil else { return }
            }
        }
    }

    /// Adds the members of the objects of a list, one to each item.
    private static func merge(_ list: [UInt8], into items: [VendorObject]) {
        list.withUnsafeBufferPointer { bytes in
            let elements = ItemRules.elements(of: SourceValue(bytes: bytes, offset: 0)) ?? []
            for (item, element) in zip(items, elements) {
                item.merge(JSONText(verified: String(decoding: element.bytes, as: UTF8.self)))
            }
        }
    }

    private func level(_ names: ArraySlice<String>) -> VendorObject {
        var object = self
        for name in names {
            if let place = object.places[name], case .object(let inner) = object.members[place].node {
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
        if let index = places[name] {
            members[index].node = node
        } else {
            places[name] = members.count
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
            case .list(let items): writer.writeRaw(Self.text(items).utf8)
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

extension String {
    /// The names that a JSON Pointer leads through, as they are written between quotes.
    fileprivate var writtenNames: [String] {
        pointerNames.map { name in
            guard name.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
            else {
                return name
            }
            var writer = JSONWriter(capacity: 64)
            writer.write(name)
            return String(writer.text().dropFirst().dropLast())
        }
    }
}
