import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordVersions

/// The canonical records that the command knows.
enum SchemaCatalogue {
    /// The types of the records, in the order of a deal: who, what was agreed, what was done, what was billed.
    static let types: [any CanonicalRecord.Type] = [
        Customer.self, LegalEntity.self, TaxProfile.self, CatalogueItem.self, Opportunity.self, Contract.self,
        RateCard.self, Project.self, Resource.self, Assignment.self, TimeEntry.self, CostTransaction.self,
        Invoice.self, InvoiceAllocation.self, Payment.self,
    ]

    /// The records, in that order.
    static let records: [RecordDescription] = types.map { $0.declaration }

    /// The parts of records that come by themselves.
    static let parts: [RecordDescription] = [
        PartRecord<Customer, Contact>.schema.description,
        PartRecord<Opportunity, OpportunityLine>.schema.description,
        PartRecord<Contract, ContractLine>.schema.description,
        PartRecord<Contract, Milestone>.schema.description,
        PartRecord<RateCard, RateCardEntry>.schema.description,
        PartRecord<Invoice, InvoiceLine>.schema.description,
    ]

    /// The type of the records that name a schema, in any of its published versions: `customer/3`, `customer/1`.
    static func type(of schema: String) -> (any CanonicalRecord.Type)? {
        let history = VersionCatalogue.histories.first { $0.versions.contains { $0.tag == schema } }
        return types.first { $0.kind == history?.name }
    }

    /// The record with a name, with or without its version: `customer`, `customer/3`.
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

extension CanonicalRecord {
    /// The name of the record, for a type that is not known: `customer`.
    static var kind: String { schema.description.name }

    /// The declaration, for a type that is not known.
    fileprivate static var declaration: RecordDescription { schema.description }
}
