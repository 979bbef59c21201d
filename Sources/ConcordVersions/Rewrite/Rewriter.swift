internal import ConcordSchema

/// One pass over a document that makes it one of the next version, up or down.
///
/// Members that no step touches are copied as bytes, in runs that are as long as possible. Of what steps touch, only the
/// places are noted until a step has all that it reads.
struct Rewriter: ~Copyable {
    let edge: Edge
    var reader: JSONReader
    var writer: JSONWriter

    /// What came with the document for this change of version.
    var incoming: [KeptEntry] = []
    /// A bit for each number of a step for which something came; the last is that of all later ones.
    var present: UInt64 = 0
    /// The id of the record whose residue it is.
    var owner: UnsafeBufferPointer<UInt8>?
    /// What is to go with the result.
    var outgoing = Residue()
    /// What came from an entity that is not the document's.
    private(set) var foreignResidue: Int?
    /// Values that a step could not convert; they are copied as they are.
    var failures: [ReadFailure] = []
    /// Residue whose live values have changed, where that is an issue.
    var conflicts: [ReadFailure] = []

    /// What became of residue whose live values somebody has changed, where nobody has to decide.
    var remarks: [ReadFailure] = []

    /// Whether residue was found behind members for which it was needed.
    private(set) var foundResidueLate = false
    private var isBehindResidue: Bool
    private var identity: Range<Int>?
    private var spliceAt = 0
    private var residueOffset = 0

    /// Places of members by slot; negative ones are empty.
    var slots: [Int] = []
    var ends: [Int] = []
    var trail: [Place] = []

    /// Where bytes come from; nil if nobody asks.
    var map: OffsetMap?

    /// A pass over a document.
    ///
    /// - Parameters:
    ///   - document: The document; its memory outlives the pass.
    ///   - edge: The change of version.
    ///   - residue: Where the residue stands, if that is known already; an empty range is none.
    ///   - isMapped: Whether somebody asks where the result's bytes come from.
    init(_ document: UnsafeBufferPointer<UInt8>, _ edge: Edge, residue: Range<Int>? = nil, isMapped: Bool = false) {
        self.edge = edge
        reader = JSONReader(document)
        writer = JSONWriter(capacity: document.count &+ 256)
        isBehindResidue = residue != nil
        if isMapped { map = OffsetMap() }
        slots.reserveCapacity(64)
        ends.reserveCapacity(64)
        if let residue, !residue.isEmpty { take(residue) }
    }

    /// Rewrites the document.
    mutating func run() throws(ReadFailure) {
        try object(edge.scope)
        try reader.finish()
        if foreignResidue == nil, !incoming.isEmpty, let owner, let identity {
            let own = reader.bytes(identity)
            if own.elementsEqual(owner) { return }
            if DocumentValue(copying: own) != DocumentValue(copying: owner) { foreignResidue = residueOffset }
        }
    }

    /// The result: with its residue behind the name of its schema, if it has any.
    mutating func finish() -> JSONWriter {
        var result = JSONWriter(capacity: 0)
        guard !outgoing.entries.isEmpty else {
            swap(&result, &writer)
            return result
        }
        outgoing.id = identity.map { DocumentValue(copying: reader.bytes($0)) }
        outgoing.sort()
        result = JSONWriter(capacity: writer.count + 1024)
        writer.withBytes { bytes in
            // Where the schema's name is the last member, the brace has taken the place of its comma.
            let isLast = bytes[spliceAt - 1] != UInt8(ascii: ",")
            let place = isLast ? spliceAt - 1 : spliceAt
            result.write(raw: UnsafeBufferPointer(rebasing: bytes[..<place]))
            if isLast { result.endItem() }
            DocumentMember(Residue.name, outgoing.value).write(to: &result, isLast: isLast)
            map?.insert(result.count - place, at: place, from: residueOffset)
            result.write(raw: UnsafeBufferPointer(rebasing: bytes[place...]))
        }
        return result
    }

    // MARK: - Objects

    mutating func object(_ scope: Scope) throws(ReadFailure) {
        let base = slots.count
        slots.append(contentsOf: repeatElement(-1, count: scope.slotCount))
        ends.append(contentsOf: repeatElement(0, count: scope.slotCount))
        defer {
            slots.removeLast(slots.count - base)
            ends.removeLast(ends.count - base)
        }
        let opening = reader.offset
        try reader.take(UInt8(ascii: "{"), expecting: "an object")
        map?.note(writer.count, from: opening, isCopy: true)
        writer.beginObject()
        var intruders: [Range<Int>] = []
        var begin = -1
        var end = 0
        if reader.peek() != UInt8(ascii: "}") {
            repeat {
                _ = reader.peek()
                let member = reader.offset
                let name = try reader.takeName()
                let found =
                    name.hasEscapes
                    ? reader.nameBytes(name).withUnsafeBufferPointer { scope.table.number(of: $0) }
                    : scope.table.number(of: name.bytes)
                guard let number = found else {
                    _ = try reader.passValue()
                    if begin < 0 { begin = member }
                    end = reader.offset
                    continue
                }
                if begin >= 0 {
                    copy(begin..<end)
                    begin = -1
                }
                // One slot a name, behind those of the steps, to notice a member that stands twice.
                let seen = base + scope.slotCount - 1 - number
                if slots[seen] >= 0 { throw duplicate(name, at: member, first: slots[seen]) }
                slots[seen] = member
                _ = reader.peek()
                let value = reader.offset
                switch scope.actions[number] {
                case .rename(let later):
                    map?.note(writer.count, from: member, isCopy: false)
                    writer.write(raw: later)
                    _ = try reader.passValue()
                    copy(value..<reader.offset)
                case .input(let number, let input):
                    _ = try reader.passValue()
                    let step = scope.steps[number]
                    let first = base + step.slot
                    slots[first + input] = value
                    ends[first + input] = reader.offset
                    try emitIfComplete(step, first, opening)
                case .enter(let inner):
                    map?.note(writer.count, from: member, isCopy: true)
                    writer.write(raw: reader.bytes(member..<value))
                    try enter(inner)
                case .intruder:
                    try reader.skipValue()
                    intruders.append(member..<reader.offset)
                case .tag:
                    try reader.skipValue()
                    map?.note(writer.count, from: value, isCopy: false)
                    writer.write(raw: edge.tag)
                    spliceAt = writer.count
                case .residue:
                    try reader.skipValue()
                    if !isBehindResidue {
                        if hasEmitted { foundResidueLate = true }
                        take(value..<reader.offset)
                    }
                case .identity:
                    try reader.skipValue()
                    identity = value..<reader.offset
                    copy(member..<reader.offset)
                }
            } while reader.takesComma()
        }
        if begin >= 0 { copy(begin..<end) }
        for step in scope.steps {
            let first = base + step.slot
            let count = (first..<first + step.inputs.count).count { slots[$0] >= 0 }
            if count < step.inputs.count || step.inputs.isEmpty { try emit(step, first, opening) }
        }
        try settle(intruders, opening)
        try reader.take(UInt8(ascii: "}"), expecting: "a comma or the end of the object")
        writer.endObject()
    }

    private mutating func copy(_ range: Range<Int>) {
        map?.note(writer.count, from: range.lowerBound, isCopy: true)
        writer.write(raw: reader.bytes(range))
        writer.endItem()
    }

    private mutating func emitIfComplete(_ step: Scope.Step, _ first: Int, _ opening: Int) throws(ReadFailure) {
        for slot in first..<first + step.inputs.count where slots[slot] < 0 { return }
        try emit(step, first, opening)
    }

    private func duplicate(_ name: StringBody, at place: Int, first: Int) -> ReadFailure {
        ReadFailure(
            .duplicateKey,
            at: place,
            expected: "each member once",
            relatedOffset: first,
            member: String(decoding: reader.nameBytes(name), as: UTF8.self),
            isFatal: true
        )
    }

    // MARK: - Nested records and lists

    private mutating func enter(_ scope: Scope) throws(ReadFailure) {
        trail.append(Place(name: scope.name))
        defer { trail.removeLast() }
        switch reader.peek() {
        case UInt8(ascii: "{"):
            try object(scope)
        case UInt8(ascii: "["):
            trail[trail.count - 1].list = reader.offset
            trail[trail.count - 1].key = scope.key
            try reader.beginList()
            writer.beginList()
            if try reader.hasFirstItem() {
                repeat {
                    trail[trail.count - 1].item += 1
                    if reader.peek() == UInt8(ascii: "{") {
                        try object(scope)
                    } else {
                        let begin = reader.offset
                        try reader.skipValue()
                        map?.note(writer.count, from: begin, isCopy: true)
                        writer.write(raw: reader.bytes(begin..<reader.offset))
                    }
                    writer.endItem()
                } while try reader.hasNextItem()
            }
            writer.endList()
        default:
            let begin = reader.offset
            try reader.skipValue()
            map?.note(writer.count, from: begin, isCopy: true)
            writer.write(raw: reader.bytes(begin..<reader.offset))
        }
        writer.endItem()
    }

    // MARK: - Residue

    /// Whether a step has been done already.
    var hasEmitted = false

    private mutating func take(_ range: Range<Int>) {
        isBehindResidue = true
        residueOffset = range.lowerBound
        do throws(ReadFailure) {
            try readResidue(reader.bytes(range))
            outgoing.id = owner.map { DocumentValue(copying: $0) }
        } catch {
            incoming = []
            present = 0
            outgoing = Residue()
            failures.append(malformedResidue)
        }
    }

    var malformedResidue: ReadFailure {
        ReadFailure(
            .residue,
            at: residueOffset,
            expected: "the residue of another version, which nobody else may write"
        )
    }
}
