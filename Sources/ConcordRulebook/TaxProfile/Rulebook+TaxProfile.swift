internal import ConcordConfiguration
public import ConcordModel
internal import ConcordSchema
public import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// The rules of tax profiles.
    public static let taxProfile = RuleSet<TaxProfile> {
        ValidationRule(
            "tax-profile.owner",
            "A tax profile is of a customer or of a legal entity, and not of both.",
            actor: .finance,
            remedy: "Say whose profile it is."
        ) { profile, examination in
            guard (profile.customer == nil) == (profile.legalEntity == nil) else { return }
            examination.report(
                at: \.customer,
                expected: "either a customer or a legal entity",
                observed: profile.customer
            )
        }
        ValidationRule.exists(
            "tax-profile.customerExists",
            "The customer of a tax profile exists.",
            \.customer,
            actor: .dataSteward,
            remedy: "Correct the customer, or bring its record in."
        )
        ValidationRule.exists(
            "tax-profile.legalEntityExists",
            "The legal entity of a tax profile exists.",
            \.legalEntity,
            actor: .dataSteward,
            remedy: "Correct the entity, or bring its record in."
        )
        ValidationRule.required(
            "tax-profile.category",
            "A tax profile that bills are made with says how sales are taxed.",
            \.category,
            expected: "a category of tax",
            actor: .finance,
            remedy: "Enter the category: standard, exempt, reverse charge.",
            for: .ready(for: .bill),
            where: { $0.customer != nil }
        )
        ValidationRule(
            "tax-profile.registrationNumber",
            "Where the buyer owes the tax, its number for tax is known.",
            clause: "Directive 2006/112/EC, article 226(4)",
            actor: .finance,
            remedy: "Ask the customer for its number, or bill with tax.",
            for: .ready(for: .bill)
        ) { profile, examination in
            guard profile.category == .reverseCharge, profile.registrationNumber.isBlank else { return }
            examination.report(at: \.registrationNumber, expected: "the buyer's number for tax")
        }
        ValidationRule(
            "tax-profile.numberConfirmed",
            "The number of a buyer who owes the tax was confirmed, and not long ago.",
            weight: .warning,
            actor: .finance,
            remedy: "Ask the tax authority's service again, and keep its reference.",
            for: .ready(for: .bill),
            parameters: [.integer("maximumDays", 365, "The most days since the number was confirmed.")]
        ) { arguments in
            let maximum = arguments.integer("maximumDays")
            return { profile, examination in
                guard profile.category == .reverseCharge, profile.registrationNumber != nil else { return }
                let today = examination.circumstances.today
                let isFresh = profile.validation?.at.map { $0.localDate.days(until: today) <= maximum } ?? false
                guard profile.validation?.status != .valid || !isFresh else { return }
                examination.report(
                    at: \.validation,
                    expected: "a confirmation of the last \(maximum) days",
                    observed: profile.validation?.status
                )
            }
        }
        ValidationRule(
            "tax-profile.numberValid",
            "A number that the tax authority calls invalid is not billed with.",
            actor: .finance,
            remedy: "Ask the customer for the right number.",
            for: .ready(for: .bill)
        ) { profile, examination in
            guard profile.validation?.status == .invalid else { return }
            examination.report(at: \.validation.status, expected: "a number that is valid", observed: "invalid")
        }
        ValidationRule(
            "tax-profile.exemptionReason",
            "An exemption says why.",
            clause: "EN 16931 BR-E-10",
            actor: .finance,
            remedy: "Enter the reason, or the certificate.",
            for: .ready(for: .bill)
        ) { profile, examination in
            guard profile.category == .exempt else { return }
            guard profile.exemptionReason == nil, profile.exemptionCertificate == nil else { return }
            examination.report(at: \.exemptionReason, expected: "why no tax is due")
        }
        ValidationRule(
            "tax-profile.certificateCurrent",
            "A certificate of exemption is valid today.",
            actor: .finance,
            remedy: "Ask the customer for a new certificate, or bill with tax.",
            for: .ready(for: .bill)
        ) { profile, examination in
            guard let certificate = profile.exemptionCertificate else { return }
            guard !certificate.validity.holds(on: examination.circumstances.today) else { return }
            examination.report(
                at: \.exemptionCertificate.validity,
                expected: "a certificate that is valid today",
                observed: certificate.validity
            )
        }
        ValidationRule(
            "tax-profile.reverseChargeAbroad",
            "The buyer owes the tax where it is registered in another country than the seller.",
            weight: .warning,
            actor: .finance,
            remedy: "Check whether the law shifts the tax within the country for this service.",
            for: .ready(for: .bill)
        ) { profile, examination in
            guard profile.category == .reverseCharge, let country = examination.circumstances.country else { return }
            guard profile.jurisdiction.country == country else { return }
            examination.report(
                at: \.jurisdiction.country,
                expected: "another country than the seller's",
                observed: country
            )
        }
        ValidationRule(
            "tax-profile.withholding",
            "Tax that is withheld has a rate from 0 to 100 percent, or a code.",
            actor: .finance,
            remedy: "Enter the rate or the code, or say that nothing is withheld."
        ) { profile, examination in
            guard let withholding = profile.withholding else { return }
            if let rate = withholding.rate, !rate.isWithin(0, .hundred) {
                examination.report(at: \.withholding.rate, expected: "from 0 to 100 percent", observed: rate)
            } else if withholding.applies, withholding.rate == nil, withholding.code == nil {
                examination.report(at: \.withholding.rate, expected: "a rate or a code")
            }
        }
        ValidationRule(
            "tax-profile.countryListed",
            "The country of a tax profile is listed in ISO 3166-1.",
            clause: "ISO 3166-1",
            actor: .dataSteward,
            remedy: "Correct the country's code."
        ) { profile, examination in
            let country = profile.jurisdiction.country
            guard !country.isListed else { return }
            examination.report(at: \.jurisdiction.country, expected: "a country that is listed", observed: country)
        }
        ValidationRule(
            "tax-profile.subdivisionInCountry",
            "The state of a tax profile is one of its country.",
            clause: "ISO 3166-2",
            actor: .dataSteward,
            remedy: "Correct the country, or the state."
        ) { profile, examination in
            guard let part = profile.jurisdiction.subdivision, part.country != profile.jurisdiction.country else {
                return
            }
            examination.report(
                at: \.jurisdiction.subdivision,
                expected: "a subdivision of \(profile.jurisdiction.country)",
                observed: part
            )
        }
        ValidationRule(
            "tax-profile.systemCodeOnce",
            "A system has one tax code for a profile.",
            actor: .finance,
            remedy: "Remove the code that does not hold."
        ) { profile, examination in
            for (index, code) in profile.taxCodes.enumerated()
            where profile.taxCodes[..<index].contains(where: { $0.system == code.system }) {
                examination.report(at: \.taxCodes[index], expected: "one code for each system", observed: code.code)
            }
        }
        ValidationRule(
            "tax-profile.systemCode",
            "A tax profile that is posted with has the tax code of the books.",
            weight: .warning,
            actor: .finance,
            remedy: "Add the tax code of the system that keeps the books.",
            for: .ready(for: .post)
        ) { profile, examination in
            guard profile.taxCodes.isEmpty else { return }
            examination.report(at: \.taxCodes, expected: "a tax code of the system that keeps the books")
        }
        ValidationRule(
            "tax-profile.numberForm",
            "The number for tax has the form and the check digits of its country.",
            actor: .finance,
            remedy: "Compare the number with the register, or with the customer's letter."
        ) { profile, examination in
            guard let number = profile.registrationNumber else { return }
            let kind: RegistrationKind? = profile.scheme == .vat || profile.scheme == .gst ? .vat : nil
            let answer = TaxIdentifier.check(number, in: profile.jurisdiction.country, kind)
            guard answer.isRefused else { return }
            examination.report(at: \.registrationNumber, expected: answer.expectedText, observed: number)
        }
        ValidationRule.knownCodes("tax-profile.knownCodes") { profile, search in
            search.look(at: profile.scheme, \.scheme)
            search.look(at: profile.category, \.category)
            search.look(at: profile.priceBasis, \.priceBasis)
            search.look(at: profile.validation?.status, \.validation.status)
        }
    }
}
