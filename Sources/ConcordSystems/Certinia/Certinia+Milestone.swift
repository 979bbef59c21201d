public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Certinia {
    /// `pse__Milestone__c`: a result that makes an amount due.
    ///
    /// Certinia's milestones stand under projects, the model's under contracts. Which contract a project is billed under is
    /// the identity crosswalk's to say: it is asked for the object type `pse__Proj__c/contract` with the project's id. Sums
    /// of hours and money, and what became of the milestone in billing, stay beside the record.
    public static let milestone = PartMapping<Contract, Milestone>(
        "certinia/milestone",
        version: 1,
        object: "pse__Milestone__c",
        api: api,
        of: \.milestones,
        by: \.id,
        key: "/Id",
        update: Salesforce.update,
        fields: milestoneFields
    ) { alone in
        alone.salesforceHeader("pse__Milestone__c")
        milestoneContract
    } part: { rule in
        rule.identity("/Id", to: \.id, object: "pse__Milestone__c", normalise: Salesforce.normalised)
        rule.same("/Name", to: \.name)
        rule.reference("/pse__Project__c", to: \.project, object: "pse__Proj__c", normalise: Salesforce.normalised)
        rule.code("/pse__Status__c", to: \.status, milestoneStatus)
        rule.same("/pse__Target_Date__c", to: \.due)
        rule.same("/pse__Actual_Date__c", to: \.reachedOn)
        rule.salesforceMoney("/pse__Milestone_Amount__c", to: \.amount)
        rule.drop("/pse__Approved__c", because: "it repeats the status")
        rule.keepRest()
    }

    /// The object type by which the crosswalk is asked for the contract that a project is billed under.
    static let contractOfProject = "pse__Proj__c/contract"

    /// The statuses that Certinia ships with; an approved milestone is reached, as the firm sees it.
    public static let milestoneStatus = Crosswalk(
        "certinia-milestone-status",
        unmapped: .reject,
        [
            .init("Planned", "planned"), .init("Open", "inProgress"), .init("Approved", "reached"),
            .init("Canceled", "cancelled"),
        ]
    )

    private static var milestoneContract: MappingRule<PartRecord<Contract, Milestone>> {
        .convert(
            "reference",
            ["/pse__Project__c"],
            to: "parent",
            law: .oneWay("the project is what is written; its contract is the crosswalk's to say"),
            note: "\(contractOfProject) through the identity crosswalk; required",
            read: { input, record in
                let id: RecordID<Contract>? = input.canonicalID(
                    0,
                    objectType: contractOfProject,
                    normalise: Salesforce.normalised
                )
                if let id {
                    record.parent = id
                } else if !input[0].isPresent || input[0].text == "" {
                    input.report(
                        .missing,
                        expected: "the id of the project, whose contract the milestone is of",
                        remedy: "Ask for the field in the query."
                    )
                }
            },
            write: nil
        )
    }
}
