internal import ConcordSchema

/// One pass over a vendor's object.
struct SourceScan {
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
    func resolvedOrRaw(_ name: StringBody) -> [UInt8] {
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
