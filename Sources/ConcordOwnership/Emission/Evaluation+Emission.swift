extension Evaluation {
    /// Notes what was sent to a system, so that its answer is known.
    mutating func emit(_ index: Int32, phase: UInt8) {
        let emission = emissions[Int(index)]
        guard let system = ownership.systemNumbers[emission.system] else { return }
        for entry in emission.values {
            guard let target = ownership.target(of: entry.path), ownership.targets[Int(target)].phase == phase,
                let unit = unit(at: entry.path)
            else { continue }
            let lane = lane(unit, system)
            let isAgain = units[unit].lanes[lane].sent.map { ownership.isSame(target, $0, entry.value) } ?? false
            units[unit].lanes[lane].sendings = isAgain ? units[unit].lanes[lane].sendings + 1 : 1
            units[unit].lanes[lane].sent = entry.value
            units[unit].lanes[lane].emitted = entry.value
            units[unit].lanes[lane].hasRewritten = false
        }
    }
}

extension Evaluation {
    /// Systems that answered what they were sent with something else, or did not answer after the last try.
    func unacknowledged(_ circumstance: Int32) -> [OwnershipException] {
        var found: [OwnershipException] = []
        for unit in units.indices {
            let shown = value(unit, standing(unit, circumstance))
            for lane in units[unit].lanes {
                guard let sent = lane.sent, ownership.isSame(units[unit].target, sent, shown),
                    !ownership.isSame(units[unit].target, lane.held, shown),
                    lane.hasRewritten || lane.sendings >= EmissionPlan.maximumSendings
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
