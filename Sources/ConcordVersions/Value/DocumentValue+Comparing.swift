internal import ConcordSchema

extension DocumentValue: Equatable {
    /// Whether two values say the same: the order of members and needless escapes do not count, digits of numbers do.
    public static func == (left: Self, right: Self) -> Bool {
        if case .json(let left) = left.content, case .json(let right) = right.content, left == right { return true }
        switch (left.opened.content, right.opened.content) {
        case (.object(let left), .object(let right)):
            guard left.count == right.count else { return false }
            return left.allSatisfy { member in right.value(named: member.name) == member.value }
        case (.list(let left), .list(let right)):
            return left == right
        case (.json(let left), .json(let right)):
            return left == right || meaning(left) == meaning(right)
        default:
            return false
        }
    }

    /// A scalar in one form: strings with their escapes resolved, everything else as it is written.
    private static func meaning(_ json: [UInt8]) -> [UInt8] {
        guard json.first == UInt8(ascii: "\""), json.contains(UInt8(ascii: "\\")) else { return json }
        return json.withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            guard let body = try? reader.scanString() else { return json }
            return [UInt8(ascii: "\"")] + reader.nameBytes(body) + [UInt8(ascii: "\"")]
        }
    }
}

extension DocumentValue {
    /// Writes the value as compact JSON.
    func write(to writer: inout JSONWriter) {
        switch content {
        case .json(let json):
            writer.write(raw: json)
        case .object(let members):
            writer.beginObject()
            for member in members { member.write(to: &writer) }
            writer.endObject()
        case .list(let items):
            writer.beginList()
            for item in items {
                item.write(to: &writer)
                writer.endItem()
            }
            writer.endList()
        }
    }

    /// The value as compact JSON.
    public var json: [UInt8] {
        if case .json(let json) = content { return json }
        var writer = JSONWriter(capacity: 256)
        write(to: &writer)
        return writer.bytes()
    }
}

extension DocumentMember {
    private static let quote: [UInt8] = [UInt8(ascii: "\"")]
    private static let colon: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: ":")]

    /// Writes the member, with a comma behind it unless it is the last.
    func write(to writer: inout JSONWriter, isLast: Bool = false) {
        writer.write(raw: Self.quote)
        writer.write(raw: name.written)
        writer.write(raw: Self.colon)
        value.write(to: &writer)
        if !isLast { writer.endItem() }
    }
}

extension JSONWriter {
    /// Writes JSON text that somebody else vouches for.
    mutating func write(raw bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { write(raw: $0) }
    }
}
