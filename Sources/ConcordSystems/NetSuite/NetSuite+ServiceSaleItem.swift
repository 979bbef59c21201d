public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension NetSuite {
    /// `serviceSaleItem`: a service that the firm sells.
    ///
    /// Lines and time name it by its internal id, which is unique among items of all types; so the identity is that of an
    /// `item`. Units of measure are the account's own: the unit is read by its name, and NetSuite takes it by its id. Price
    /// levels, subsidiaries and the tax schedule stay beside the record.
    public static let serviceSaleItem = Mapping<CatalogueItem>(
        "netsuite/service-sale-item",
        version: 1,
        object: "serviceSaleItem",
        api: api,
        update: update,
        fields: serviceSaleItemFields
    ) { rule in
        rule.netsuiteHeader("item")
        rule.same("/itemId", to: \.code)
        itemName
        rule.same("/salesDescription", to: \.description)
        rule.constant(\.kind, .service, because: "a service item is a service")
        itemStatus
        itemUnit
        rule.netsuiteCoding("/incomeAccount", to: \.revenueAccount, "revenueAccount", list: "netsuite/account")
        dimension("department", to: \.dimensions)
        dimension("class", to: \.dimensions)
        dimension("location", to: \.dimensions)
        rule.netsuiteLinks([
            "customForm", "parent", "saleUnit", "unitsType", "department", "class", "location", "subsidiary",
            "taxSchedule", "issueProduct", "billingSchedule", "deferredRevenueAccount", "expenseAccount",
            "revenueRecognitionRule", "revRecSchedule", "price", "pricingGroup",
        ])
        rule.keepRest()
    }

    /// Names of units of measure that accounts of services firms have; the list is every account's own.
    public static let unit = Crosswalk(
        "netsuite-unit",
        unmapped: .keep,
        [
            .init("Each", "C62"), .init("Hour", "HUR"), .init("Hours", "HUR"), .init("Hr", "HUR"),
            .init("Day", "DAY"), .init("Days", "DAY"), .init("Week", "WEE"), .init("Weeks", "WEE"),
            .init("Month", "MON"), .init("Months", "MON"), .init("Year", "ANN"), .init("Years", "ANN"),
        ]
    )

    /// What the item is called: the name that is shown, or else the name that tells items apart.
    private static var itemName: MappingRule<CatalogueItem> {
        .convert(
            "same",
            ["/displayName", "/itemId"],
            to: "name",
            law: .lossy("an item without a name to show has the name that tells items apart"),
            note: "the item's name or number where there is none; required",
            read: { input, record in
                let shown: String? = input.value(0)
                if let shown, !shown.isEmpty {
                    record.name = shown
                    return
                }
                if !input[0].isPresent || shown != nil { input.keep(0) }
                if let number = input[1].text, !number.isEmpty {
                    record.name = number
                } else {
                    input.report(.missing, source: 1, expected: "the item's name or number")
                }
            },
            write: { record, output in
                // What stands for a missing name is not a name to show.
                if record.name == record.code {
                    output.assume(0, record.name)
                } else {
                    output.set(0, record.name)
                }
            }
        )
    }

    private static var itemStatus: MappingRule<CatalogueItem> {
        .convert(
            "code",
            ["/isInactive"],
            to: "status",
            law: .lossy("NetSuite tells items that can be chosen from those that cannot, and nothing more"),
            note: "true is inactive, false is active",
            read: { input, record in
                guard let isInactive: Bool = input.value(0) else {
                    if input[0].kind == .null { input.keep(0) }
                    return
                }
                record.status = isInactive ? .inactive : .active
            },
            write: { record, output in
                switch record.status {
                case .inactive: output.set(0, true)
                case .active: output.set(0, false)
                default: output.leave(0)
                }
            }
        )
    }

    /// The unit in which the item is sold, by its name.
    private static var itemUnit: MappingRule<CatalogueItem> {
        .asking(unit) { units in
            .derive(
                "unit",
                from: ["/saleUnit/refName"],
                because: "NetSuite takes units by the account's ids; read by crosswalk \(units.name)"
            ) { input, record in
                input.keep(0)
                guard let name: String = input.value(0), !name.isEmpty else { return }
                let isKnown = units.target(of: name, on: input.context.day(for: units)) != nil
                let code = input.target(of: name, units)
                // A text that is kept is the account's, even if it looks like a code of UN/ECE.
                if let code, isKnown || code != name, let unit = try? UnitCode(code) { record.unit = unit }
            }
        }
    }
}
