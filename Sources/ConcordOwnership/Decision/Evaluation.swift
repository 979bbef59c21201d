import ConcordSchema
import ConcordValues

/// The function from what was said to what holds, step by step in the order of business time.
///
/// Steps are taken in an order that follows from the events themselves and never from their arrival. So a state that has
/// seen everything up to now takes a new event in one step, and one that is late is put in its place by starting over:
/// both give the same.
///
/// It is not copied, so that no step can copy it unnoticed.
struct Evaluation<Defects: EngineDefects>: ~Copyable {
    let ownership: CompiledOwnership
    var events: [ClaimEvent] = []
    /// What each event says, by its bytes; the events keep them.
    var values: [FlatValues] = []
    var approvals: [ApprovalDecision] = []
    var emissions: [EmissionRecord] = []
    var claims: ContiguousArray<ClaimState> = []
    /// The values of claims that are not an entry's as it is: of groups, items, and parts of fields.
    var derived: [ClaimValue] = []
    var units: ContiguousArray<UnitState> = []
    /// What systems say about units: each unit's in a chain.
    var lanes: ContiguousArray<Lane> = []
    var memories: [LaneMemory] = []
    /// The unit of each target that has one; -1 if none is there yet.
    var wholes: [Int32]
    var items: [ItemKey: Int32] = [:]
    var timelines: Timelines
    /// For each phase and system its greatest event, which spares comparing in every lane.
    var greatest: [Int32]
    /// The event that was taken last, for its memory.
    var prepared = PreparedEvent()
    /// How far it got, and when it has to start over because something begins or ends by itself.
    var last: Happening?
    var wakes: Moment?

    init(_ ownership: CompiledOwnership) {
        self.ownership = ownership
        wholes = Array(repeating: -1, count: ownership.targets.count)
        greatest = Array(repeating: -1, count: 3 * ownership.systems.count)
        timelines = Timelines(ownership)
    }

    /// Forgets all that was taken, and keeps the memory that it stood in for the next record.
    mutating func restart() {
        events.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        claims.removeAll(keepingCapacity: true)
        derived.removeAll(keepingCapacity: true)
        units.removeAll(keepingCapacity: true)
        lanes.removeAll(keepingCapacity: true)
        if !approvals.isEmpty { approvals = [] }
        if !emissions.isEmpty { emissions = [] }
        if !memories.isEmpty { memories = [] }
        if !items.isEmpty { items.removeAll(keepingCapacity: true) }
        for target in wholes.indices { wholes[target] = -1 }
        for place in greatest.indices { greatest[place] = -1 }
        timelines = Timelines(ownership)
        last = nil
        wakes = nil
    }

    /// Takes all that a ledger holds.
    init(_ ownership: CompiledOwnership, _ ledger: ClaimLedger, asOf: Moment) {
        self.init(ownership)
        if ledger.isEmpty { return }
        var seen: Set<String> = []
        events = ledger.arrivals.filter { event in
            Defects.ignoresMismatch ? seen.insert(event.id).inserted : !ledger.isQuarantined(event.id)
        }
        values = events.map(\.content.values)
        approvals = ledger.approvals
        emissions = ledger.emissions
        let prepared = events.map { ownership.prepare($0, Defects.self) }
        claims.reserveCapacity(prepared.reduce(0) { $0 + $1.count })
        var happenings: [Happening] = []
        for index in events.indices { add(Int32(index), to: &happenings) }
        for (index, approval) in approvals.enumerated() {
            happenings.append(Happening(Moment(approval.time), .approval, Int32(index)))
        }
        for (index, emission) in emissions.enumerated() {
            happenings.append(Happening(Moment(emission.time), .emission, Int32(index)))
        }
        wakes = happenings.lazy.map(\.moment).filter { asOf < $0 }.min()
        happenings.removeAll { asOf < $0.moment }
        happenings.sort { precedes($0, $1) }
        let nothing = PreparedEvent()
        for phase in ownership.phases {
            for happening in happenings {
                let event = happening.kind == .claim ? prepared[Int(happening.index)] : nothing
                step(happening, event, phase: phase)
            }
        }
        last = happenings.last
    }

    /// When an event begins and, if it does, ends.
    func add(_ index: Int32, to happenings: inout [Happening]) {
        let event = events[Int(index)]
        let start = Moment(Defects.ignoresValidFrom ? event.sourceTime : event.businessTime)
        happenings.append(Happening(start, .claim, index))
        if let end = end(of: event) { happenings.append(Happening(max(start, end), .end, index)) }
    }

    /// When an event ends by itself.
    func end(of event: ClaimEvent) -> Moment? {
        var end = event.validTo.map(Moment.init)
        if let terms = event.override {
            end = min(end ?? .distantFuture, Moment(terms.expires))
            if case .at(let instant) = terms.release { end = min(end ?? .distantFuture, Moment(instant)) }
        }
        return end
    }

    /// Whether a happening comes before another one; arrival does not matter.
    func precedes(_ left: Happening, _ right: Happening) -> Bool {
        if Defects.usesArrivalOrder, left.kind == .claim, right.kind == .claim { return left.index < right.index }
        if left.moment != right.moment { return left.moment < right.moment }
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
        switch left.kind {
        case .claim, .end:
            let (first, second) = (events[Int(left.index)], events[Int(right.index)])
            if first.system != second.system { return first.system < second.system }
            return second.isGreater(than: first)
        case .approval: return approvals[Int(left.index)].id < approvals[Int(right.index)].id
        case .emission: return emissions[Int(left.index)].id < emissions[Int(right.index)].id
        }
    }

    /// Takes one happening as far as it concerns the targets of a phase.
    mutating func step(_ happening: Happening, _ prepared: PreparedEvent, phase: UInt8) {
        switch happening.kind {
        case .claim:
            timelines.begin(happening.moment)
            let hasSaid = take(happening.index, prepared, happening.moment, phase: phase)
            // Where nothing was said of what rules look at, and nothing given up, the record stays where it is.
            let isMoved = hasSaid || phase == 2 && timelines.hasMoved(at: happening.moment)
            if !isMoved { return }
        case .end: end(happening.index, happening.moment, phase: phase)
        case .approval: approve(happening.index, happening.moment, phase: phase)
        case .emission: emit(happening.index, happening.moment, phase: phase)
        }
        if phase != 0 { note(happening.moment, phase: phase) }
    }

    /// The unit of a part, which is made if it is not there.
    mutating func unit(_ target: Int32, _ key: String) -> Int {
        if !ownership.traits[Int(target)].isList {
            if wholes[Int(target)] < 0 {
                wholes[Int(target)] = Int32(units.count)
                units.append(UnitState(target: target, key: ""))
            }
            return Int(wholes[Int(target)])
        }
        let item = ItemKey(target: target, key: key)
        if let known = items[item] { return Int(known) }
        items[item] = Int32(units.count)
        units.append(UnitState(target: target, key: key))
        return units.count - 1
    }

    /// The unit of a path, which is made if it is not there; nil if no policy knows the path.
    mutating func unit(at path: ClaimPath) -> Int? {
        guard let target = ownership.target(of: path) else { return nil }
        if !ownership.traits[Int(target)].isList { return unit(target, "") }
        guard let item = path.item else { return nil }
        return unit(target, item.key)
    }

    /// The lane of a system in a unit, which is made if it is not there.
    @inline(__always)
    mutating func lane(_ unit: Int, _ system: Int32) -> Int {
        var last: Int32 = -1
        var next = units[unit].lanes
        while next >= 0 {
            if lanes[Int(next)].system == system { return Int(next) }
            last = next
            next = lanes[Int(next)].next
        }
        let new = Int32(truncatingIfNeeded: lanes.count)
        lanes.append(Lane(system: system, role: ownership.systemRoles[Int(system)]))
        if last < 0 { units[unit].lanes = new } else { lanes[Int(last)].next = new }
        return Int(new)
    }

    /// The lane of a system in a unit, if it spoke of it.
    @inline(__always)
    func lane(of system: Int32, in unit: Int) -> Int? {
        var next = units[unit].lanes
        while next >= 0 {
            if lanes[Int(next)].system == system { return Int(next) }
            next = lanes[Int(next)].next
        }
        return nil
    }

    /// The lanes of a unit, in the order in which they were made.
    func lanes(of unit: Int) -> [Int] {
        var found: [Int] = []
        var next = units[unit].lanes
        while next >= 0 {
            found.append(Int(next))
            next = lanes[Int(next)].next
        }
        return found
    }

    /// What few lanes have, which is made if it is not there.
    mutating func memory(of lane: Int) -> Int {
        if lanes[lane].memory < 0 {
            lanes[lane].memory = Int32(truncatingIfNeeded: memories.count)
            memories.append(LaneMemory())
        }
        return Int(lanes[lane].memory)
    }

    /// Whether an event is greater than what its system said before.
    @inline(__always)
    func isGreater(_ event: Int32, than latest: Int32) -> Bool {
        if latest < 0 { return true }
        if Defects.usesArrivalOrder { return event > latest }
        return event != latest && events[Int(event)].isGreater(than: events[Int(latest)])
    }
}

/// Something that an evaluation takes a step for.
struct Happening {
    /// In the order in which they are taken if they are at the same moment.
    enum Kind: UInt8 {
        case end, emission, claim, approval
    }

    let moment: Moment
    let kind: Kind
    let index: Int32

    init(_ moment: Moment, _ kind: Kind, _ index: Int32) {
        self.moment = moment
        self.kind = kind
        self.index = index
    }
}
