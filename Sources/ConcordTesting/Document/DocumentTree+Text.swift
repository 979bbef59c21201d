extension DocumentTree {
    /// The value as JSON without white space.
    public var compact: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes) { _ in }
        return bytes
    }

    /// The value as JSON with one member or item a line.
    public var pretty: String {
        var bytes: [UInt8] = []
        writePretty(to: &bytes, indentation: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The value as JSON with random white space between its tokens.
    func spaced(using random: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        let kinds: [[UInt8]] = [[], [], [0x20], [0x20, 0x20], [0x0A], [0x0D, 0x0A], [0x09], [0x0A, 0x09, 0x20]]
        write(to: &bytes) { $0 += random.one(of: kinds) }
        return bytes
    }

    private func write(to bytes: inout [UInt8], space: (inout [UInt8]) -> Void) {
        space(&bytes)
        switch self {
        case .null: bytes += "null".utf8
        case .boolean(let value): bytes += (value ? "true" : "false").utf8
        case .number(let text): bytes += text.utf8
        case .string(let text): Self.write(text, to: &bytes)
        case .array(let items):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                item.write(to: &bytes, space: space)
            }
            if items.isEmpty { space(&bytes) }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                space(&bytes)
                Self.write(member.name, to: &bytes)
                space(&bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes, space: space)
            }
            if members.isEmpty { space(&bytes) }
            bytes.append(UInt8(ascii: "}"))
        }
        space(&bytes)
    }

    private static func write(_ text: Text, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        bytes += text.written
        bytes.append(UInt8(ascii: "\""))
    }

    private func writePretty(to bytes: inout [UInt8], indentation: Int) {
        func newLine(_ levels: Int) {
            bytes.append(0x0A)
            bytes += [UInt8](repeating: 0x20, count: levels * 2)
        }
        switch self {
        case .array(let items) where !items.isEmpty:
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                newLine(indentation + 1)
                item.writePretty(to: &bytes, indentation: indentation + 1)
            }
            newLine(indentation)
            bytes.append(UInt8(ascii: "]"))
        case .object(let members) where !members.isEmpty:
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                newLine(indentation + 1)
                Self.write(member.name, to: &bytes)
                bytes += ": ".utf8
                member.value.writePretty(to: &bytes, indentation: indentation + 1)
            }
            newLine(indentation)
            bytes.append(UInt8(ascii: "}"))
        default:
            bytes += compact
        }
    }
}

extension DocumentTree: CustomStringConvertible {
    /// The value as JSON without white space.
    public var description: String { String(decoding: compact, as: UTF8.self) }
}
