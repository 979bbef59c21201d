import ConcordMapping
import ConcordModel
import ConcordSchema

/// The canonical records that the command knows.
enum SchemaCatalogue {
    /// The records, in the order of a deal: who, what was agreed, what was done, what was billed.
    static let records: [RecordDescription] = [
        Customer.schema.description,
        LegalEntity.schema.description,
        TaxProfile.schema.description,
        CatalogueItem.schema.description,
        Opportunity.schema.description,
        Contract.schema.description,
        RateCard.schema.description,
        Project.schema.description,
        Resource.schema.description,
        Assignment.schema.description,
        TimeEntry.schema.description,
        CostTransaction.schema.description,
        Invoice.schema.description,
        InvoiceAllocation.schema.description,
        Payment.schema.description,
    ]

    /// The parts of records that come by themselves.
    static let parts: [RecordDescription] = [
        PartRecord<Customer, Contact>.schema.description,
        PartRecord<Opportunity, OpportunityLine>.schema.description,
        PartRecord<Contract, ContractLine>.schema.description,
        PartRecord<Contract, Milestone>.schema.description,
        PartRecord<RateCard, RateCardEntry>.schema.description,
        PartRecord<Invoice, InvoiceLine>.schema.description,
    ]

    /// The record with a name, with or without its version: `customer`, `customer/1`.
    static func record(named name: String) throws(CommandFailure) -> RecordDescription {
        if let record = (records + parts).first(where: { $0.name == name || $0.tag == name }) { return record }
        let names = records.map(\.name)
        throw CommandFailure(
            .usage,
            "there is no record \"\(name)\"\(Nearest.suggestion(for: name, among: names))\n"
                + "The records are \(names.joined(separator: ", "))."
        )
    }
}
