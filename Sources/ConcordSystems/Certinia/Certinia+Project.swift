public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Certinia {
    /// `pse__Proj__c`: a project.
    ///
    /// `pse__Stage__c` is a list that every organisation edits: it is read through a crosswalk that knows the stages that
    /// say where a project stands. An overlay of the crosswalk is where an organisation's own stages belong. Sums of
    /// hours and money, and what Certinia works out for its own lists, stay beside the record.
    public static let project = Mapping<Project>(
        "certinia/project",
        version: 1,
        object: "pse__Proj__c",
        api: api,
        update: Salesforce.update.without("/pse__Project_ID__c"),
        fields: projectFields
    ) { rule in
        rule.salesforceHeader("pse__Proj__c")
        rule.same("/Name", to: \.name)
        rule.same("/pse__Project_ID__c", to: \.number)
        rule.reference("/pse__Account__c", to: \.customer, object: "Account", normalise: Salesforce.normalised)
        projectKind
        rule.reference(
            "/pse__Opportunity__c",
            to: \.opportunity,
            object: "Opportunity",
            normalise: Salesforce.normalised
        )
        rule.reference(
            "/pse__Parent_Project__c",
            to: \.parent,
            object: "pse__Proj__c",
            normalise: Salesforce.normalised
        )
        rule.salesforceStatus(
            "/pse__Stage__c",
            to: \.status,
            projectStage,
            list: "certinia/pse__Proj__c.pse__Stage__c"
        )
        rule.coding("/pse__Project_Phase__c", to: \.phase, list: "certinia/pse__Proj__c.pse__Project_Phase__c")
        rating("/pse__Scope_Status__c", \.scope, "scope")
        rating("/pse__Schedule_Status__c", \.schedule, "schedule")
        rating("/pse__Financial_Status__c", \.cost, "cost")
        rating("/pse__Project_Status__c", \.overall, "overall")
        closing("/pse__Closed_for_Time_Entry__c", \.timeOpen, "timeOpen")
        closing("/pse__Closed_for_Expense_Entry__c", \.expenseOpen, "expenseOpen")
        closing("/pse__Exclude_From_Billing__c", \.billingOpen, "billingOpen")
        rule.interval(from: "/pse__Start_Date__c", through: "/pse__End_Date__c", to: \.planned)
        rule.reference(
            "/pse__Company__c",
            to: \.owningEntity,
            object: "fferpcore__Company__c",
            normalise: Salesforce.normalised
        )
        dimension("region", "/pse__Region__c", object: "pse__Region__c")
        dimension("practice", "/pse__Practice__c", object: "pse__Practice__c")
        dimension("group", "/pse__Group__c", object: "pse__Grp__c")
        rule.reference("/pse__Project_Manager__c", to: \.manager, object: "Contact", normalise: Salesforce.normalised)
        rule.reference("/pse__Opportunity_Owner__c", to: \.salesLead, object: "User", normalise: Salesforce.normalised)
        rule.same("/pse__Is_Billable__c", to: \.billable)
        rule.code("/pse__Billing_Type__c", to: \.billingMethod, billingType)
        rule.same("/CurrencyIsoCode", to: \.currency)
        rule.same("/pse__Percent_Hours_Complete__c", to: \.percentComplete)
        hoursComplete
        rule.reference(
            "/pse__Work_Calendar__c",
            to: \.calendar,
            object: "pse__Work_Calendar__c",
            normalise: Salesforce.normalised
        )
        rule.drop("/pse__Scope_Visual__c", because: visualReason)
        rule.drop("/pse__Schedule_Visual__c", because: visualReason)
        rule.drop("/pse__Financial_Visual__c", because: visualReason)
        rule.drop("/pse__Status_Visual__c", because: visualReason)
        rule.drop("/pse__Duration__c", because: "Certinia works it out from the dates")
        rule.keepRest()
    }

    /// The stages that say where a project stands; each organisation has more.
    public static let projectStage = Crosswalk(
        "certinia-project-stage",
        unmapped: .reject,
        [
            .init("Scoping", "proposed", .narrower), .init("Awaiting Signature", "proposed", .narrower),
            .init("Planned", "planned"), .init("Ready for Staffing", "planned", .narrower),
            .init("In Progress", "active"), .init("On Hold", "onHold"), .init("Completed", "completed"),
            .init("Canceled", "cancelled"), .init("Abandoned", "cancelled", .narrower),
        ]
    )

    /// The types of projects that say whom the work is for.
    public static let projectType = Crosswalk(
        "certinia-project-type",
        unmapped: .keep,
        [.init("Customer Project", "client"), .init("Internal", "internal")]
    )

    /// The ways of billing.
    public static let billingType = Crosswalk(
        "certinia-billing-type",
        unmapped: .keep,
        [.init("Time and Materials", "timeAndMaterials"), .init("Fixed Price", "fixedPrice")]
    )

    /// The lights of a project's status.
    static let healthRating = Crosswalk(
        "certinia-health",
        unmapped: .keep,
        [.init("Green", "green"), .init("Yellow", "yellow"), .init("Red", "red")]
    )

    private static let visualReason = "it is a picture of the status beside it, made by a formula"
}

// MARK: - Rules

extension Certinia {
    /// Whom the work is for: as the type says, and without one by whether there is an account.
    private static var projectKind: MappingRule<Project> {
        .asking(projectType) { projectType in
            .convert(
                "code",
                ["/pse__Project_Type__c", "/pse__Account__c"],
                to: "kind",
                law: .iso,
                note:
                    "crosswalk \(projectType.name); without a type, client work if there is an account, else internal",
                read: { input, record in
                    guard let type: String = input.value(0) else {
                        input.keep(0)
                        record.kind = input[1].isPresent ? .client : .internal
                        return
                    }
                    if let target = input.target(of: type, projectType) {
                        record.kind = ProjectKind(rawValue: target)
                    }
                },
                write: { record, output in
                    let kind = record.kind
                    if kind == (record.customer == nil ? .internal : .client) {
                        // Without a type it would be read the same.
                        if let type = projectType.source(of: kind.rawValue, on: output.context.day(for: projectType)) {
                            output.assume(0, type)
                        }
                    } else {
                        output.set(0, kind.rawValue, through: projectType)
                    }
                }
            )
        }
    }

    private static func rating(
        _ pointer: String,
        _ field: any WritableKeyPath<ProjectHealth, HealthRating?> & Sendable,
        _ name: String
    ) -> MappingRule<Project> {
        .asking(healthRating) { healthRating in
            .convert(
                "code",
                [pointer],
                to: "health.\(name)",
                law: healthRating.law,
                note: "crosswalk \(healthRating.name)",
                read: { input, record in
                    guard let light: String = input.value(0) else {
                        input.keep(0)
                        return
                    }
                    let target = input.target(of: light, healthRating)
                    var health = record.health ?? ProjectHealth()
                    health[keyPath: field] = HealthRating(rawValue: target ?? light)
                    record.health = health
                },
                write: { record, output in
                    if let rating = record.health?[keyPath: field] {
                        output.set(0, rating.rawValue, through: healthRating)
                    }
                }
            )
        }
    }

    /// A flag that closes the project for something.
    private static func closing(
        _ pointer: String,
        _ field: any WritableKeyPath<PostingControl, Bool?> & Sendable,
        _ name: String
    ) -> MappingRule<Project> {
        .convert(
            "code",
            [pointer],
            to: "postingControl.\(name)",
            law: .iso,
            note: "true is closed, false is open",
            read: { input, record in
                guard let isClosed: Bool = input.value(0) else {
                    input.keep(0)
                    return
                }
                var control = record.postingControl ?? PostingControl()
                control[keyPath: field] = !isClosed
                record.postingControl = control
            },
            write: { record, output in
                output.set(0, record.postingControl?[keyPath: field].map { !$0 })
            }
        )
    }

    /// Where the project is in one of the three trees that Certinia sums up by; the value is the id there.
    private static func dimension(_ name: String, _ pointer: String, object: String) -> MappingRule<Project> {
        .convert(
            "each",
            [pointer],
            to: "dimensions",
            law: .iso,
            note: "the dimension \(name), by the id of the \(object)",
            read: { input, record in
                guard let id: String = input.value(0), !id.isEmpty else {
                    input.keep(0)
                    return
                }
                record.dimensions.append(Dimension(name, Coding(id, system: "certinia/\(object)")))
            },
            write: { record, output in
                output.set(0, record.dimensions.first { $0.name == name }?.value.code)
            }
        )
    }

    private static var hoursComplete: MappingRule<Project> {
        .derive(
            "percentCompleteMethod",
            from: ["/pse__Percent_Hours_Complete__c"],
            because: "it is the share of the hours, whoever asks"
        ) { input, record in
            if input[0].isPresent { record.percentCompleteMethod = .effort }
        }
    }
}
