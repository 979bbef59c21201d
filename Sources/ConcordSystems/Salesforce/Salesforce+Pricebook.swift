public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Salesforce {
    /// `Pricebook2`: a list of prices.
    ///
    /// A price book has no currency, because its entries have; the card's is the tenant's. It is for the firm as a whole:
    /// opportunities and orders name the price book that they use.
    public static let pricebook = Mapping<RateCard>(
        "salesforce/pricebook",
        version: 1,
        object: "Pricebook2",
        api: api,
        update: update,
        fields: pricebookFields
    ) { rule in
        rule.salesforceHeader("Pricebook2")
        rule.same("/Name", to: \.name)
        rule.constant(\.owner, RateCardOwner(level: .firm), because: "whoever sells may choose any price book")
        rule.constant(\.side, .bill, because: "a price book has sales prices")
        rule.constant(\.effective, .always, because: "a price book has no dates")
        rule.salesforceFlag("/IsActive", to: \.status, "status", yes: .active, no: .retired)
        rule.salesforceSubquery("PricebookEntries", pricebookEntry)
        rule.salesforceCurrency(to: \.currency)
        rule.keepRest()
    }

    /// `PricebookEntry`: the price of a product in a price book.
    ///
    /// The product says what the work is, as a code of the organisation's list of products. An entry that is not active is
    /// read with a warning, because a card's rates cannot say that they are not to be used.
    public static let pricebookEntry = PartMapping<RateCard, RateCardEntry>(
        "salesforce/pricebook-entry",
        version: 1,
        object: "PricebookEntry",
        api: api,
        of: \.entries,
        by: \.id,
        key: "/Id",
        update: update.without("/Pricebook2Id", "/Product2Id", "/Name", "/ProductCode"),
        fields: pricebookEntryFields
    ) { alone in
        alone.salesforceHeader("PricebookEntry")
        alone.reference("/Pricebook2Id", to: \.parent, object: "Pricebook2", normalise: normalised)
    } part: { rule in
        rule.identity("/Id", to: \.id, object: "PricebookEntry", normalise: normalised)
        rule.salesforceProduct(to: \.dimensions.workType, "dimensions.workType", name: "/Name")
        entryUnit
        rule.salesforceMoney("/UnitPrice", to: \.amount)
        rule.constant(\.effective, .always, because: "an entry has no dates")
        isEntryActive
        rule.keepRest()
    }

    /// The unit of the price: the product's, where the query asked for it.
    private static var entryUnit: MappingRule<RateCardEntry> {
        .asking(unit) { units in
            .derive(
                "unit",
                from: ["/Product2/QuantityUnitOfMeasure"],
                because: "the unit is the product's, by crosswalk \(units.name); one where it has none"
            ) { input, record in
                input.keep(0)
                record.unit = input.unit(0, units)
            }
        }
    }

    private static var isEntryActive: MappingRule<RateCardEntry> {
        .derive(
            "basis",
            from: ["/IsActive"],
            because: "the flag is kept, with a warning where it is false"
        ) { input, _ in
            input.keep(0)
            guard let isActive: Bool = input.value(0), !isActive else { return }
            input.report(
                "rateCard.inactive",
                expected: "an entry that is active; it is read all the same",
                severity: .warning,
                remedy: "Leave inactive entries out of the query."
            )
        }
    }
}
