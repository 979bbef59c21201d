public import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordValues

extension MappingRule where Target: CanonicalRecord {
    /// The answer of a subquery: the objects of a list that stand in the object that they belong to.
    ///
    /// Salesforce sends `null` for a subquery that finds nothing, and gives the first page of one that finds many.
    static func salesforceSubquery<Part>(_ name: String, _ parts: PartMapping<Target, Part>) -> [MappingRule<Target>] {
        [
            .each("/\(name)/records", parts),
            .drop("/\(name)/totalSize", because: "it counts the objects of the answer"),
            .derive(
                parts.list,
                from: ["/\(name)/done", "/\(name)/nextRecordsUrl"],
                because: "it is about the pages of the answer; a first page of many is a warning"
            ) { input, _ in
                guard let isDone: Bool = input.value(0), !isDone else { return }
                input.report(
                    .incompleteList,
                    expected: "all \(name) of the object; there are more than this page has",
                    severity: .warning,
                    remedy: "Fetch the page at nextRecordsUrl too, or query \(parts.object) by itself."
                )
            },
        ]
    }
}

extension MappingRule {
    /// An amount of a part; its currency is that of the part, of the object around it, or of the tenant.
    static func salesforceMoney(
        _ amount: String,
        to property: any WritableKeyPath<Target, Money?> & Sendable
    ) -> MappingRule<Target> {
        .convert(
            "money",
            [amount, "/CurrencyIsoCode", "^/CurrencyIsoCode"],
            to: Target.schema.name(of: property),
            law: .iso,
            note: "currency of the field, of the object around it, or of the tenant; scale kept",
            read: { input, record in
                guard let amount: ExactDecimal = input.value(0) else {
                    if !input[0].isPresent { for index in 0..<2 { input.keep(index) } }
                    return
                }
                if input[1].kind == .null { input.keep(1) }
                guard let currency = input.currency(input[1].isPresent || !input[2].isPresent ? 1 : 2) else { return }
                record[keyPath: property] = Money(amount, currency)
            },
            write: { record, output in
                guard let money = record[keyPath: property] else { return output.leave(1) }
                output.set(0, money.amount)
                output.setCurrency(1, money.currency)
            }
        )
    }

    /// An amount that Salesforce works out, and does not take.
    static func salesforceSum(
        _ amount: String,
        to property: any WritableKeyPath<Target, Money?> & Sendable,
        because: String
    ) -> MappingRule<Target> {
        .derive(
            Target.schema.name(of: property),
            from: [amount, "/CurrencyIsoCode", "^/CurrencyIsoCode"],
            because: because
        ) { input, record in
            guard let amount: ExactDecimal = input.value(0),
                let currency = input.currency(input[1].isPresent || !input[2].isPresent ? 1 : 2)
            else { return }
            record[keyPath: property] = Money(amount, currency)
        }
    }

    /// The product, as a code of the organisation's own list, with its name where the query asked for it.
    static func salesforceProduct(
        _ id: String = "/Product2Id",
        to property: any WritableKeyPath<Target, Coding?> & Sendable,
        _ target: String,
        name: String
    ) -> MappingRule<Target> {
        .convert(
            "same",
            [id, name],
            to: target,
            law: .iso,
            note: "as a code of salesforce/Product2; the name is read, and not written",
            read: { input, record in
                guard let id: String = input.value(0), !id.isEmpty else {
                    for index in 0..<2 { input.keep(index) }
                    return
                }
                // A new object cannot be given the product's name, so that what was there comes back as it was.
                input.keep(1)
                record[keyPath: property] = Coding(
                    Salesforce.normalised(id),
                    system: Salesforce.productList,
                    display: input.value(1)
                )
            },
            write: { record, output in
                output.leave(1)
                guard let product = record[keyPath: property] else { return }
                if product.system == Salesforce.productList { output.set(0, product.code) } else { output.leave(0) }
            }
        )
    }

    /// How much, in the unit that the product is sold in.
    static func salesforceQuantity(
        to property: any WritableKeyPath<Target, Quantity?> & Sendable
    ) -> MappingRule<Target> {
        .asking(Salesforce.unit, source: 1) { units in
            .convert(
                "units",
                ["/Quantity", "/Product2/QuantityUnitOfMeasure"],
                to: Target.schema.name(of: property),
                law: .lossy("the unit is the product's, which a line does not write"),
                note: "in the product's unit, by crosswalk \(units.name); so many of one where it has none",
                read: { input, record in
                    let unit = input.unit(1, units)
                    input.keep(1)
                    guard let value: ExactDecimal = input.value(0) else {
                        input.keep(0)
                        return
                    }
                    record[keyPath: property] = Quantity(value, unit)
                },
                write: { record, output in
                    output.leave(1)
                    output.set(0, record[keyPath: property]?.value)
                }
            )
        }
    }
}

extension RuleInput {
    /// The unit that a product is sold in; one, if nobody knows.
    mutating func unit(_ index: Int, _ units: Crosswalk) -> UnitCode {
        guard let name: String = value(index), !name.isEmpty else { return .one }
        if let code = units.target(of: name, on: context.day(for: units)), let unit = try? UnitCode(code) {
            return unit
        }
        report(
            .unknownCode,
            source: index,
            expected: "a code of \(units.name); one is taken for it",
            severity: .warning,
            remedy: "Add a row to the crosswalk \(units.name)."
        )
        return .one
    }
}

extension Salesforce {
    /// The list that products are codes of.
    static let productList = "salesforce/Product2"

    /// The units that products of services firms are sold in; the list is every organisation's own.
    public static let unit = Crosswalk(
        "salesforce-unit",
        unmapped: .keep,
        [
            .init("Each", "C62"), .init("Hours", "HUR"), .init("Hour", "HUR"), .init("Days", "DAY"),
            .init("Day", "DAY"), .init("Weeks", "WEE"), .init("Week", "WEE"), .init("Months", "MON"),
            .init("Month", "MON"), .init("Years", "ANN"), .init("Year", "ANN"), .init("Lump Sum", "LS"),
        ]
    )
}
