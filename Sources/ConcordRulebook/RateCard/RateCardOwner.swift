internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// Whose a rate card is, and how it stands to other cards.
    static let rateCardOwner = RuleSet<RateCard> {
        ValidationRule(
            "rate-card.owner",
            "A rate card says whose it is: the customer, contract or project that its level names.",
            actor: .finance,
            remedy: "Name the customer, the contract or the project."
        ) { card, examination in
            switch card.owner.level {
            case .customer where card.owner.customer == nil:
                examination.report(at: \.owner.customer, expected: "the customer that the card is for")
            case .contract where card.owner.contract == nil:
                examination.report(at: \.owner.contract, expected: "the contract that the card is for")
            case .project where card.owner.project == nil:
                examination.report(at: \.owner.project, expected: "the project that the card is for")
            default: break
            }
        }
        ValidationRule(
            "rate-card.ownerExists",
            "The customer, contract or project of a rate card exists.",
            actor: .finance,
            remedy: "Correct the reference, or bring the record in."
        ) { card, examination in
            if examination.isDangling(card.owner.customer) {
                examination.report(
                    at: \.owner.customer,
                    expected: "a customer that exists",
                    observed: card.owner.customer
                )
            }
            if examination.isDangling(card.owner.contract) {
                examination.report(
                    at: \.owner.contract,
                    expected: "a contract that exists",
                    observed: card.owner.contract
                )
            }
            if examination.isDangling(card.owner.project) {
                examination.report(at: \.owner.project, expected: "a project that exists", observed: card.owner.project)
            }
        }
        ValidationRule(
            "rate-card.expired",
            "A rate card in use has not ended.",
            weight: .warning,
            actor: .finance,
            remedy: "Make the next version, or retire the card."
        ) { card, examination in
            guard card.status == .active, let last = card.effective.through else { return }
            guard last < examination.circumstances.today else { return }
            examination.report(at: \.effective, expected: "days that have not ended", observed: card.effective)
        }
        ValidationRule(
            "rate-card.onePriority",
            "No two rate cards of one owner and side in use have the same priority on the same day.",
            actor: .finance,
            remedy: "Give one of the cards another priority, or other days."
        ) { card, examination in
            guard card.status == .active, let all = examination.all(RateCard.self) else { return }
            let tied = all.first {
                $0.id != card.id && $0.status == .active && $0.side == card.side && $0.priority == card.priority
                    && $0.currency == card.currency && $0.owner == card.owner && $0.effective.intersects(card.effective)
            }
            guard let tied else { return }
            examination.report(
                at: \.priority,
                expected: "a priority that no other card of the owner has",
                observed: card.priority,
                related: "rate-card \(tied.id)"
            )
        }
        ValidationRule(
            "rate-card.aboveCost",
            "Prices are not below the cost that a card of costs names for the same work.",
            weight: .approval(.finance),
            actor: .finance,
            remedy: "Raise the price, or have it approved.",
            for: .ready(for: .sell, .contract)
        ) { card, examination in
            guard card.side == .bill, let all = examination.all(RateCard.self) else { return }
            let costs = all.filter { $0.side == .cost && $0.status == .active }.flatMap(\.entries)
            for (index, entry) in card.entries.enumerated() {
                guard let price = entry.amount else { continue }
                let higher = costs.first {
                    $0.isAlike(entry) && $0.effective.intersects(entry.effective) && $0.amount?.exceeds(price) == true
                }
                guard let higher else { continue }
                examination.report(
                    at: \.entries[index].amount,
                    expected: "at least the cost of rate \(higher.id)",
                    observed: price
                )
            }
        }
    }
}
