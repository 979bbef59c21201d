internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension InvoiceRules {
    /// The seller, the buyer and those who stand beside them.
    static let parties: [ValidationRule<Invoice>] = seller + buyer + otherParties + prefixes

    private static let prefixes: [ValidationRule<Invoice>] = [
        .published(
            "BR-CO-09",
            "European VAT numbers begin with the letters of their country.",
            actor: .dataSteward,
            remedy: "Write the number with its country's letters in front, such as DE or EL."
        ) { invoice, examination in
            guard let parties = invoice.parties else { return }
            for index in parties.seller?.taxRegistrations.indices ?? 0..<0 {
                guard let found = parties.seller?.taxRegistrations[index], found.lacksCountry else { continue }
                examination.report(
                    at: \.parties.seller.taxRegistrations[index].value,
                    expected: "the country's letters in front of the number",
                    observed: found.value
                )
            }
            for index in parties.billTo?.taxRegistrations.indices ?? 0..<0 {
                guard let found = parties.billTo?.taxRegistrations[index], found.lacksCountry else { continue }
                examination.report(
                    at: \.parties.billTo.taxRegistrations[index].value,
                    expected: "the country's letters in front of the number",
                    observed: found.value
                )
            }
            for index in parties.taxRepresentative?.taxRegistrations.indices ?? 0..<0 {
                guard let found = parties.taxRepresentative?.taxRegistrations[index], found.lacksCountry else {
                    continue
                }
                examination.report(
                    at: \.parties.taxRepresentative.taxRegistrations[index].value,
                    expected: "the country's letters in front of the number",
                    observed: found.value
                )
            }
        }
    ]

    private static let seller: [ValidationRule<Invoice>] = [
        .published(
            "BR-06",
            "The seller has a name.",
            remedy: "Take the seller as it stands in the legal entity.",
            for: .complete
        ) { invoice, examination in
            if invoice.parties?.seller?.name.isBlank ?? true {
                examination.report(at: \.parties.seller.name, expected: "the seller's name")
            }
        },
        .published(
            "BR-08",
            "The seller has a postal address.",
            remedy: "Take the seller's address from the legal entity.",
            for: .complete
        ) { invoice, examination in
            if invoice.parties?.seller?.address == nil {
                examination.report(at: \.parties.seller.address, expected: "the seller's address")
            }
        },
        .published(
            "BR-09",
            "The seller's address has a country.",
            remedy: "Add the country to the seller's address.",
            for: .complete
        ) { invoice, examination in
            guard let address = invoice.parties?.seller?.address, address.country == nil else { return }
            examination.report(at: \.parties.seller.address.country, expected: "the seller's country")
        },
        .published(
            "BR-CO-26",
            "The seller can be told apart: by an identifier, a registration or a tax number.",
            remedy: "Add the seller's tax number or its number in the register of companies.",
            for: .complete
        ) { invoice, examination in
            guard let seller = invoice.parties?.seller else { return }
            guard seller.taxRegistrations.isEmpty, seller.registrations.isEmpty else { return }
            examination.report(at: \.parties.seller.registrations, expected: "a number of the seller")
        },
        .published(
            "BR-62",
            "The seller's electronic address names its scheme.",
            actor: .dataSteward,
            remedy: "Add the code of the list that the address is from, such as 9930 or 0088."
        ) { invoice, examination in
            guard invoice.parties?.seller?.electronicAddress?.scheme.isBlank == true else { return }
            examination.report(at: \.parties.seller.electronicAddress.scheme, expected: "a code of the list EAS")
        },
    ]

    private static let buyer: [ValidationRule<Invoice>] = [
        .published(
            "BR-07",
            "The buyer has a name.",
            remedy: "Take the buyer as it stands in the customer.",
            for: .complete
        ) { invoice, examination in
            if invoice.parties?.billTo?.name.isBlank ?? true {
                examination.report(at: \.parties.billTo.name, expected: "the buyer's name")
            }
        },
        .published(
            "BR-10",
            "The buyer has a postal address.",
            remedy: "Take the billing address from the customer.",
            for: .complete
        ) { invoice, examination in
            if invoice.parties?.billTo?.address == nil {
                examination.report(at: \.parties.billTo.address, expected: "the buyer's address")
            }
        },
        .published(
            "BR-11",
            "The buyer's address has a country.",
            remedy: "Add the country to the buyer's address.",
            for: .complete
        ) { invoice, examination in
            guard let address = invoice.parties?.billTo?.address, address.country == nil else { return }
            examination.report(at: \.parties.billTo.address.country, expected: "the buyer's country")
        },
        .published(
            "BR-63",
            "The buyer's electronic address names its scheme.",
            actor: .dataSteward,
            remedy: "Add the code of the list that the address is from, such as 9930 or 0204."
        ) { invoice, examination in
            guard invoice.parties?.billTo?.electronicAddress?.scheme.isBlank == true else { return }
            examination.report(at: \.parties.billTo.electronicAddress.scheme, expected: "a code of the list EAS")
        },
    ]

    private static let otherParties: [ValidationRule<Invoice>] = [
        .published(
            "BR-17",
            "A payee is named only if it is not the seller, and then it has a name.",
            remedy: "Leave the payee out if the seller is paid, or fill in its name."
        ) { invoice, examination in
            guard let payee = invoice.parties?.payee else { return }
            if payee.name.isBlank {
                examination.report(at: \.parties.payee.name, expected: "the payee's name")
            } else if let seller = invoice.parties?.seller, payee.name == seller.name {
                let isSame = payee.legalEntity == seller.legalEntity && payee.registrations == seller.registrations
                if isSame {
                    examination.report(at: \.parties.payee, expected: "no payee, because the seller is paid")
                }
            }
        }
    ]
}

extension RegistrationIdentifier {
    /// Whether this is a VAT number, of the European Union as far as is known, without its country in front.
    ///
    /// Where another country is named, the number has that country's form, which mostly has no letters.
    fileprivate var lacksCountry: Bool {
        guard kind == .vat else { return false }
        if let country = jurisdiction?.country, !country.isInVATUnion { return false }
        var letters = value.utf8.prefix(2).makeIterator()
        guard let first = letters.next(), let second = letters.next() else { return true }
        if (first, second) == (UInt8(ascii: "1"), UInt8(ascii: "A")) { return false }
        let prefix = String(decoding: [first, second], as: UTF8.self)
        if prefix == "EL" || prefix == "XI" { return false }
        return !((try? CountryCode(prefix))?.isListed ?? false)
    }
}

extension CountryCode {
    /// Whether numbers of the country are of the system of the European Union; Northern Ireland's are, for goods.
    fileprivate var isInVATUnion: Bool { CountryCode.vatUnion.contains(self) }

    private static let vatUnion = Set(
        [
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
        ]
        .compactMap { try? CountryCode($0) }
    )
}
