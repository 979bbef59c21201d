internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// A customer's state, credit and terms.
    static let customerAccount = RuleSet<Customer> {
        ValidationRule(
            "customer.statusSince",
            "The status does not hold from a day to come.",
            actor: .dataSteward,
            remedy: "Correct the day, or wait with the status."
        ) { customer, examination in
            guard let since = customer.statusSince, since > examination.circumstances.today else { return }
            examination.report(at: \.statusSince, expected: "a day that has come", observed: since)
        }
        ValidationRule(
            "customer.mergedInto",
            "A customer that was merged says which record took its place.",
            actor: .dataSteward,
            remedy: "Name the record that it was merged into."
        ) { customer, examination in
            guard customer.status == .merged, customer.header.supersededBy == nil else { return }
            examination.report(at: \.header.supersededBy, expected: "the record that took its place")
        }
        ValidationRule(
            "customer.erased",
            "A customer that was erased holds nobody's personal data.",
            actor: .dataSteward,
            remedy: "Remove contacts and the ways to reach them."
        ) { customer, examination in
            guard customer.status == .erased || customer.header.lifecycle == .erased else { return }
            guard !customer.contacts.isEmpty || !customer.contactPoints.isEmpty else { return }
            examination.report(at: \.contacts, expected: "no contacts")
        }
        ValidationRule.currencyListed("customer.currencyListed", actor: .finance, \.preferredCurrency)
        ValidationRule.precision("customer.precision", actor: .finance) { customer, search in
            for (index, limit) in customer.creditLimits.enumerated() {
                search.look(at: limit.limit, \.creditLimits[index].limit)
            }
            for (index, bucket) in customer.aging.enumerated() {
                search.look(at: bucket.amount, \.aging[index].amount)
            }
        }
        ValidationRule.notNegative(
            "customer.creditLimitNotNegative",
            "A credit limit is not negative.",
            actor: .finance,
            remedy: "Correct the limit; nothing at all is 0."
        ) { customer, search in
            for (index, limit) in customer.creditLimits.enumerated() {
                search.look(at: limit.limit, \.creditLimits[index].limit)
            }
        }
        ValidationRule(
            "customer.creditLimitOnce",
            "An entity of the firm grants a customer one credit limit in a currency.",
            actor: .finance,
            remedy: "Remove one of the limits."
        ) { customer, examination in
            for (index, limit) in customer.creditLimits.enumerated() {
                let isTwice = customer.creditLimits[..<index]
                    .contains {
                        $0.legalEntity == limit.legalEntity && $0.limit.currency == limit.limit.currency
                    }
                guard isTwice else { continue }
                examination.report(
                    at: \.creditLimits[index].legalEntity,
                    expected: "one limit for each entity and currency",
                    observed: limit.legalEntity
                )
            }
        }
        ValidationRule(
            "customer.withinCreditLimit",
            "What a customer owes an entity stays within its credit limit, before more is contracted or started.",
            weight: .approval(.finance),
            actor: .finance,
            remedy: "Collect first, raise the limit, or agree to go on.",
            for: .ready(for: .contract, .startProject)
        ) { customer, examination in
            for (index, limit) in customer.creditLimits.enumerated() {
                let owed = customer.aging.filter { $0.legalEntity == limit.legalEntity }.map(\.amount)
                guard let total = Money.total(owed), total.exceeds(limit.limit) else { continue }
                examination.report(
                    at: \.creditLimits[index].limit,
                    expected: "at least what the customer owes",
                    value: total,
                    observed: limit.limit
                )
            }
        }
        ValidationRule(
            "customer.creditHoldNewWork",
            "A customer whose credit is held gets no new work.",
            weight: .approval(.finance),
            actor: .finance,
            remedy: "Lift the hold, or agree to the work in spite of it.",
            for: .ready(for: .contract, .startProject)
        ) { customer, examination in
            guard let state = customer.creditHold?.state, state == .newWork || state == .all else { return }
            examination.report(at: \.creditHold.state, expected: "no hold on new work", observed: state)
        }
        ValidationRule(
            "customer.creditHoldInvoicing",
            "A customer whose invoicing is held is not billed.",
            actor: .finance,
            remedy: "Lift the hold, or wait.",
            for: .ready(for: .bill)
        ) { customer, examination in
            guard let state = customer.creditHold?.state, state == .invoicing || state == .all else { return }
            examination.report(at: \.creditHold.state, expected: "no hold on invoicing", observed: state)
        }
        ValidationRule(
            "customer.paymentTermsLength",
            "Terms of payment between companies are not longer than the firm accepts.",
            clause: "Directive 2011/7/EU, article 3(5)",
            weight: .approval(.finance),
            actor: .finance,
            remedy: "Agree on shorter terms, or have them approved.",
            parameters: [.integer("maximumDays", 60, "The most days from the invoice to its payment.")]
        ) { arguments in
            let maximum = arguments.integer("maximumDays")
            return { customer, examination in
                guard let terms = customer.paymentTerms else { return }
                let days = (terms.netDays ?? 0) + 30 * (terms.netMonths ?? 0)
                guard days > maximum else { return }
                examination.report(at: \.paymentTerms.netDays, expected: "at most \(maximum) days", observed: days)
            }
        }
        ValidationRule(
            "customer.paymentTermsInstalments",
            "The instalments of the terms of payment add up to a hundred percent.",
            actor: .finance,
            remedy: "Correct the percentages."
        ) { customer, examination in
            guard let parts = customer.paymentTerms?.instalments, !parts.isEmpty else { return }
            guard let total = Percentage.total(parts.map(\.percent)), !total.isNearlyHundred else { return }
            examination.report(at: \.paymentTerms.instalments, expected: "instalments of 100 %", observed: total)
        }
        ValidationRule.knownCodes("customer.knownCodes") { customer, search in
            search.look(at: customer.kind, \.kind)
            search.look(at: customer.status, \.status)
            search.look(at: customer.invoiceGrouping, \.invoiceGrouping)
            search.look(at: customer.creditHold?.state, \.creditHold.state)
            search.look(at: customer.invoiceDelivery?.channel, \.invoiceDelivery.channel)
            search.look(at: customer.invoiceDelivery?.format, \.invoiceDelivery.format)
            search.look(at: customer.paymentTerms?.basis, \.paymentTerms.basis)
            for (index, role) in customer.partyRoles.enumerated() {
                search.look(at: role.role, \.partyRoles[index].role)
            }
        }
    }
}
