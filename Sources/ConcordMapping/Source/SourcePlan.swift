internal import ConcordSchema

/// The members of a vendor's object that a mapping names, made ready to be found in one pass.
///
/// A source pointer is resolved to a slot once, when the mapping is made; reading an object fills the slots and notes what
/// no pointer names. There is no tree of the object and no dictionary of its values.
final class SourcePlan: Sendable {
    /// One level of the object: names, and what is behind each.
    final class Level: Sendable {
        let names: NameTable
        let entries: [Entry]
        let title: String

        init(title: String, _ entries: [(name: String, entry: Entry)]) {
            self.title = title
            names = NameTable(entries.map(\.name))
            self.entries = entries.map(\.entry)
        }
    }

    enum Entry: Sendable {
        /// The value goes into a slot as it is.
        case slot(Int)
        /// The value's own members are named.
        case level(Level)
    }

    let root: Level
    let pointers: [String]

    /// A plan for the given pointers, each once.
    init(_ pointers: [String]) {
        self.pointers = pointers
        let paths = pointers.enumerated().map { number, pointer in
            (number: number, names: pointer.pointerNames)
        }
        func level(_ paths: [(number: Int, names: [String])], depth: Int, title: String) -> Level {
            var order: [String] = []
            var groups: [String: [(number: Int, names: [String])]] = [:]
            for path in paths {
                if groups[path.names[depth]] == nil { order.append(path.names[depth]) }
                groups[path.names[depth], default: []].append(path)
            }
            return Level(
                title: title,
                order.map { name in
                    let group = groups[name] ?? []
                    if let whole = group.first(where: { $0.names.count == depth + 1 }) {
                        return (name, .slot(whole.number))
                    }
                    return (name, .level(level(group, depth: depth + 1, title: "\(title)/\(name)")))
                }
            )
        }
        root = level(paths.filter { !$0.names.isEmpty }, depth: 0, title: "")
    }
}

/// A vendor's object after one pass over it: the values that the mapping names, and the rest.
struct SourceObject {
    /// The values by slot.
    private(set) var values: [SourceValue]

    /// The members that no pointer names: at which level, and where name and value stand.
    private(set) var rest: [(level: SourcePlan.Level, name: StringBody, value: SourceValue)] = []

    /// Where each level that the object has ends, and whether it has members; for putting a member in.
    private(set) var ends: [String: (offset: Int, isEmpty: Bool)] = [:]

    /// Reads an object's members into slots.
    ///
    /// - Parameters:
    ///   - plan: What the mapping names.
    ///   - bytes: One JSON object.
    /// - Throws: A ``ReadFailure`` if the bytes are not one JSON object, or if a member stands twice.
    init(_ plan: SourcePlan, _ bytes: UnsafeBufferPointer<UInt8>) throws(ReadFailure) {
        values = Array(repeating: .absent, count: plan.pointers.count)
        var reader = JSONReader(bytes)
        try fill(plan.root, &reader)
        try reader.finish()
    }

    private mutating func fill(_ level: SourcePlan.Level, _ reader: inout JSONReader) throws(ReadFailure) {
        guard reader.peek() == UInt8(ascii: "{") else { throw reader.typeFailure("an object") }
        try reader.take(UInt8(ascii: "{"), expecting: "an object")
        guard reader.peek() != UInt8(ascii: "}") else {
            ends[level.title] = (reader.offset, true)
            try reader.take(UInt8(ascii: "}"), expecting: "the end of the object")
            return
        }
        var seen: UInt64 = 0
        while true {
            let begin = reader.offset
            let name = try reader.takeName()
            let kind = reader.peek()
            let valueBegin = reader.offset
            let number = name.hasEscapes ? nil : level.names.number(of: name.bytes)
            if let number {
                let bit: UInt64 = 1 << UInt64(number & 63)
                if number < 64, seen & bit != 0 {
                    throw ReadFailure(
                        .duplicateKey,
                        at: begin,
                        expected: "each member once",
                        member: String(decoding: name.bytes, as: UTF8.self),
                        isFatal: true
                    )
                }
                if number < 64 { seen |= bit }
                if case .level(let inner) = level.entries[number], kind == UInt8(ascii: "{") {
                    try fill(inner, &reader)
                } else {
                    try reader.skipValue()
                    let value = SourceValue(bytes: reader.bytes(valueBegin..<reader.offset), offset: valueBegin)
                    switch level.entries[number] {
                    case .slot(let slot): values[slot] = value
                    case .level: rest.append((level, name, value))
                    }
                }
            } else {
                try reader.skipValue()
                let value = SourceValue(bytes: reader.bytes(valueBegin..<reader.offset), offset: valueBegin)
                rest.append((level, name, value))
            }
            guard reader.peek() == UInt8(ascii: ",") else { break }
            try reader.take(UInt8(ascii: ","), expecting: "a comma")
        }
        _ = reader.peek()
        ends[level.title] = (reader.offset, false)
        try reader.take(UInt8(ascii: "}"), expecting: "a comma or the end of the object")
    }

    /// The members that no pointer names, as one JSON object with the levels that they stand on; nil if there are none.
    func restJSON() -> JSONText? {
        guard !rest.isEmpty else { return nil }
        let object = VendorObject()
        for member in rest {
            let name = String(decoding: member.name.bytes, as: UTF8.self)
            object.setRaw(member.level.title, name: name, JSONMinifier.minified(member.value.bytes))
        }
        return JSONText(verified: object.text())
    }
}
