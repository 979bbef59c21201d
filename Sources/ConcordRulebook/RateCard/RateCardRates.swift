internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// What a rate card has, and how its rates fit each other.
    static let rateCardRates = RuleSet<RateCard> {
        ValidationRule(
            "rate-card.entries",
            "A rate card that is billed with has rates and is in use.",
            actor: .finance,
            remedy: "Enter the rates, and set the card to active.",
            for: .ready(for: .contract, .bill)
        ) { card, examination in
            if card.entries.isEmpty { examination.report(at: \.entries, expected: "at least one rate") }
            if card.status != .active {
                examination.report(at: \.status, expected: "a rate card in use", observed: card.status)
            }
        }
        ValidationRule(
            "rate-card.currencyListed",
            "The currency is one that ISO 4217 lists as current.",
            clause: "ISO 4217",
            actor: .finance,
            remedy: "Choose the currency that is in use."
        ) { card, examination in
            guard !card.currency.isListed else { return }
            examination.report(at: \.currency, expected: "a currency that is listed", observed: card.currency)
        }
        ValidationRule.oneCurrency(
            "rate-card.oneCurrency",
            "All rates are in the currency of the card.",
            actor: .finance,
            remedy: "Convert the rate, or make a card for the other currency.",
            currency: { $0.currency },
            rates
        )
        ValidationRule.notNegative(
            "rate-card.rateNotNegative",
            "Rates are not negative.",
            actor: .finance,
            remedy: "Correct the rate.",
            rates
        )
        ValidationRule(
            "rate-card.oneRate",
            "No two rates for the same work and unit hold on the same day.",
            actor: .finance,
            remedy: "End the earlier rate on the day before the later one begins."
        ) { card, examination in
            for (index, entry) in card.entries.enumerated() {
                let tied = card.entries[..<index]
                    .first { $0.isAlike(entry) && $0.effective.intersects(entry.effective) }
                guard let tied else { continue }
                examination.report(
                    at: \.entries[index].effective,
                    expected: "days on which rate \(tied.id) does not hold",
                    observed: entry.effective
                )
            }
        }
        ValidationRule(
            "rate-card.withoutGap",
            "Rates for the same work follow each other day by day.",
            weight: .warning,
            actor: .finance,
            remedy: "Let the later rate begin on the day after the earlier one ends."
        ) { card, examination in
            for (index, entry) in card.entries.enumerated() {
                guard let first = entry.effective.from else { continue }
                let earlier = card.entries.filter { $0.isAlike(entry) }.compactMap(\.effective.through)
                    .filter { $0 < first }
                guard let last = earlier.max(), last.days(until: first) > 1 else { continue }
                examination.report(
                    at: \.entries[index].effective,
                    expected: "a rate from the day after \(last)",
                    observed: entry.effective
                )
            }
        }
        ValidationRule(
            "rate-card.entryWithinCard",
            "Rates hold within the days of their card.",
            actor: .finance,
            remedy: "Correct the days of the rate, or those of the card."
        ) { card, examination in
            for (index, entry) in card.entries.enumerated() where !card.effective.contains(entry.effective) {
                examination.report(
                    at: \.entries[index].effective,
                    expected: "days within \(card.effective)",
                    observed: entry.effective
                )
            }
        }
        ValidationRule(
            "rate-card.basis",
            "A rate has what its basis needs: an amount, or a percentage for a markup.",
            actor: .finance,
            remedy: "Enter the amount or the percentage."
        ) { card, examination in
            for (index, entry) in card.entries.enumerated() {
                if entry.basis == .pricePerUnit, entry.amount == nil {
                    examination.report(at: \.entries[index].amount, expected: "an amount")
                } else if entry.basis == .markupPercent, entry.percent == nil {
                    examination.report(at: \.entries[index].percent, expected: "a percentage")
                }
            }
        }
        ValidationRule(
            "rate-card.bounds",
            "A rate is between its least and its most.",
            actor: .finance,
            remedy: "Correct the rate or its bounds."
        ) { card, examination in
            for (index, entry) in card.entries.enumerated() {
                if let least = entry.minimum, let amount = entry.amount ?? entry.maximum, least.exceeds(amount) {
                    examination.report(
                        at: \.entries[index].minimum,
                        expected: "at most the rate",
                        value: amount,
                        observed: least
                    )
                } else if let most = entry.maximum, let amount = entry.amount, amount.exceeds(most) {
                    examination.report(
                        at: \.entries[index].maximum,
                        expected: "at least the rate",
                        value: amount,
                        observed: most
                    )
                }
            }
        }
        ValidationRule(
            "rate-card.unitListed",
            "The units of rates are of UN/ECE Recommendation 20 and known.",
            clause: "UN/ECE Recommendation 20",
            weight: .warning,
            actor: .finance,
            remedy: "Choose a unit that receivers of invoices know."
        ) { card, examination in
            for (index, entry) in card.entries.enumerated() where !entry.unit.isOfRecommendation20 {
                examination.report(at: \.entries[index].unit, expected: "a unit that is listed", observed: entry.unit)
            }
        }
        ValidationRule(
            "rate-card.hoursPerUnit",
            "A rate for a day, a week or a month says how many hours that is, and no more than it has.",
            actor: .finance,
            remedy: "Enter the hours that were agreed for one unit."
        ) { card, examination in
            for (index, entry) in card.entries.enumerated() {
                let most: Int
                switch entry.unit {
                case .day, .workingDay: most = 24
                case .week: most = 168
                case .month: most = 744
                default: continue
                }
                if let hours = entry.hoursPerUnit, !hours.isNegative, !hours.isZero,
                    hours.compare(ExactDecimal(most)) != .greater
                {
                    continue
                }
                examination.report(
                    at: \.entries[index].hoursPerUnit,
                    expected: "more than 0 and at most \(most) hours",
                    observed: entry.hoursPerUnit
                )
            }
        }
        ValidationRule(
            "rate-card.multiplier",
            "A rate is multiplied by more than nothing, and by no more than the firm pays for.",
            weight: .approval(.finance),
            actor: .finance,
            remedy: "Correct the multiplier, or have it approved.",
            parameters: [.integer("maximum", 3, "The most that a rate is multiplied by.")]
        ) { arguments in
            let maximum = ExactDecimal(arguments.integer("maximum"))
            return { card, examination in
                for (index, entry) in card.entries.enumerated() {
                    guard let factor = entry.multiplier else { continue }
                    guard factor.isNegative || factor.isZero || factor.compare(maximum) == .greater else { continue }
                    examination.report(
                        at: \.entries[index].multiplier,
                        expected: "more than 0 and at most \(maximum)",
                        observed: factor
                    )
                }
            }
        }
        ValidationRule.knownCodes("rate-card.knownCodes") { card, search in
            search.look(at: card.side, \.side)
            search.look(at: card.status, \.status)
            search.look(at: card.owner.level, \.owner.level)
            for (index, entry) in card.entries.enumerated() { search.look(at: entry.basis, \.entries[index].basis) }
        }
    }

    private static let rates: Amounts<RateCard> = { card, search in
        for (index, entry) in card.entries.enumerated() {
            search.look(at: entry.amount, \.entries[index].amount)
            search.look(at: entry.minimum, \.entries[index].minimum)
            search.look(at: entry.maximum, \.entries[index].maximum)
        }
    }
}

extension RateCardEntry {
    /// Whether two rates are for the same work and unit.
    func isAlike(_ other: RateCardEntry) -> Bool { unit == other.unit && dimensions == other.dimensions }
}
