import ConcordValues

extension Evaluation {
    /// What holds of each unit at a moment, sorted by path.
    func ownedUnits(at moment: Moment) -> [OwnedUnit] {
        let circumstance = circumstance(at: moment)
        return units.indices.map { owned($0, circumstance.number, moment) }.sorted { $0.path < $1.path }
    }

    func path(of unit: Int) -> ClaimPath {
        let target = ownership.targets[Int(units[unit].target)]
        return target.isList
            ? ClaimPath(item: units[unit].key, of: target.path)
            : ClaimPath(target.path)
    }

    private func owned(_ unit: Int, _ circumstance: Int32, _ moment: Moment) -> OwnedUnit {
        let standing = standing(unit, circumstance)
        let value = value(unit, standing)
        let deciding = statement(unit, standing)
        let target = units[unit].target
        var holders: [OwnedUnit.Voice] = []
        var dissent: [OwnedUnit.Voice] = []
        var pending: [OwnedUnit.Pending] = []
        if let deciding, !isLane(standing) { holders.append(voice(deciding)) }
        let order = lanesInOrder(unit, standing)
        for index in order {
            let lane = lanes[index]
            if let accepted = lane.accepted {
                if value.isStatement, ownership.isSame(target, self.value(of: accepted), value) {
                    holders.append(voice(accepted))
                } else {
                    dissent.append(voice(accepted, outranked: deciding))
                }
            }
            guard let spoken = lane.voice else { continue }
            if claims[Int(spoken.claim)].mark.kind == .pending {
                // What it wants may hold since: then there is nothing to decide.
                if value.isStatement, ownership.isSame(target, self.value(of: spoken), value) {
                    holders.append(voice(spoken))
                    continue
                }
                pending.append(self.pending(spoken, unit, circumstance, moment, base: value))
            } else {
                dissent.append(voice(spoken))
            }
        }
        dissent.sort { ($0.system, $0.event) < ($1.system, $1.event) }
        let rules = ownership.rules
        return OwnedUnit(
            path: path(of: unit),
            value: value,
            basis: basis(unit, standing, circumstance, value),
            holders: holders,
            since: value.isStatement ? since(unit, value, deciding) : nil,
            rule: deciding.flatMap { $0.rule >= 0 ? rules[Int($0.rule)].id : nil },
            owner: owner(of: target, circumstance),
            dissent: Defects.dropsDissent ? [] : dissent,
            pending: pending.sorted { ($0.voice.system, $0.voice.event) < ($1.voice.system, $1.voice.event) },
            changes: Int(units[unit].changes)
        )
    }

    private func isLane(_ standing: Standing) -> Bool {
        if case .lane = standing { true } else { false }
    }

    /// Since when a unit shows a value.
    func since(_ unit: Int, _ value: ClaimValue, _ statement: Statement?) -> Instant? {
        // A value that shows since the stage moved on was last noted before; then its statement says since when.
        ownership.isSame(units[unit].target, value, self.value(of: units[unit].shown))
            ? units[unit].shownSince : statement?.since
    }

    /// The lanes of a unit: the one that decides, and then the others by system.
    private func lanesInOrder(_ unit: Int, _ standing: Standing) -> [Int] {
        var first = -1
        if case .lane(let lane) = standing { first = lane }
        return lanes(of: unit)
            .sorted { left, right in
                if (left == first) != (right == first) { return left == first }
                return lanes[left].system < lanes[right].system
            }
    }

    private func basis(
        _ unit: Int,
        _ standing: Standing,
        _ circumstance: Int32,
        _ value: ClaimValue
    ) -> OwnedUnit.Basis {
        switch standing {
        case .nobody: return .none
        case .override: return .override
        case .adoption: return .approved
        case .lane(let lane):
            let rank = ownership.cell(units[unit].target, circumstance, lanes[lane].role).rank
            return rank == 0 ? .owner : .provisional
        }
    }

    func owner(of target: Int32, _ circumstance: Int32) -> SystemRole? {
        ownership.roles.indices.first { ownership.cell(target, circumstance, Int32($0)).rank == 0 }
            .map { ownership.roles[$0] }
    }

    func voice(_ statement: Statement, outranked: Statement? = nil) -> OwnedUnit.Voice {
        let event = events[Int(statement.event)]
        return OwnedUnit.Voice(
            system: ownership.policy.system(event.system),
            event: event.id,
            value: value(of: statement),
            since: statement.since,
            outcome: outranked.map { .outranked(by: events[Int($0.event)].id) }
                ?? claims[Int(statement.claim)].mark.outcome(events)
        )
    }

    private func pending(
        _ statement: Statement,
        _ unit: Int,
        _ circumstance: Int32,
        _ moment: Moment,
        base: ClaimValue
    ) -> OwnedUnit.Pending {
        let target = units[unit].target
        let trial = statement.requirement < 0 ? nil : trial(statement, unit, circumstance, moment)
        return OwnedUnit.Pending(
            voice: voice(statement),
            requirement: trial?.requirement,
            missingRoles: trial?.missingRoles ?? [],
            missingPeople: trial?.missingPeople ?? 0,
            base: ownership.digest(of: base, of: target),
            proposed: ownership.digest(of: value(of: statement), of: target),
            staleApprovals: (trial?.stale ?? []).map { approvals[Int($0)].id }.sorted(),
            selfApprovals: (trial?.selfApproved ?? []).map { approvals[Int($0)].id }.sorted()
        )
    }

    // MARK: - Decisions

    /// What became of each claim, sorted by event and path.
    func decisions(_ ledger: ClaimLedger, asOf: Moment) -> [OwnershipDecision] {
        var decisions: [OwnershipDecision] = []
        decisions.reserveCapacity(claims.count)
        var circumstance: Int32?
        for claim in claims {
            var outcome = claim.mark.outcome(events)
            if claim.unit >= 0, [.accepted, .unchanged, .echo].contains(claim.mark.kind) {
                let number = circumstance ?? self.circumstance(at: asOf).number
                circumstance = number
                outcome = standingOutcome(outcome, claim, number)
            }
            decisions.append(decision(events[Int(claim.event)], claim, outcome))
        }
        var known = Set(claims.map(\.event))
        for index in events.indices where known.insert(Int32(index)).inserted {
            let prepared = ownership.prepare(events[index], Defects.self)
            let isLater = asOf < Moment(events[index].businessTime)
            for part in prepared.allParts(of: events[index]) where isLater {
                decisions.append(decision(events[index], part, .scheduled))
            }
        }
        if !Defects.ignoresMismatch {
            for event in ledger.quarantined {
                for part in ownership.prepare(event, Defects.self).allParts(of: event) {
                    decisions.append(decision(event, part, .quarantined))
                }
            }
        }
        return decisions.sorted()
    }

    /// What holds in its lane is outranked if another lane's value shows.
    private func standingOutcome(_ outcome: Outcome, _ claim: ClaimState, _ circumstance: Int32) -> Outcome {
        let unit = Int(claim.unit)
        let standing = standing(unit, circumstance)
        let value = value(unit, standing)
        for lane in lanes(of: unit) {
            guard let accepted = lanes[lane].accepted, accepted.event == claim.event else { continue }
            if ownership.isSame(units[unit].target, self.value(of: accepted), value), value.isStatement {
                return outcome
            }
            guard let deciding = statement(unit, standing) else { return outcome }
            return .outranked(by: events[Int(deciding.event)].id)
        }
        return outcome
    }

    private func decision(_ event: ClaimEvent, _ claim: ClaimState, _ outcome: Outcome) -> OwnershipDecision {
        let path = event.content.path(Int(claim.entry))
        return OwnershipDecision(
            event: event.id,
            system: event.system,
            entry: path,
            unit: claim.unit >= 0 ? self.path(of: Int(claim.unit)) : path,
            outcome: outcome,
            rule: claim.rule >= 0 ? ownership.rules[Int(claim.rule)].id : nil
        )
    }

    private func decision(_ event: ClaimEvent, _ part: ClaimPart, _ outcome: Outcome) -> OwnershipDecision {
        var unit = event.content.path(Int(part.entry))
        if part.target >= 0 {
            let target = ownership.targets[Int(part.target)]
            unit =
                target.isList && !part.key.isEmpty
                ? ClaimPath(item: part.key, of: target.path) : ClaimPath(target.path)
        }
        return OwnershipDecision(
            event: event.id,
            system: event.system,
            entry: event.content.path(Int(part.entry)),
            unit: unit,
            outcome: outcome,
            rule: nil
        )
    }
}
