public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Certinia {
    /// `pse__Timecard__c`: a split of a week, which becomes an entry for each day that has time.
    ///
    /// Certinia splits an approved timecard where its days belong to different periods or groups, and bills the splits. So a
    /// split has the hours of its header once more: read headers, for what people enter, or splits, for what is billed, and
    /// never both into one set of records. A split has no rates and no phase; its amounts stay beside the record.
    public static let timecard = Mapping<TimeEntry>(
        "certinia/timecard",
        version: 1,
        object: "pse__Timecard__c",
        api: api,
        update: Salesforce.update.without("/Name", "/pse__Timecard_Header__c"),
        fields: timecardSplitFields,
        each: Day.week,
        title: { $0.weekday.rawName },
        presence: { [$0.field("pse__*_Hours__c"), $0.field("pse__*_Notes__c")] }
    ) { rule, day in
        rule.drop("/attributes", because: Salesforce.attributesReason)
        rule.identity(
            "/Id",
            version: "/SystemModstamp",
            object: "pse__Timecard__c",
            part: day.weekday.rawName,
            normalise: Salesforce.normalised
        )
        splitSheet
        rule.same("/Name", to: \.header.displayNumber)
        dayOfTimecard(day)
        rule.constant(\.workType, Coding("unspecified"), because: "a split has no project phase; its header has")
        rule.code("/pse__Status__c", to: \.approval.state, timecardStatus)
        flag("/pse__Billable__c", to: \.billability, "billability", yes: .billable, no: .nonBillable)
        splitBilling
        rule.constant(\.costState, .unposted, because: "the split does not say; the accounting system does")
        repeatedColumns
        rule.keepRest()
    }

    /// The header that the split is of.
    private static var splitSheet: MappingRule<TimeEntry> {
        .convert(
            "same",
            ["/pse__Timecard_Header__c"],
            to: "sheet",
            law: .iso,
            note: "the id of the header as the system writes it",
            read: { input, record in
                guard let id: String = input.value(0), !id.isEmpty else {
                    if !input[0].isPresent {
                        input.report(
                            .missing,
                            expected: "the id of the timecard's header",
                            remedy: "Ask for the field in the query."
                        )
                    }
                    return
                }
                record.sheet = ExternalReference(
                    system: input.context.system,
                    objectType: "pse__Timecard_Header__c",
                    value: id,
                    use: .secondary
                )
            },
            write: { record, output in output.set(0, record.sheet?.value) }
        )
    }

    /// Whether the split is billed, or held back from it.
    private static var splitBilling: MappingRule<TimeEntry> {
        .convert(
            "code",
            ["/pse__Billed__c", "/pse__Billing_Hold__c"],
            to: "billingState",
            law: .lossy("two flags have three states"),
            note: "billed, onHold or unbilled, by two flags",
            read: { input, record in
                let isBilled: Bool? = input.value(0)
                let isHeld: Bool? = input.value(1)
                for index in 0..<2 where input[index].kind == .null { input.keep(index) }
                if isBilled == true, isHeld == true { input.keep(1) }
                record.billingState = isBilled == true ? .billed : isHeld == true ? .onHold : .unbilled
            },
            write: { record, output in
                switch record.billingState {
                case .billed:
                    output.set(0, true)
                    output.assume(1, false)
                case .onHold:
                    output.assume(0, false)
                    output.set(1, true)
                case .unbilled:
                    output.assume(0, false)
                    output.assume(1, false)
                default:
                    output.leave(0)
                    output.leave(1)
                }
            }
        )
    }
}
