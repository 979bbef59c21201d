internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    static let legalEntityOwnership = RecordOwnership(of: LegalEntity.self) {
        OwnershipStatement.listsByTheirKeys
        Owns("canonical", \.id, \.header, because: "Identities and cross-references are never a system's.") {
            Grant(.library, .identify)
            Observing(everySystem)
        }
        Owns(
            "identity",
            \.legalName,
            \.tradingName,
            \.role,
            \.legalForm,
            \.jurisdiction,
            \.registrations,
            \.parent,
            \.taxProfiles,
            because: "What stands in registers stands on invoices."
        ) {
            Grant(.erp, .own, approval: .finance)
            Grant(.crm, .draft, approval: .finance)
            Grant(.clm, .suggest, approval: .finance)
            Observing(everySystem)
        }
        Owns(
            "books",
            \.code,
            \.functionalCurrency,
            \.fiscalYearStart,
            \.accountingMethod,
            \.timeZone,
            \.intercompanyCode,
            because: "They are how the books are kept."
        ) {
            Grant(.erp, .own, approval: .finance)
            Observing(everySystem)
        }
        Owns("address", \.addresses, \.contactPoints, because: "An address is on the invoice; it holds as a whole.") {
            Grant(.erp, .own)
            Grant(.crm, .draft, approval: .finance)
            Observing(everySystem)
        }
    }
}
