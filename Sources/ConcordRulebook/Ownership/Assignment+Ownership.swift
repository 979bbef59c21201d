internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    static let assignmentOwnership = RecordOwnership(of: Assignment.self) {
        MonotoneStatus(
            \.status,
            [
                .requested: [.proposed, .tentative, .confirmed, .declined, .cancelled],
                .proposed: [.tentative, .confirmed, .declined, .cancelled],
                .tentative: [.proposed, .confirmed, .declined, .cancelled],
                .confirmed: [.completed, .cancelled],
            ]
        )
        Owns("canonical", \.id, \.header, because: "Identities and cross-references are never a system's.") {
            Grant(.library, .identify)
            Observing(everySystem)
        }
        Owns(
            "staffing",
            \.project,
            \.task,
            \.resource,
            \.role,
            \.status,
            \.commitment,
            \.interval,
            \.allocation,
            \.billability,
            \.contractLine,
            \.approver,
            \.demand,
            because: "Who plans the work says who does it."
        ) {
            Grant(.psa, .own)
            Grant(.hr, .suggest)
            Grant(.crm, .suggest)
            Observing(.erp)
        }
        // A rate that stands on the contract's card needs nobody; one that another system wants instead does.
        Owns("billRate", \.billRate, because: "It is found on the contract's rate card where the work is planned.") {
            Grant(.psa, .own)
            Grant(.crm, .suggest, approval: .finance)
            Grant(.erp, .suggest, approval: .finance)
        }
        Owns("costRate", \.costRate, because: "It says what somebody earns.") {
            Grant(.hr, .own, approval: .peopleAndFinance)
            Grant(.erp, .draft, approval: .peopleAndFinance)
            Observing(.psa)
        }
    }
}
