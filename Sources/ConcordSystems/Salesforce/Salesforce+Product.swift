public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Salesforce {
    /// `Product2`: something that the organisation sells.
    ///
    /// Its prices are the entries of price books. Lines of opportunities, orders and price books name it by its id, which
    /// is the value of the item's external reference. Salesforce does not say whether a product is a service or goods: an
    /// overlay may read the kind off the family, or off a field of the firm's own. The stock-keeping unit, the type and
    /// the class stay beside the record.
    public static let product = Mapping<CatalogueItem>(
        "salesforce/product",
        version: 1,
        object: "Product2",
        api: api,
        update: update.without("/IsArchived", "/ProductClass"),
        fields: productFields
    ) { rule in
        rule.salesforceHeader("Product2")
        rule.same("/Name", to: \.name)
        rule.same("/ProductCode", to: \.code)
        rule.same("/Description", to: \.description)
        rule.coding("/Family", to: \.family, list: "salesforce/Product2.Family")
        productStatus
        productUnit
        rule.keepRest()
    }

    /// Whether the product may be put into price books and lines.
    private static var productStatus: MappingRule<CatalogueItem> {
        .convert(
            "code",
            ["/IsActive"],
            to: "status",
            law: .lossy("a flag has two states"),
            note: "true is active, false is inactive",
            read: { input, record in
                guard let isActive: Bool = input.value(0) else {
                    input.keep(0)
                    return
                }
                record.status = isActive ? .active : .inactive
            },
            write: { record, output in
                switch record.status {
                case .active: output.set(0, true)
                case .inactive: output.set(0, false)
                default: output.leave(0)
                }
            }
        )
    }

    /// The unit of the product's quantities.
    private static var productUnit: MappingRule<CatalogueItem> {
        .asking(unit) { units in
            .convert(
                "code",
                ["/QuantityUnitOfMeasure"],
                to: "unit",
                law: units.law,
                note: "crosswalk \(units.name); a unit that it does not have is kept beside the record",
                read: { input, record in
                    guard let name: String = input.value(0), !name.isEmpty else {
                        input.keep(0)
                        return
                    }
                    let isKnown = units.target(of: name, on: input.context.day(for: units)) != nil
                    let code = input.target(of: name, units)
                    // A text that is kept is the organisation's, even if it looks like a code of UN/ECE.
                    guard let code, isKnown || code != name, let unit = try? UnitCode(code) else {
                        input.keep(0)
                        return
                    }
                    record.unit = unit
                },
                write: { record, output in
                    guard let unit = record.unit else { return }
                    let name = units.source(of: unit.description, on: output.context.day(for: units))
                    if let name { output.set(0, name) } else { output.leave(0) }
                }
            )
        }
    }
}
