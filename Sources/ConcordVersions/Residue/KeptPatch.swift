internal import ConcordSchema

/// A patch where it stands in a document: nothing of it is taken apart before it is applied.
///
/// It says what ``Patch`` says, and the patches of lists, which are the rarer ones, are made such a one.
struct KeptPatch {
    /// The patch as the document has it.
    let json: UnsafeBufferPointer<UInt8>
    private let parts: InlineParts

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

    /// Reads the patch that stands next in valid JSON; nil if the value there is none.
    init?(_ reader: inout JSONReader) {
        _ = reader.peek()
        let begin = reader.offset
        let names = Self.names
        var parts = InlineParts()
        let isPatch = reader.eachMember { name, reader throws(ReadFailure) in
            let value = try reader.passValue().bytes
            switch reader.number(of: name, in: names) {
            case 0: parts.key = value
            case 1: parts.added = value
            case 2: parts.changed = value
            case 3: parts.dropped = value
            case 4: parts.inner = value
            case 5: parts.order = value
            default: return false
            }
            return true
        }
        guard isPatch else { return nil }
        json = reader.bytes(begin..<reader.offset)
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
                var reader = JSONReader(changed)
                let isObject = reader.eachMember { name, reader throws(ReadFailure) in
                    let value = try reader.passValue().bytes
                    guard let place = members.place(of: name, reader) else { return true }
                    members[place].value = DocumentValue(copying: value)
                    return true
                }
                guard isObject else { return false }
            }
        }
        if let inner = parts.inner {
            var reader = JSONReader(inner)
            let isObject = reader.eachMember { name, reader in
                guard let patch = KeptPatch(&reader) else { return false }
                guard let place = members.place(of: name, reader) else { return true }
                return patch.apply(to: &members[place].value, isExact: isExact)
            }
            guard isObject else { return false }
        }
        if let added = parts.added {
            var reader = JSONReader(added)
            return reader.eachMember { name, reader throws(ReadFailure) in
                let value = try reader.passValue().bytes
                if members.place(of: name, reader) == nil {
                    members.append(DocumentMember(MemberName(name, reader), DocumentValue(copying: value)))
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
            var reader = JSONReader(part)
            let isKnown = reader.eachMember { name, reader throws(ReadFailure) in
                let value = try reader.passValue().bytes
                guard let place = names.firstIndex(where: { $0.isSame(as: name, reader) }), values[place] == nil else {
                    return false
                }
                values[place] = value
                found += 1
                return true
            }
            guard isKnown else { return nil }
        }
        return found == names.count ? values : nil
    }
}

extension JSONReader {
    /// Gives each member of the object that stands next in valid JSON to a closure, which reads the value, until it says
    /// no.
    ///
    /// - Returns: Whether it was an object, and the closure never said no; if not, the reader is anywhere in it.
    mutating func eachMember(_ body: (StringBody, inout JSONReader) throws(ReadFailure) -> Bool) -> Bool {
        guard peek() == UInt8(ascii: "{") else { return false }
        do throws(ReadFailure) {
            try take(UInt8(ascii: "{"), expecting: "an object")
            if peek() != UInt8(ascii: "}") {
                repeat {
                    let name = try takeName()
                    guard try body(name, &self) else { return false }
                } while takesComma()
            }
            try take(UInt8(ascii: "}"), expecting: "the end of the object")
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

    /// Whether a reader has found this name, however it is written.
    func isSame(as name: StringBody, _ reader: JSONReader) -> Bool {
        guard !name.hasEscapes else { return reader.nameBytes(name) == meant }
        return meant.count == name.count && meant.elementsEqual(name.bytes)
    }
}

extension [DocumentMember] {
    /// The place of the first member with a name that a reader has found.
    fileprivate func place(of name: StringBody, _ reader: JSONReader) -> Int? {
        firstIndex { $0.name.isSame(as: name, reader) }
    }
}
