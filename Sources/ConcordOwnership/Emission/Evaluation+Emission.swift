import ConcordConfiguration
import ConcordValues

extension Evaluation {
    /// Notes what was sent to a system, so that its answer is known.
    mutating func emit(_ index: Int32, _ moment: Moment, phase: UInt8) {
        let emission = emissions[Int(index)]
        guard let system = ownership.systemNumbers[emission.system] else { return }
        for entry in emission.values {
            guard let target = ownership.target(of: entry.path), ownership.traits[Int(target)].phase == phase,
                let unit = unit(at: entry.path)
            else { continue }
            let lane = lane(unit, system)
            let memory = memory(of: lane)
            let isAgain = memories[memory].sent.map { ownership.isSame(target, $0, entry.value) } ?? false
            memories[memory].sendings = isAgain ? memories[memory].sendings + 1 : 1
            memories[memory].sent = entry.value
            memories[memory].emitted = entry.value
            memories[memory].emittedAt = moment
            memories[memory].hasRewritten = false
        }
    }
}

extension Evaluation {
    /// Systems that answered what they were sent with something else, or did not answer after the last try.
    func unacknowledged(_ circumstance: Int32) -> [OwnershipException] {
        var found: [OwnershipException] = []
        for unit in units.indices {
            let shown = value(unit, standing(unit, circumstance))
            for index in lanes(of: unit) where lanes[index].memory >= 0 {
                let (lane, memory) = (lanes[index], memories[Int(lanes[index].memory)])
                guard let sent = memory.sent, ownership.isSame(units[unit].target, sent, shown),
                    !ownership.isSame(units[unit].target, value(of: lane.held), shown),
                    memory.hasRewritten || memory.sendings >= EmissionPlan.maximumSendings
                else { continue }
                found.append(
                    OwnershipException(
                        kind: .unacknowledged,
                        unit: path(of: unit),
                        events: [],
                        systems: [ownership.systems[Int(lane.system)]]
                    )
                )
            }
        }
        return found
    }
}

extension Evaluation {
    /// What a system should have, less what it is known to have.
    func emission(for name: SystemID, _ record: RecordKey, at moment: Moment) -> EmissionPlan? {
        guard let system = ownership.systemNumbers[name] else { return nil }
        let circumstance = circumstance(at: moment).number
        var values: [(entry: ClaimEntry, generation: Int32)] = []
        for unit in units.indices {
            guard let value = due(unit, system, circumstance) else { continue }
            values.append((ClaimEntry(path(of: unit), value), units[unit].changes + answers(of: system, in: unit)))
        }
        if values.isEmpty { return nil }
        values.sort { $0.entry.path < $1.entry.path }
        // The generation: a value that comes back after another one is sent under another key, and so is one that the system
        // had confirmed before it said something else.
        var lines = [ownership.systems[Int(system)].text, record.description]
        for (entry, generation) in values { lines.append("\(entry.path) \(generation) \(entry.value)") }
        return EmissionPlan(
            key: ContentHash(ofBytes: Array(lines.joined(separator: "\n").utf8)),
            system: ownership.systems[Int(system)],
            record: record,
            values: values.map(\.entry)
        )
    }

    /// How often a system answered what it was sent about a unit.
    private func answers(of system: Int32, in unit: Int) -> Int32 {
        guard let lane = lane(of: system, in: unit), lanes[lane].memory >= 0 else { return 0 }
        let memory = memories[Int(lanes[lane].memory)]
        return memory.echoes + memory.nearMisses
    }

    /// What a system should be told about a unit; nil if nothing.
    private func due(_ unit: Int, _ system: Int32, _ circumstance: Int32) -> ClaimValue? {
        let target = units[unit].target
        let role = ownership.systemRoles[Int(system)]
        if role < 0 || ownership.targets[Int(target)].path.hasPrefix("@") { return nil }
        guard ownership.cell(target, circumstance, role).capabilities.contains(.observe) else { return nil }
        let value = value(unit, standing(unit, circumstance))
        if !value.isStatement { return nil }
        guard let lane = lane(of: system, in: unit).map({ lanes[$0] }) else {
            return value == .cleared ? nil : value
        }
        // What it proposes stays with it until somebody has decided.
        if let voice = lane.voice, claims[Int(voice.claim)].mark.kind == .pending { return nil }
        if !Defects.emitsEchoes, isHeld(value, lane, target) { return nil }
        if lane.memory < 0 { return value }
        let memory = memories[Int(lane.memory)]
        if let sent = memory.sent, ownership.isSame(target, sent, value) {
            if memory.hasRewritten || memory.sendings >= EmissionPlan.maximumSendings { return nil }
        }
        return value
    }

    private func isHeld(_ value: ClaimValue, _ lane: Lane, _ target: Int32) -> Bool {
        let held = self.value(of: lane.held)
        return value == .cleared && !held.isStatement || ownership.isSame(target, held, value)
    }

    /// How a system answered what it was sent.
    func echoes(of name: SystemID) -> EchoCount {
        guard let system = ownership.systemNumbers[name] else { return EchoCount() }
        var count = EchoCount()
        for unit in units.indices {
            guard let lane = lane(of: system, in: unit), lanes[lane].memory >= 0 else { continue }
            count.echoes += Int(memories[Int(lanes[lane].memory)].echoes)
            count.nearMisses += Int(memories[Int(lanes[lane].memory)].nearMisses)
        }
        return count
    }
}
