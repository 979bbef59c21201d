import ConcordSchema
import ConcordValues

/// What the parts of one event share while they are decided.
struct Speaker {
    let event: Int32
    let system: Int32
    let role: Int32
    let isGreatest: Bool
    let isSnapshot: Bool
    let isOverride: Bool
    let circumstance: Circumstance
    let instant: Instant
    let until: Moment?
}

extension Evaluation {
    /// Decides about what an event says of the targets of a phase.
    ///
    /// - Returns: Whether it says anything about them, or gives anything of them up.
    @discardableResult
    mutating func take(_ index: Int32, _ prepared: PreparedEvent, _ moment: Moment, phase: UInt8) -> Bool {
        let system = prepared.system
        let speaker = Speaker(
            event: index,
            system: system,
            role: system < 0 ? -1 : ownership.systemRoles[Int(system)],
            isGreatest: system >= 0
                && isGreater(index, than: greatest[Int(phase) * ownership.systems.count + Int(system)]),
            isSnapshot: events[Int(index)].completeness == .snapshot,
            isOverride: events[Int(index)].override != nil,
            circumstance: judgement(at: moment),
            instant: events[Int(index)].businessTime,
            until: end(of: events[Int(index)])
        )
        var hasSaid = false
        if phase == 0 { takePlain(prepared.plain, speaker) }
        for part in prepared.parts {
            let own = part.target < 0 ? 0 : ownership.traits[Int(part.target)].phase
            if own != phase { continue }
            hasSaid = true
            let claim = Int32(truncatingIfNeeded: claims.count)
            var state = ClaimState(speaker.event, part.entry)
            if part.isDerived {
                state.derived = Int32(truncatingIfNeeded: derived.count)
                derived.append(part.value)
            }
            claims.append(state)
            decide(part, claim, speaker)
        }
        guard speaker.role >= 0 else { return hasSaid }
        if relinquish(prepared, speaker, phase: phase) { hasSaid = true }
        if speaker.isGreatest { greatest[Int(phase) * ownership.systems.count + Int(system)] = index }
        return hasSaid
    }

    /// Decides about what an event says of one unit; its claim is there and silent.
    mutating func decide(_ part: ClaimPart, _ claim: Int32, _ speaker: Speaker) {
        if part.flaw == .unknownPath {
            claims[Int(claim)].mark = OutcomeMark(.unknownPath)
            return
        }
        guard speaker.role >= 0 else {
            claims[Int(claim)].mark = OutcomeMark(.unknownSystem)
            return
        }
        if part.key.isEmpty, part.flaw == .none, ownership.traits[Int(part.target)].isList {
            // A list of no items: what it gives up, it gives up below.
            claims[Int(claim)].mark = OutcomeMark(part.value == .null ? .withdrawn : .silent)
            return
        }
        let unit = unit(part.target, part.key)
        units[unit].touched = speaker.event
        claims[Int(claim)].unit = Int32(truncatingIfNeeded: unit)
        let mark: OutcomeMark
        switch part.value {
        case .absent where Defects.clearsWhatIsAbsent: mark = state(.cleared, part, claim, unit, speaker)
        case .absent where speaker.isSnapshot && !Defects.ignoresOmission: mark = withdraw(unit, speaker)
        case .absent, .unreadable: mark = OutcomeMark(.silent)
        case .null: mark = withdraw(unit, speaker)
        case .cleared, .value: mark = state(part.value, part, claim, unit, speaker)
        }
        // Approvals that were there may have settled it already.
        if mark.kind != .pending { claims[Int(claim)].mark = mark }
    }

    // MARK: - Giving up

    private mutating func relinquish(_ prepared: PreparedEvent, _ speaker: Speaker, phase: UInt8) -> Bool {
        if Defects.ignoresOmission || speaker.isOverride { return false }
        if !speaker.isSnapshot, prepared.lists.isEmpty { return false }
        var hasChanged = false
        if phase != 0 {
            // What rules look at survives whole.
            for target in ownership.watched where ownership.traits[Int(target)].phase == phase {
                let unit = Int(wholes[Int(target)])
                if !speaker.isSnapshot || unit < 0 || units[unit].touched == speaker.event { continue }
                if lane(of: speaker.system, in: unit) == nil { continue }
                _ = withdraw(unit, speaker)
                hasChanged = true
            }
            return hasChanged
        }
        var next = 0
        while let unit = nextUntouched(from: next, by: speaker.event) {
            next = unit + 1
            let target = units[unit].target
            guard ownership.traits[Int(target)].phase == phase else { continue }
            if !speaker.isSnapshot, !prepared.lists.contains(target) { continue }
            if !prepared.unreadLists.isEmpty, prepared.unreadLists.contains(target) { continue }
            if lane(of: speaker.system, in: unit) == nil { continue }
            _ = withdraw(unit, speaker)
            hasChanged = true
        }
        return hasChanged
    }

    private func nextUntouched(from first: Int, by event: Int32) -> Int? {
        units.withUnsafeBufferPointer { units in
            var unit = first
            while unit < units.count {
                if units[unit].touched != event { return unit }
                unit &+= 1
            }
            return nil
        }
    }

    /// Gives up what a system said about a unit.
    ///
    /// It may always.
    private mutating func withdraw(_ unit: Int, _ speaker: Speaker) -> OutcomeMark {
        guard let lane = lane(of: speaker.system, in: unit) else { return OutcomeMark(.withdrawn) }
        guard speaker.isGreatest || isGreater(speaker.event, than: lanes[lane].latest) else {
            return OutcomeMark(.superseded, by: lanes[lane].latest)
        }
        lanes[lane].latest = speaker.event
        lanes[lane].held = -2
        for statement in [lanes[lane].accepted, lanes[lane].voice] {
            if let statement { claims[Int(statement.claim)].mark = OutcomeMark(.superseded, by: speaker.event) }
        }
        var hasChanged = lanes[lane].accepted != nil
        lanes[lane].accepted = nil
        lanes[lane].voice = nil
        if lanes[lane].memory >= 0 { memories[Int(lanes[lane].memory)].beneath = [] }
        if let override = units[unit].override, override.system == speaker.system {
            claims[Int(override.statement.claim)].mark = OutcomeMark(.superseded, by: speaker.event)
            units[unit].override = nil
            hasChanged = true
        }
        if hasChanged { settle(unit, speaker.circumstance.number, speaker.instant, by: speaker.event) }
        return OutcomeMark(.withdrawn)
    }
}
