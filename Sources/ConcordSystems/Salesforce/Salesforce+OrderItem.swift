public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Salesforce {
    /// `OrderItem`: a product that was ordered.
    ///
    /// A contract line has no product; the product's id stays beside the record. Salesforce does not say how a line is
    /// billed: its products have a price for so many of them.
    public static let orderItem = PartMapping<Contract, ContractLine>(
        "salesforce/order-item",
        version: 1,
        object: "OrderItem",
        api: api,
        of: \.lines,
        by: \.id,
        key: "/Id",
        update: update.without(
            "/OrderId",
            "/Product2Id",
            "/PricebookEntryId",
            "/OrderItemNumber",
            "/ListPrice",
            "/TotalPrice"
        ),
        fields: orderItemFields
    ) { alone in
        alone.salesforceHeader("OrderItem")
        alone.reference("/OrderId", to: \.parent, object: "Order", normalise: normalised)
    } part: { rule in
        rule.identity("/Id", to: \.id, object: "OrderItem", normalise: normalised)
        rule.same("/OrderItemNumber", to: \.number)
        rule.same("/Description", to: \.description)
        rule.constant(\.billingMethod, .unit, because: "an order's products have a price for so many of them")
        rule.salesforceQuantity(to: \.quantity)
        rule.salesforceMoney("/UnitPrice", to: \.unitPrice)
        rule.salesforceSum(
            "/TotalPrice",
            to: \.lineAmount,
            because: "Salesforce works it out from quantity and unit price"
        )
        serviceDays
        rule.keepRest()
    }

    private static var serviceDays: MappingRule<ContractLine> {
        .interval(from: "/ServiceDate", through: "/EndDate", to: \.service)
    }
}
