public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Certinia {
    /// `pse__Rate_Card__c`: the price of an hour of a role, which is a card with one entry.
    ///
    /// Certinia's object is a row, not a card; rows that belong together have a set, which stays beside the record. A row
    /// may hold for one region, practice or group only. The model's rates do not tell these apart: such a row is read with a
    /// warning for each, because whoever prices by it alone would take it for wider than it is.
    public static let rateCard = Mapping<RateCard>(
        "certinia/rate-card",
        version: 1,
        object: "pse__Rate_Card__c",
        api: api,
        update: Salesforce.update,
        fields: rateCardFields
    ) { rule in
        rule.salesforceHeader("pse__Rate_Card__c")
        rule.same("/Name", to: \.name)
        cardOwner
        rule.constant(\.side, .bill, because: "a row suggests what to bill; its average cost rate is kept")
        rule.constant(\.status, .active, because: "Certinia has no drafts of rates; the dates say when a row holds")
        cardDates
        cardEntry
        limit("/pse__Region__c", "region")
        limit("/pse__Practice__c", "practice")
        limit("/pse__Group__c", "group")
        rule.salesforceCurrency(to: \.currency)
        rule.keepRest()
    }

    /// The customer whom the row is for, or everybody.
    private static var cardOwner: MappingRule<RateCard> {
        .convert(
            "reference",
            ["/pse__Account__c"],
            to: "owner",
            law: .iso,
            note: "Account through the identity crosswalk; the firm if there is none",
            read: { input, record in
                let customer: RecordID<Customer>? = input.canonicalID(
                    0,
                    objectType: "Account",
                    normalise: Salesforce.normalised
                )
                if customer == nil { input.keep(0) }
                var owner = RateCardOwner(level: customer == nil ? .firm : .customer)
                owner.customer = customer
                record.owner = owner
            },
            write: { record, output in
                switch record.owner.level {
                case .customer:
                    if let customer = record.owner.customer {
                        output.setExternal(0, customer.text, objectType: "Account")
                    } else {
                        output.leave(0)
                    }
                case .firm: return
                default: output.leave(0)
                }
            }
        )
    }

    /// The days on which the row holds; always, where it has none.
    private static var cardDates: MappingRule<RateCard> {
        .convert(
            "split",
            ["/pse__Start_Date__c", "/pse__End_Date__c"],
            to: "effective",
            law: .iso,
            note: "first and last day, both included; open where one is not known",
            read: { input, record in
                let from: LocalDate? = input.value(0)
                let through: LocalDate? = input.value(1)
                for index in 0..<2 where input[index].kind == .null { input.keep(index) }
                record.effective = input.interval(from, through) ?? .always
            },
            write: { record, output in
                output.set(0, record.effective.from)
                output.set(1, record.effective.through)
            }
        )
    }

    /// The one rate of the card: for a role, an hour, and the card's days.
    private static var cardEntry: MappingRule<RateCard> {
        .convert(
            "each",
            ["/pse__Suggested_Bill_Rate__c", "/CurrencyIsoCode", "/pse__Role__c"],
            to: "entries",
            law: .iso,
            note: "one entry with the card's id, for an hour of the role; none without a rate",
            read: { input, record in
                guard let amount: ExactDecimal = input.value(0) else {
                    for index in [0, 2] { input.keep(index) }
                    return
                }
                guard let currency = input.currency(1) else { return }
                let role: RecordID<Role>? = input.canonicalID(2, objectType: roleType)
                if role == nil { input.keep(2) }
                var entry = RateCardEntry(
                    id: RecordID(stringLiteral: record.id.text),
                    unit: .hour,
                    effective: record.effective
                )
                entry.amount = Money(amount, currency)
                entry.dimensions.role = role
                record.entries.append(entry)
            },
            write: { record, output in
                guard let entry = record.entries.first else { return output.leave(2) }
                // Certinia's rates are for an hour; there is no way to write another.
                guard entry.unit == .hour, let amount = entry.amount else {
                    return (0..<3).forEach(output.leave)
                }
                output.set(0, amount.amount)
                output.setCurrency(1, amount.currency)
                if let role = entry.dimensions.role { output.setExternal(2, role.text, objectType: roleType) }
            }
        )
        .lookingAt("effective")
    }

    /// A look-up that makes the row narrower than the record can say.
    private static func limit(_ pointer: String, _ name: String) -> MappingRule<RateCard> {
        .derive(
            "entries",
            from: [pointer],
            because: "rates are not told apart by \(name); the id is kept, with a warning"
        ) { input, _ in
            input.keep(0)
            guard input[0].isPresent else { return }
            input.report(
                "rateCard.narrower",
                expected: "a rate for every \(name); the record is wider than the row",
                severity: .warning,
                remedy: "Use the row for its \(name) only; its id is beside the record."
            )
        }
    }
}
