public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Certinia {
    /// `pse__Billing_Event_Item__c`: what one billing bills of one source, which is an entry of the ledger.
    ///
    /// The item does not know the invoice; the line of a billing document knows its item, so that the entry has no invoice
    /// here. A source is a timecard split, an expense, a milestone, a budget or an adjustment. A split is up to seven time
    /// entries, whose ids begin with its own; it and the last two are sources of kinds that the model has no name for. The
    /// rounded amount and the category stay beside the record.
    public static let billingEventItem = Mapping<InvoiceAllocation>(
        "certinia/billing-event-item",
        version: 1,
        object: "pse__Billing_Event_Item__c",
        api: api,
        update: Salesforce.update.without("/Name"),
        fields: billingEventItemFields
    ) { rule in
        rule.salesforceHeader("pse__Billing_Event_Item__c")
        rule.same("/Name", to: \.header.displayNumber)
        itemSource
        itemAmount
        rule.derive("sign", from: ["/pse__Amount__c"], because: "a negative amount is a trueUp, any other a bill") {
            input,
            record in
            // What is no amount is reported by the rule of the amount.
            let isNegative = input[0].json?.utf8.first == UInt8(ascii: "-")
            record.sign = isNegative ? .trueUp : .bill
        }
        rule.derive("at", from: ["/CreatedDate"], because: "it is written by the header") { input, record in
            guard let at: Instant = input.value(0) else {
                if !input[0].isPresent {
                    input.report(
                        .missing,
                        expected: "when the item was made",
                        remedy: "Ask for CreatedDate in the query."
                    )
                }
                return
            }
            record.at = at
        }
        rule.drop("/pse__Summary__c", because: "it is text for people, made by a formula")
        rule.keepRest()
    }

    /// The look-ups of which one names the source: its kind, and the object's type.
    private static let sources: [(pointer: String, kind: AllocationSourceKind, object: String)] = [
        ("/pse__Timecard_Split__c", AllocationSourceKind(rawValue: "timecardSplit"), "pse__Timecard__c"),
        ("/pse__Expense__c", .costTransaction, "pse__Expense__c"),
        ("/pse__Milestone__c", .milestone, "pse__Milestone__c"),
        ("/pse__Budget__c", AllocationSourceKind(rawValue: "budget"), "pse__Budget__c"),
        (
            "/pse__Miscellaneous_Adjustment__c", AllocationSourceKind(rawValue: "adjustment"),
            "pse__Miscellaneous_Adjustment__c"
        ),
    ]

    /// What is billed; a milestone with the contract that its project is billed under.
    private static var itemSource: MappingRule<InvoiceAllocation> {
        .convert(
            "reference",
            sources.map(\.pointer) + ["/pse__Project__c"],
            to: "source",
            law: .iso,
            note: "the one that is there, through the identity crosswalk; required. The project is kept",
            read: { input, record in
                input.keep(sources.count)
                for index in sources.indices where !input[index].isPresent || input[index].text == "" {
                    input.keep(index)
                }
                let found = sources.indices.filter { input[$0].isPresent && input[$0].text != "" }
                guard found.count == 1, let index = found.first else {
                    return input.report(
                        found.isEmpty ? .missing : "billing.sources",
                        source: found.last ?? 0,
                        expected: "one source: a timecard split, an expense, a milestone, a budget or an adjustment",
                        remedy: "Ask for the look-ups in the query."
                    )
                }
                let id: RecordID<InvoiceAllocation>? = input.canonicalID(
                    index,
                    objectType: sources[index].object,
                    normalise: Salesforce.normalised
                )
                guard let id else { return }
                record.source = AllocationSource(sources[index].kind, id: id.text)
                guard sources[index].kind == .milestone else { return }
                let contract: RecordID<Contract>? = input.canonicalID(
                    sources.count,
                    objectType: contractOfProject,
                    normalise: Salesforce.normalised
                )
                record.source.container = contract?.text
            },
            write: { record, output in
                output.leave(sources.count)
                for (index, source) in sources.enumerated() where source.kind == record.source.kind {
                    output.setExternal(index, record.source.id, objectType: source.object)
                }
            }
        )
    }

    /// How much; less than nothing corrects what was billed.
    private static var itemAmount: MappingRule<InvoiceAllocation> {
        .convert(
            "money",
            ["/pse__Amount__c", "/CurrencyIsoCode"],
            to: "amount",
            law: .iso,
            note: "required; currency of the field, or of the tenant",
            read: { input, record in
                guard let amount: ExactDecimal = input.value(0) else {
                    if !input[0].isPresent {
                        input.report(
                            .missing,
                            expected: "an amount",
                            remedy: "Ask for the field in the query."
                        )
                    }
                    return
                }
                if input[1].kind == .null { input.keep(1) }
                guard let currency = input.currency(1) else { return }
                record.amount = Money(amount, currency)
            },
            write: { record, output in
                output.set(0, record.amount.amount)
                output.setCurrency(1, record.amount.currency)
            }
        )
    }
}
