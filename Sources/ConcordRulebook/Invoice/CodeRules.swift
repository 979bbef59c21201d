internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension InvoiceRules {
    /// Codes that are in the lists that they are said to be from.
    static let codes: [ValidationRule<Invoice>] = currencies + known

    private static let known: [ValidationRule<Invoice>] = [
        .published(
            "BR-CL-01",
            "What kind of document it is, is known.",
            actor: .integration,
            remedy: "Map the source's type to one of the model's."
        ) { invoice, examination in
            if invoice.type.isKnown { return }
            examination.report(at: \.type, expected: "a type of invoice", observed: invoice.type)
        },
        .published(
            "BR-CL-06",
            "Which event makes tax due, is known.",
            actor: .integration,
            remedy: "Map the source's code to issue, supply or payment."
        ) { invoice, examination in
            guard let basis = invoice.taxPointBasis, !basis.isKnown else { return }
            examination.report(at: \.taxPointBasis, expected: "issue, supply or payment", observed: basis)
        },
        .published(
            "BR-CL-14",
            "Countries are those of ISO 3166-1.",
            actor: .dataSteward,
            remedy: "Correct the country in the address."
        ) { invoice, examination in
            guard let parties = invoice.parties else { return }
            if let country = parties.seller?.address?.country, !country.isListed {
                examination.report(at: \.parties.seller.address.country, expected: "a country", observed: country)
            }
            if let country = parties.billTo?.address?.country, !country.isListed {
                examination.report(at: \.parties.billTo.address.country, expected: "a country", observed: country)
            }
            if let country = parties.shipTo?.address?.country, !country.isListed {
                examination.report(at: \.parties.shipTo.address.country, expected: "a country", observed: country)
            }
            if let country = parties.taxRepresentative?.address?.country, !country.isListed {
                examination.report(
                    at: \.parties.taxRepresentative.address.country,
                    expected: "a country",
                    observed: country
                )
            }
        },
        .published(
            "BR-CL-17",
            "The tax category of a row, an allowance or a charge is known.",
            actor: .integration,
            remedy: "Map the system's tax code to a category."
        ) { invoice, examination in
            for (index, row) in invoice.taxBreakdown.enumerated() where !row.category.isKnown {
                examination.report(
                    at: \.taxBreakdown[index].category,
                    expected: "a tax category",
                    observed: row.category
                )
            }
            for (item, part) in invoice.allowancesCharges.enumerated() {
                for (index, tax) in part.taxes.enumerated() where !tax.category.isKnown {
                    examination.report(
                        at: \.allowancesCharges[item].taxes[index].category,
                        expected: "a tax category",
                        observed: tax.category
                    )
                }
            }
        },
        .published(
            "BR-CL-18",
            "The tax category of a line is known.",
            actor: .integration,
            remedy: "Map the system's tax code to a category."
        ) { invoice, examination in
            for line in invoice.lines.indices {
                for index in invoice.lines[line].taxes.indices
                where !invoice.lines[line].taxes[index].category.isKnown {
                    examination.report(
                        at: \.lines[line].taxes[index].category,
                        expected: "a tax category",
                        observed: invoice.lines[line].taxes[index].category
                    )
                }
            }
        },
    ]

    private static let currencies: [ValidationRule<Invoice>] = [
        .published(
            "BR-CL-03",
            "Amounts are in currencies of ISO 4217.",
            actor: .integration,
            remedy: "Map the source's currency to its code."
        ) { invoice, examination in
            let currency = invoice.currency
            for (path, amount) in invoice.amounts(where: { $0.currency != currency && !$0.currency.isListed }) {
                examination.report(path: path, expected: "a currency", observed: amount)
            }
        },
        .published(
            "BR-CL-04",
            "The currency of an invoice is one of ISO 4217.",
            actor: .integration,
            remedy: "Map the source's currency to its code."
        ) { invoice, examination in
            if invoice.currency.isListed { return }
            examination.report(at: \.currency, expected: "a currency in use", observed: invoice.currency)
        },
        .published(
            "BR-CL-05",
            "The currency in which tax is declared is one of ISO 4217.",
            actor: .integration,
            remedy: "Map the source's currency to its code."
        ) { invoice, examination in
            guard let currency = invoice.taxCurrency, !currency.isListed else { return }
            examination.report(at: \.taxCurrency, expected: "a currency in use", observed: currency)
        },
        .published(
            "PEPPOL-EN16931-R051",
            "All amounts are in the invoice's currency, except tax in the currency in which it is declared.",
            remedy: "Convert the amount, or correct its currency."
        ) { invoice, examination in
            let currency = invoice.currency
            for (path, amount) in invoice.amounts(where: { $0.currency != currency }) {
                examination.report(path: path, expected: "an amount in \(currency)", observed: amount)
            }
        },
        .published(
            "PEPPOL-EN16931-R005",
            "A currency in which tax is declared is named only if it is not the invoice's.",
            weight: .warning,
            actor: .integration,
            remedy: "Leave the currency of tax out."
        ) { invoice, examination in
            guard let currency = invoice.taxCurrency, currency == invoice.currency else { return }
            examination.report(at: \.taxCurrency, expected: "another currency than the invoice's", observed: currency)
        },
        .published(
            "PEPPOL-EN16931-R054",
            "Tax in another currency is stated only if it is declared in one.",
            actor: .finance,
            remedy: "Name the currency in which tax is declared, or leave the second tax out."
        ) { invoice, examination in
            guard let tax = invoice.totals?.taxTotalInTaxCurrency else { return }
            if let currency = invoice.taxCurrency, currency == tax.currency { return }
            examination.report(
                at: \.totals.taxTotalInTaxCurrency,
                expected: invoice.taxCurrency.map { "tax in \($0)" }
                    ?? "none, because tax is declared in no other currency",
                observed: tax
            )
        },
        .published(
            "PEPPOL-EN16931-R055",
            "The tax in both currencies goes the same way.",
            actor: .finance,
            remedy: "Convert the tax again."
        ) { invoice, examination in
            guard let totals = invoice.totals, let other = totals.taxTotalInTaxCurrency else { return }
            let isSame = totals.taxTotal.isNegative == other.isNegative || totals.taxTotal.isZero || other.isZero
            if isSame { return }
            examination.report(
                at: \.totals.taxTotalInTaxCurrency,
                expected: "the sign of the tax in the invoice's currency",
                observed: other
            )
        },
    ]
}
