public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Certinia {
    /// `Contact` with `pse__Is_Resource__c`: somebody who works on projects.
    ///
    /// Certinia keeps the people who work, and those of the customers whom it knows, as contacts; a contact that is no
    /// resource is refused. Regions, practices and groups stay beside the record: the model has one department, and none
    /// of the three is it in every organisation.
    public static let resource = Mapping<Resource>(
        "certinia/resource",
        version: 1,
        object: "Contact",
        api: api,
        update: Salesforce.update.without("/Name"),
        fields: resourceFields
    ) { rule in
        rule.salesforceHeader("Contact")
        rule.same("/Name", to: \.displayName)
        rule.salesforcePersonName(to: \.personName, "personName")
        resourceKind
        rule.salesforceExternal("/pse__Salesforce_User__c", to: \.user, object: "User")
        rule.same("/Email", to: \.email)
        employment
        rule.interval(from: "/pse__Start_Date__c", through: "/pse__Last_Date__c", to: \.employment)
        rule.same("/Title", to: \.jobTitle)
        rule.reference("/pse__Resource_Role__c", to: \.role, object: roleType)
        rule.reference("/ReportsToId", to: \.manager, object: "Contact", normalise: Salesforce.normalised)
        rule.reference(
            "/pse__Work_Calendar__c",
            to: \.calendar,
            object: "pse__Work_Calendar__c",
            normalise: Salesforce.normalised
        )
        rule.same("/pse__Utilization_Target__c", to: \.targetUtilisation)
        defaultCostRate
        rule.drop("/PhotoUrl", because: "it is a path within the organisation, valid for its users only")
        rule.keepRest()
    }

    /// The employment statuses that Certinia ships with.
    public static let employmentStatus = Crosswalk(
        "certinia-employment-status",
        unmapped: .keep,
        [.init("Active", "active"), .init("Terminated", "terminated")]
    )

    /// The type by which the identity crosswalk knows roles.
    ///
    /// Roles have no object in Certinia. Resources, assignments and rate cards name them by the same label, each in a list
    /// of its own; the label under one type brings them together.
    static let roleType = "pse__Role__c"
}

// MARK: - Rules

extension Certinia {
    /// Whether the contact is a resource at all, and whether the firm employs it.
    private static var resourceKind: MappingRule<Resource> {
        .convert(
            "code",
            ["/pse__External_Resource__c", "/pse__Is_Resource__c"],
            to: "kind",
            law: .lossy("a flag has two states"),
            note: "an external resource is a contractor, another an employee; a contact must be a resource",
            read: { input, record in
                let isExternal: Bool? = input.value(0)
                let isResource: Bool? = input.value(1)
                for index in 0..<2 where input[index].kind == .null { input.keep(index) }
                record.kind = isExternal == true ? .contractor : .employee
                if isResource == false {
                    input.report(
                        "resource.notResource",
                        source: 1,
                        expected: "a contact that is a resource",
                        remedy: "Ask for contacts where pse__Is_Resource__c is true."
                    )
                }
            },
            write: { record, output in
                output.assume(1, true)
                switch record.kind {
                case .contractor: output.set(0, true)
                case .employee: output.assume(0, false)
                default: output.leave(0)
                }
            }
        )
    }

    /// Where the employment stands; for those who are employed, whether they can be planned.
    private static var employment: MappingRule<Resource> {
        .asking(employmentStatus, source: 1) { employmentStatus in
            .convert(
                "code",
                ["/pse__Is_Resource_Active__c", "/pse__Employment_Status__c"],
                to: "status",
                law: .lossy(
                    "both say whether a resource is active; the flag is written, and the status where it is there"
                ),
                note: "crosswalk \(employmentStatus.name); where that is active or unknown, the flag: true is active",
                read: { input, record in
                    let isActive: Bool? = input.value(0)
                    let employment: String? = input.value(1)
                    if input[1].kind == .null { input.keep(1) }
                    let day = input.context.day(for: employmentStatus)
                    let target = employment.flatMap { employmentStatus.target(of: $0, on: day) }
                    if employment != nil, target == nil {
                        // The record says less than the organisation's own code.
                        input.keep(1)
                        input.report(
                            .unknownCode,
                            source: 1,
                            expected: "a code of \(employmentStatus.name); the flag beside it is taken",
                            severity: .warning,
                            remedy: "Add a row to the crosswalk \(employmentStatus.name)."
                        )
                    }
                    if let target, target != EmploymentStatus.active.rawValue {
                        record.status = EmploymentStatus(rawValue: target)
                    } else if let isActive {
                        record.status = isActive ? .active : .inactive
                    } else if target != nil {
                        record.status = .active
                    } else {
                        input.report(
                            .missing,
                            expected: "whether the resource is active",
                            remedy: "Ask for pse__Is_Resource_Active__c in the query."
                        )
                    }
                },
                write: { record, output in
                    if record.status == .active || record.status == .inactive {
                        output.set(0, record.status == .active)
                        if let active = employmentStatus.source(
                            of: "active",
                            on: output.context.day(for: employmentStatus)
                        ) {
                            output.assume(1, active)
                        }
                    } else if let code = employmentStatus.source(
                        of: record.status.rawValue,
                        on: output.context.day(for: employmentStatus)
                    ) {
                        // The flag says nothing of who has left; what it says stays, so that one who comes back changes it.
                        output.leave(0)
                        output.set(1, code)
                    } else {
                        (0..<2).forEach(output.leave)
                    }
                }
            )
        }
    }

    /// What an hour or a day costs where an assignment says nothing else.
    private static var defaultCostRate: MappingRule<Resource> {
        .convert(
            "money",
            ["/pse__Default_Cost_Rate__c", "/CurrencyIsoCode", "/pse__Daily_Default_Cost_Rate__c"],
            to: "costRates",
            law: .iso,
            note: "the standard cost rate; per day where the flag says so, else per hour; currency as of the contact",
            read: { input, record in
                guard let amount: ExactDecimal = input.value(0) else {
                    if !input[0].isPresent { for index in 0..<3 { input.keep(index) } }
                    return
                }
                guard let currency = input.currency(1) else { return }
                let isDaily: Bool = input.value(2) ?? false
                for index in 1..<3 where input[index].kind == .null { input.keep(index) }
                record.costRates.append(
                    EffectiveRate(
                        side: .cost,
                        Money(amount, currency),
                        per: isDaily ? .day : .hour,
                        basis: .standard,
                        validity: .always
                    )
                )
            },
            write: { record, output in
                guard
                    let rate = record.costRates.first(where: {
                        $0.side == .cost && $0.basis == .standard && $0.entity == nil && $0.validity == .always
                            && ($0.unit == .hour || $0.unit == .day)
                    })
                else {
                    output.leave(1)
                    output.leave(2)
                    return
                }
                output.set(0, rate.amount.amount)
                output.setCurrency(1, rate.amount.currency)
                if rate.unit == .day { output.set(2, true) } else { output.assume(2, false) }
            }
        )
    }
}
