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
    mutating func take(_ index: Int32, _ prepared: PreparedEvent, _ moment: Moment, phase: UInt8) {
        let system = ownership.systemNumbers[events[Int(index)].system] ?? -1
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
        for part in prepared.parts {
            let own = part.target < 0 ? 0 : ownership.traits[Int(part.target)].phase
            if own == phase { decide(part, speaker) }
        }
        guard speaker.role >= 0 else { return }
        relinquish(prepared, speaker, phase: phase)
        if speaker.isGreatest { greatest[Int(phase) * ownership.systems.count + Int(system)] = index }
    }

    @inline(__always)
    private mutating func decide(_ part: ClaimPart, _ speaker: Speaker) {
        let claim = Int32(truncatingIfNeeded: claims.count)
        claims.append(
            ClaimState(event: speaker.event, entry: part.entry, unit: -1, mark: OutcomeMark(.silent), rule: -1)
        )
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

    private mutating func relinquish(_ prepared: PreparedEvent, _ speaker: Speaker, phase: UInt8) {
        if Defects.ignoresOmission || speaker.isOverride { return }
        if !speaker.isSnapshot, prepared.lists.isEmpty { return }
        for unit in units.indices where units[unit].touched != speaker.event {
            let target = units[unit].target
            guard ownership.traits[Int(target)].phase == phase else { continue }
            if !speaker.isSnapshot, !prepared.lists.contains(target) { continue }
            if !prepared.unreadLists.isEmpty, prepared.unreadLists.contains(target) { continue }
            if units[unit].lane(of: speaker.system) == nil { continue }
            _ = withdraw(unit, speaker)
        }
    }

    /// Gives up what a system said about a unit.
    ///
    /// It may always.
    private mutating func withdraw(_ unit: Int, _ speaker: Speaker) -> OutcomeMark {
        guard let lane = units[unit].lane(of: speaker.system) else { return OutcomeMark(.withdrawn) }
        guard speaker.isGreatest || isGreater(speaker.event, than: units[unit].lanes[lane].latest) else {
            return OutcomeMark(.superseded, by: units[unit].lanes[lane].latest)
        }
        units[unit].lanes[lane].latest = speaker.event
        units[unit].lanes[lane].held = .null
        for statement in [units[unit].lanes[lane].accepted, units[unit].lanes[lane].voice] {
            if let statement { claims[Int(statement.claim)].mark = OutcomeMark(.superseded, by: speaker.event) }
        }
        var hasChanged = units[unit].lanes[lane].accepted != nil
        units[unit].lanes[lane].accepted = nil
        units[unit].lanes[lane].voice = nil
        units[unit].lanes[lane].beneath = []
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
    @inline(__always)
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
        let isGreater = speaker.isGreatest || isGreater(speaker.event, than: units[unit].lanes[lane].latest)
        let value = Defects.splitsGroups ? merged(said, unit, circumstance) : said
        claims[Int(claim)].rule = cell.rule
        var statement = Statement(
            claim: claim,
            event: speaker.event,
            value: value,
            since: speaker.instant,
            until: speaker.until,
            rule: cell.rule,
            rank: cell.rank,
            requirement: cell.requirement,
            isProposal: false
        )
        let mayHold = !cell.capabilities.isDisjoint(with: [.create, .update])
        if isGreater { units[unit].lanes[lane].held = value }
        // Echo: the system says what it was told.
        if let emitted = units[unit].lanes[lane].emitted, isGreater, !Defects.emitsEchoes {
            units[unit].lanes[lane].emitted = nil
            units[unit].lanes[lane].hasRewritten = !ownership.isSame(target, emitted, value)
            if units[unit].lanes[lane].hasRewritten {
                units[unit].lanes[lane].nearMisses += 1
            } else if part.flaw == .none {
                units[unit].lanes[lane].echoes += 1
                hold(mayHold || units[unit].lanes[lane].accepted != nil ? statement : nil, unit, lane, speaker)
                return OutcomeMark(.echo)
            }
        }
        // Unchanged: it says what it said, or what is known.
        if !Defects.changesOnRepetition, part.flaw == .none {
            if let accepted = units[unit].lanes[lane].accepted, ownership.isSame(target, accepted.value, value) {
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
        guard isGreater else { return OutcomeMark(.superseded, by: units[unit].lanes[lane].latest) }
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
        units[unit].lanes[lane].latest = speaker.event
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
                statement = statement.proposed
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

extension Statement {
    /// The same, only proposed.
    fileprivate var proposed: Statement {
        Statement(
            claim: claim,
            event: event,
            value: value,
            since: since,
            until: until,
            rule: rule,
            rank: rank,
            requirement: requirement,
            isProposal: true
        )
    }
}
