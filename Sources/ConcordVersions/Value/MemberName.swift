internal import ConcordSchema

/// The name of a member as a document writes it; two names are equal if they mean the same bytes.
struct MemberName: Sendable {
    /// What stands between the quotes.
    let written: [UInt8]

    /// What it means, with its escapes resolved.
    let meant: [UInt8]

    /// A name as a document writes it.
    init(written: [UInt8], meant: [UInt8]) {
        self.written = written
        self.meant = meant
    }

    /// A name with the escapes that it needs.
    init(_ text: String) {
        meant = Array(text.utf8)
        let isPlain = meant.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if isPlain {
            written = meant
        } else {
            var writer = JSONWriter(capacity: 64)
            writer.write(text)
            written = Array(writer.bytes().dropFirst().dropLast())
        }
    }

    /// The name as text.
    var text: String { String(decoding: meant, as: UTF8.self) }
}

extension MemberName: Hashable {
    static func == (left: Self, right: Self) -> Bool { left.meant == right.meant }

    func hash(into hasher: inout Hasher) { hasher.combine(meant) }
}

/// One member of an object that was taken apart.
struct DocumentMember: Sendable {
    var name: MemberName
    var value: DocumentValue

    init(_ name: MemberName, _ value: DocumentValue) {
        self.name = name
        self.value = value
    }
}

extension [DocumentMember] {
    /// The value of the first member with a name.
    func value(named name: MemberName) -> DocumentValue? {
        first { $0.name == name }?.value
    }
}
