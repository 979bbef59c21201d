public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension NetSuite {
    /// `salesOrder`: what a customer ordered, as a contract of the type order.
    ///
    /// NetSuite has no contract. The sales order is what comes nearest: it names the parties, the currency, the terms and
    /// the lines that are sold at a price, and invoices are made from it. What an order does not say – signatures,
    /// amendments, limits, how time is rounded – is left empty; where a contract system is in use, that system is right.
    ///
    /// The day of the order is taken for the day on which it was made. Lines are sold by the unit: whether a line is
    /// billed by time or at a fixed price is the billing schedule's and the project's to say.
    public static let salesOrder = Mapping<Contract>(
        "netsuite/sales-order",
        version: 1,
        object: "salesOrder",
        api: api,
        update: update,
        fields: salesOrderFields
    ) { rule in
        rule.netsuiteHeader("salesOrder")
        rule.same("/tranId", to: \.number)
        rule.same("/memo", to: \.title)
        rule.constant(\.type, .order, because: "the record's type says it")
        rule.netsuiteCoding("/orderStatus", to: \.statusReason, "statusReason", list: "netsuite/salesOrder.orderStatus")
        rule.asking(orderStatus) { orderStatus in
            .derive(
                "status",
                from: ["/orderStatus/id"],
                because: "the order's own status is kept as the reason"
            ) { input, record in
                guard let code: String = input.value(0) else { return }
                if let status = input.target(of: code, orderStatus) {
                    record.status = ContractStatus(rawValue: status)
                }
            }
        }
        rule.drop("/status", because: "it is the order's status in the user's language")
        rule.netsuiteReference("/entity", to: \.customer, object: "customer")
        rule.netsuiteReference("/subsidiary", to: \.contractingEntity, object: "subsidiary")
        rule.netsuiteReference("/opportunity", to: \.opportunity, object: "opportunity")
        rule.same("/tranDate", to: \.executedOn)
        rule.interval(from: "/startDate", through: "/endDate", to: \.effective, note: "from the start through the end")
        rule.netsuiteCurrency(to: \.currency, "currency")
        rule.netsuiteTerms(to: \.paymentTerms)
        orderReference
        rule.derive(
            "totalValue",
            from: ["/total", "/taxTotal", "/currency/id", "/currency/refName"],
            because: "NetSuite works the total out of the lines; what an order is worth is the total without tax"
        ) { input, record in
            guard let total: ExactDecimal = input.value(0) else { return }
            let tax: ExactDecimal = input.value(1) ?? .zero
            guard let currency = input.netsuiteCurrency(id: 2, name: 3) else { return }
            record.totalValue = (try? total.subtracting(tax)).map { Money($0, currency) }
        }
        rule.drop("/subtotal", because: "NetSuite adds it up from the lines")
        rule.each("/item/items", to: \.lines, key: "/line") { line in
            lineIdentity(of: "salesOrder", to: \.id) {
                $0.number
            } set: {
                $0.number = $1
            }
            line.constant(\.billingMethod, .unit, because: "an order's lines are sold by the unit")
            line.same("/description", to: \.description)
            quantity(to: \.quantity, "quantity")
            line.netsuiteMoney("/rate", to: \.unitPrice, "unitPrice", level: "^", takesNegative: false)
            line.netsuiteMoney("/amount", to: \.lineAmount, "lineAmount", level: "^")
            line.drop("/links", because: linksReason)
            line.netsuiteLinks(["item", "department", "class", "location", "price", "taxCode", "units"])
            line.keepRest()
        }
        rule.netsuiteList("item", "lines", isNeeded: true)
        rule.netsuiteLinks([
            "customForm", "job", "department", "class", "location", "salesRep", "salesTeam", "partners", "nexus",
            "billingAddress", "shippingAddress", "billingSchedule", "createdFrom",
        ])
        rule.keepRest()
    }

    /// Where orders stand, by the ids of NetSuite's own list.
    public static let orderStatus = Crosswalk(
        "netsuite-order-status",
        unmapped: .reject,
        [
            .init("A", "inReview"), .init("B", "active", .narrower), .init("C", "cancelled"),
            .init("D", "active", .narrower), .init("E", "active", .narrower), .init("F", "active", .narrower),
            .init("G", "completed"), .init("H", "completed", .narrower),
        ]
    )

    private static var orderReference: MappingRule<Contract> {
        .convert(
            "same",
            ["/otherRefNum"],
            to: "purchaseOrders",
            law: .lossy("NetSuite has one purchase order, and only its number"),
            note: "the customer's number; the first of the list",
            read: { input, record in
                guard let number: String = input.value(0), !number.isEmpty else {
                    if !input[0].isPresent || input[0].text == "" { input.keep(0) }
                    return
                }
                record.purchaseOrders = [PurchaseOrder(number: number)]
            },
            write: { record, output in output.set(0, record.purchaseOrders.first?.number) }
        )
    }
}
