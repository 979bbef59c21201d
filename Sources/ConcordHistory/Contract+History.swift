public import ConcordModel
internal import ConcordSchema
public import ConcordVersions
internal import ConcordValues

extension Contract: VersionedRecord {
    /// The published versions of a contract: one set of billing terms, then lines.
    public static let history = VersionHistory<Contract>([
        VersionChange(
            to: 2,
            "A contract sells several things, each billed in its own way",
            [
                .regroup(
                    [
                        (.former("billingMethod", BillingMethod.self, "What makes it billable."), "billingMethod"),
                        (.former("scope", String.self, "What is sold."), "description"),
                        (.former("hours", Quantity.self, "How much is sold."), "quantity"),
                        (.former("rate", Money.self, "The price of a unit.", sensitivity: .commercial), "unitPrice"),
                    ],
                    into: "lines",
                    defaults: ["id": .text("line-1"), "billingMethod": .text("timeAndMaterials")],
                    because: "Hours, milestones and travel of one contract are billed in different ways."
                ),
                .add("limits", because: "A not-to-exceed is a limit on billing, and no method of it."),
                .recode(
                    .former(
                        "status",
                        .code(name: "contract-status", known: ["draft", "review", "signed", "closed", "cancelled"]),
                        "Where the contract stands; a draft if absent.",
                        hasDefault: true
                    ),
                    to: "status",
                    ["review": "inReview", "signed": "active", "closed": "completed"],
                    because: "A contract is signed before it begins, and active when it has."
                ),
                .rename("framework", to: "parent", because: "A statement of work may stand below another one."),
                .rename("signedOn", to: "executedOn", because: "It is the day of the last signature."),
                .remove(
                    .former("salesRegion", String.self, "The region that sold it."),
                    because: "The opportunity says so."
                ),
                .within(
                    "milestones",
                    [
                        .rename("dueDate", to: "due", because: "Dates are not called dates elsewhere."),
                        .recode(
                            .former(
                                "status",
                                .code(name: "milestone-status", known: ["open", "done", "invoiced", "paid"]),
                                "Where the milestone stands.",
                                hasDefault: true
                            ),
                            to: "status",
                            ["open": "planned", "done": "reached", "invoiced": "billed"],
                            because: "Reached and accepted are two things."
                        ),
                    ]
                ),
            ]
        )
    ])
    .dated([
        1: .published("2025-01-13", deprecated: "2026-03-02", sunset: "2027-06-30"),
        2: .published("2026-03-02"),
    ])
}
