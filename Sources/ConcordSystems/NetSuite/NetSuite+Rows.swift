public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

/// More rows of SuiteQL; what is said of ``customerRow`` holds here too.
extension NetSuite {
    /// A row of `job`: a project.
    ///
    /// Ask for `BUILTIN.DF(entitystatus) AS entitystatusname`: a job's status is known by its name.
    public static let jobRow = Mapping<Project>(
        "netsuite/job-row",
        version: 1,
        object: "job",
        api: suiteQL,
        update: suiteQLUpdate
    ) { rule in
        rule.netsuiteRowHeader("job")
        rule.netsuiteRowInactive()
        rule.same("/entityid", to: \.number)
        rule.same("/companyname", to: \.name)
        rule.reference("/customer", to: \.customer, object: "customer")
        rule.derive(
            "kind",
            from: ["/customer"],
            because: "a job with a customer is the customer's; one without is the firm's own"
        ) { input, record in
            record.kind = input[0].isPresent ? .client : .internal
        }
        rule.code("/entitystatusname", to: \.status, jobStatus)
        rule.coding("/entitystatus", to: \.phase, list: "netsuite/jobStatus")
        rule.interval(
            from: "/startdate",
            through: "/projectedenddate",
            to: \.planned,
            note: "from the start through the projected end"
        )
        rule.reference("/projectmanager", to: \.manager, object: "employee")
        rule.reference("/subsidiary", to: \.owningEntity, object: "subsidiary")
        rule.netsuiteRowCurrency { $0.currency = $1 }
        rule.code("/jobbillingtype", to: \.billingMethod, jobBillingType)
        rule.drop("/calculatedenddate", because: "NetSuite works it out of the tasks")
        rule.keepRest()
    }

    /// A row of `employee`: who can be put to work.
    public static let employeeRow = Mapping<Resource>(
        "netsuite/employee-row",
        version: 1,
        object: "employee",
        api: suiteQL,
        update: suiteQLUpdate
    ) { rule in
        rule.netsuiteRowHeader("employee")
        rule.same("/entityid", to: \.displayName)
        rule.personName(
            [
                ("/salutation", \.prefix), ("/firstname", \.given), ("/middlename", \.middle), ("/lastname", \.family),
            ],
            note: "the parts of the name as they are"
        )
        rule.constant(\.kind, .employee, because: "employees are employees; generic resources are another record")
        rule.derive("status", from: ["/isinactive"], because: "a row is not written") { input, record in
            let isInactive: Bool? = input.value(0)
            if input[0].kind == .null { input.keep(0) }
            record.status = isInactive == true ? .inactive : .active
        }
        rule.interval(
            from: "/hiredate",
            through: "/releasedate",
            to: \.employment,
            note: "from the day of hire through the day of release"
        )
        rule.same("/accountnumber", to: \.employeeNumber)
        rule.same("/email", to: \.email)
        rule.same("/title", to: \.jobTitle)
        rule.reference("/subsidiary", to: \.employingEntity, object: "subsidiary")
        rule.reference("/department", to: \.department, object: "department")
        rule.reference("/location", to: \.location, object: "location")
        rule.reference("/supervisor", to: \.manager, object: "employee")
        rule.keepRest()
    }

    /// A row of `timebill`: time that an employee worked on one day.
    ///
    /// Ask for `TO_CHAR(trandate, 'YYYY-MM-DD') AS trandate`, and for `BUILTIN.DF(item) AS itemname` where the names of
    /// service items are wanted. Hours are decimals.
    public static let timeBillRow = Mapping<TimeEntry>(
        "netsuite/time-bill-row",
        version: 1,
        object: "timeBill",
        api: suiteQL,
        update: suiteQLUpdate
    ) { rule in
        rule.netsuiteRowHeader("timeBill")
        rule.reference("/employee", to: \.resource, object: "employee")
        rule.same("/trandate", to: \.date)
        timeZoneOfTime
        worked
        rule.reference("/customer", to: \.project, object: "job")
        rule.reference("/casetaskevent", to: \.task, object: "projectTask")
        rule.derive("workType", from: ["/item", "/itemname"], because: "a row is not written") { input, record in
            let item: String? = input.value(0)
            let name: String? = input.value(1)
            for index in 0..<2 where input[index].kind == .null || item == nil { input.keep(index) }
            record.workType = item.map { Coding($0, system: "netsuite/item", display: name) } ?? Coding("unspecified")
        }
        rule.same("/memo", to: \.customerDescription)
        rule.code("/approvalstatus", to: \.approval.state, timeApproval)
        rule.derive("billability", from: ["/isbillable"], because: "a row is not written") { input, record in
            guard let flag: Bool = input.value(0) else {
                if !input[0].isPresent { input.keep(0) }
                return
            }
            record.billability = flag ? .billable : .nonBillable
        }
        rule.constant(\.timeType, .regular, because: "payroll items tell kinds of time, and every account has its own")
        billingState("/isbillable")
        rule.constant(\.costState, .unposted, because: "time does not say; the ledger does")
        rate
        rule.reference("/subsidiary", to: \.employingEntity, object: "subsidiary")
        rule.keepRest()
    }
}

extension MappingRule where Target: CanonicalRecord {
    /// The rules that every row shares: identity, the host's own id for the object, and what the answer adds.
    static func netsuiteRowHeader(_ object: String) -> [MappingRule<Target>] {
        [
            .drop("/links", because: NetSuite.linksReason),
            .identity("/id", version: "/lastmodifieddate", object: object),
            .netsuiteExternalID(object, at: "/externalid"),
        ]
    }

    /// The currency of a row, by the identity crosswalk or by its name.
    static func netsuiteRowCurrency(
        _ set: @escaping @Sendable (inout Target, CurrencyCode) -> Void
    ) -> MappingRule<Target> {
        .derive(
            "currency",
            from: ["/currency", "/currencyname"],
            because: "a row is not written; the currency is told by the crosswalk or by its name"
        ) { input, record in
            if let currency = input.netsuiteCurrency(id: 0, name: 1) { set(&record, currency) }
        }
    }

    /// Whether an object of a row can still be chosen, as `T` and `F` say it.
    static func netsuiteRowInactive() -> MappingRule<Target> {
        .convert(
            "code",
            ["/isinactive"],
            to: "header.lifecycle",
            law: .iso,
            note: "T is inactive, F is present",
            read: { input, record in
                guard let flag: String = input.value(0) else {
                    if input[0].kind == .null { input.keep(0) }
                    return
                }
                guard flag == "T" || flag == "F" else {
                    input.report(.unknownCode, expected: "\"T\" or \"F\"")
                    return
                }
                record.header.lifecycle = flag == "T" ? .inactive : .present
            },
            write: { record, output in
                switch record.header.lifecycle {
                case .inactive: output.set(0, "T")
                case .present: output.assume(0, "F")
                default: output.leave(0)
                }
            }
        )
    }
}
