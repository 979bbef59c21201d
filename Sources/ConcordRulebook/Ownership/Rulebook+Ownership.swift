internal import ConcordConfiguration
internal import ConcordModel
public import ConcordOwnership
public import ConcordSchema
internal import ConcordValues

// The matrix is written with these short names.
typealias Grant = OwnershipGrant
typealias Forbid = OwnershipProhibition

extension Rulebook {
    /// Who owns which field of the canonical model, by the role that a system plays: the default matrix.
    ///
    /// It names no systems and no approvers, for they are the firm's: lay a policy over it that does, with rules of the firm's
    /// own in the place of those that do not fit. Two warnings of the analysis say just that, and there are no others.
    public static let ownership = OwnershipPolicy(
        ConfigurationHeader(name: "concord-ownership", version: 1),
        records: [
            customerOwnership, opportunityOwnership, contractOwnership, projectOwnership, assignmentOwnership,
            resourceOwnership, rateCardOwnership, timeEntryOwnership, costTransactionOwnership, invoiceOwnership,
            invoiceAllocationOwnership, paymentOwnership, legalEntityOwnership, taxProfileOwnership,
            catalogueItemOwnership,
        ],
        systems: [:]
    )

    /// The declarations of the records that the default matrix is about, in its order.
    public static let ownedRecords: [RecordDescription] = [
        Customer.schema.description, Opportunity.schema.description, Contract.schema.description,
        Project.schema.description, Assignment.schema.description, Resource.schema.description,
        RateCard.schema.description, TimeEntry.schema.description, CostTransaction.schema.description,
        Invoice.schema.description, InvoiceAllocation.schema.description, Payment.schema.description,
        LegalEntity.schema.description, TaxProfile.schema.description, CatalogueItem.schema.description,
    ]

    /// Those who sell, sign, deliver and bill.
    static let business: [SystemRole] = [.crm, .clm, .psa, .erp]

    /// All systems of a firm.
    static let everySystem: [SystemRole] = [.crm, .clm, .psa, .erp, .hr, .procurement]
}

extension ApprovalRequirement {
    /// Finance approves.
    static let finance = ApprovalRequirement([.finance])
    /// Two people of finance approve: money goes where bank details say.
    static let bank = ApprovalRequirement([.finance], people: 2)
    /// The project's lead approves.
    static let projectLead = ApprovalRequirement([.projectLead])
    /// Sales operations approve.
    static let salesOperations = ApprovalRequirement([.salesOperations])
    /// Finance and delivery approve.
    static let financeAndDelivery = ApprovalRequirement([.finance, .delivery])
    /// People and finance approve.
    static let peopleAndFinance = ApprovalRequirement([.people, .finance])
}

extension CapabilitySet {
    /// What the library may do with identities: it never takes one away.
    static let identify: Self = [.create, .update, .observe]
    /// To say what a value should be, and to be told what it is.
    static let suggest: Self = [.propose, .observe]
    /// To give a value once.
    static let writeOnce: Self = [.create, .observe]
    /// To give a first value that somebody else takes over.
    static let draft: Self = [.create, .propose, .observe]
}
