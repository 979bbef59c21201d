internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    static let taxProfileOwnership = RecordOwnership(of: TaxProfile.self) {
        OwnershipStatement.legalEntity("legalEntity")
        OwnershipStatement.listsByTheirKeys
        Owns("canonical", \.id, \.header, because: "Identities and cross-references are never a system's.") {
            Grant(.library, .identify)
            Observing(business)
        }
        Owns("scope", \.legalEntity, because: "The entity says whose rules hold; it does not depend on them.") {
            Grant(.erp, .own, approval: .finance)
            Observing(business)
        }
        Owns(
            "registration",
            \.customer,
            \.scheme,
            \.jurisdiction,
            \.registrationNumber,
            \.validation,
            isAtomic: true,
            because: "A number without its register is none."
        ) {
            Grant(.erp, .own, approval: .finance)
            Grant(.crm, .draft, approval: .finance)
            Grant(.clm, .suggest, approval: .finance)
            Observing(business)
        }
        Owns(
            "treatment",
            \.category,
            \.exemptionReason,
            \.exemptionCertificate,
            \.withholding,
            \.priceBasis,
            isAtomic: true,
            because: "An exemption holds with its certificate."
        ) {
            Grant(.erp, .own, approval: .finance)
            Grant(.crm, .suggest, approval: .finance)
            Observing(business)
        }
        Owns("codes", \.taxCodes, because: "Each system's code is kept where taxes are worked out.") {
            Grant(.erp, .own)
            Observing(business)
        }
    }
}
