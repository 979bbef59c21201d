public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Certinia {
    /// `pse__Assignment__c`: one resource on one project.
    ///
    /// The dates are formulas over the assignment's schedule: they are read, and whoever wants others changes the schedule.
    public static let assignment = Mapping<Assignment>(
        "certinia/assignment",
        version: 1,
        object: "pse__Assignment__c",
        api: api,
        update: Salesforce.update.without("/pse__Assignment_Number__c"),
        fields: assignmentFields
    ) { rule in
        rule.salesforceHeader("pse__Assignment__c")
        rule.same("/pse__Assignment_Number__c", to: \.header.displayNumber)
        rule.reference("/pse__Project__c", to: \.project, object: "pse__Proj__c", normalise: Salesforce.normalised)
        rule.reference("/pse__Resource__c", to: \.resource, object: "Contact", normalise: Salesforce.normalised)
        rule.reference("/pse__Role__c", to: \.role, object: roleType)
        rule.salesforceStatus(
            "/pse__Status__c",
            to: \.status,
            assignmentStatus,
            list: "certinia/pse__Assignment__c.pse__Status__c"
        )
        rule.derive("commitment", from: ["/pse__Status__c"], because: "it is read off the status") { input, record in
            record.commitment = input[0].text == "Tentative" ? .soft : .hard
        }
        rule.derive(
            "interval",
            from: ["/pse__Start_Date__c", "/pse__End_Date__c"],
            because: "the dates are formulas over the schedule"
        ) { input, record in
            let from: LocalDate? = input.value(0)
            let through: LocalDate? = input.value(1)
            record.interval = input.interval(from, through) ?? .always
        }
        allocation
        rule.salesforceFlag(
            "/pse__Is_Billable__c",
            to: \.billability,
            "billability",
            yes: .billable,
            no: .nonBillable
        )
        rule.certiniaRate(
            "/pse__Bill_Rate__c",
            "/CurrencyIsoCode",
            "/pse__Daily_Bill_Rate__c",
            to: \.billRate,
            "billRate"
        )
        rule.certiniaRate(
            "/pse__Cost_Rate_Amount__c",
            "/pse__Cost_Rate_Currency_Code__c",
            "/pse__Daily_Cost_Rate__c",
            to: \.costRate,
            "costRate"
        )
        rule.salesforceExternal("/pse__Resource_Request__c", to: \.demand, object: "pse__Resource_Request__c")
        rule.drop("/pse__Cost_Rate__c", because: textReason)
        rule.drop("/pse__Average_Cost_Rate__c", because: textReason)
        rule.drop("/pse__Suggested_Bill_Rate__c", because: textReason)
        rule.drop("/pse__Scheduled_Hours__c", because: "Certinia adds it up from the schedule")
        rule.drop("/pse__Scheduled_Days__c", because: "Certinia works it out from the scheduled hours")
        rule.drop("/pse__Planned_Revenue__c", because: "it is the planned hours times the planned rate")
        rule.keepRest()
    }

    /// The statuses that Certinia ships with.
    public static let assignmentStatus = Crosswalk(
        "certinia-assignment-status",
        unmapped: .reject,
        [.init("Tentative", "tentative"), .init("Scheduled", "confirmed"), .init("Closed", "completed")]
    )

    private static let textReason = "it is text for people, made by a formula; amount and currency are beside it"

    /// The share of capacity, and with it the planned hours.
    private static var allocation: MappingRule<Assignment> {
        .convert(
            "split",
            ["/pse__Percent_Allocated__c", "/pse__Planned_Hours__c"],
            to: "allocation",
            law: .iso,
            note: "by percent, with the planned hours; hours alone do not say how they are spread and are kept",
            read: { input, record in
                guard let percent: Percentage = input.value(0) else {
                    for index in 0..<2 { input.keep(index) }
                    return
                }
                let hours: ExactDecimal? = input.value(1)
                if hours == nil { input.keep(1) }
                var share = Allocation(.percent)
                share.percent = percent
                share.effort = hours.map { Quantity($0, .hour) }
                record.allocation = share
            },
            write: { record, output in
                guard let allocation = record.allocation else { return output.leave(1) }
                // Certinia plans shares of capacity here; anything else is the schedule's.
                guard allocation.method == .percent else { return (0..<2).forEach(output.leave) }
                output.set(0, allocation.percent)
                if let effort = allocation.effort {
                    if effort.unit == .hour { output.set(1, effort.value) } else { output.leave(1) }
                }
            }
        )
    }
}
