internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    static let projectOwnership = RecordOwnership(of: Project.self) {
        OwnershipStatement.stage(
            StageSource(
                "status",
                stages: [
                    "proposed": "setup", "planned": "setup", "active": "active", "onHold": "active",
                    "completed": "completed", "closed": "closed", "cancelled": "closed",
                ],
                initial: "setup"
            )
        )
        OwnershipStatement.legalEntity("owningEntity")
        OwnershipStatement.listsByTheirKeys
        MonotoneStatus(
            \.status,
            [
                .proposed: [.planned, .active, .cancelled],
                .planned: [.active, .onHold, .cancelled],
                .active: [.onHold, .completed, .cancelled],
                .onHold: [.active, .completed, .cancelled],
                .completed: [.active, .closed],
            ]
        )
        Owns("canonical", \.id, \.header, because: "Identities and cross-references are never a system's.") {
            Grant(.library, .identify)
            Observing(everySystem)
        }
        // That a project closes only when all time is billed is for validation to say.
        Owns("status", \.status, because: "Who delivers says how it stands; the books may ask for its end.") {
            Grant(.psa, .own)
            Grant(.erp, .suggest)
            Observing(everySystem)
        }
        Owns("closing", \.closedOn, \.postingControl, because: "The books say what may still be posted.") {
            Grant(.erp, .own)
            Grant(.psa, .suggest)
            Observing(business)
        }
        Owns(
            "setup",
            \.number,
            \.name,
            \.kind,
            \.template,
            \.programme,
            \.parent,
            because: "What was won becomes a project where it is delivered."
        ) {
            Grant(.psa, .own)
            Grant(.crm, .draft)
            Observing(everySystem)
        }
        Owns("links", \.customer, \.contractLines, \.opportunity, because: "The CRM knows what the project came from.")
        {
            Grant(.psa, .own)
            Grant(.crm, .draft)
            Observing(business)
            During("active", "completed", "closed", because: "Another contract is another price for the same work.") {
                Grant(.psa, .own, approval: .finance)
                Grant(.crm, .suggest, approval: .finance)
                Observing(business)
            }
        }
        Owns(
            "plan",
            \.phase,
            \.health,
            \.planned,
            \.actual,
            \.tasks,
            \.team,
            \.manager,
            \.controller,
            \.salesLead,
            \.approvers,
            \.calendar,
            \.minimumTimeIncrement,
            \.percentComplete,
            \.percentCompleteMethod,
            \.estimateAtCompletion,
            because: "The plan is made where the work is done."
        ) {
            Grant(.psa, .own)
            Observing(business)
        }
        Owns("budget", \.budget, because: "Until the work begins, the budget is what was sold.") {
            Grant(.crm, .own)
            Grant(.psa, .suggest)
            Observing(business)
            // Only what goes beyond the contract's limit has to be approved; a policy does not compare amounts, so all
            // that changes in a running project is. A firm whose validation keeps the limit may take the approval out.
            During("active", "completed", "closed", because: "Who delivers answers for what the work takes.") {
                Grant(.psa, .own, approval: .financeAndDelivery)
                Observing(business)
            }
        }
        Owns("scope", \.owningEntity, because: "The entity says whose rules hold, at all stages.") {
            Grant(.erp, .own)
            Grant(.psa, .draft, approval: .finance)
            Observing(business)
        }
        Owns(
            "finance",
            \.deliveringEntities,
            \.transferPriceRule,
            \.dimensions,
            \.currency,
            \.taxProfile,
            \.billable,
            \.billingMethod,
            \.rateCard,
            \.rounding,
            because: "They decide how the project is booked and billed."
        ) {
            Grant(.erp, .own)
            Grant(.psa, .draft, approval: .finance)
            Observing(business)
        }
        Owns("actuals", \.actuals, \.margin, because: "They are counted in the books.") {
            Grant(.erp, .own)
            Observing(business)
        }
    }
}
