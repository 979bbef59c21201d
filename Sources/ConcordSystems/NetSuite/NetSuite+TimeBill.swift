public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension NetSuite {
    /// `timeBill`: time that an employee worked on one day.
    ///
    /// The `customer` of time is the job that it was worked for. Time that was tracked for a customer without a job names
    /// that customer there, and NetSuite does not say which of the two it is; it is taken for a job.
    public static let timeBill = Mapping<TimeEntry>(
        "netsuite/time-bill",
        version: 1,
        object: "timeBill",
        api: api,
        update: update,
        fields: timeBillFields
    ) { rule in
        rule.netsuiteHeader("timeBill")
        rule.netsuiteReference("/employee", to: \.resource, object: "employee")
        rule.same("/tranDate", to: \.date)
        timeZoneOfTime
        worked
        rule.netsuiteReference("/customer", to: \.project, object: "job")
        rule.netsuiteReference("/caseTaskEvent", to: \.task, object: "projectTask")
        workType
        rule.drop("/item/links", because: linksReason)
        rule.same("/memo", to: \.customerDescription)
        rule.code("/approvalStatus/id", to: \.approval.state, timeApproval)
        rule.drop("/approvalStatus/links", because: linksReason)
        rule.drop("/supervisorApproval", because: "it repeats the approval status")
        isBillable
        rule.constant(\.timeType, .regular, because: "payroll items tell kinds of time, and every account has its own")
        billingState("/isBillable")
        rule.constant(\.costState, .unposted, because: "time does not say; the ledger does")
        rate
        rule.netsuiteReference("/subsidiary", to: \.employingEntity, object: "subsidiary")
        rule.netsuiteLinks([
            "customForm", "class", "department", "location", "payrollItem", "price", "timeType", "timeSheet",
            "billingClass", "rejectionNote", "workplace",
        ])
        rule.keepRest()
    }

    /// The approval statuses of time, by the ids of NetSuite's own list.
    public static let timeApproval = Crosswalk(
        "netsuite-time-approval",
        unmapped: .reject,
        [.init("1", "draft"), .init("2", "submitted"), .init("3", "approved"), .init("4", "rejected")]
    )

    /// Days of time have no zone; the tenant's is taken.
    static var timeZoneOfTime: MappingRule<TimeEntry> {
        .derive(
            "timeZone",
            from: [],
            because: "dates of time have no zone; the tenant's is taken"
        ) { input, record in
            guard let zone = input.context.timeZone else {
                input.report(
                    .noTimeZone,
                    expected: "a time zone for the dates of time, which have none",
                    remedy: "State the tenant's time zone for \(input.context.system)."
                )
                return
            }
            record.timeZone = zone
        }
    }

    /// Hours as `h:mm`, or as a decimal.
    static var worked: MappingRule<TimeEntry> {
        .convert(
            "units",
            ["/hours"],
            to: "worked",
            law: .iso,
            note: "h:mm in whole minutes; a decimal as it is in `workedQuantity`, and here in minutes rounded half up",
            read: { input, record in
                guard input[0].isPresent else {
                    input.report(.missing, expected: "the hours worked, like \"7:30\" or 7.5")
                    return
                }
                if let text = input[0].text, text.contains(":") {
                    guard let minutes = minutes(text) else {
                        input.report("time.hours", expected: "hours and minutes, like \"7:30\"")
                        return
                    }
                    record.worked = minutes
                    return
                }
                guard let hours: ExactDecimal = input.value(0) else { return }
                guard let minutes = input.wholeMinutes(of: hours, "time") else { return }
                record.workedQuantity = Quantity(hours, .hour)
                record.worked = minutes
            },
            write: { record, output in
                if let quantity = record.workedQuantity, quantity.unit == .hour {
                    output.set(0, quantity.value)
                } else if record.worked.count >= 0 {
                    output.set(0, clock(record.worked))
                } else {
                    output.leave(0)
                }
            }
        )
    }

    /// The minutes of a text like `7:30`.
    static func minutes(_ text: String) -> Minutes? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2, (1...7).contains(parts[0].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let hours = Int64(parts[0]), let minutes = Int64(parts[1]), minutes < 60
        else { return nil }
        return Minutes(hours * 60 + minutes)
    }

    /// Minutes as NetSuite shows them: `7:30`.
    static func clock(_ worked: Minutes) -> String {
        let minutes = worked.count
        let rest = minutes % 60
        return "\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)"
    }

    /// The service item, which says what kind of work it was.
    private static var workType: MappingRule<TimeEntry> {
        .convert(
            "same",
            ["/item/id", "/item/refName"],
            to: "workType",
            law: .iso,
            note: "the service item; \"unspecified\" where there is none",
            read: { input, record in
                let item: String? = input.value(0)
                let name: String? = input.value(1)
                for index in 0..<2 where input[index].kind == .null { input.keep(index) }
                if item == nil { input.keep(1) }
                record.workType = Coding(
                    item ?? "unspecified",
                    system: item == nil ? nil : "netsuite/item",
                    display: item == nil ? nil : name
                )
            },
            write: { record, output in
                guard record.workType.system != nil else { return output.leave(1) }
                output.set(0, record.workType.code)
                output.set(1, record.workType.display)
            }
        )
    }

    private static var isBillable: MappingRule<TimeEntry> {
        .convert(
            "code",
            ["/isBillable"],
            to: "billability",
            law: .lossy("a flag has two states"),
            note: "true is billable, false is nonBillable; undetermined where there is none",
            read: { input, record in
                guard let flag: Bool = input.value(0) else {
                    if !input[0].isPresent { input.keep(0) }
                    return
                }
                record.billability = flag ? .billable : .nonBillable
            },
            write: { record, output in
                switch record.billability {
                case .billable: output.set(0, true)
                case .nonBillable: output.set(0, false)
                default: output.leave(0)
                }
            }
        )
    }

    /// Whether time was billed, by its status and by whether it may be.
    static func billingState(_ billable: String) -> MappingRule<TimeEntry> {
        .derive(
            "billingState",
            from: ["/status", billable],
            because: "NetSuite works the status out of what was invoiced"
        ) { input, record in
            let isBillable: Bool? = input.value(1)
            if input[0].text?.lowercased() == "billed" {
                record.billingState = .billed
            } else {
                record.billingState = isBillable == false ? .nonBillable : .unbilled
            }
        }
    }

    /// The price of an hour; time has no currency of its own, so it is the tenant's.
    static var rate: MappingRule<TimeEntry> {
        .convert(
            "money",
            ["/rate"],
            to: "billRate",
            law: .lossy("time has no currency; the tenant's is taken"),
            note: "per hour, in the tenant's currency; one below zero is kept as it is",
            read: { input, record in
                guard let amount: ExactDecimal = input.value(0) else {
                    if !input[0].isPresent { input.keep(0) }
                    return
                }
                guard !amount.isNegative else { return input.keep(0) }
                guard let currency = input.context.currency else {
                    input.report(
                        .noCurrency,
                        expected: "a currency for the rate; time has none",
                        remedy: "State the tenant's currency for \(input.context.system)."
                    )
                    return
                }
                record.billRate = ResolvedRate(Money(amount, currency), per: .hour)
            },
            write: { record, output in
                guard let rate = record.billRate else { return }
                if rate.unit == .hour { output.set(0, rate.amount.amount) } else { output.leave(0) }
            }
        )
    }
}
