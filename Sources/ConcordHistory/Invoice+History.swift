public import ConcordModel
internal import ConcordSchema
public import ConcordVersions
internal import ConcordValues

extension Invoice: VersionedRecord {
    /// The published versions of an invoice: one status for everything, then a state for each question.
    public static let history = VersionHistory<Invoice>([
        VersionChange(
            to: 2,
            "A document, its posting and its payment have states of their own",
            [
                .split(
                    .former(
                        "status",
                        .code(name: "invoice-status", known: ["draft", "issued", "sent", "paid", "void"]),
                        "Where the invoice stands.",
                        isRequired: true
                    ),
                    into: ["documentStatus", "postingStatus", "paymentStatus"],
                    [
                        "draft": ["draft", "unposted", "unpaid"],
                        "issued": ["issued", "posted", "unpaid"],
                        "sent": ["sent", "posted", "unpaid"],
                        "paid": ["sent", "posted", "paid"],
                        "void": ["void", "reversed", "unpaid"],
                    ],
                    because: "A paid invoice may be disputed, and a sent one not be posted yet."
                ),
                .regroup(
                    [(.former("poNumber", String.self, "The number of the customer's purchase order."), "number")],
                    into: "purchaseOrders",
                    defaults: [:],
                    because: "One invoice may bill several orders."
                ),
                .rename("customer", to: "soldTo", because: "Who bought need not be who is invoiced."),
                .move(
                    [(.former("periodStart", LocalDate.self, "The first day of what is billed."), "from")],
                    into: "service",
                    because: "The days of the service are an interval."
                ),
                .add("taxPointBasis", because: "The tax point may be the supply, the invoice or the payment."),
                .remove(
                    .former("printed", Bool.self, "Whether it was printed."),
                    because: "Invoices are sent as data."
                ),
                .within(
                    "lines",
                    [
                        .rename("text", to: "description", because: "It is what EN 16931 calls it."),
                        .retype(
                            .former(
                                "hours",
                                .text(format: "decimal", examples: ["6.5"]),
                                "The hours that are billed.",
                                unit: .hour
                            ),
                            to: "quantity",
                            ValueConversion(
                                up: { hours throws(StepFailure) in .object(["value": hours, "unit": .text("HUR")]) },
                                down: { quantity throws(StepFailure) in
                                    quantity["unit"]?.text == "HUR" ? quantity["value"] : nil
                                }
                            ),
                            because: "Days, pieces and lump sums are billed as well."
                        ),
                    ]
                ),
            ]
        )
    ])
    .dated([
        1: .published("2025-01-13", deprecated: "2026-06-15", sunset: "2027-12-31"),
        2: .published("2026-06-15"),
    ])
}
