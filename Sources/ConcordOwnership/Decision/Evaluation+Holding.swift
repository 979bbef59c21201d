internal import ConcordConfiguration
import ConcordValues

extension Evaluation {
    /// What holds in a lane is said again, or is what was known: nothing changes but who says it.
    ///
    /// The statement is what the system holds from now on; nil if it may hold nothing, and only acknowledges.
    @inline(__always)
    mutating func hold(_ statement: Statement?, _ unit: Int, _ lane: Int, _ speaker: Speaker) {
        lanes[lane].latest = speaker.event
        if let voice = lanes[lane].voice {
            claims[Int(voice.claim)].mark = OutcomeMark(.superseded, by: speaker.event)
            lanes[lane].voice = nil
        }
        guard let statement else {
            if let accepted = lanes[lane].accepted {
                claims[Int(accepted.claim)].mark = OutcomeMark(.superseded, by: speaker.event)
                lanes[lane].accepted = nil
            }
            return
        }
        replace(unit, lane, by: statement)
        // An owner that says what was approved has taken it over.
        if let adoption = units[unit].adoption, best(unit, speaker.circumstance.number) == lane,
            ownership.isSame(units[unit].target, value(of: adoption.statement), value(of: statement))
        {
            claims[Int(adoption.statement.claim)].mark = OutcomeMark(.superseded, by: speaker.event)
            units[unit].adoption = nil
        }
        if units[unit].override != nil {
            settle(unit, speaker.circumstance.number, speaker.instant, by: speaker.event)
        }
    }

    @inline(__always)
    private mutating func replace(_ unit: Int, _ lane: Int, by statement: Statement) {
        if let accepted = lanes[lane].accepted {
            claims[Int(accepted.claim)].mark = OutcomeMark(.superseded, by: statement.event)
            if let end = statement.until, accepted.until.map({ end < $0 }) ?? true {
                memories[memory(of: lane)].beneath.append(accepted)
            } else if lanes[lane].memory >= 0 {
                // What would end before this does is never seen again.
                memories[Int(lanes[lane].memory)].beneath
                    .removeAll { below in
                        guard let end = statement.until else { return true }
                        return below.until.map { $0 <= end } ?? false
                    }
            }
        }
        lanes[lane].accepted = statement
    }

    /// A statement holds in its lane.
    @inline(__always)
    mutating func accept(_ statement: Statement, _ unit: Int, _ lane: Int, _ circumstance: Int32, _ instant: Instant) {
        if let voice = lanes[lane].voice, voice.claim != statement.claim {
            claims[Int(voice.claim)].mark = OutcomeMark(.superseded, by: statement.event)
        }
        lanes[lane].voice = nil
        replace(unit, lane, by: statement)
        if let adoption = units[unit].adoption, best(unit, circumstance) == lane {
            // The owner says something of its own again.
            claims[Int(adoption.statement.claim)].mark = OutcomeMark(.superseded, by: statement.event)
            units[unit].adoption = nil
        }
        settle(unit, circumstance, instant, by: statement.event)
    }

    /// A statement does not hold, and is what the system says now.
    mutating func speak(_ statement: Statement?, _ unit: Int, _ lane: Int, _ speaker: Speaker) {
        lanes[lane].latest = speaker.event
        if let voice = lanes[lane].voice {
            claims[Int(voice.claim)].mark = OutcomeMark(.superseded, by: speaker.event)
        }
        lanes[lane].voice = statement
    }

    /// A steward's word goes before all others'.
    mutating func override(_ statement: Statement, _ unit: Int, _ lane: Int, _ speaker: Speaker) {
        lanes[lane].latest = speaker.event
        let circumstance = speaker.circumstance.number
        if let before = units[unit].override {
            claims[Int(before.statement.claim)].mark = OutcomeMark(.superseded, by: speaker.event)
        }
        units[unit].override = UnitState.Override(
            statement: statement,
            system: speaker.system,
            ownerValue: value(unit, ownerStanding(unit, circumstance))
        )
        settle(unit, circumstance, speaker.instant, by: speaker.event)
    }

    // MARK: - Approval

    /// Takes somebody's word on a change.
    mutating func approve(_ index: Int32, _ moment: Moment, phase: UInt8) {
        let approval = approvals[Int(index)]
        guard let target = ownership.target(of: approval.unit), ownership.traits[Int(target)].phase == phase,
            let unit = unit(at: approval.unit)
        else { return }
        units[unit].add(approval: index)
        let circumstance = judgement(at: moment).number
        for lane in lanes(of: unit) {
            decideApproval(unit, lane, moment, circumstance, approval.time)
        }
    }

    /// Decides about what waits in a lane with the approvals that are there.
    mutating func decideApproval(
        _ unit: Int,
        _ lane: Int,
        _ moment: Moment,
        _ circumstance: Int32,
        _ instant: Instant
    ) {
        guard !units[unit].approvals.isEmpty, var statement = lanes[lane].voice,
            claims[Int(statement.claim)].mark.kind == .pending, statement.requirement >= 0
        else { return }
        let trial = trial(statement, unit, circumstance, moment)
        if trial.isRejected {
            claims[Int(statement.claim)].mark = OutcomeMark(.rejected)
            return
        }
        guard trial.isComplete else { return }
        if isBack(unit, value(of: statement)) {
            claims[Int(statement.claim)].mark = OutcomeMark(.statusBackwards)
            return
        }
        claims[Int(statement.claim)].mark = OutcomeMark(.accepted)
        statement.since = instant
        guard statement.isProposal else { return accept(statement, unit, lane, circumstance, instant) }
        lanes[lane].voice = nil
        if let before = units[unit].adoption {
            claims[Int(before.statement.claim)].mark = OutcomeMark(.superseded, by: statement.event)
        }
        units[unit].adoption = UnitState.Adoption(statement: statement, system: lanes[lane].system)
        settle(unit, circumstance, instant, by: statement.event)
    }

    /// Looks at all approvals of a waiting change.
    func trial(_ statement: Statement, _ unit: Int, _ circumstance: Int32, _ moment: Moment) -> ApprovalTrial {
        let requirement = ownership.requirements[Int(statement.requirement)]
        let target = units[unit].target
        let event = events[Int(statement.event)]
        let proposed = ownership.digest(of: value(of: statement), of: target)
        let base = ownership.digest(of: value(unit, standing(unit, circumstance)), of: target)
        var trial = ApprovalTrial(requirement)
        for index in units[unit].approvals {
            let approval = approvals[Int(index)]
            guard approval.proposed == proposed, trial.admits(approval.role) else { continue }
            let isSelf = approval.approver == event.author || approval.approver == event.system.text
            if isSelf, !Defects.appliesSelfApprovals {
                trial.selfApproved.append(index)
                continue
            }
            if let expires = approval.expires, Moment(expires) <= moment { continue }
            if let days = requirement.days, !Moment(approval.time).isWithin(days, of: Moment(event.businessTime)) {
                continue
            }
            guard ownership.honoured.contains(approval.policy) else {
                trial.stale.append(index)
                continue
            }
            if approval.verdict == .reject {
                trial.isRejected = true
            } else if approval.base == base || Defects.appliesStaleApprovals {
                trial.count(approval.approver, approval.role, index)
            } else {
                trial.stale.append(index)
            }
        }
        return trial
    }
}

/// What the approvals of a waiting change come to.
struct ApprovalTrial {
    let requirement: ApprovalRequirement
    var isRejected = false
    /// Approvals that were given for another value or another policy.
    var stale: [Int32] = []
    /// Approvals by who proposed it.
    var selfApproved: [Int32] = []
    private(set) var counted: [Int32] = []
    private var people: Set<String> = []
    private var roles: Set<BusinessRole> = []

    init(_ requirement: ApprovalRequirement) {
        self.requirement = requirement
    }

    func admits(_ role: BusinessRole) -> Bool { requirement.roles.isEmpty || requirement.roles.contains(role) }

    mutating func count(_ person: String, _ role: BusinessRole, _ index: Int32) {
        people.insert(person)
        roles.insert(role)
        counted.append(index)
    }

    /// How many people and which roles are still missing.
    var missingRoles: [BusinessRole] { requirement.roles.filter { !roles.contains($0) } }
    var missingPeople: Int { max(requirement.people - people.count, missingRoles.count) }
    var isComplete: Bool { missingPeople == 0 && missingRoles.isEmpty }
}
