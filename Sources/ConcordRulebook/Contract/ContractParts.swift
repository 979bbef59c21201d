internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// How the parts of a contract refer to each other, and which rate cards they use.
    static let contractParts = RuleSet<Contract> {
        ValidationRule(
            "contract.lineReferences",
            "Schedules, successors and predecessors that a line names are in the contract.",
            actor: .legal,
            remedy: "Correct the reference."
        ) { contract, examination in
            let lines = contract.lines.map(\.id)
            let schedules = contract.schedules.map(\.id)
            for (index, line) in contract.lines.enumerated() {
                if let schedule = line.billingSchedule, !schedules.contains(schedule) {
                    examination.report(
                        at: \.lines[index].billingSchedule,
                        expected: "a schedule of the contract",
                        observed: schedule
                    )
                }
                if let other = line.successor, !lines.contains(other) || other == line.id {
                    examination.report(
                        at: \.lines[index].successor,
                        expected: "another line of the contract",
                        observed: other
                    )
                }
                if let other = line.predecessor, !lines.contains(other) || other == line.id {
                    examination.report(
                        at: \.lines[index].predecessor,
                        expected: "another line of the contract",
                        observed: other
                    )
                }
            }
        }
        ValidationRule(
            "contract.linesNamed",
            "Lines that milestones, splits and purchase orders name are in the contract.",
            actor: .legal,
            remedy: "Correct the line."
        ) { contract, examination in
            let lines = contract.lines.map(\.id)
            for (index, stone) in contract.milestones.enumerated() {
                guard let line = stone.contractLine, !lines.contains(line) else { continue }
                examination.report(
                    at: \.milestones[index].contractLine,
                    expected: "a line of the contract",
                    observed: line
                )
            }
            for (index, split) in contract.billingSplits.enumerated() {
                for (number, line) in split.contractLines.enumerated() where !lines.contains(line) {
                    examination.report(
                        at: \.billingSplits[index].contractLines[number],
                        expected: "a line of the contract",
                        observed: line
                    )
                }
            }
            for (index, order) in contract.purchaseOrders.enumerated() {
                for (number, item) in order.lines.enumerated() {
                    guard let line = item.contractLine, !lines.contains(line) else { continue }
                    examination.report(
                        at: \.purchaseOrders[index].lines[number].contractLine,
                        expected: "a line of the contract",
                        observed: line
                    )
                }
            }
        }
        ValidationRule(
            "contract.unitListed",
            "The units of lines are of UN/ECE Recommendation 20 and known.",
            clause: "UN/ECE Recommendation 20",
            weight: .warning,
            actor: .legal,
            remedy: "Choose a unit that receivers of invoices know."
        ) { contract, examination in
            for (index, line) in contract.lines.enumerated() {
                if let unit = line.priceUnit, !unit.isOfRecommendation20 {
                    examination.report(at: \.lines[index].priceUnit, expected: "a unit that is listed", observed: unit)
                } else if let unit = line.quantity?.unit, !unit.isOfRecommendation20 {
                    examination.report(
                        at: \.lines[index].quantity.unit,
                        expected: "a unit that is listed",
                        observed: unit
                    )
                }
            }
        }
        ValidationRule(
            "contract.priceUnit",
            "A line's price is for the unit of its quantity.",
            actor: .legal,
            remedy: "Correct the unit of the price, or that of the quantity."
        ) { contract, examination in
            for (index, line) in contract.lines.enumerated() {
                guard let unit = line.priceUnit, let quantity = line.quantity, line.unitPrice != nil else { continue }
                guard unit != quantity.unit else { continue }
                examination.report(
                    at: \.lines[index].priceUnit,
                    expected: "the unit of the quantity",
                    value: quantity.unit,
                    observed: unit
                )
            }
        }
        ValidationRule(
            "contract.rateCardsExist",
            "The rate cards of a contract and its lines exist.",
            actor: .finance,
            remedy: "Correct the rate card, or bring its record in."
        ) { contract, examination in
            if let card = contract.rateCard, examination.isDangling(card) {
                examination.report(at: \.rateCard, expected: "a rate card that exists", observed: card)
            }
            for (index, line) in contract.lines.enumerated() {
                guard let card = line.rateCard, examination.isDangling(card) else { continue }
                examination.report(at: \.lines[index].rateCard, expected: "a rate card that exists", observed: card)
            }
        }
        ValidationRule(
            "contract.rateCardFits",
            "The rate card of a contract is one of prices, in the contract's currency, and in use.",
            actor: .finance,
            remedy: "Choose another rate card, or make one for the contract."
        ) { contract, examination in
            let used =
                [(contract.rateCard, nil)] + contract.lines.indices.map { (contract.lines[$0].rateCard, Int?($0)) }
            var seen: [RecordID<RateCard>] = []
            for (id, index) in used {
                guard let id, !seen.contains(id) else { continue }
                seen.append(id)
                guard let card = examination.find(id) else { continue }
                let expected: String? =
                    if card.side != .bill {
                        "a rate card of prices"
                    } else if card.currency != contract.currency {
                        "a rate card in \(contract.currency)"
                    } else if card.status == .retired {
                        "a rate card in use"
                    } else {
                        nil
                    }
                guard let expected else { continue }
                if let index {
                    examination.report(
                        at: \.lines[index].rateCard,
                        expected: expected,
                        observed: id,
                        related: "rate-card \(id)"
                    )
                } else {
                    examination.report(at: \.rateCard, expected: expected, observed: id, related: "rate-card \(id)")
                }
            }
        }
    }
}
