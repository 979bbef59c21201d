import ConcordValues

extension Evaluation {
    /// Whose value a unit shows in a circumstance (OWNERSHIP R13).
    @inline(__always)
    func standing(_ unit: Int, _ circumstance: Int32) -> Standing {
        if units[unit].override != nil { return .override }
        return ownerStanding(unit, circumstance)
    }

    /// Whose value a unit would show without a steward's.
    func ownerStanding(_ unit: Int, _ circumstance: Int32) -> Standing {
        if Defects.showsPending,
            let pending = lanes(of: unit)
                .first(where: { lane in
                    lanes[lane].voice.map { claims[Int($0.claim)].mark.kind == .pending } ?? false
                })
        {
            return .lane(pending)
        }
        if units[unit].adoption != nil { return .adoption }
        return best(unit, circumstance).map(Standing.lane) ?? .nobody
    }

    /// The lane whose value goes before the others: the highest rank under the rule in force.
    @inline(__always)
    func best(_ unit: Int, _ circumstance: Int32) -> Int? {
        var best: Int?
        var bestOrder = Int.max
        let target = units[unit].target
        var next = units[unit].lanes
        while next >= 0 {
            let index = Int(next)
            next = lanes[index].next
            guard let order = order(unit, index, target, circumstance) else { continue }
            if order < bestOrder {
                best = index
                bestOrder = order
            } else if Defects.prefersRecency, let other = best, isLater(unit, index, than: other) {
                best = index
            }
        }
        return best
    }

    /// The order of a lane among the lanes of its unit; nil if nothing holds of what it said.
    @inline(__always)
    private func order(_ unit: Int, _ lane: Int, _ target: Int32, _ circumstance: Int32) -> Int? {
        guard let accepted = lanes[lane].accepted else { return nil }
        if ownership.traits[Int(target)].hasOrder, isBack(unit, value(of: accepted)) { return nil }
        let rank = ownership.cell(target, circumstance, lanes[lane].role).rank
        if Defects.hidesProvisional, rank != 0 { return nil }
        if Defects.prefersRecency { return 0 }
        // Who may no longer speak, but could when it did, comes after all who may, in the order of its own rule. What is
        // equal in rank goes by the systems' names, and is an exception if it differs.
        return (Int(rank) << 8 | Int(rank == OwnershipCell.unranked ? accepted.rank : 0)) << 32
            | Int(lanes[lane].system)
    }

    private func isLater(_ unit: Int, _ lane: Int, than other: Int) -> Bool {
        guard let first = lanes[lane].accepted, let second = lanes[other].accepted else {
            return false
        }
        return second.since < first.since
    }

    /// Whether systems of the highest rank say different things.
    func isTied(_ unit: Int, _ circumstance: Int32) -> Bool {
        guard case .lane(let best) = standing(unit, circumstance), let shown = lanes[best].accepted else {
            return false
        }
        let target = units[unit].target
        guard let first = order(unit, best, target, circumstance) else { return false }
        return lanes(of: unit)
            .contains { lane in
                guard lane != best, let other = order(unit, lane, target, circumstance),
                    let accepted = lanes[lane].accepted
                else { return false }
                return other >> 32 == first >> 32 && !ownership.isSame(target, value(of: accepted), value(of: shown))
            }
    }

    /// The claim whose value is shown; -1 if nobody's is.
    @inline(__always)
    func claim(_ unit: Int, _ standing: Standing) -> Int32 {
        switch standing {
        case .nobody: -1
        case .lane(let lane):
            if Defects.showsPending {
                lanes[lane].voice?.claim ?? lanes[lane].accepted?.claim ?? -1
            } else {
                lanes[lane].accepted?.claim ?? -1
            }
        case .adoption: units[unit].adoption?.statement.claim ?? -1
        case .override: units[unit].override?.statement.claim ?? -1
        }
    }

    /// What is shown.
    func value(_ unit: Int, _ standing: Standing) -> ClaimValue { value(of: claim(unit, standing)) }

    /// What a claim says; -1 says nothing, and -2 that there is nothing.
    func value(of claim: Int32) -> ClaimValue {
        if claim < 0 { return claim == -2 ? .null : .absent }
        let state = claims[Int(claim)]
        if state.derived >= 0 { return derived[Int(state.derived)] }
        return events[Int(state.event)].content.value(Int(state.entry))
    }

    func value(of statement: Statement) -> ClaimValue { value(of: statement.claim) }

    /// The statement whose value is shown.
    func statement(_ unit: Int, _ standing: Standing) -> Statement? {
        switch standing {
        case .nobody: nil
        case .lane(let lane): lanes[lane].accepted ?? lanes[lane].voice
        case .adoption: units[unit].adoption?.statement
        case .override: units[unit].override?.statement
        }
    }

    /// Whether a status would go back with a value.
    func isBack(_ unit: Int, _ value: ClaimValue) -> Bool {
        if Defects.movesStatusBack { return false }
        guard let status = ownership.targets[Int(units[unit].target)].status, let next = value.json else {
            return false
        }
        return units[unit].past.contains { status.isBack(from: $0, to: next) }
    }

    // MARK: - Changes

    /// What follows when something of a unit changed: an override may be released, and a new value may show.
    mutating func settle(_ unit: Int, _ circumstance: Int32, _ instant: Instant, by event: Int32) {
        release(unit, circumstance, by: event)
        let claim = claim(unit, standing(unit, circumstance))
        if claim == units[unit].shown { return }
        let (value, before) = (value(of: claim), value(of: units[unit].shown))
        units[unit].shown = claim
        if ownership.isSame(units[unit].target, value, before) { return }
        units[unit].shownSince = instant
        units[unit].changes += 1
        if ownership.traits[Int(units[unit].target)].hasOrder, let code = value.json,
            !units[unit].past.contains(code)
        {
            units[unit].add(past: code)
        }
    }

    /// Ends an override whose condition has come (OWNERSHIP R14).
    private mutating func release(_ unit: Int, _ circumstance: Int32, by event: Int32) {
        guard let override = units[unit].override,
            let condition = events[Int(override.statement.event)].override?.release
        else { return }
        let owner = value(unit, ownerStanding(unit, circumstance))
        let target = units[unit].target
        let isReleased =
            switch condition {
            case .ownerChanges: !ownership.isSame(target, owner, override.ownerValue)
            case .ownerSays(let value): ownership.isSame(target, owner, .value(value))
            case .at: false
            }
        if !isReleased { return }
        claims[Int(override.statement.claim)].mark = OutcomeMark(.superseded, by: event)
        units[unit].override = nil
    }

    /// Ends what an event said that holds no longer.
    mutating func end(_ event: Int32, _ moment: Moment, phase: UInt8) {
        let instant =
            events[Int(event)].validTo ?? events[Int(event)].override?.expires ?? events[Int(event)].sourceTime
        let circumstance = judgement(at: moment)
        for unit in units.indices where ownership.traits[Int(units[unit].target)].phase == phase {
            var hasChanged = false
            if let override = units[unit].override, override.statement.event == event {
                claims[Int(override.statement.claim)].mark = OutcomeMark(.ended)
                units[unit].override = nil
                hasChanged = true
            }
            if let adoption = units[unit].adoption, adoption.statement.event == event {
                claims[Int(adoption.statement.claim)].mark = OutcomeMark(.ended)
                units[unit].adoption = nil
                hasChanged = true
            }
            for lane in lanes(of: unit) where end(event, unit, lane, moment) { hasChanged = true }
            if hasChanged { settle(unit, circumstance.number, instant, by: event) }
        }
    }

    private mutating func end(_ event: Int32, _ unit: Int, _ lane: Int, _ moment: Moment) -> Bool {
        if let voice = lanes[lane].voice, voice.event == event {
            claims[Int(voice.claim)].mark = OutcomeMark(.ended)
            lanes[lane].voice = nil
        }
        let memory = Int(lanes[lane].memory)
        if memory >= 0 { memories[memory].beneath.removeAll { $0.event == event } }
        guard let accepted = lanes[lane].accepted, accepted.event == event else { return false }
        claims[Int(accepted.claim)].mark = OutcomeMark(.ended)
        lanes[lane].accepted = nil
        // The greatest of what was said before and still holds comes back.
        if memory >= 0, let back = memories[memory].beneath.popLast() {
            claims[Int(back.claim)].mark = OutcomeMark(.accepted)
            lanes[lane].accepted = back
        }
        return true
    }

    /// What judges that which happens at a moment: where the record is then, and the stage that held before.
    @inline(__always)
    func judgement(at moment: Moment) -> Circumstance {
        timelines.circumstance(
            ownership.axes,
            at: moment,
            Defects.readsLatestStage ? .latest : Defects.readsStageOfItsMoment ? .after : .before
        )
    }

    /// Where the record is and at which stage, once everything of a moment has happened: what a view of it shows.
    func circumstance(at moment: Moment) -> Circumstance {
        timelines.circumstance(ownership.axes, at: moment, Defects.readsLatestStage ? .latest : .after)
    }
}
