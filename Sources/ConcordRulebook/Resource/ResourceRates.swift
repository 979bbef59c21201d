internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// A resource's cost rates, and the records that it belongs with.
    static let resourceRates = RuleSet<Resource> {
        ValidationRule(
            "resource.costRate",
            "Somebody whose time is posted has a cost rate today.",
            actor: .people,
            remedy: "Enter the rate, with the days on which it holds.",
            for: .ready(for: .post)
        ) { resource, examination in
            let today = examination.circumstances.today
            guard !resource.costRates.contains(where: { $0.side == .cost && $0.validity.contains(today) }) else {
                return
            }
            examination.report(at: \.costRates, expected: "a cost rate that holds today")
        }
        ValidationRule(
            "resource.ratesApart",
            "Rates of one side, basis and entity do not hold on the same day.",
            actor: .people,
            remedy: "End the earlier rate on the day before the later one begins."
        ) { resource, examination in
            for (index, rate) in resource.costRates.enumerated() {
                let overlaps = resource.costRates[..<index]
                    .contains {
                        $0.isAlike(rate) && $0.validity.intersects(rate.validity)
                    }
                guard overlaps else { continue }
                examination.report(
                    at: \.costRates[index].validity,
                    expected: "days on which no other rate holds",
                    observed: rate.validity
                )
            }
        }
        ValidationRule(
            "resource.ratesWithoutGap",
            "Rates of one side, basis and entity follow each other day by day.",
            weight: .warning,
            actor: .people,
            remedy: "Let the later rate begin on the day after the earlier one ends."
        ) { resource, examination in
            for (index, rate) in resource.costRates.enumerated() {
                guard let first = rate.validity.from else { continue }
                let earlier = resource.costRates.filter { $0.isAlike(rate) }.compactMap(\.validity.through)
                    .filter { $0 < first }
                guard let last = earlier.max(), last.days(until: first) > 1 else { continue }
                examination.report(
                    at: \.costRates[index].validity,
                    expected: "a rate from the day after \(last)",
                    observed: rate.validity
                )
            }
        }
        ValidationRule.notNegative(
            "resource.rateNotNegative",
            "Rates are not negative.",
            actor: .people,
            remedy: "Correct the rate."
        ) { resource, search in
            for (index, rate) in resource.costRates.enumerated() {
                search.look(at: rate.amount, \.costRates[index].amount)
            }
        }
        ValidationRule(
            "resource.rateCurrencyListed",
            "Rates are in currencies that ISO 4217 lists as current.",
            clause: "ISO 4217",
            actor: .people,
            remedy: "Choose the currency that is in use."
        ) { resource, examination in
            for (index, rate) in resource.costRates.enumerated() where !rate.amount.currency.isListed {
                examination.report(
                    at: \.costRates[index].amount.currency,
                    expected: "a currency that is listed",
                    observed: rate.amount.currency
                )
            }
        }
        ValidationRule.exists(
            "resource.employingEntityExists",
            "The employing entity exists.",
            \.employingEntity,
            actor: .people,
            remedy: "Correct the entity, or bring its record in."
        )
        ValidationRule.exists(
            "resource.managerExists",
            "Somebody's manager exists.",
            \.manager,
            actor: .people,
            remedy: "Name somebody who is with the firm."
        )
        ValidationRule.exists(
            "resource.vendorExists",
            "The vendor exists.",
            \.vendor,
            actor: .people,
            remedy: "Correct the vendor, or bring its record in."
        )
        ValidationRule.tree(
            "resource.hierarchy",
            "Nobody is above themselves.",
            \.manager,
            actor: .people,
            remedy: "Correct who reports to whom."
        )
        ValidationRule(
            "resource.mailAddress",
            "The mail address has the form of one.",
            actor: .people,
            remedy: "Correct the mail address."
        ) { resource, examination in
            guard let address = resource.email, !address.isMailAddress else { return }
            examination.report(at: \.email, expected: "a mail address", observed: address)
        }
        ValidationRule.unique(
            "resource.mailAddressUnique",
            "No two resources have one mail address.",
            \.email,
            actor: .people,
            remedy: "Merge the two, or correct the address."
        )
        ValidationRule(
            "resource.employeeNumberUnique",
            "No two people of an entity have one employee number.",
            actor: .people,
            remedy: "Merge the two, or correct the number."
        ) { resource, examination in
            guard let number = resource.employeeNumber, let entity = resource.employingEntity else { return }
            guard let colleagues = examination.all(Resource.self, with: \.employingEntity, entity) else { return }
            let other = colleagues.first { $0.record.id != resource.id && $0.record.employeeNumber == number }
            guard let other else { return }
            examination.report(
                at: \.employeeNumber,
                expected: "a number that nobody else has",
                observed: number,
                related: "resource \(other.record.id)"
            )
        }
        ValidationRule.knownCodes("resource.knownCodes") { resource, search in
            search.look(at: resource.kind, \.kind)
            search.look(at: resource.status, \.status)
            search.look(at: resource.employmentType, \.employmentType)
            for (index, rate) in resource.costRates.enumerated() {
                search.look(at: rate.side, \.costRates[index].side)
                search.look(at: rate.basis, \.costRates[index].basis)
            }
        }
    }
}

extension EffectiveRate {
    /// Whether two rates say the same of other days.
    fileprivate func isAlike(_ other: EffectiveRate) -> Bool {
        side == other.side && basis == other.basis && entity == other.entity && unit == other.unit
    }
}
