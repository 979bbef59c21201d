internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// What a customer must have to be sold to, contracted with, and billed.
    static let customerReadiness = RuleSet<Customer> {
        ValidationRule.required(
            "customer.accountOwner",
            "A customer that is sold to has somebody who answers for it.",
            \.accountOwner,
            expected: "the person who answers for the customer",
            weight: .warning,
            actor: .sales,
            remedy: "Name the account's owner.",
            for: .ready(for: .sell)
        )
        ValidationRule(
            "customer.reachable",
            "A customer that is sold to can be reached: itself, or one of its contacts.",
            actor: .sales,
            remedy: "Add a contact with a mail address or a telephone number.",
            for: .ready(for: .sell)
        ) { customer, examination in
            guard customer.contactPoints.isEmpty, customer.contacts.allSatisfy(\.contactPoints.isEmpty) else { return }
            examination.report(at: \.contacts, expected: "somebody with a mail address or a telephone number")
        }
        ValidationRule(
            "customer.legalName",
            "A customer that signs or is billed has a legal name.",
            actor: .sales,
            remedy: "Take the name from the register of companies.",
            for: .ready(for: .contract, .bill)
        ) { customer, examination in
            guard customer.kind != .individual, customer.legalName.isBlank else { return }
            examination.report(at: \.legalName, expected: "the name under which the customer is registered")
        }
        ValidationRule(
            "customer.registered",
            "An organisation that signs has a registration number.",
            actor: .sales,
            remedy: "Add the number of the company, for tax, or of another register.",
            for: .ready(for: .contract)
        ) { customer, examination in
            guard customer.kind == .organisation, customer.registrations.isEmpty else { return }
            examination.report(at: \.registrations, expected: "a number under which the organisation is registered")
        }
        ValidationRule(
            "customer.signatory",
            "A customer that signs has a contact who may decide.",
            weight: .warning,
            actor: .sales,
            remedy: "Give a contact the role decisionMaker or legal.",
            for: .ready(for: .contract)
        ) { customer, examination in
            let mayDecide = customer.contacts.contains {
                $0.roles.contains(.decisionMaker) || $0.roles.contains(.legal)
            }
            guard !mayDecide else { return }
            examination.report(at: \.contacts, expected: "a contact who may decide")
        }
        ValidationRule(
            "customer.statusAllowsWork",
            "Nobody contracts with, works for or bills a customer that is closed, merged or erased.",
            actor: .dataSteward,
            remedy: "Use the customer that took its place, or open it again.",
            for: .ready(for: .sell, .contract, .startProject, .bill)
        ) { customer, examination in
            guard [.closed, .merged, .erased, .inactive].contains(customer.status) else { return }
            examination.report(at: \.status, expected: "a customer in use", observed: customer.status)
        }
        ValidationRule(
            "customer.billingAddress",
            "A customer that is billed has an address with a place and a country, for bills or of its seat.",
            actor: .sales,
            remedy: "Add the address, or the customer that bills go to instead.",
            for: .ready(for: .bill)
        ) { customer, examination in
            let today = examination.circumstances.today
            guard !customer.isBilledElsewhere(on: today) else { return }
            let isThere = customer.addresses.contains { address in
                (address.use == .billing || address.use == .legal || address.isPrimary) && address.country != nil
                    && !address.locality.isBlank && address.validity.holds(on: today)
            }
            guard !isThere else { return }
            examination.report(at: \.addresses, expected: "an address for bills, with a place and a country")
        }
        ValidationRule(
            "customer.taxKnown",
            "A customer that is billed has a tax profile or a number for tax.",
            actor: .finance,
            remedy: "Add the tax profile, or the number for value-added tax.",
            for: .ready(for: .bill)
        ) { customer, examination in
            guard customer.kind != .individual, customer.taxProfiles.isEmpty else { return }
            guard !customer.registrations.contains(where: { $0.kind == .vat || $0.kind == .tax }) else { return }
            examination.report(at: \.taxProfiles, expected: "a tax profile, or a registration for tax")
        }
        ValidationRule.required(
            "customer.paymentTerms",
            "A customer that is billed has terms of payment.",
            \.paymentTerms,
            expected: "terms of payment",
            actor: .finance,
            remedy: "Agree on terms, and enter them.",
            for: .ready(for: .bill)
        )
        ValidationRule(
            "customer.invoiceChannel",
            "A customer that is billed has a channel by which invoices reach it.",
            actor: .billing,
            remedy: "Ask the customer how it takes invoices.",
            for: .ready(for: .bill)
        ) { customer, examination in
            guard !customer.isBilledElsewhere(on: examination.circumstances.today) else { return }
            guard customer.invoiceDelivery == nil || customer.invoiceDelivery?.channel == InvoiceChannel.none else {
                return
            }
            examination.report(at: \.invoiceDelivery, expected: "a channel for invoices")
        }
        ValidationRule(
            "customer.invoiceAddress",
            "The channel for invoices has the address that it needs.",
            actor: .billing,
            remedy: "Enter the mail address, the identifier in the network with its scheme, or the portal.",
            for: .ready(for: .bill)
        ) { customer, examination in
            guard let delivery = customer.invoiceDelivery else { return }
            if delivery.channel == .email, delivery.address?.isMailAddress != true {
                examination.report(
                    at: \.invoiceDelivery.address,
                    expected: "a mail address",
                    observed: delivery.address
                )
            } else if delivery.channel == .network, delivery.address.isBlank || delivery.addressScheme.isBlank {
                examination.report(
                    at: \.invoiceDelivery.address,
                    expected: "an identifier in the network, and its scheme",
                    observed: delivery.address
                )
            } else if delivery.channel == .portal, delivery.network == nil, delivery.address.isBlank {
                examination.report(at: \.invoiceDelivery.address, expected: "the portal")
            }
        }
        ValidationRule(
            "customer.buyerReference",
            "A German authority that is billed has a buyer reference, which routes its invoices.",
            clause: "XRechnung BR-DE-15",
            actor: .billing,
            remedy: "Ask the authority for its Leitweg-ID.",
            for: RuleApplicability(readiness: [.bill], countries: [.germany])
        ) { customer, examination in
            guard customer.kind == .government, (customer.invoiceDelivery?.buyerReference).isBlank else { return }
            examination.report(at: \.invoiceDelivery.buyerReference, expected: "the Leitweg-ID of the authority")
        }
    }
}

extension Customer {
    /// Whether another customer receives the bills on a day.
    func isBilledElsewhere(on day: LocalDate) -> Bool {
        partyRoles.contains { $0.role == .billTo && $0.party != id && $0.validity.holds(on: day) }
    }
}
