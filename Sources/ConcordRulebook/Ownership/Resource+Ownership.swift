internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    static let resourceOwnership = RecordOwnership(of: Resource.self) {
        OwnershipStatement.legalEntity("employingEntity")
        OwnershipStatement.listsByTheirKeys
        Owns("canonical", \.id, \.header, because: "Identities and cross-references are never a system's.") {
            Grant(.library, .identify)
            Observing(everySystem)
        }
        Owns(
            "identity",
            \.displayName,
            \.personName,
            \.kind,
            \.person,
            \.user,
            \.employeeNumber,
            \.email,
            because: "Who employs knows who somebody is."
        ) {
            Grant(.hr, .own)
            Grant(.psa, .draft)
            Observing(.crm, .erp)
        }
        // What is dated holds from its day on; the claims say from when.
        Owns(
            "employment",
            \.status,
            \.employingEntity,
            \.employmentType,
            \.employment,
            \.jobTitle,
            \.grade,
            \.role,
            \.department,
            \.costCentre,
            \.manager,
            \.location,
            because: "Employment is kept where people are."
        ) {
            Grant(.hr, .own)
            Observing(.psa, .erp)
        }
        Owns("vendor", \.vendor, because: "Who buys subcontractors knows from whom.") {
            Grant(.procurement, .own)
            Grant(.psa, .draft)
            Observing(.hr, .erp)
        }
        Owns(
            "availability",
            \.calendar,
            \.timeZone,
            \.weeklyHours,
            \.fullTimeEquivalent,
            \.absences,
            because: "Absences are granted where people are kept."
        ) {
            Grant(.hr, .own)
            Observing(.psa)
        }
        Owns("skills", \.skills, \.certifications, \.targetUtilisation, because: "Who staffs keeps what people can do.")
        {
            Grant(.psa, .own)
            Grant(.hr, .suggest)
        }
        Owns(
            "authorisations",
            \.workAuthorisations,
            \.sensitivities,
            because: "They are between employer and employee."
        ) {
            Grant(.hr, .own)
            Observing(.psa)
        }
        // A firm that keeps the rates of one entity in its books lays a rule with that entity over this one.
        Owns("costRate", \.costRates, because: "They say what somebody earns.") {
            Grant(.hr, .own, approval: .peopleAndFinance)
            Grant(.erp, [.create, .update, .observe], approval: .peopleAndFinance)
            Observing(.psa)
        }
        Owns("billRate", \.defaultBillRate, because: "It is an entry of a rate card.") {
            Grant(.psa, .own)
            Grant(.erp, .suggest, approval: .finance)
        }
    }
}
