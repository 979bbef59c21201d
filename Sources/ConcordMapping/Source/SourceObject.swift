internal import ConcordSchema

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
        var quotedName: UnsafeBufferPointer<UInt8> {
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
