internal import ConcordConfiguration
public import ConcordModel
internal import ConcordSchema
public import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// The rules of legal entities: the firm's own, and those of vendors and customers.
    public static let legalEntity = RuleSet<LegalEntity> {
        ValidationRule.required(
            "legal-entity.functionalCurrency",
            "An entity of the firm that bills or posts has a functional currency.",
            \.functionalCurrency,
            expected: "the currency in which the entity keeps its books",
            actor: .finance,
            remedy: "Enter the functional currency (IAS 21.9).",
            for: .ready(for: .bill, .post),
            where: { $0.role == .own }
        )
        ValidationRule.currencyListed("legal-entity.currencyListed", actor: .finance, \.functionalCurrency)
        ValidationRule(
            "legal-entity.registered",
            "An entity of the firm that signs or bills has a registration number.",
            actor: .legal,
            remedy: "Add the number of the company, or the one for tax.",
            for: .ready(for: .contract, .bill)
        ) { entity, examination in
            guard entity.role == .own, entity.registrations.isEmpty else { return }
            examination.report(at: \.registrations, expected: "a number under which the entity is registered")
        }
        ValidationRule(
            "legal-entity.taxKnown",
            "An entity of the firm that bills has a tax profile or a number for tax that is valid today.",
            actor: .finance,
            remedy: "Add the tax profile, or the number for value-added tax.",
            for: .ready(for: .bill)
        ) { entity, examination in
            guard entity.role == .own, entity.taxProfiles.isEmpty else { return }
            let today = examination.circumstances.today
            let isKnown = entity.registrations.contains {
                ($0.kind == .vat || $0.kind == .tax) && $0.validity.holds(on: today)
            }
            guard !isKnown else { return }
            examination.report(at: \.taxProfiles, expected: "a tax profile, or a registration for tax")
        }
        ValidationRule(
            "legal-entity.address",
            "An entity of the firm that signs or bills has the address of its seat, with a place and a country.",
            actor: .legal,
            remedy: "Add the address.",
            for: .ready(for: .contract, .bill)
        ) { entity, examination in
            guard entity.role == .own else { return }
            let isThere = entity.addresses.contains { address in
                (address.use == .legal || address.isPrimary) && address.country != nil && !address.locality.isBlank
            }
            guard !isThere else { return }
            examination.report(at: \.addresses, expected: "the address of the seat")
        }
        ValidationRule.required(
            "legal-entity.jurisdiction",
            "An entity of the firm that signs says under whose law it is founded.",
            \.jurisdiction,
            expected: "the country under whose law the entity is founded",
            actor: .legal,
            remedy: "Enter the country, and the state where it matters.",
            for: .ready(for: .contract),
            where: { $0.role == .own }
        )
        ValidationRule.required(
            "legal-entity.timeZone",
            "An entity that time is logged for has a time zone, which decides when its days end.",
            \.timeZone,
            expected: "the zone of the seat",
            weight: .warning,
            actor: .dataSteward,
            remedy: "Enter the time zone.",
            for: .ready(for: .logTime),
            where: { $0.role == .own }
        )
        ValidationRule.required(
            "legal-entity.fiscalYear",
            "An entity whose books are posted says when its year begins.",
            \.fiscalYearStart,
            expected: "the first day of the fiscal year",
            actor: .finance,
            remedy: "Enter the first month and day of the fiscal year.",
            for: .ready(for: .post),
            where: { $0.role == .own }
        )
        ValidationRule.exists(
            "legal-entity.parentExists",
            "The entity above is one that exists.",
            \.parent,
            actor: .dataSteward,
            remedy: "Correct the parent, or bring its record in."
        )
        ValidationRule.tree(
            "legal-entity.hierarchy",
            "The entities above an entity do not lead back to it.",
            \.parent,
            actor: .dataSteward,
            remedy: "Decide which of them is above the others."
        )
        ValidationRule.exist(
            "legal-entity.taxProfilesExist",
            "The entity's tax profiles exist.",
            \.taxProfiles,
            actor: .finance,
            remedy: "Correct the reference, or bring the tax profile in."
        )
        ValidationRule.unique(
            "legal-entity.codeUnique",
            "No two entities have one code.",
            \.code,
            actor: .finance,
            remedy: "Give one of the entities another code."
        )
        ValidationRule.unique(
            "legal-entity.intercompanyCodeUnique",
            "No two entities have one code for business within the group.",
            \.intercompanyCode,
            actor: .finance,
            remedy: "Give one of the entities another code."
        )
        ValidationRule(
            "legal-entity.countryListed",
            "The countries of the jurisdiction and of addresses are listed in ISO 3166-1.",
            clause: "ISO 3166-1",
            actor: .dataSteward,
            remedy: "Correct the country's code."
        ) { entity, examination in
            if let country = entity.jurisdiction?.country, !country.isListed {
                examination.report(at: \.jurisdiction.country, expected: "a country that is listed", observed: country)
            }
            for (index, address) in entity.addresses.enumerated() {
                guard let country = address.country, !country.isListed else { continue }
                examination.report(
                    at: \.addresses[index].country,
                    expected: "a country that is listed",
                    observed: country
                )
            }
        }
        ValidationRule(
            "legal-entity.registrationCurrent",
            "Registrations of an entity of the firm that bills are valid today.",
            weight: .warning,
            actor: .finance,
            remedy: "Enter the new registration, or remove the old one.",
            for: .ready(for: .bill)
        ) { entity, examination in
            let today = examination.circumstances.today
            for (index, registration) in entity.registrations.enumerated()
            where !registration.validity.holds(on: today) {
                examination.report(
                    at: \.registrations[index].validity,
                    expected: "a registration that is valid today",
                    observed: registration.validity
                )
            }
        }
        ValidationRule.registrations(
            "legal-entity.registrationNumber",
            actor: .finance,
            home: { $0.jurisdiction },
            \.registrations
        )
        ValidationRule.knownCodes("legal-entity.knownCodes") { entity, search in
            search.look(at: entity.role, \.role)
            search.look(at: entity.accountingMethod, \.accountingMethod)
            for (index, registration) in entity.registrations.enumerated() {
                search.look(at: registration.kind, \.registrations[index].kind)
            }
        }
    }
}
