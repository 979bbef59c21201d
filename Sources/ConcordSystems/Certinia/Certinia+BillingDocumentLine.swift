public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Certinia {
    /// `fferpcore__BillingDocumentLineItem__c`: a line of an invoice or a credit note.
    ///
    /// Certinia works the net value out of quantity, price and discount; it is read, and not written. Its tax codes do not
    /// say which category of tax they are, so that taxes stay beside the record. Where a line came of billing, it says which
    /// item of which billing event it bills, and that is its entry of the ledger.
    public static let billingDocumentLine = PartMapping<Invoice, InvoiceLine>(
        "certinia/billing-document-line",
        version: 1,
        object: "fferpcore__BillingDocumentLineItem__c",
        api: api,
        of: \.lines,
        by: \.id,
        key: "/Id",
        update: Salesforce.update.without("/Name", "/fferpcore__BillingDocument__c"),
        fields: billingDocumentLineFields
    ) { alone in
        alone.salesforceHeader("fferpcore__BillingDocumentLineItem__c")
        alone.reference(
            "/fferpcore__BillingDocument__c",
            to: \.parent,
            object: "fferpcore__BillingDocument__c",
            normalise: Salesforce.normalised
        )
    } part: { rule in
        rule.identity(
            "/Id",
            to: \.id,
            object: "fferpcore__BillingDocumentLineItem__c",
            normalise: Salesforce.normalised
        )
        rule.same("/Name", to: \.number)
        rule.constant(\.kind, .fee, because: "Certinia does not say what kind of work a line bills")
        rule.salesforceProduct(
            "/fferpcore__ProductService__c",
            to: \.item,
            "item",
            name: "/fferpcore__ProductService__r/Name"
        )
        rule.lineDescription(
            "/fferpcore__LineDescription__c",
            else: "/fferpcore__ProductService__r/Name",
            "product's name"
        )
        lineQuantity
        rule.salesforceMoney("/fferpcore__UnitPrice__c", to: \.unitPrice)
        rule.salesforceSum(
            "/fferpcore__NetValue__c",
            to: \.amount,
            because: "Certinia works it out of quantity, price and discount"
        )
        lineAllocation
        rule.drop("/fferpcore__BillingDocumentStatus__c", because: documentReason)
        rule.drop("/fferpcore__BillingDocumentExternalTaxStatus__c", because: documentReason)
        rule.drop("/fferpcore__DerivedUnitPrice__c", because: "Certinia works it out of the net value and the quantity")
        rule.drop("/fferpcore__TaxRateTotal__c", because: "Certinia adds it up from the rates")
        rule.drop("/fferpcore__TaxValueTotal__c", because: "Certinia adds it up from the taxes")
        rule.drop("/fferpcore__TotalValue__c", because: "it is the net value with the taxes")
        rule.keepRest()
    }

    private static let documentReason = "it repeats what the document around it says"

    /// How much; the line does not say of what.
    private static var lineQuantity: MappingRule<InvoiceLine> {
        .convert(
            "units",
            ["/fferpcore__Quantity__c"],
            to: "quantity",
            law: .lossy("a line has no unit; quantities are read as so many of one"),
            note: "so many of one",
            read: { input, record in
                guard let value: ExactDecimal = input.value(0) else {
                    input.keep(0)
                    return
                }
                record.quantity = Quantity(value, .one)
            },
            write: { record, output in
                guard let quantity = record.quantity else { return }
                if quantity.unit == .one { output.set(0, quantity.value) } else { output.leave(0) }
            }
        )
    }

    /// The billing event's item that the line bills.
    private static var lineAllocation: MappingRule<InvoiceLine> {
        .convert(
            "reference",
            ["/pse__Billing_Event_Item_Correlation_Id__c"],
            to: "allocations",
            law: .iso,
            note: "pse__Billing_Event_Item__c through the identity crosswalk; the first entry of the ledger",
            read: { input, record in
                let id: RecordID<InvoiceAllocation>? = input.canonicalID(
                    0,
                    objectType: "pse__Billing_Event_Item__c",
                    normalise: Salesforce.normalised
                )
                guard let id else {
                    input.keep(0)
                    return
                }
                record.allocations = [id]
            },
            write: { record, output in
                guard let id = record.allocations.first else { return }
                output.setExternal(0, id.text, objectType: "pse__Billing_Event_Item__c")
            }
        )
    }
}
