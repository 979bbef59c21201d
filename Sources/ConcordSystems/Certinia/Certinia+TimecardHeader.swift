public import ConcordMapping
public import ConcordModel
import ConcordSchema
public import ConcordValues

extension Certinia {
    /// `pse__Timecard_Header__c`: a week of one resource on one project, which becomes an entry for each day that has time.
    ///
    /// Writing folds the entries of a week back into their header. Hours are decimals with two places, so that twenty
    /// minutes come as 0.33: the entry keeps the hours as they are in `workedQuantity`, and the nearest whole minutes in
    /// `worked`.
    public static let timecardHeader = Mapping<TimeEntry>(
        "certinia/timecard-header",
        version: 1,
        object: "pse__Timecard_Header__c",
        api: api,
        update: Salesforce.update.without("/Name"),
        fields: timecardFields,
        each: Day.week,
        title: { $0.weekday.rawName },
        presence: { [$0.field("pse__*_Hours__c"), $0.field("pse__*_Notes__c")] }
    ) { rule, day in
        rule.drop("/attributes", because: Salesforce.attributesReason)
        rule.identity(
            "/Id",
            version: "/SystemModstamp",
            object: "pse__Timecard_Header__c",
            part: day.weekday.rawName,
            normalise: Salesforce.normalised
        )
        rule.derive("sheet", from: ["/Id", "/Name"], because: "the header's id is written by the identity") {
            input,
            record in
            guard let id: String = input.value(0) else { return }
            let number: String? = input.value(1)
            record.sheet = ExternalReference(
                system: input.context.system,
                objectType: "pse__Timecard_Header__c",
                value: Salesforce.normalised(id),
                use: .secondary
            )
            record.header.displayNumber = number
        }
        rule.convert(
            "same",
            ["/Name"],
            to: "header.displayNumber",
            law: .iso,
            note: "the timecard's number",
            read: { input, _ in if input[0].kind == .null { input.keep(0) } },
            write: { record, output in output.set(0, record.header.displayNumber) }
        )
        dayOfTimecard(day)
        rule.convert(
            "same",
            ["/pse__Project_Phase__c"],
            to: "workType",
            law: .iso,
            note: "the project phase; \"unspecified\" where there is none",
            read: { input, record in
                let phase: String? = input.value(0)
                if input[0].kind == .null { input.keep(0) }
                record.workType = Coding(
                    phase ?? "unspecified",
                    system: phase == nil ? nil : "certinia/pse__Project_Phase__c"
                )
            },
            write: { record, output in
                if record.workType.system != nil { output.set(0, record.workType.code) }
            }
        )
        rule.code("/pse__Status__c", to: \.approval.state, timecardStatus)
        flag("/pse__Billable__c", to: \.billability, "billability", yes: .billable, no: .nonBillable)
        flag("/pse__Billed__c", to: \.billingState, "billingState", yes: .billed, no: .unbilled)
        rule.constant(\.costState, .unposted, because: "the timecard does not say; the accounting system does")
        billRate
        costRate
        repeatedColumns
        rule.drop("/pse__Total_Billable_Amount__c", because: "Certinia works it out from hours and rate")
        rule.drop("/pse__Total_Cost__c", because: "it is text for people, made by a formula")
        rule.drop("/pse__Cost_Rate__c", because: "it is text for people; amount and currency are read instead")
        rule.keepRest()
    }

    /// What a timecard and a split of it have alike: who changed them, who worked for whom, and the columns of a day.
    @MappingBuilder<TimeEntry>
    static func dayOfTimecard(_ day: Day) -> [MappingRule<TimeEntry>] {
        let rule = MappingRule<TimeEntry>.self
        rule.same("/CreatedDate", to: \.header.createdAt)
        rule.same("/CreatedById", to: \.header.createdBy)
        rule.same("/LastModifiedDate", to: \.header.modifiedAt)
        rule.same("/LastModifiedById", to: \.header.modifiedBy)
        rule.salesforceDeletion()
        rule.reference("/pse__Resource__c", to: \.resource, object: "Contact", normalise: Salesforce.normalised)
        rule.reference("/pse__Project__c", to: \.project, object: "pse__Proj__c", normalise: Salesforce.normalised)
        rule.reference(
            "/pse__Assignment__c",
            to: \.assignment,
            object: "pse__Assignment__c",
            normalise: Salesforce.normalised
        )
        workDate(day)
        timeZone
        worked(day)
        rule.same(day.field("pse__*_Notes__c"), to: \.customerDescription)
        rule.coding(
            day.short("pse__Location_*__c"),
            to: \.location,
            list: "certinia/pse__Timecard_Header__c.pse__Location__c"
        )
        travel(day)
    }

    /// The columns that repeat what others say.
    @MappingBuilder<TimeEntry>
    static var repeatedColumns: [MappingRule<TimeEntry>] {
        let rule = MappingRule<TimeEntry>.self
        rule.drop("/pse__Submitted__c", because: "it repeats the status")
        rule.drop("/pse__Approved__c", because: "it repeats the status")
        rule.drop("/pse__Total_Hours__c", because: "Certinia adds it up from the days")
        rule.drop("/pse__Total_Days_Worked__c", because: "Certinia works it out from the hours")
    }

    /// The statuses that Certinia ships with.
    public static let timecardStatus = Crosswalk(
        "certinia-timecard-status",
        unmapped: .reject,
        [
            .init("Saved", "draft"), .init("Submitted", "submitted"), .init("Approved", "approved"),
            .init("Rejected", "rejected"),
        ]
    )

    /// A day's columns of a timecard.
    public struct Day: Sendable {
        /// The day of the week.
        public let weekday: Weekday

        /// The days in the order of Certinia's columns.
        public static let week: [Day] = [
            .sunday, .monday, .tuesday, .wednesday, .thursday, .friday, .saturday,
        ]
        .map(Day.init)

        /// The pointer of a column that carries the day's name: `pse__*_Hours__c`.
        func field(_ pattern: String) -> String {
            pointer(pattern, weekday.title)
        }

        /// The pointer of a column that carries the day's first three letters: `pse__Travel_*__c`.
        func short(_ pattern: String) -> String {
            pointer(pattern, String(weekday.title.prefix(3)))
        }

        private func pointer(_ pattern: String, _ name: String) -> String {
            "/" + pattern.split(separator: "*", omittingEmptySubsequences: false).joined(separator: name)
        }
    }
}

// MARK: - Rules

extension Certinia {
    /// The date of a day: the first one of its name from the week's start on.
    static func workDate(_ day: Day) -> MappingRule<TimeEntry> {
        .convert(
            "weekday",
            ["/pse__Start_Date__c", "/pse__End_Date__c"],
            to: "date",
            law: .iso,
            note: "the \(day.weekday.title) from the start of the week on; the week is the sheet's validity",
            read: { input, record in
                guard let start: LocalDate = input.value(0) else {
                    if !input[0].isPresent {
                        input.report(
                            .missing,
                            expected: "the week's first day",
                            remedy: "Ask for the field in the query."
                        )
                    }
                    return
                }
                let days = (day.weekday.rawValue - start.weekday.rawValue + 7) % 7
                guard let date = try? start.adding(days: days) else {
                    input.report("timecard.week", expected: "a week that ends in the year 9999 at the latest")
                    return
                }
                record.date = date
                let end: LocalDate? = input.value(1)
                guard let week = try? DateInterval(from: start, through: end) else {
                    input.report(
                        "timecard.week",
                        source: 1,
                        expected: "a last day that is not before the first, \(start)",
                        remedy: "Correct the timecard's dates."
                    )
                    return
                }
                record.sheet?.validity = week
                if input[1].kind == .null { input.keep(1) }
                if let end, date > end {
                    input.report(
                        "timecard.dayOutsideWeek",
                        source: 1,
                        expected: "no time on \(day.weekday.title), which is after the week's last day",
                        severity: .warning,
                        remedy: "Correct the timecard's days or its end date."
                    )
                }
            },
            write: { record, output in
                output.set(0, record.sheet?.validity?.from)
                output.set(1, record.sheet?.validity?.through)
            }
        )
    }

    static var timeZone: MappingRule<TimeEntry> {
        .derive(
            "timeZone",
            from: [],
            because: "timecards have dates without a zone; the tenant's is taken"
        ) { input, record in
            guard let zone = input.context.timeZone else {
                input.report(
                    .noTimeZone,
                    expected: "a time zone for the dates of timecards, which have none",
                    remedy: "State the tenant's time zone for \(input.context.system)."
                )
                return
            }
            record.timeZone = zone
        }
    }

    /// A day's hours, exactly, and the nearest whole minutes.
    static func worked(_ day: Day) -> MappingRule<TimeEntry> {
        .convert(
            "units",
            [day.field("pse__*_Hours__c")],
            to: "worked",
            law: .iso,
            note: "hours as they are in `workedQuantity`; here in minutes, rounded half up",
            read: { input, record in
                guard let hours: ExactDecimal = input.value(0) else {
                    record.worked = Minutes(0)
                    if input[0].kind == .null { input.keep(0) }
                    return
                }
                guard let minutes = input.wholeMinutes(of: hours, "timecard") else { return }
                record.workedQuantity = Quantity(hours, .hour)
                record.worked = minutes
            },
            write: { record, output in
                if let quantity = record.workedQuantity, quantity.unit == .hour {
                    output.set(0, quantity.value)
                } else if record.worked != Minutes(0), let hours = try? record.worked.hours(scale: 2, rounding: .halfUp)
                {
                    output.set(0, hours)
                }
            }
        )
    }

    static func travel(_ day: Day) -> MappingRule<TimeEntry> {
        .convert(
            "code",
            [day.short("pse__Travel_*__c")],
            to: "timeType",
            law: .lossy("a timecard tells travel from other time, and nothing else"),
            note: "true is travel, false is regular",
            read: { input, record in
                guard let isTravel: Bool = input.value(0) else { return }
                record.timeType = isTravel ? .travel : .regular
            },
            write: { record, output in
                switch record.timeType {
                case .travel: output.set(0, true)
                case .regular: output.set(0, false)
                default: output.leave(0)
                }
            }
        )
    }

    static func flag<Code: OpenCode & FieldValue>(
        _ pointer: String,
        to property: any WritableKeyPath<TimeEntry, Code> & Sendable,
        _ target: String,
        yes: Code,
        no: Code
    ) -> MappingRule<TimeEntry> {
        .convert(
            "code",
            [pointer],
            to: target,
            law: .lossy("a flag has two states"),
            note: "true is \(yes.rawValue), false is \(no.rawValue)",
            read: { input, record in
                guard let flag: Bool = input.value(0) else { return }
                record[keyPath: property] = flag ? yes : no
            },
            write: { record, output in
                switch record[keyPath: property] {
                case yes: output.set(0, true)
                case no: output.set(0, false)
                default: output.leave(0)
                }
            }
        )
    }

    private static var billRate: MappingRule<TimeEntry> {
        .certiniaRate(
            "/pse__Bill_Rate__c",
            "/CurrencyIsoCode",
            "/pse__Daily_Bill_Rate__c",
            to: \.billRate,
            "billRate",
            isShared: true,
            note: "per day where the flag says so, else per hour; currency of the timecard, or of the tenant"
        )
    }

    private static var costRate: MappingRule<TimeEntry> {
        .certiniaRate(
            "/pse__Cost_Rate_Amount__c",
            "/pse__Cost_Rate_Currency_Code__c",
            "/pse__Daily_Cost_Rate__c",
            to: \.costRate,
            "costRate",
            isShared: true,
            note: "per day where the flag says so, else per hour; in the currency of the cost rate"
        )
    }
}

extension Weekday {
    /// The English name, as Certinia's columns carry it: `Monday`.
    var title: String {
        let name = rawName
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// The name in lower case: `monday`.
    var rawName: String { "\(self)" }
}
