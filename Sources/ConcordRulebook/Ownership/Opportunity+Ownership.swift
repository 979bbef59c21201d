internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    static let opportunityOwnership = RecordOwnership(of: Opportunity.self) {
        OwnershipStatement.stage(StageSource("status", initial: "open"))
        OwnershipStatement.legalEntity("contractingEntity")
        OwnershipStatement.listsByTheirKeys
        MonotoneStatus(
            \.status,
            [
                .open: [.onHold, .won, .lost, .cancelled],
                .onHold: [.open, .won, .lost, .cancelled],
                // What was lost may come back; what was won is reopened by a steward only.
                .lost: [.open],
            ]
        )
        Owns("canonical", \.id, \.header, because: "Identities and cross-references are never a system's.") {
            Grant(.library, .identify)
            Observing(everySystem)
        }
        // The stage is read from the status, so one rule decides about it at all stages.
        Owns("status", \.status, \.statusSince, because: "To reopen what was won needs sales operations.") {
            Grant(.crm, .own)
            Grant(.steward, [.update], approval: .salesOperations)
            Observing(business)
        }
        Owns("description", \.name, \.description, \.customer, \.contacts, \.kind, \.leadSource, \.nextStep, \.owner) {
            Grant(.crm, .own)
            Observing(business)
        }
        Owns(
            "commercials",
            \.stage,
            \.probability,
            \.forecastCategory,
            \.amount,
            \.closeDate,
            \.lossReason,
            \.billingMethod,
            \.rateCard,
            \.lines,
            \.existingContract,
            because: "Who sells says what it may bring."
        ) {
            Grant(.crm, .own)
            Grant(.psa, .suggest)
            Observing(business)
            During("won", because: "What was won is what the contract and the project were made from.") {
                Grant(.crm, .own, approval: .salesOperations)
                Observing(business)
            }
        }
        Owns(
            "scope",
            \.contractingEntity,
            because: "The legal entity says whose rules hold; it does not depend on them."
        ) {
            Grant(.crm, .own)
            Grant(.erp, .suggest)
            Observing(business)
        }
        Owns("staffing", \.estimate, \.period, because: "Who would do the work says what it takes.") {
            Grant(.psa, .own)
            Grant(.crm, .draft)
            Observing(business)
        }
        Owns("contracts", \.resultingContracts, because: "A contract says which opportunity it came of.") {
            Grant(.clm, .own)
            Grant(.crm, .suggest)
            Observing(business)
        }
    }
}
