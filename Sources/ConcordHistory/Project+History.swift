public import ConcordModel
internal import ConcordSchema
public import ConcordVersions
internal import ConcordValues

extension Project: VersionedRecord {
    /// The published versions of a project: budgets beside one another, then one budget.
    public static let history = VersionHistory<Project>([
        VersionChange(
            to: 2,
            "The budget is one thing that has versions, and time is counted in minutes",
            [
                .move(
                    [
                        (
                            .former("budgetLabour", Money.self, "What labour may cost.", sensitivity: .commercial),
                            "labour"
                        ),
                        (
                            .former("budgetExpense", Money.self, "What expenses may cost.", sensitivity: .commercial),
                            "expense"
                        ),
                        (
                            .former("budgetRevenue", Money.self, "What it should bring.", sensitivity: .commercial),
                            "revenue"
                        ),
                    ],
                    into: "budget",
                    because: "A budget is agreed as a whole, and has versions."
                ),
                .retype(
                    .former(
                        "timeIncrement",
                        .text(format: "hours", examples: ["0.25", "0.5"]),
                        "The least time that is recorded, in hours.",
                        unit: .hour
                    ),
                    to: "minimumTimeIncrement",
                    .scaled(by: 60, places: 4),
                    because: "Six minutes are a tenth of an hour, and five are no decimal fraction of one."
                ),
                .recode(
                    .former(
                        "kind",
                        .code(name: "project-kind", known: ["customer", "internal", "presales", "support"]),
                        "What kind of project it is.",
                        isRequired: true
                    ),
                    to: "kind",
                    ["customer": "client", "support": "maintenance"],
                    because: "Customers' projects are clients' projects in every system that plans them."
                ),
                .rename("title", to: "name", because: "Everything else has a name."),
                .add("health", because: "Red projects should be seen before they are late."),
                .remove(
                    .former("priority", Int.self, "Which project comes first, 1 before all."),
                    because: "Everything had priority 1."
                ),
                .within("tasks", [.rename("code", to: "wbsCode", because: "It is the work breakdown structure's.")]),
            ]
        )
    ])
    .dated([
        1: .published("2025-01-13", deprecated: "2026-03-02", sunset: "2027-06-30"),
        2: .published("2026-03-02"),
    ])
}
