public import ConcordModel
internal import ConcordSchema
public import ConcordVersions
internal import ConcordValues

extension Resource: VersionedRecord {
    /// The published versions of a resource: a person with two names, then whoever can be planned.
    public static let history = VersionHistory<Resource>([
        VersionChange(
            to: 2,
            "Not every resource is a person",
            [
                .merge(
                    [
                        .former(
                            "firstName",
                            String.self,
                            "The person's first name.",
                            isRequired: true,
                            sensitivity: .personal
                        ),
                        .former(
                            "lastName",
                            String.self,
                            "The person's last name.",
                            isRequired: true,
                            sensitivity: .personal
                        ),
                    ],
                    into: "displayName",
                    because: "Teams and machines have one name, and so have many people."
                ),
                .recode(
                    .former(
                        "kind",
                        .code(name: "resource-kind", known: ["staff", "freelancer", "agency", "role"]),
                        "What kind of resource it is.",
                        isRequired: true
                    ),
                    to: "kind",
                    [
                        "staff": "employee", "freelancer": "contractor", "agency": "subcontractorFirm",
                        "role": "generic",
                    ],
                    because: "The words of payroll are used."
                ),
                .retype(
                    .former("active", Bool.self, "Whether the person works for the firm.", isRequired: true),
                    to: "status",
                    ValueConversion(
                        up: { active throws(StepFailure) in .text(active.boolean == true ? "active" : "inactive") },
                        down: { status throws(StepFailure) in .boolean(["active", "onLeave"].contains(status.text)) }
                    ),
                    because: "Somebody on leave is employed and cannot be planned."
                ),
                .rename("hoursPerWeek", to: "weeklyHours", because: "Its unit is in the name already."),
                .remove(
                    .former("pager", String.self, "The number of the pager.", sensitivity: .personal),
                    because: "There are none any more."
                ),
                .add("sensitivities", because: "Pay is for few eyes."),
                .within(
                    "costRates",
                    [.rename("rate", to: "amount", because: "A rate has an amount, a unit and days.")]
                ),
            ]
        )
    ])
    .dated([
        1: .published("2025-01-13", deprecated: "2026-01-12", sunset: "2027-03-31"),
        2: .published("2026-01-12"),
    ])
}
