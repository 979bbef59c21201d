internal import ConcordSchema
private import Synchronization

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

        /// By the number of a name, counted from 1: the number of the name that stood behind it last time; first of all,
        /// the one that came first.
        ///
        /// A vendor writes the members of its objects in one order, whatever it is. A guess that is wrong costs a
        /// comparison, so it does not matter which of several readers left it here.
        private let followers: UnsafeMutablePointer<Atomic<UInt16>>

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
            followers = .allocate(capacity: entries.count + 1)
            for index in 0...entries.count {
                (followers + index).initialize(to: Atomic(UInt16(min(index, max(entries.count - 1, 0)))))
            }
        }

        deinit {
            places.deallocate()
            followers.deallocate()
        }

        /// The number of the name that is expected behind another; -1 stands for the beginning.
        @inline(__always)
        fileprivate func follower(of number: Int) -> Int {
            Int(followers[number &+ 1].load(ordering: .relaxed))
        }

        /// Remembers which name stood behind another.
        fileprivate func note(_ follower: Int, behind number: Int) {
            followers[number &+ 1].store(UInt16(truncatingIfNeeded: follower), ordering: .relaxed)
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
    private let plan: SourcePlan
    private let bytes: UnsafeBufferPointer<UInt8>

    /// Where the object stands in the payload.
    private let base: Int

    /// The members that no pointer names.
    let rest: [Member]

    /// Where a level ends, and whether it has members; for putting a member in.
    struct End {
        let level: SourcePlan.Level
        let offset: Int
        let isEmpty: Bool
    }

    /// The ends of the levels that the object has: only writing asks for them.
    private lazy var ends: [End] = {
        let memory = SourceScan.memory(for: plan)
        defer { memory.deallocate() }
        var scan = SourceScan(slots: memory, base: base, notesEnds: true)
        // What was read once can be read again.
        try? scan.read(bytes, plan)
        return scan.ends
    }()

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
        self.plan = plan
        self.bytes = bytes
        self.base = base
        let memory = SourceScan.memory(for: plan, and: outer)
        slots = memory
        values = UnsafePointer(memory)
        var scan = SourceScan(slots: memory, base: base, notesEnds: false)
        do throws(ReadFailure) {
            try scan.read(bytes, plan)
        } catch {
            rest = []
            throw error
        }
        rest = scan.rest
    }

    deinit {
        slots.deallocate()
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
            return firstLevelJSON()
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

    /// The members that no pointer names, all of them on the first level, one behind the other.
    private func firstLevelJSON() -> JSONText {
        guard rest.allSatisfy(\.value.isScalar) else {
            var writer = JSONWriter(capacity: rest.reduce(2) { $0 + $1.name.count + $1.value.bytes.count + 4 })
            writer.beginObject()
            for member in rest {
                writer.write(raw: member.quotedName)
                writer.write(raw: Self.colon)
                JSONMinifier.minified(member.value.bytes).withUnsafeBufferPointer { writer.write(raw: $0) }
                writer.endItem()
            }
            writer.endObject()
            return JSONText(verified: writer.text())
        }
        // What most objects have: a few custom fields. They are put together where they stay.
        let count = rest.reduce(1) { $0 + $1.name.count + $1.value.bytes.count + 4 }
        return JSONText(
            verified: String(unsafeUninitializedCapacity: count) { memory in
                var next = 0
                var mark = UInt8(ascii: "{")
                for member in rest {
                    memory.initializeElement(at: next, to: mark)
                    next = memory[(next + 1)...].initialize(fromContentsOf: member.quotedName)
                    memory.initializeElement(at: next, to: UInt8(ascii: ":"))
                    next = memory[(next + 1)...].initialize(fromContentsOf: member.value.bytes)
                    mark = UInt8(ascii: ",")
                }
                memory.initializeElement(at: next, to: UInt8(ascii: "}"))
                return next + 1
            }
        )
    }
}

/// One pass over a vendor's object.
private struct SourceScan {
    let slots: UnsafeMutablePointer<SourceValue>
    let base: Int
    let notesEnds: Bool
    var rest: [SourceObject.Member] = []
    var ends: [SourceObject.End] = []

    init(slots: UnsafeMutablePointer<SourceValue>, base: Int, notesEnds: Bool) {
        self.slots = slots
        self.base = base
        self.notesEnds = notesEnds
    }

    /// Memory for the values of an object, and behind them those of the object around it.
    static func memory(
        for plan: SourcePlan,
        and outer: [SourceValue] = []
    ) -> UnsafeMutablePointer<SourceValue> {
        let count = max(plan.pointers.count + outer.count, 1)
        let memory = UnsafeMutablePointer<SourceValue>.allocate(capacity: count)
        memory.initialize(repeating: .absent, count: count)
        for (index, value) in outer.enumerated() { memory[plan.pointers.count + index] = value }
        return memory
    }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ plan: SourcePlan) throws(ReadFailure) {
        var reader = JSONReader(bytes)
        _ = try fill(plan.root, &reader)
        try reader.finish()
    }

    /// Reads an object whose members are named.
    ///
    /// - Returns: Whether it has none.
    private mutating func fill(_ level: SourcePlan.Level, _ reader: inout JSONReader) throws(ReadFailure) -> Bool {
        guard reader.peek() == UInt8(ascii: "{") else { throw reader.typeFailure("an object") }
        let opening = reader.offset
        try reader.take(UInt8(ascii: "{"), expecting: "an object")
        guard reader.peek() != UInt8(ascii: "}") else {
            if notesEnds {
                ends.append(SourceObject.End(level: level, offset: base + reader.offset, isEmpty: true))
            }
            try reader.take(UInt8(ascii: "}"), expecting: "the end of the object")
            return true
        }
        var seen: UInt64 = 0
        var seenBeyond: Set<Int> = []
        var strangers = Strangers(first: rest.count)
        var previous = -1
        repeat {
            let begin = reader.offset
            var number = level.follower(of: previous)
            if !reader.takesName(number, of: level.names) {
                let name = try reader.takeName()
                guard let found = level.number(of: name, reader) else {
                    guard strangers.insert(name, of: level, rest, reader) else {
                        throw reader.duplicate(name, opening: opening)
                    }
                    try keep(name, of: level, &reader)
                    continue
                }
                level.note(found, behind: previous)
                number = found
            }
            previous = number
            let bit: UInt64 = number < 64 ? 1 &<< UInt64(truncatingIfNeeded: number) : 0
            guard seen & bit == 0, bit != 0 || seenBeyond.insert(number).inserted else {
                throw try reader.duplicate(at: begin, opening: opening)
            }
            seen |= bit
            let place = level.places[number]
            if place >= 0 {
                slots[place] = SourceValue(try reader.passValue(), base)
            } else {
                try fill(level.inner[-place - 1], number, of: level, from: begin, &reader)
            }
        } while reader.takesComma()
        _ = reader.peek()
        if notesEnds { ends.append(SourceObject.End(level: level, offset: base + reader.offset, isEmpty: false)) }
        try reader.take(UInt8(ascii: "}"), expecting: "a comma or the end of the object")
        return false
    }

    /// Reads a member whose own members are named; what is no object, or has no members, is kept whole.
    private mutating func fill(
        _ inner: SourcePlan.Level,
        _ number: Int,
        of level: SourcePlan.Level,
        from begin: Int,
        _ reader: inout JSONReader
    ) throws(ReadFailure) {
        if reader.peek() == UInt8(ascii: "{"), try !fill(inner, &reader) { return }
        // An object without members is a leaf, and no slot is there to take it.
        reader.goBack(to: begin)
        let name = try reader.takeName()
        try keep(name, of: level, &reader)
    }

    private mutating func keep(
        _ name: StringBody,
        of level: SourcePlan.Level,
        _ reader: inout JSONReader
    ) throws(ReadFailure) {
        let value = SourceValue(try reader.passValue(), base)
        rest.append(SourceObject.Member(level: level, name: name, value: value))
    }
}

/// The names that no pointer names, at one level, to find one that stands twice.
private struct Strangers {
    /// A few names are compared one by one; from here on they are looked up.
    private static let few = 24

    private let first: Int
    private var count = 0
    private var table: Set<[UInt8]> = []

    /// No names yet.
    ///
    /// - Parameter first: Where the level's members begin among those that no pointer names.
    init(first: Int) {
        self.first = first
    }

    /// Whether the name is new.
    mutating func insert(
        _ name: StringBody,
        of level: SourcePlan.Level,
        _ rest: [SourceObject.Member],
        _ reader: JSONReader
    ) -> Bool {
        let own = rest[first...].lazy.filter { $0.level === level }
        if table.isEmpty, count < Self.few, !name.hasEscapes {
            count += 1
            return !own.contains { $0.name.count == name.count && $0.name.bytes.elementsEqual(name.bytes) }
        }
        if table.isEmpty { table = Set(own.map { Array($0.name.bytes) }) }
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

    /// The failure of a member that stands twice, where its name begins at an offset that was passed.
    fileprivate mutating func duplicate(at begin: Int, opening: Int) throws(ReadFailure) -> ReadFailure {
        goBack(to: begin)
        let name = try takeName()
        return duplicate(name, opening: opening)
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
