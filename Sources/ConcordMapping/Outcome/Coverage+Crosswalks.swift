internal import ConcordSchema
internal import ConcordValues

extension Coverage {
    /// Gives the examples of the object that was read last their places in the stream that it came from.
    ///
    /// - Parameters:
    ///   - payload: The object.
    ///   - file: What people call the stream.
    public mutating func locateExamples(in payload: Payload, of file: String) {
        for index in crosswalks.indices { crosswalks[index].locate(file, payload.position.locate) }
    }

    /// Adds the accounts of crosswalks of later objects.
    ///
    /// - Parameters:
    ///   - later: The accounts.
    ///   - objects: How many objects there were before.
    mutating func merge(_ later: [CrosswalkUse], after objects: Int) {
        for use in later { crosswalks[place(of: use.crosswalk)].merge(use, after: objects) }
    }

    /// The place of a crosswalk's account, which is begun if there is none.
    fileprivate mutating func place(of crosswalk: Crosswalk) -> Int {
        // Rows that are the same array compare in no time.
        if let place = crosswalks.firstIndex(where: { $0.crosswalk == crosswalk }) { return place }
        crosswalks.append(CrosswalkUse(crosswalk))
        return crosswalks.count - 1
    }
}

extension Mapping {
    /// Counts what the rules ask crosswalks about an object that was read.
    func countCodes(
        of object: SourceObject,
        _ coverage: inout Coverage,
        in context: MappingContext,
        _ payload: UnsafeBufferPointer<UInt8>
    ) {
        for index in coverage.crosswalks.indices { coverage.crosswalks[index].beginObject() }
        var count = CodeCount(coverage: coverage, context: context, payload: payload)
        // The account of a run is not copied with every object.
        coverage = Coverage()
        for part in parts {
            let isThere = plan.parts[part.number].isThere(in: object)
            count.count(part.askers, in: object, isThere ? "" : nil)
            for (rule, slots) in part.rules {
                guard let items = rule.items else { continue }
                items.countCodes(
                    of: object.values[slots[0]],
                    beside: slots.dropFirst().map { object.values[$0] },
                    &count,
                    isThere: isThere && count.begin(list: slots[0])
                )
            }
        }
        coverage = count.coverage
    }
}

extension ItemRules {
    fileprivate func countCodes(
        of value: SourceValue,
        beside outer: [SourceValue],
        _ count: inout CodeCount,
        isThere: Bool
    ) {
        guard rows.contains(where: { $0.crosswalk != nil }) else { return }
        count.register(askers)
        guard isThere, let elements = Self.elements(of: value) else { return }
        for (number, element) in elements.enumerated() {
            guard let object = try? object(element, beside: outer), takes(object) else { continue }
            count.beginItem()
            count.count(askers, in: object, "\(pointer)/\(number)")
        }
    }
}

/// The counting of one object's codes.
private struct CodeCount {
    var coverage: Coverage
    let context: MappingContext
    let payload: UnsafeBufferPointer<UInt8>

    /// What was counted already, because several parts and several rules ask about one value.
    private var seen: Set<[Int]> = []
    private var lists: Set<Int> = []

    init(coverage: Coverage, context: MappingContext, payload: UnsafeBufferPointer<UInt8>) {
        self.coverage = coverage
        self.context = context
        self.payload = payload
    }

    mutating func begin(list slot: Int) -> Bool { lists.insert(slot).inserted }

    mutating func beginItem() { seen = seen.filter { $0.count == 2 } }

    mutating func register(_ askers: [CrosswalkAsker]) {
        for asker in askers { _ = coverage.place(of: asker.crosswalk) }
    }

    /// Counts what some rules ask.
    ///
    /// - Parameters:
    ///   - askers: The rules.
    ///   - object: The object that they read.
    ///   - place: The pointer to that object; nil if the rules do not read it.
    mutating func count(_ askers: [CrosswalkAsker], in object: SourceObject, _ place: String?) {
        let day = context.codesOn
        for asker in askers {
            let use = coverage.place(of: asker.crosswalk)
            guard let place, let (code, source) = asker.code(in: object, context) else { continue }
            let slot = asker.rule.slots[source]
            guard seen.insert(place.isEmpty ? [use, slot] : [use, slot, 0]).inserted else { continue }
            let (objects, payload) = (coverage.objects, payload)
            let pointer = asker.rule.pointers[source]
            coverage.crosswalks[use]
                .count(code, on: day) {
                    CrosswalkUse.Example(
                        object: objects,
                        pointer: pointer.hasPrefix("^") ? String(pointer.dropFirst()) : place + pointer,
                        position: SourceLocator(payload).position(object.values[slot].offset)
                    )
                }
        }
    }
}
