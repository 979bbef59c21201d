public import ConcordModel
internal import ConcordSchema
public import ConcordVersions
internal import ConcordValues

extension Customer: VersionedRecord {
    /// The published versions of a customer: flat terms and one bill-to, then party roles, then credit by legal entity.
    public static let history = VersionHistory<Customer>([
        VersionChange(
            to: 2,
            "Party roles take the place of one bill-to, and terms of payment are a record",
            [
                .recode(
                    .former(
                        "kind",
                        .code(name: "customer-kind", known: ["company", "person", "agency", "internal"]),
                        "What kind of customer it is.",
                        isRequired: true
                    ),
                    to: "kind",
                    ["company": "organisation", "person": "individual", "agency": "government"],
                    because: "The words of the tax office are used, which the invoice needs as well."
                ),
                .code(
                    [.former("billTo", RecordID<Customer>.self, "The customer that is invoiced.")],
                    to: ["partyRoles"],
                    kind: .regroup,
                    keys: ["role"],
                    because: "Who pays, receives and uses the work may be somebody else than who is invoiced.",
                    up: { input throws(StepFailure) in
                        guard let party = input[0], !party.isNull else { return [nil] }
                        return [.list([.object(["role": .text("billTo"), "party": party])])]
                    },
                    down: { input throws(StepFailure) in
                        [input[0]?.items?.first { $0["role"]?.text == "billTo" }?["party"]]
                    }
                ),
                .retype(
                    .former(
                        "paymentDays",
                        Int.self,
                        "The days after the invoice's date by which it is to be paid.",
                        unit: .day
                    ),
                    to: "paymentTerms",
                    ValueConversion(
                        up: { days throws(StepFailure) in .object(["basis": .text("invoiceDate"), "netDays": days]) },
                        down: { terms throws(StepFailure) in terms["netDays"] }
                    ),
                    because: "Terms have discounts, cut-off days and instalments that one number cannot say."
                ),
                .rename(
                    "accountManager",
                    to: "accountOwner",
                    because: "The firm's roles are called so everywhere else."
                ),
                .remove(
                    .former("fax", String.self, "The number of the fax machine.", sensitivity: .personal),
                    because: "Nobody sends a fax any more."
                ),
                .add("segment", because: "Sales plans by segment."),
                .within(
                    "contacts",
                    [
                        .retype(
                            .former("name", String.self, "The person's name.", sensitivity: .personal),
                            to: "name",
                            ValueConversion(
                                up: { name throws(StepFailure) in .object(["full": name]) },
                                down: { name throws(StepFailure) in name["full"] }
                            ),
                            because: "Letters address people by title and family name."
                        ),
                        .within(
                            "contactPoints",
                            [.rename("comment", to: "label", because: "It says what the number is for.")]
                        ),
                    ]
                ),
            ]
        ),
        VersionChange(
            to: 3,
            "Credit is held back by degrees, and granted by each legal entity",
            [
                .retype(
                    .former("creditBlocked", Bool.self, "Whether no work is done until the customer pays."),
                    to: "creditHold",
                    ValueConversion(
                        up: { blocked throws(StepFailure) in
                            .object(["state": .text(blocked.boolean == true ? "all" : "none")])
                        },
                        down: { hold throws(StepFailure) in .boolean(hold["state"]?.text != "none") }
                    ),
                    because: "New work may be stopped while what is under way goes on."
                ),
                .rename("rating", to: "riskClass", because: "The rating agencies' word is theirs."),
                .add("availableTo", because: "Not every legal entity works for every customer."),
                .within(
                    "creditLimits",
                    [
                        .rename(
                            "amount",
                            to: "limit",
                            because: "An amount of what was the question that everybody asked."
                        )
                    ]
                ),
            ]
        ),
    ])
    .dated([
        1: .published("2025-01-13", deprecated: "2025-09-01", sunset: "2026-12-31"),
        2: .published("2025-09-01", deprecated: "2026-06-15", sunset: "2027-12-31"),
        3: .published("2026-06-15"),
    ])
}
