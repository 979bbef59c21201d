public import ConcordModel
internal import ConcordSchema
public import ConcordVersions
internal import ConcordValues

extension TimeEntry: VersionedRecord {
    /// The published versions of a time entry: hours and one status, then minutes and a state for each question.
    public static let history = VersionHistory<TimeEntry>([
        VersionChange(
            to: 2,
            "Exact minutes, and approval apart from billing",
            [
                .retype(
                    .former(
                        "hours",
                        .text(format: "hours", examples: ["7.5", "8", "0.25"]),
                        "The time worked, in hours.",
                        isRequired: true,
                        unit: .hour
                    ),
                    to: "worked",
                    .scaled(by: 60, places: 4),
                    because: "Twenty minutes are no decimal fraction of an hour, and rounding drifts."
                ),
                .split(
                    .former(
                        "status",
                        .code(
                            name: "time-status",
                            known: ["draft", "submitted", "rejected", "approved", "billed", "writtenOff"]
                        ),
                        "Where the entry stands.",
                        isRequired: true
                    ),
                    into: ["approval.state", "billingState"],
                    [
                        "draft": ["draft", "unbilled"],
                        "submitted": ["submitted", "unbilled"],
                        "rejected": ["rejected", "unbilled"],
                        "approved": ["approved", "unbilled"],
                        "billed": ["approved", "billed"],
                        "writtenOff": ["approved", "writtenOff"],
                    ],
                    because: "What is approved may wait for its bill, and what is billed may be credited."
                ),
                .rename(
                    "note",
                    to: "internalDescription",
                    because: "What the customer reads is another text."
                ),
                .add("costState", default: .text("unposted"), because: "Cost accounting closes before billing does."),
                .remove(
                    .former("overtime", Bool.self, "Whether it is overtime."),
                    because: "The type of time says so."
                ),
            ]
        )
    ])
    .dated([
        1: .published("2025-01-13", deprecated: "2026-01-12", sunset: "2027-03-31"),
        2: .published("2026-01-12"),
    ])
}
