internal import ConcordSchema

/// The members of a vendor's object that a mapping names, made ready to be found in one pass.
///
/// A source pointer is resolved to a slot once, when the mapping is made; reading an object fills the slots and notes what
/// no pointer names. There is no tree of the object and no dictionary of its values.
final class SourcePlan: Sendable {
    /// One level of the object: names, and what is behind each.
    final class Level: @unchecked Sendable {
        // Sound: the places are written in the initialiser and never after.

        let names: NameTable

        /// What is behind each name: the slot that takes its value, or, counted down from -1, a level within.
        fileprivate let places: UnsafePointer<Int>
        fileprivate let inner: [Level]

        /// The level's pointer.
        let title: String

        init(title: String, _ entries: [(name: String, entry: Entry)]) {
            self.title = title
            names = NameTable(entries.map(\.name))
            var inner: [Level] = []
            let places = UnsafeMutablePointer<Int>.allocate(capacity: max(entries.count, 1))
            for (index, (_, entry)) in entries.enumerated() {
                switch entry {
                case .slot(let slot): (places + index).initialize(to: slot)
                case .level(let level):
                    inner.append(level)
                    (places + index).initialize(to: -inner.count)
                }
            }
            self.inner = inner
            self.places = UnsafePointer(places)
        }

        deinit {
            places.deallocate()
        }
    }

    enum Entry {
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
        let paths = pointers.enumerated()
            .map { number, pointer in
                // What stands around an object is never found in it.
                (number: number, names: pointer.hasPrefix("^") ? [] : pointer.pointerNames)
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
                    return (name, .level(level(group, depth: depth + 1, title: title.pointer(to: name))))
                }
            )
        }
        root = level(paths.filter { !$0.names.isEmpty }, depth: 0, title: "")
    }
}

/// A vendor's object after one pass over it: the values that the mapping names, and the rest.
final class SourceObject {
    /// The values by slot; there are as many as the plan has pointers.
    let values: UnsafePointer<SourceValue>

    /// A member that no pointer names: at which level, and where name and value stand.
    struct Member {
        let level: SourcePlan.Level
        let name: StringBody
        let value: SourceValue

        /// The name with its quotes.
        fileprivate var quotedName: UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(start: name.start - 1, count: name.count + 2)
        }

        /// The name as it is written between its quotes.
        var writtenName: String { String(decoding: name.bytes, as: UTF8.self) }
    }

    private let slots: UnsafeMutablePointer<SourceValue>

    /// Where the object stands in the payload.
    private let base: Int

    /// The members that no pointer names.
    private(set) var rest: [Member] = []

    /// Where a level ends, and whether it has members; for putting a member in.
    struct End {
        let level: SourcePlan.Level
        let offset: Int
        let isEmpty: Bool
    }

    /// The ends of the levels that the object has.
    private var ends: [End] = []

    /// The end of the level with a pointer, if the object has it.
    func end(of level: String) -> End? {
        ends.first { $0.level.title == level }
    }

    /// Reads an object's members into slots.
    ///
    /// - Parameters:
    ///   - plan: What the mapping names.
    ///   - bytes: One JSON object.
    ///   - base: Where the object stands in the payload.
    ///   - outer: Values of the object around it, which take the slots behind its own.
    /// - Throws: A ``ReadFailure`` if the bytes are not one JSON object, or if a member stands twice.
    init(
        _ plan: SourcePlan,
        _ bytes: UnsafeBufferPointer<UInt8>,
        at base: Int = 0,
        beside outer: [SourceValue] = []
    ) throws(ReadFailure) {
        self.base = base
        let count = max(plan.pointers.count + outer.count, 1)
        let memory = UnsafeMutablePointer<SourceValue>.allocate(capacity: count)
        memory.initialize(repeating: .absent, count: count)
        for (index, value) in outer.enumerated() { memory[plan.pointers.count + index] = value }
        slots = memory
        values = UnsafePointer(memory)
        var reader = JSONReader(bytes)
        try fill(plan.root, &reader)
        try reader.finish()
    }

    deinit {
        slots.deallocate()
    }

    private func fill(_ level: SourcePlan.Level, _ reader: inout JSONReader) throws(ReadFailure) {
        guard reader.peek() == UInt8(ascii: "{") else { throw reader.typeFailure("an object") }
        let opening = reader.offset
        try reader.take(UInt8(ascii: "{"), expecting: "an object")
        guard reader.peek() != UInt8(ascii: "}") else {
            ends.append(End(level: level, offset: base + reader.offset, isEmpty: true))
            try reader.take(UInt8(ascii: "}"), expecting: "the end of the object")
            return
        }
        var seen: UInt64 = 0
        var seenBeyond: Set<Int> = []
        var strangers = Strangers()
        while true {
            let name = try reader.takeName()
            if let number = level.number(of: name, reader) {
                let bit: UInt64 = number < 64 ? 1 << UInt64(number) : 0
                guard seen & bit == 0, bit != 0 || seenBeyond.insert(number).inserted else {
                    throw reader.duplicate(name, opening: opening)
                }
                seen |= bit
                let place = level.places[number]
                if place >= 0 {
                    slots[place] = SourceValue(try reader.passValue(), base)
                } else {
                    try fill(level.inner[-place - 1], at: name, of: level, &reader)
                }
            } else {
                guard strangers.insert(name, reader) else { throw reader.duplicate(name, opening: opening) }
                rest.append(Member(level: level, name: name, value: SourceValue(try reader.passValue(), base)))
            }
            if !reader.takesComma() { break }
        }
        _ = reader.peek()
        ends.append(End(level: level, offset: base + reader.offset, isEmpty: false))
        try reader.take(UInt8(ascii: "}"), expecting: "a comma or the end of the object")
    }

    /// Reads a member whose own members are named; what is no object, or has no members, is kept whole.
    private func fill(
        _ inner: SourcePlan.Level,
        at name: StringBody,
        of level: SourcePlan.Level,
        _ reader: inout JSONReader
    ) throws(ReadFailure) {
        guard reader.peek() == UInt8(ascii: "{") else {
            rest.append(Member(level: level, name: name, value: SourceValue(try reader.passValue(), base)))
            return
        }
        let begin = reader.offset
        try fill(inner, &reader)
        // An object without members is a leaf, and no slot is there to take it.
        if let end = ends.last, end.level === inner, end.isEmpty {
            let value = SourceValue(bytes: reader.bytes(begin..<reader.offset), offset: base + begin)
            rest.append(Member(level: level, name: name, value: value))
        }
    }

    private static var colon: UnsafeBufferPointer<UInt8> {
        let colon: StaticString = ":"
        return UnsafeBufferPointer(start: colon.utf8Start, count: 1)
    }

    /// The members that no pointer names, as one JSON object with the levels that they stand on.
    ///
    /// - Parameters:
    ///   - slots: Named values that are to be kept with them.
    ///   - lists: What is to be kept of the items of lists.
    /// - Returns: The object; nil if there is nothing to keep.
    func restJSON(
        keeping slots: [(pointer: String, slot: Int)] = [],
        lists: [(pointer: String, json: String)] = []
    ) -> JSONText? {
        guard !rest.isEmpty || !slots.isEmpty || !lists.isEmpty else { return nil }
        if slots.isEmpty, lists.isEmpty, rest.allSatisfy({ $0.level.title.isEmpty }) {
            // All on the first level: they are written one behind the other.
            var writer = JSONWriter(capacity: rest.reduce(2) { $0 + $1.name.count + $1.value.bytes.count + 4 })
            writer.beginObject()
            for member in rest {
                writer.write(raw: member.quotedName)
                writer.write(raw: Self.colon)
                if member.value.isScalar {
                    writer.write(raw: member.value.bytes)
                } else {
                    JSONMinifier.minified(member.value.bytes).withUnsafeBufferPointer { writer.write(raw: $0) }
                }
                writer.endItem()
            }
            writer.endObject()
            return JSONText(verified: writer.text())
        }
        let object = VendorObject()
        for member in rest {
            object.setRaw(member.level.title, name: member.writtenName, JSONMinifier.minified(member.value.bytes))
        }
        for (pointer, slot) in slots {
            object.set(pointer, json: String(decoding: JSONMinifier.minified(values[slot].bytes), as: UTF8.self))
        }
        for (pointer, json) in lists { object.set(pointer, json: json) }
        return JSONText(verified: object.text())
    }
}

/// The names that no pointer names, at one level, to find one that stands twice.
private struct Strangers {
    /// A few names are compared one by one; from here on they are looked up.
    private static let few = 24

    private var names: [StringBody] = []
    private var table: Set<[UInt8]> = []

    /// Whether the name is new.
    mutating func insert(_ name: StringBody, _ reader: JSONReader) -> Bool {
        if table.isEmpty, names.count < Self.few, !name.hasEscapes {
            for other in names where other.count == name.count {
                if other.bytes.elementsEqual(name.bytes) { return false }
            }
            names.append(name)
            return true
        }
        if table.isEmpty { table = Set(names.map { Array($0.bytes) }) }
        return table.insert(reader.resolvedOrRaw(name)).inserted
    }
}

extension SourcePlan.Level {
    /// The number of a member's name, which may be written with escapes.
    fileprivate func number(of name: StringBody, _ reader: JSONReader) -> Int? {
        name.hasEscapes
            ? reader.resolvedOrRaw(name).withUnsafeBufferPointer(names.number) : names.number(of: name.bytes)
    }
}

extension JSONReader {
    /// A name's bytes with its escapes resolved; as they are if half of a surrogate pair is among them.
    fileprivate func resolvedOrRaw(_ name: StringBody) -> [UInt8] {
        name.hasEscapes ? (try? resolvedBytes(name)) ?? Array(name.bytes) : Array(name.bytes)
    }

    /// The failure of a member that stands twice in the object that begins at an offset.
    fileprivate func duplicate(_ name: StringBody, opening: Int) -> ReadFailure {
        let wanted = resolvedOrRaw(name)
        // All that stands before was read once already.
        var again = JSONReader(bytes((opening + 1)..<offset))
        var places: [Int] = []
        while again.peek() == UInt8(ascii: "\"") {
            let place = opening + 1 + again.offset
            guard let next = try? again.takeName() else { break }
            if again.resolvedOrRaw(next) == wanted { places.append(place) }
            guard (try? again.skipValue()) != nil, again.peek() == UInt8(ascii: ",") else { break }
            guard (try? again.take(UInt8(ascii: ","), expecting: "a comma")) != nil else { break }
        }
        return ReadFailure(
            .duplicateKey,
            at: places.last ?? offset,
            expected: "each member once",
            relatedOffset: places.first,
            member: String(decoding: wanted, as: UTF8.self),
            isFatal: true
        )
    }
}
