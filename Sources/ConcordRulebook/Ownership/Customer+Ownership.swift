internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    static let customerOwnership = RecordOwnership(of: Customer.self) {
        // A customer is contracted from its first signed contract on, which no field of its own says.
        OwnershipStatement.stage(StageSource("@stage", initial: "prospect"))
        OwnershipStatement.status(StatusOrder(["@stage"], ["prospect": ["contracted"], "contracted": []]))
        OwnershipStatement.legalEntity("@legalEntity")
        OwnershipStatement.region("@region")
        OwnershipStatement.listsByTheirKeys
        Owns("canonical", \.id, \.header, because: "Identities and cross-references are never a system's.") {
            Grant(.library, .identify)
            Observing(everySystem)
        }
        Owns("stage", attributes: ["@stage"], because: "Who keeps contracts knows when the first one is signed.") {
            Grant(.clm, .own)
            Observing(business)
        }
        Owns(
            "scope",
            attributes: ["@legalEntity", "@region"],
            because: "The books say for which entity a customer is."
        ) {
            Grant(.erp, .own)
            Grant(.crm, .draft)
            Observing(business)
        }
        Owns(
            "identity",
            \.name,
            \.legalName,
            \.kind,
            \.legalEntity,
            because: "Until something is signed, who sells knows best who the customer is."
        ) {
            Grant(.crm, .own)
            Grant(.erp, .suggest)
            Grant(.clm, .suggest)
            Observing(business)
            During("contracted", because: "What stands on contracts and invoices is the books'.") {
                Grant(.erp, .own, approval: .finance)
                Grant(.crm, .suggest, approval: .finance)
                Grant(.clm, .suggest, approval: .finance)
                Observing(business)
            }
        }
        Owns("status", \.status, \.statusReason, \.statusSince, isAtomic: true, because: "One system says why as well.")
        {
            Grant(.crm, .own)
            Grant(.erp, .suggest)
            Observing(business)
        }
        Owns(
            "relationship",
            \.accountOwner,
            \.segment,
            \.industry,
            \.parent,
            \.ultimateParent,
            \.hierarchyRoles,
            \.language,
            \.contactPoints,
            because: "The CRM is where the relationship is kept."
        ) {
            Grant(.crm, .own)
            Grant(.psa, .suggest)
            Observing(business)
        }
        Owns("contacts", \.contacts, because: "People are met in sales, in contracts and on projects.") {
            Grant(.crm, .own)
            Grant(.psa, .draft)
            Grant(.clm, .draft)
            Observing(business)
        }
        Owns("address", \.addresses, because: "An address is on the invoice; it holds as a whole.") {
            Grant(.erp, .own)
            Grant(.crm, .draft, approval: .finance)
            Grant(.clm, .suggest, approval: .finance)
            Observing(business)
        }
        Owns(
            "billing",
            \.paymentTerms,
            \.preferredCurrency,
            \.partyRoles,
            \.poRequired,
            \.timesheetRequiredOnInvoice,
            \.invoiceDelivery,
            \.invoiceGrouping,
            \.availableTo,
            \.isIntercompany,
            \.representsEntity,
            because: "Who bills answers for the terms."
        ) {
            Grant(.erp, .own)
            Grant(.crm, .draft, approval: .finance)
            Grant(.clm, .suggest, approval: .finance)
            Observing(business)
        }
        Owns("tax", \.registrations, \.taxProfiles, because: "A wrong tax number makes the invoice void.") {
            Grant(.erp, .own)
            Grant(.crm, .draft, approval: .finance)
            Grant(.clm, .suggest, approval: .finance)
            Observing(business)
        }
        Owns(
            "credit",
            \.creditLimits,
            \.creditHold,
            \.riskClass,
            \.dunningPolicy,
            \.dunningBlocked,
            because: "How far a customer is trusted is finance's to say, for each legal entity."
        ) {
            Grant(.erp, .own, approval: .finance)
            Grant(.crm, .suggest, approval: .finance)
            Observing(business)
        }
        Owns("aging", \.aging, because: "It is counted in the books.") {
            Grant(.erp, .own)
            Observing(business)
        }
        Owns("rates", \.rateCards, because: "Rates are agreed in contracts.") {
            Grant(.clm, .own, approval: .finance)
            Grant(.crm, .suggest, approval: .finance)
            Observing(business)
        }
    }
}
