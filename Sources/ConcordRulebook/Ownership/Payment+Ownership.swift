internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    static let paymentOwnership = RecordOwnership(of: Payment.self) {
        OwnershipStatement.legalEntity("legalEntity")
        MonotoneStatus(
            \.state,
            [
                .draft: [.pending, .authorised, .settled, .void],
                .pending: [.authorised, .settled, .failed, .void],
                .authorised: [.settled, .failed, .void],
                .settled: [.reversed, .refunded],
            ]
        )
        Owns("canonical", \.id, \.header, because: "Identities and cross-references are never a system's.") {
            Grant(.library, .identify)
            Observing(everySystem)
        }
        Owns("state", \.state, \.stateReason, because: "Money comes in where the books are kept.") {
            Grant(.erp, .own)
            Observing(.crm, .psa)
        }
        Owns(
            "payment",
            \.direction,
            \.method,
            \.amount,
            \.fee,
            \.receivedOn,
            \.payer,
            \.payerName,
            \.legalEntity,
            \.bankReference,
            \.remittance,
            \.reverses,
            \.accountingPeriod,
            because: "The bank tells the books what came."
        ) {
            Grant(.erp, .own)
            Observing(.crm, .psa)
        }
        Owns("bank", \.account, because: "The money goes where this says: two people look at each change.") {
            Grant(.erp, .own, approval: .bank)
        }
        Owns("application", \.applications, \.unapplied, isAtomic: true, because: "What is not applied is the rest.") {
            Grant(.erp, .own)
            Grant(.crm, .suggest, approval: .finance)
            Observing(.psa)
        }
    }
}
