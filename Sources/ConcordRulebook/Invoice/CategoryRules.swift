internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension InvoiceRules {
    /// The rules that EN 16931 has for each category of tax, under the same numbers.
    static let categories: [ValidationRule<Invoice>] = VATCategory.all.flatMap { category in
        [rows(category)] + identification(category) + rates(category)
            + [taxable(category), tax(category), exemption(category)]
    }

    /// What is taxed has a row, and a row has something that is taxed.
    private static func rows(_ category: VATCategory) -> ValidationRule<Invoice> {
        .published(
            "\(category.family)-01",
            category.isByRate
                ? "Each rate of category \(category.code) that is used has a row of the breakdown, and no other rate has."
                : "Category \(category.code), if it is used, has one row of the breakdown, and otherwise none.",
            actor: .finance,
            remedy: "Compute the tax breakdown again from the lines, allowances and charges.",
            for: .complete
        ) { invoice, examination in
            let facts = examination.facts(of: invoice)
            let isListed = facts.inBreakdown.contains(category)
            if facts.uses(category) {
                if !isListed {
                    examination.report(at: \.taxBreakdown, expected: "a row of category \(category.code)")
                } else if category.isByRate {
                    for group in facts.groups where group.category == category {
                        let hasRow = invoice.taxBreakdown.contains { row in
                            VATCategory.of(row.category) == category
                                && InvoiceFacts.isSame(row.rate?.percent, group.rate)
                        }
                        if hasRow { continue }
                        let rate = group.rate.map { "\($0) %" } ?? "no rate"
                        examination.report(
                            at: \.taxBreakdown,
                            expected: "a row of category \(category.code) at \(rate)"
                        )
                    }
                }
            }
            guard isListed else { return }
            var count = 0
            for index in invoice.taxBreakdown.indices
            where VATCategory.of(invoice.taxBreakdown[index].category) == category {
                count += 1
                let rate = invoice.taxBreakdown[index].rate?.percent
                let isUsed = facts.groups.contains { group in
                    group.category == category && (!category.isByRate || InvoiceFacts.isSame(group.rate, rate))
                }
                if !isUsed || !category.isByRate && count > 1 {
                    examination.report(at: \.taxBreakdown[index], expected: "no row, because nothing is taxed so")
                }
            }
        }
    }

    /// Who must be registered: on lines 02, on allowances 03, on charges 04.
    private static func identification(_ category: VATCategory) -> [ValidationRule<Invoice>] {
        CategoryPlace.all.map { place in
            let forbids = category == .outside
            return .published(
                "\(category.family)-0\(place.number + 1)",
                forbids
                    ? "Where \(place.words) is outside the scope of VAT, no party has a VAT number."
                    : category == .reverseCharge
                        ? "Where \(place.words) is of category AE, both parties have a tax number."
                        : "Where \(place.words) is of category \(category.code), the seller has a tax number.",
                actor: .finance,
                remedy: forbids
                    ? "Choose another category, such as AE or Z, or leave the VAT numbers out."
                    : "Add the tax number, or choose another category.",
                for: forbids ? .always : .complete
            ) { invoice, examination in
                guard place.used(examination.facts(of: invoice)).contains(category) else { return }
                let (seller, buyer) = (invoice.parties?.seller, invoice.parties?.billTo)
                let representative = invoice.parties?.taxRepresentative
                if forbids {
                    if seller?.hasVATNumber ?? false {
                        examination.report(at: \.parties.seller.taxRegistrations, expected: "no VAT number")
                    }
                    if representative?.hasVATNumber ?? false {
                        examination.report(at: \.parties.taxRepresentative.taxRegistrations, expected: "no VAT number")
                    }
                    if buyer?.hasVATNumber ?? false {
                        examination.report(at: \.parties.billTo.taxRegistrations, expected: "no VAT number")
                    }
                    return
                }
                if !(seller?.hasTaxNumber ?? false), !(representative?.hasVATNumber ?? false) {
                    examination.report(at: \.parties.seller.taxRegistrations, expected: "a tax number")
                }
                guard category == .reverseCharge, !(buyer?.hasVATNumber ?? false) else { return }
                if buyer?.registrations.isEmpty ?? true {
                    examination.report(
                        at: \.parties.billTo.taxRegistrations,
                        expected: "a VAT number or a registration"
                    )
                }
            }
        }
    }

    /// The rate that a category has: on lines 05, on allowances 06, on charges 07.
    private static func rates(_ category: VATCategory) -> [ValidationRule<Invoice>] {
        CategoryPlace.all.map { place in
            let expected = category == .standard ? "a rate above 0" : category == .outside ? "no rate" : "the rate 0"
            return .published(
                "\(category.family)-0\(place.number + 4)",
                "Where \(place.words) is of category \(category.code), it has \(expected).",
                actor: .finance,
                remedy: "Correct the rate, or choose another category."
            ) { invoice, examination in
                guard place.used(examination.facts(of: invoice)).contains(category) else { return }
                func isRight(_ tax: TaxLine) -> Bool {
                    if category == .outside { return tax.rate == nil }
                    guard let rate = tax.rate?.percent else { return false }
                    return category == .standard ? rate > .zero : rate.isZero
                }
                if place.number == 1 {
                    for line in invoice.lines.indices {
                        for index in invoice.lines[line].taxes.indices
                        where VATCategory.of(invoice.lines[line].taxes[index].category) == category {
                            let tax = invoice.lines[line].taxes[index]
                            if isRight(tax) || invoice.lines[line].kind == .tax { continue }
                            examination.report(
                                at: \.lines[line].taxes[index].rate,
                                expected: expected,
                                observed: tax.rate
                            )
                        }
                    }
                    return
                }
                for (item, part) in invoice.allowancesCharges.enumerated()
                where (part.kind == .allowance) == (place.number == 2) {
                    for (index, tax) in part.taxes.enumerated() where VATCategory.of(tax.category) == category {
                        if isRight(tax) { continue }
                        examination.report(
                            at: \.allowancesCharges[item].taxes[index].rate,
                            expected: expected,
                            observed: tax.rate
                        )
                    }
                }
            }
        }
    }

    /// What a category's rows are computed from, 08.
    ///
    /// Rows of one category and rate are taken together: several jurisdictions may tax at the same rate.
    private static func taxable(_ category: VATCategory) -> ValidationRule<Invoice> {
        .published(
            "\(category.family)-08",
            "The taxable amount of category \(category.code) is the sum of its lines and charges minus its allowances"
                + (category.isByRate ? ", for each rate." : "."),
            remedy: "Compute the tax breakdown again from the lines, allowances and charges.",
            standard: category.isByRate ? "less than 1.00" : "exact"
        ) { tolerance in
            { invoice, examination in
                let facts = examination.facts(of: invoice)
                guard facts.inBreakdown.contains(category) else { return }
                for index in invoice.taxBreakdown.indices
                where VATCategory.of(invoice.taxBreakdown[index].category) == category {
                    let rate = invoice.taxBreakdown[index].rate?.percent
                    func isAlike(_ row: TaxBreakdown) -> Bool {
                        VATCategory.of(row.category) == category
                            && (!category.isByRate || InvoiceFacts.isSame(row.rate?.percent, rate))
                    }
                    if invoice.taxBreakdown[..<index].contains(where: isAlike) { continue }
                    var expected = facts.base(of: category, at: rate)
                    for other in invoice.taxBreakdown[(index + 1)...] where isAlike(other) {
                        expected.add(other.taxable.amount.negated)
                    }
                    examination.expect(
                        invoice.taxBreakdown[index].taxable,
                        at: \.taxBreakdown[index].taxable,
                        toBe: "lines + charges − allowances",
                        within: tolerance,
                        expected,
                        digits: facts.digits
                    )
                }
            }
        }
    }

    /// The tax of a category's rows, 09.
    private static func tax(_ category: VATCategory) -> ValidationRule<Invoice> {
        .published(
            "\(category.family)-09",
            category.isByRate
                ? "The tax of category \(category.code) is the taxable amount times the rate."
                : "The tax of category \(category.code) is 0.",
            remedy: category.isByRate ? "Compute the tax again." : "Set the tax to 0, or choose another category.",
            standard: category.isByRate ? "less than 1.00" : "exact"
        ) { tolerance in
            { invoice, examination in
                guard examination.facts(of: invoice).inBreakdown.contains(category) else { return }
                for index in invoice.taxBreakdown.indices
                where VATCategory.of(invoice.taxBreakdown[index].category) == category {
                    let rate = category.isByRate ? invoice.taxBreakdown[index].rate?.percent : .zero
                    guard let rate else { continue }
                    examination.expectTax(of: invoice, row: index, rate: rate, within: tolerance)
                }
            }
        }
    }

    /// Whether a row says why no tax is charged, 10.
    private static func exemption(_ category: VATCategory) -> ValidationRule<Invoice> {
        let isAsked = category != .standard && category != .zero
        return .published(
            "\(category.family)-10",
            isAsked
                ? "A row of category \(category.code) says why no tax is charged."
                : "A row of category \(category.code) has no reason for charging no tax.",
            actor: .finance,
            remedy: isAsked ? "Add the reason, as a VATEX code or in words." : "Leave the reason out.",
            for: isAsked ? .complete : .always
        ) { invoice, examination in
            guard examination.facts(of: invoice).inBreakdown.contains(category) else { return }
            for (index, row) in invoice.taxBreakdown.enumerated() where VATCategory.of(row.category) == category {
                let hasReason = !(row.exemption?.code?.isBlank ?? true) || !(row.exemption?.reason?.isBlank ?? true)
                if hasReason == isAsked { continue }
                examination.report(
                    at: \.taxBreakdown[index].exemption,
                    expected: isAsked ? "a reason or its code" : "no reason",
                    observed: row.exemption
                )
            }
        }
    }
}

/// Where a category is used, with the number that the rules of EN 16931 count it by.
private struct CategoryPlace: Sendable {
    let number: Int
    let words: String
    let used: @Sendable (InvoiceFacts) -> VATCategories

    static let all = [
        CategoryPlace(number: 1, words: "a line") { $0.onLines },
        CategoryPlace(number: 2, words: "an allowance") { $0.onAllowances },
        CategoryPlace(number: 3, words: "a charge") { $0.onCharges },
    ]
}

extension PartySnapshot {
    /// Whether the party has a number for value-added tax.
    var hasVATNumber: Bool { taxRegistrations.contains { $0.kind == .vat } }

    /// Whether the party has a number for any tax.
    var hasTaxNumber: Bool { !taxRegistrations.isEmpty }
}
