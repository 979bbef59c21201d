internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// How a customer stands to other records, its addresses, contacts and parties.
    static let customerParties = RuleSet<Customer> {
        ValidationRule.exists(
            "customer.parentExists",
            "The customer above is one that exists.",
            \.parent,
            actor: .dataSteward,
            remedy: "Correct the parent, or bring its record in."
        )
        ValidationRule.tree(
            "customer.hierarchy",
            "The customers above a customer do not lead back to it.",
            \.parent,
            actor: .dataSteward,
            remedy: "Decide which of them is above the others."
        )
        ValidationRule(
            "customer.ultimateParent",
            "A customer with an ultimate parent has a parent.",
            weight: .warning,
            actor: .dataSteward,
            remedy: "Enter the parent, or take the ultimate parent away."
        ) { customer, examination in
            guard let top = customer.ultimateParent, top != customer.id, customer.parent == nil else { return }
            examination.report(at: \.parent, expected: "the customer above", related: "customer \(top)")
        }
        ValidationRule.exists(
            "customer.accountOwnerExists",
            "The account's owner is a resource that exists.",
            \.accountOwner,
            actor: .sales,
            remedy: "Name somebody who is with the firm."
        )
        ValidationRule.exist(
            "customer.taxProfilesExist",
            "The customer's tax profiles exist.",
            \.taxProfiles,
            actor: .finance,
            remedy: "Correct the reference, or bring the tax profile in."
        )
        ValidationRule.exist(
            "customer.rateCardsExist",
            "The customer's rate cards exist.",
            \.rateCards,
            actor: .finance,
            remedy: "Correct the reference, or bring the rate card in."
        )
        ValidationRule(
            "customer.partyExists",
            "Customers in a role for this one exist.",
            actor: .dataSteward,
            remedy: "Correct the party, or bring its record in."
        ) { customer, examination in
            for (index, role) in customer.partyRoles.enumerated()
            where role.party != customer.id && examination.isDangling(role.party) {
                examination.report(
                    at: \.partyRoles[index].party,
                    expected: "a customer that exists",
                    observed: role.party
                )
            }
        }
        ValidationRule(
            "customer.partyShares",
            "The shares of those who pay add up to a hundred percent.",
            actor: .finance,
            remedy: "Correct the shares."
        ) { customer, examination in
            let today = examination.circumstances.today
            for kind in [PartyRoleKind.payer, .billTo] {
                let roles = customer.partyRoles.filter { $0.role == kind && $0.validity.holds(on: today) }
                for entity in Set(roles.map(\.legalEntity)) {
                    let shares = roles.filter { $0.legalEntity == entity }.compactMap(\.share)
                    guard !shares.isEmpty, let total = Percentage.total(shares), !total.isNearlyHundred else {
                        continue
                    }
                    examination.report(at: \.partyRoles, expected: "shares of \(kind) of 100 %", observed: total)
                }
            }
        }
        ValidationRule(
            "customer.addressKnown",
            "Addresses that contacts and invoices name are among the customer's.",
            actor: .dataSteward,
            remedy: "Add the address, or name another one."
        ) { customer, examination in
            let known = customer.addresses.compactMap(\.id)
            for (index, contact) in customer.contacts.enumerated() {
                guard let address = contact.address, !known.contains(address) else { continue }
                examination.report(at: \.contacts[index].address, expected: "one of the addresses", observed: address)
            }
            if let address = customer.invoiceDelivery?.postalAddress, !known.contains(address) {
                examination.report(
                    at: \.invoiceDelivery.postalAddress,
                    expected: "one of the addresses",
                    observed: address
                )
            }
        }
        ValidationRule(
            "customer.mailAddress",
            "Mail addresses have the form of one.",
            actor: .sales,
            remedy: "Correct the mail address."
        ) { customer, examination in
            for (index, contact) in customer.contacts.enumerated() {
                for (number, point) in contact.contactPoints.enumerated()
                where point.kind == .email && !point.value.isMailAddress {
                    examination.report(
                        at: \.contacts[index].contactPoints[number].value,
                        expected: "a mail address",
                        observed: point.value
                    )
                }
            }
        }
        ValidationRule(
            "customer.onePrimaryContact",
            "One contact is the primary one.",
            weight: .warning,
            actor: .sales,
            remedy: "Decide who is asked first."
        ) { customer, examination in
            let primary = customer.contacts.count { $0.isPrimary }
            guard primary > 1 else { return }
            examination.report(at: \.contacts, expected: "one primary contact", observed: primary)
        }
        ValidationRule(
            "customer.countryListed",
            "The countries of addresses are listed in ISO 3166-1.",
            clause: "ISO 3166-1",
            actor: .dataSteward,
            remedy: "Correct the country's code."
        ) { customer, examination in
            for (index, address) in customer.addresses.enumerated() {
                guard let country = address.country, !country.isListed else { continue }
                examination.report(
                    at: \.addresses[index].country,
                    expected: "a country that ISO 3166-1 lists",
                    observed: country
                )
            }
        }
        ValidationRule(
            "customer.subdivisionInCountry",
            "The state or province of an address is one of its country.",
            clause: "ISO 3166-2",
            actor: .dataSteward,
            remedy: "Correct the country, or the state."
        ) { customer, examination in
            for (index, address) in customer.addresses.enumerated() {
                guard let country = address.country, let part = address.subdivision, part.country != country else {
                    continue
                }
                examination.report(
                    at: \.addresses[index].subdivision,
                    expected: "a subdivision of \(country)",
                    observed: part
                )
            }
        }
        ValidationRule(
            "customer.intercompany",
            "A customer within the group says which of the firm's entities it is, and only such a one does.",
            actor: .finance,
            remedy: "Name the entity, or say that the customer is not within the group."
        ) { customer, examination in
            guard customer.isIntercompany != (customer.representsEntity != nil) else { return }
            examination.report(
                at: \.representsEntity,
                expected: customer.isIntercompany ? "the entity that the customer is" : "no entity of the firm",
                observed: customer.representsEntity
            )
        }
    }
}
