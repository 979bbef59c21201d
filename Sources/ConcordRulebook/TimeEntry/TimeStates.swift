internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// How the states of a time entry fit: approval, billing, costs, locks and corrections.
    static let timeStates = RuleSet<TimeEntry> {
        ValidationRule(
            "time-entry.approvedByAnother",
            "Nobody approves their own time.",
            actor: .projectLead,
            remedy: "Have somebody else approve it."
        ) { entry, examination in
            guard !entry.approval.steps.isEmpty else { return }
            for index in entry.approval.steps.indices
            where entry.approval.steps[index].decision == .approved
                && entry.approval.steps[index].actor == entry.resource.text
            {
                examination.report(
                    at: \.approval.steps[index].actor,
                    expected: "somebody other than who worked",
                    observed: entry.approval.steps[index].actor
                )
            }
        }
        ValidationRule(
            "time-entry.approvedBySomebody",
            "Time that is approved says by whom.",
            weight: .warning,
            actor: .integration,
            remedy: "Bring the steps of approval in."
        ) { entry, examination in
            guard entry.approval.steps.isEmpty, entry.approval.state == .approved else { return }
            examination.report(at: \.approval.steps, expected: "who approved it")
        }
        ValidationRule(
            "time-entry.rejectedReason",
            "Time that was rejected says why.",
            weight: .warning,
            actor: .projectLead,
            remedy: "Say why it was rejected."
        ) { entry, examination in
            guard entry.approval.state == .rejected else { return }
            guard !entry.approval.steps.contains(where: { $0.decision == .rejected && !$0.reason.isBlank }) else {
                return
            }
            examination.report(at: \.approval.steps, expected: "why it was rejected")
        }
        ValidationRule(
            "time-entry.billedIsApproved",
            "Time that is proposed for a bill or billed is approved.",
            actor: .billing,
            remedy: "Approve the time, or credit it."
        ) { entry, examination in
            guard entry.approval.state != .approved, entry.billingState.isOnABill else { return }
            examination.report(at: \.approval.state, expected: "time that is approved", observed: entry.approval.state)
        }
        ValidationRule(
            "time-entry.billedIsAllocated",
            "Time that was billed names the allocations by which it was, and other time names none.",
            actor: .billing,
            remedy: "Add the allocations, or correct the state."
        ) { entry, examination in
            if entry.allocations.isEmpty {
                guard entry.billingState.wasBilled else { return }
                examination.report(at: \.allocations, expected: "the allocations by which it was billed")
            } else if entry.billingState == .unbilled || entry.billingState == .nonBillable {
                examination.report(
                    at: \.billingState,
                    expected: "a state of time that was billed",
                    observed: entry.billingState
                )
            }
        }
        ValidationRule(
            "time-entry.billedIsLocked",
            "Time that was billed or posted cannot be changed on that side.",
            weight: .warning,
            actor: .integration,
            remedy: "Lock the side that is done."
        ) { entry, examination in
            if entry.billingState == .billed, entry.locked?.billSide != true {
                examination.report(at: \.locked.billSide, expected: "a side that is locked")
            }
            if entry.costState == .posted, entry.locked?.costSide != true {
                examination.report(at: \.locked.costSide, expected: "a side that is locked")
            }
        }
        ValidationRule(
            "time-entry.notBillable",
            "Time that nobody pays is not billed.",
            actor: .projectLead,
            remedy: "Decide whether the customer pays it."
        ) { entry, examination in
            guard entry.billability == .nonBillable else { return }
            if entry.billingState.isOnABill {
                examination.report(
                    at: \.billingState,
                    expected: "a state of time that is not billed",
                    observed: entry.billingState
                )
            } else if let amount = entry.billAmount, !amount.isZero {
                examination.report(at: \.billAmount, expected: "no amount", observed: amount)
            }
        }
        ValidationRule(
            "time-entry.leaveNotBilled",
            "Leave, holidays and sickness are not billed.",
            actor: .timekeeper,
            remedy: "Correct the type of time, or set it to not billable."
        ) { entry, examination in
            guard entry.billability == .billable, entry.timeType.isAbsence else { return }
            examination.report(at: \.billability, expected: "time that is not billed", observed: entry.billability)
        }
        ValidationRule(
            "time-entry.holdReason",
            "Time on hold says why.",
            weight: .warning,
            actor: .billing,
            remedy: "Enter the reason."
        ) { entry, examination in
            guard entry.billingState == .onHold, entry.holdReason == nil else { return }
            examination.report(at: \.holdReason, expected: "why it is on hold")
        }
        ValidationRule(
            "time-entry.reversal",
            "Time that takes back other time is less than none, and of another entry.",
            actor: .timekeeper,
            remedy: "Correct the sign, or name the other entry."
        ) { entry, examination in
            guard let other = entry.reversalOf else { return }
            if other == entry.id {
                examination.report(at: \.reversalOf, expected: "another entry", observed: other)
            } else if entry.worked.count > 0 {
                examination.report(at: \.worked, expected: "less than no time", observed: entry.worked)
            }
        }
        ValidationRule(
            "time-entry.knownCodes",
            "Codes are of the lists that this version knows.",
            weight: .warning,
            actor: .integration,
            remedy: "Map the sender's code to a known one, or teach the firm's rules what it means."
        ) { entry, examination in
            if !entry.timeType.isKnown {
                examination.report(at: \.timeType, expected: "a known code", observed: entry.timeType)
            }
            if !entry.approval.state.isKnown {
                examination.report(at: \.approval.state, expected: "a known code", observed: entry.approval.state)
            }
            if !entry.billability.isKnown {
                examination.report(at: \.billability, expected: "a known code", observed: entry.billability)
            }
            if !entry.billingState.isKnown {
                examination.report(at: \.billingState, expected: "a known code", observed: entry.billingState)
            }
            if !entry.costState.isKnown {
                examination.report(at: \.costState, expected: "a known code", observed: entry.costState)
            }
        }
    }
}

extension BillingState {
    /// Whether something is on a bill, or about to be.
    fileprivate var isOnABill: Bool { self == .billed || self == .proposed || self == .partlyBilled }

    /// Whether something was on a bill, even if it was credited since.
    fileprivate var wasBilled: Bool { self == .billed || self == .partlyBilled || self == .credited }
}
