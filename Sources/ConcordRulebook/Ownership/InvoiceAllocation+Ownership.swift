internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    // The ledger is written and never edited: what was wrong is answered by another entry with the opposite sign.
    static let invoiceAllocationOwnership = RecordOwnership(of: InvoiceAllocation.self) {
        Owns("canonical", \.id, \.header, because: "Identities and cross-references are never a system's.") {
            Grant(.library, .identify)
            Observing(.psa, .erp)
        }
        Owns(
            "entry",
            \.invoice,
            \.invoiceLine,
            \.source,
            \.sign,
            \.quantity,
            \.amount,
            \.reverses,
            \.at,
            \.amendment,
            \.reason,
            isAtomic: true,
            because: "An entry of the ledger is written once; what was wrong is answered by another."
        ) {
            Grant(.erp, .writeOnce)
            Observing(.psa)
            Forbid(nil, [.update, .clear])
        }
    }
}
