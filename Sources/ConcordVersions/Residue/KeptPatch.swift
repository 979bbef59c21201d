internal import ConcordSchema

/// A patch where it stands in a document: nothing of it is taken apart before it is applied.
///
/// It says what ``Patch`` says, and the patches of lists, which are the rarer ones, are made such a one.
struct KeptPatch {
    private let json: UnsafeBufferPointer<UInt8>
    private var parts = InlineParts()

    /// The places of a patch's members in the document.
    private struct InlineParts {
        var key: UnsafeBufferPointer<UInt8>?
        var added: UnsafeBufferPointer<UInt8>?
        var changed: UnsafeBufferPointer<UInt8>?
        var dropped: UnsafeBufferPointer<UInt8>?
        var inner: UnsafeBufferPointer<UInt8>?
        var order: UnsafeBufferPointer<UInt8>?
    }

    private static let names = NameTable(["key", "add", "set", "drop", "in", "order"])

    /// A patch; nil if the value, which is valid JSON, is none.
    init?(_ json: UnsafeBufferPointer<UInt8>) {
        self.json = json
        var isPatch = true
        let names = Self.names
        var parts = parts
        let isObject = JSONReader.eachMember(of: json) { name, reader, value in
            switch reader.number(of: name, in: names) {
            case 0: parts.key = value
            case 1: parts.added = value
            case 2: parts.changed = value
            case 3: parts.dropped = value
            case 4: parts.inner = value
            case 5: parts.order = value
            default: isPatch = false
            }
            return isPatch
        }
        guard isObject, isPatch else { return nil }
        self.parts = parts
    }

    /// Makes the second object of the first one, as ``Patch/apply(to:isExact:)`` does.
    ///
    /// - Returns: Whether it could; if not, it is no patch of an object, and the members are anything.
    func apply(to members: inout [DocumentMember], isExact: Bool) -> Bool {
        guard parts.key == nil, parts.order == nil else { return false }
        if isExact {
            if let dropped = parts.dropped {
                guard let names = Patch.names(DocumentValue(copying: dropped)) else { return false }
                for name in names { members.removeAll { $0.name == name } }
            }
            if let changed = parts.changed {
                let isObject = Self.eachMember(of: changed) { name, value in
                    guard let place = members.firstIndex(where: { $0.name == name }) else { return true }
                    members[place].value = DocumentValue(copying: value)
                    return true
                }
                guard isObject else { return false }
            }
        }
        if let inner = parts.inner {
            let isObject = Self.eachMember(of: inner) { name, value in
                guard let patch = KeptPatch(value) else { return false }
                guard let place = members.firstIndex(where: { $0.name == name }) else { return true }
                return patch.apply(to: &members[place].value, isExact: isExact)
            }
            guard isObject else { return false }
        }
        if let added = parts.added {
            return Self.eachMember(of: added) { name, value in
                if members.firstIndex(where: { $0.name == name }) == nil {
                    members.append(DocumentMember(name, DocumentValue(copying: value)))
                }
                return true
            }
        }
        return true
    }

    private func apply(to value: inout DocumentValue, isExact: Bool) -> Bool {
        guard parts.key == nil else {
            guard let patch = Patch(DocumentValue(copying: json)) else { return false }
            patch.apply(to: &value, isExact: isExact)
            return true
        }
        guard case .object(var members) = value.opened.content else { return true }
        // The members have one owner, and are not copied when they change.
        value.content = .object([])
        guard apply(to: &members, isExact: isExact) else { return false }
        value.content = .object(members)
        return true
    }

    /// The values of some names, if the patch says of each of them what it was and the step need not be asked.
    ///
    /// - Returns: The values as they stand in the document, and nil for a member that was not there; nothing if the patch
    ///   leaves a name to the step.
    func values(of names: [MemberName]) -> [UnsafeBufferPointer<UInt8>?]? {
        guard parts.key == nil, parts.order == nil, parts.inner == nil, parts.dropped == nil else { return nil }
        var values = [UnsafeBufferPointer<UInt8>?](repeating: nil, count: names.count)
        var found = 0
        for part in [parts.changed, parts.added] {
            guard let part else { continue }
            let isKnown = Self.eachMember(of: part) { name, value in
                guard let place = names.firstIndex(of: name), values[place] == nil else { return false }
                values[place] = value
                found += 1
                return true
            }
            guard isKnown else { return nil }
        }
        return found == names.count ? values : nil
    }

    /// Gives each member of an object to a closure, until it says no.
    ///
    /// - Returns: Whether it was an object, and the closure never said no.
    private static func eachMember(
        of json: UnsafeBufferPointer<UInt8>,
        _ body: (MemberName, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        JSONReader.eachMember(of: json) { name, reader, value in body(MemberName(name, reader), value) }
    }
}

extension JSONReader {
    /// Gives each member of a valid JSON value to a closure, until it says no.
    ///
    /// - Returns: Whether it was an object, and the closure never said no.
    static func eachMember(
        of json: UnsafeBufferPointer<UInt8>,
        _ body: (StringBody, JSONReader, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        var reader = JSONReader(json)
        guard reader.peek() == UInt8(ascii: "{") else { return false }
        do throws(ReadFailure) {
            try reader.take(UInt8(ascii: "{"), expecting: "an object")
            if reader.peek() == UInt8(ascii: "}") { return true }
            repeat {
                let name = try reader.takeName()
                let value = try reader.passValue().bytes
                guard body(name, reader, value) else { return false }
            } while reader.takesComma()
            return true
        } catch {
            return false
        }
    }

    /// The number of a name, however it is written.
    func number(of name: StringBody, in table: NameTable) -> Int? {
        guard name.hasEscapes else { return table.number(of: name.bytes) }
        return nameBytes(name).withUnsafeBufferPointer { table.number(of: $0) }
    }
}

extension MemberName {
    /// A name that a reader has found.
    init(_ name: StringBody, _ reader: JSONReader) {
        let written = Array(name.bytes)
        self.init(written: written, meant: name.hasEscapes ? reader.nameBytes(name) : written)
    }
}
