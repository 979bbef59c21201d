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

    // MARK: - Stating

    /// Decides about a value, or that there is to be none, in the order that is the same for every claim.
    private mutating func state(
        _ said: ClaimValue,
        _ part: ClaimPart,
        _ claim: Int32,
        _ unit: Int,
        _ speaker: Speaker
    ) -> OutcomeMark {
        let lane = lane(unit, speaker.system)
        let target = part.target
        let circumstance = speaker.circumstance.number
        let cell = ownership.cell(target, circumstance, speaker.role)
        let isGreater = speaker.isGreatest || isGreater(speaker.event, than: lanes[lane].latest)
        var value = said
        if Defects.splitsGroups {
            value = merged(said, unit, circumstance)
            claims[Int(claim)].derived = Int32(truncatingIfNeeded: derived.count)
            derived.append(value)
        }
        claims[Int(claim)].rule = cell.rule
        var statement = Statement(claim, by: speaker, under: cell)
        let mayHold = !cell.capabilities.isDisjoint(with: [.create, .update])
        if isGreater { lanes[lane].held = claim }
        // Echo: the system says what it was told.
        let memory = Int(lanes[lane].memory)
        if memory >= 0, let emitted = memories[memory].emitted, isGreater, !Defects.emitsEchoes {
            memories[memory].emitted = nil
            memories[memory].hasRewritten = !ownership.isSame(target, emitted, value)
            if memories[memory].hasRewritten {
                memories[memory].nearMisses += 1
            } else if part.flaw == .none {
                memories[memory].echoes += 1
                hold(mayHold || lanes[lane].accepted != nil ? statement : nil, unit, lane, speaker)
                return OutcomeMark(.echo)
            }
        }
        // Unchanged: it says what it said, or what is known.
        if !Defects.changesOnRepetition, part.flaw == .none {
            if let accepted = lanes[lane].accepted, ownership.isSame(target, self.value(of: accepted), value) {
                // What let it once lets it still: only the event that says it is another one.
                statement.since = accepted.since
                statement.rule = accepted.rule
                statement.rank = accepted.rank
                if isGreater { hold(statement, unit, lane, speaker) }
                return OutcomeMark(.unchanged)
            }
            let shown = self.value(unit, standing(unit, circumstance))
            let isKnown = shown.isStatement ? ownership.isSame(target, shown, value) : value == .cleared
            if isKnown, !speaker.isOverride {
                let keeps = mayHold && shown.isStatement
                if isGreater { hold(keeps ? statement : nil, unit, lane, speaker) }
                return OutcomeMark(.unchanged)
            }
        }
        guard isGreater else { return OutcomeMark(.superseded, by: lanes[lane].latest) }
        let refusal = refusal(of: value, part, unit, cell, speaker, &statement)
        if let refusal {
            speak(refusal.kind == .noRule ? nil : statement, unit, lane, speaker)
            return refusal
        }
        if speaker.isOverride {
            override(statement, unit, lane, speaker)
            return OutcomeMark(.accepted)
        }
        if statement.requirement >= 0 || statement.isProposal {
            claims[Int(claim)].mark = OutcomeMark(.pending)
            speak(statement, unit, lane, speaker)
            decideApproval(unit, lane, Moment(speaker.instant), circumstance, speaker.instant)
            return OutcomeMark(.pending)
        }
        accept(statement, unit, lane, circumstance, speaker.instant)
        lanes[lane].latest = speaker.event
        return OutcomeMark(.accepted)
    }

    /// Why a statement is refused; nil if it is not.
    ///
    /// Notes what it only proposes.
    @inline(__always)
    private func refusal(
        of value: ClaimValue,
        _ part: ClaimPart,
        _ unit: Int,
        _ cell: OwnershipCell,
        _ speaker: Speaker,
        _ statement: inout Statement
    ) -> OutcomeMark? {
        switch part.flaw {
        case .none, .unknownPath: break
        case .ambiguousKey: return OutcomeMark(.ambiguousKey)
        case .incompleteGroup: return OutcomeMark(.incompleteGroup)
        case .notAList: return OutcomeMark(.malformed)
        }
        if cell.rule < 0 { return OutcomeMark(.noRule) }
        guard speaker.circumstance.isEvaluable(ownership.traits[Int(part.target)]) else {
            return OutcomeMark(.notEvaluable)
        }
        var needed: CapabilitySet = .clear
        if case .value = value {
            needed =
                units[unit].isShowing(self.value(unit, standing(unit, speaker.circumstance.number))) ? .update : .create
        }
        let isForbidden = !Defects.ignoresProhibitions && cell.forbidden.contains(needed)
        if speaker.isOverride {
            if isForbidden { return OutcomeMark(.forbidden) }
            if !hasTerms(speaker) { return OutcomeMark(.overrideTerms) }
        } else if isForbidden || !cell.granted.contains(needed) {
            let isProposed =
                Defects.ignoresProhibitions
                ? cell.granted.contains(.propose) : cell.capabilities.contains(.propose)
            if isProposed {
                statement.isProposal = true
            } else if isForbidden {
                return OutcomeMark(.forbidden)
            } else if !Defects.grantsByDefault {
                return OutcomeMark(.notGranted)
            }
        }
        if ownership.traits[Int(part.target)].hasOrder, isBack(unit, value) {
            return OutcomeMark(.statusBackwards)
        }
        return nil
    }

    /// Whether an override is a steward's, has a reason, and was approved by somebody else.
    private func hasTerms(_ speaker: Speaker) -> Bool {
        guard let terms = events[Int(speaker.event)].override else { return false }
        let event = events[Int(speaker.event)]
        return ownership.roles[Int(speaker.role)] == .steward && !terms.reason.isEmpty && !terms.approver.isEmpty
            && (Defects.appliesSelfApprovals || terms.approver != event.author && terms.approver != event.system.text)
    }

    /// With the defect that splits groups: what the group has, with what is said on top.
    private func merged(_ value: ClaimValue, _ unit: Int, _ circumstance: Int32) -> ClaimValue {
        guard ownership.traits[Int(units[unit].target)].isGroup, case .value(let said) = value,
            case .value(let shown) = self.value(unit, standing(unit, circumstance)),
            let own = said.members, var all = shown.members
        else { return value }
        for member in own.members { all.put(member.json, at: [member.name]) }
        return .value(JSONText(verified: all.json))
    }
}

extension UnitState {
    @inline(__always)
    fileprivate func isShowing(_ value: ClaimValue) -> Bool {
        if case .value = value { true } else { false }
    }
}
