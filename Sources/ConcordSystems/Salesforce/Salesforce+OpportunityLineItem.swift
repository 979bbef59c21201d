public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Salesforce {
    /// `OpportunityLineItem`: a product that an opportunity would sell.
    ///
    /// The service is the product's id, with its name where the query asked for `Product2.Name`. The quantity has the
    /// product's unit where the query asked for `Product2.QuantityUnitOfMeasure`.
    public static let opportunityLineItem = PartMapping<Opportunity, OpportunityLine>(
        "salesforce/opportunity-line-item",
        version: 1,
        object: "OpportunityLineItem",
        api: api,
        of: \.lines,
        by: \.id,
        key: "/Id",
        update: update.without(
            "/OpportunityId",
            "/Product2Id",
            "/PricebookEntryId",
            "/Name",
            "/ProductCode",
            "/ListPrice"
        ),
        fields: opportunityLineItemFields
    ) { alone in
        alone.salesforceHeader("OpportunityLineItem")
        alone.reference("/OpportunityId", to: \.parent, object: "Opportunity", normalise: normalised)
    } part: { rule in
        rule.identity(
            "/Id",
            version: "/SystemModstamp",
            to: \.id,
            references: \.externalReferences,
            object: "OpportunityLineItem",
            normalise: normalised
        )
        rule.same("/SortOrder", to: \.number)
        rule.same("/Description", to: \.description)
        rule.salesforceProduct(to: \.service, "service", name: "/Product2/Name")
        rule.salesforceQuantity(to: \.quantity)
        rule.salesforceMoney("/UnitPrice", to: \.unitPrice)
        rule.same("/Discount", to: \.discount)
        rule.salesforceMoney("/TotalPrice", to: \.amount)
        serviceDate
        rule.drop("/Name", because: "Salesforce puts it together from the names of opportunity and product")
        rule.drop("/ProductCode", because: "it is the product's, not the line's")
        rule.drop("/Subtotal", because: "it is the quantity times the unit price")
        rule.keepRest()
    }

    /// The day of a line; the model asks for the days of the work.
    private static var serviceDate: MappingRule<OpportunityLine> {
        .convert(
            "split",
            ["/ServiceDate"],
            to: "period",
            law: .lossy("a line has one day"),
            note: "the first day; the last one is not known",
            read: { input, record in
                guard let day: LocalDate = input.value(0) else {
                    input.keep(0)
                    return
                }
                record.period = input.interval(day, nil)
            },
            write: { record, output in output.set(0, record.period?.from) }
        )
    }
}
