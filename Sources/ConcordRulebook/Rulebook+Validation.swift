public import ConcordValidation

extension Rulebook {
    /// What a valid record of the canonical model is, unless a firm says otherwise: the rules of all records.
    ///
    /// A firm takes it whole and sets what differs by documents, or puts a policy together from the sets that it wants.
    public static let validation = ValidationPolicy("rulebook", version: 1) {
        customer
        legalEntity
        taxProfile
        catalogueItem
        opportunity
        contract
        amendment
        rateCard
        project
        resource
        assignment
        timeEntry
        costTransaction
        invoice
        invoiceAllocation
        payment
    }
}
