public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension NetSuite {
    /// `job`: a project.
    ///
    /// A job's `parent` is the customer that it is for, or the job that it is a part of, and NetSuite does not say which;
    /// it is taken for a customer, as most parents are.
    public static let job = Mapping<Project>(
        "netsuite/job",
        version: 1,
        object: "job",
        api: api,
        update: update,
        fields: jobFields
    ) { rule in
        rule.netsuiteHeader("job", created: "/dateEntered")
        rule.netsuiteInactive()
        rule.same("/entityId", to: \.number)
        rule.same("/companyName", to: \.name)
        rule.netsuiteReference("/parent", to: \.customer, object: "customer")
        rule.derive(
            "kind",
            from: ["/parent/id"],
            because: "a job with a customer is the customer's; one without is the firm's own"
        ) { input, record in
            record.kind = input[0].isPresent ? .client : .internal
        }
        rule.code("/entityStatus/refName", to: \.status, jobStatus, writesBack: false)
        rule.netsuiteCoding("/entityStatus", to: \.phase, "phase", list: "netsuite/jobStatus")
        rule.interval(
            from: "/startDate",
            through: "/projectedEndDate",
            to: \.planned,
            note: "from the start through the projected end"
        )
        rule.netsuiteReference("/projectManager", to: \.manager, object: "employee")
        rule.netsuiteReference("/subsidiary", to: \.owningEntity, object: "subsidiary")
        rule.netsuiteCurrency(to: \.currency, "currency")
        billingMethod
        rule.drop("/jobBillingType/links", because: linksReason)
        rule.same("/percentComplete", to: \.percentComplete)
        rule.drop("/calculatedEndDate", because: "NetSuite works it out of the tasks")
        rule.drop("/actualTime", because: "NetSuite adds it up from time entries")
        rule.drop("/timeRemaining", because: "NetSuite works it out of estimate and time")
        rule.netsuiteLinks([
            "customForm", "jobType", "jobItem", "addressBook", "jobResources", "milestones", "category",
        ])
        rule.keepRest()
    }

    /// The project statuses that new accounts have, by their names.
    public static let jobStatus = Crosswalk(
        "netsuite-job-status",
        unmapped: .keep,
        [
            .init("Pending", "proposed"), .init("Awarded", "planned"), .init("In Progress", "active"),
            .init("Closed", "closed"), .init("Canceled", "cancelled"), .init("Cancelled", "cancelled"),
            .init("On Hold", "onHold"), .init("Completed", "completed"),
            .init("Not Awarded", "cancelled", .narrower),
        ]
    )

    /// How work is billed, by the ids of NetSuite's own list.
    public static let jobBillingType = Crosswalk(
        "netsuite-job-billing-type",
        unmapped: .keep,
        [
            .init("TM", "timeAndMaterials"), .init("FBM", "milestone"), .init("FBI", "fixedPrice"),
        ]
    )

    private static var billingMethod: MappingRule<Project> {
        .code("/jobBillingType/id", to: \.billingMethod, jobBillingType)
    }
}
