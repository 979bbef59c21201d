internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    static let rateCardOwnership = RecordOwnership(of: RateCard.self) {
        OwnershipStatement.stage(StageSource("status", initial: "draft"))
        OwnershipStatement.listsByTheirKeys
        MonotoneStatus(\.status, [.draft: [.active, .retired], .active: [.retired]])
        Owns("canonical", \.id, \.header, because: "Identities and cross-references are never a system's.") {
            Grant(.library, .identify)
            Observing(business)
        }
        Owns("status", \.status, because: "A card is in force when finance says so.") {
            Grant(.clm, .own, approval: .finance)
            Observing(business)
        }
        Owns("card", \.name, \.owner, \.side, \.priority, \.copiedFrom, because: "Rates are agreed in contracts.") {
            Grant(.clm, .own)
            Grant(.crm, .draft)
            Grant(.psa, .suggest, approval: .finance)
            Grant(.erp, .suggest, approval: .finance)
        }
        // Amounts without their currency or their days are other rates; each entry is whole by itself.
        Owns(
            "validity",
            \.currency,
            \.effective,
            \.version,
            isAtomic: true,
            because: "They belong to all rates of a card."
        ) {
            Grant(.clm, .own, approval: .finance)
            Grant(.crm, .draft, approval: .finance)
            Observing(business)
        }
        Owns("rates", \.entries, because: "Until the card is in force, its rates are a draft.") {
            Grant(.clm, .own)
            Grant(.crm, .draft)
            Grant(.psa, .suggest)
            Grant(.erp, .suggest)
            During("active", "retired", because: "A rate in force decides what is billed.") {
                Grant(.clm, .own, approval: .finance)
                Grant(.psa, .suggest, approval: .finance)
                Grant(.erp, .suggest, approval: .finance)
                Observing(business)
            }
        }
    }
}
