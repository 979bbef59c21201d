import ConcordSchema
import ConcordValues

extension Evaluation {
    /// Decides about a value, or that there is to be none, in the order that is the same for every claim.
    mutating func state(
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
            let isEcho = ownership.isSame(target, emitted, value)
            // Another value at the very moment of sending was said before it came: the answer is still to come.
            if isEcho || memories[memory].emittedAt < Moment(speaker.instant) {
                memories[memory].emitted = nil
                memories[memory].hasRewritten = !isEcho
                memories[memory].nearMisses += isEcho ? 0 : 1
            }
            if isEcho, part.flaw == .none {
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
