import ConcordSchema
import ConcordValues
import ConcordVersions

/// A record of a host, with three published versions.
struct Consignment: CanonicalRecord {
    var id: RecordID<Consignment>
    var header: RecordHeader
    var label: String
    var weight: Int
    var priority: String?
    var stops: [Stop] = []
    var remainder = Remainder()

    static let schema = RecordSchema(
        "consignment",
        version: 3,
        "Something that is on its way.",
        blank: Consignment(id: .placeholder, header: .placeholder, label: "", weight: 0)
    ) {
        Field("id", \.id, "Its identity.")
        Field("header", \.header, "What is known of it.")
        Field("label", \.label, "What it is called.")
        Field("weight", \.weight, "Its weight in grams.")
        Field("priority", \.priority, "How urgent it is.")
        Field("stops", \.stops, key: \.code, "Where it calls.")
    }

    struct Stop: Record {
        var code: String
        var dwell: Int
        var gate: String?
        var remainder = Remainder()

        static let schema = RecordSchema("stop", "Where a consignment calls.", blank: Stop(code: "", dwell: 0)) {
            Field("code", \.code, "Its code.")
            Field("dwell", \.dwell, "How long it stays, in minutes.")
            Field("gate", \.gate, "Where it is handed over.")
        }
    }
}

extension Consignment: VersionedRecord {
    static let history = VersionHistory<Consignment>([
        VersionChange(
            to: 2,
            "Weights are whole grams",
            [
                .retype(
                    .former("kilograms", ExactDecimal.self, "Its weight.", isRequired: true),
                    to: "weight",
                    .scaled(by: 1_000, places: 3),
                    because: "Small things were weightless."
                ),
                .remove(
                    .former("colour", String.self, "Its colour.", isRequired: true),
                    otherwise: .text("plain"),
                    because: "-"
                ),
                .within(
                    "stops",
                    [
                        .retype(
                            .former("hours", ExactDecimal.self, "How long it stays.", isRequired: true),
                            to: "dwell",
                            .scaled(by: 60, places: 4),
                            because: "Stops are short."
                        )
                    ]
                ),
            ]
        ),
        VersionChange(
            to: 3,
            "Urgency has degrees",
            [
                .merge(
                    [
                        .former("make", String.self, "Who made it.", isRequired: true),
                        .former("model", String.self, "What it is.", isRequired: true),
                    ],
                    into: "label",
                    because: "Most have only one of them."
                ),
                .code(
                    [.former("urgent", Bool.self, "Whether it is urgent.")],
                    to: ["priority"],
                    stale: .conflict,
                    because: "Two degrees were not enough.",
                    up: { input throws(StepFailure) in
                        input.map { $0.map { .text($0.boolean == true ? "high" : "low") } }
                    },
                    down: { input throws(StepFailure) in
                        input.map { $0.map { .boolean(["high", "highest"].contains($0.text)) } }
                    }
                ),
                .within("stops", [.add("gate", because: "Large sites have several.")]),
            ]
        ),
    ])
    .dated([
        1: .published("2025-03-03", deprecated: "2025-11-03", sunset: "2026-10-31"),
        2: .published("2025-11-03"),
        3: .published("2026-05-04"),
    ])

    static let header =
        #""header":{"recordVersion":1,"asOf":"2026-03-04T18:00:00Z","source":"yard","ingestedAt":"2026-03-04T18:00:00Z","#
        + #""lifecycle":"present"}"#

    /// A document with the given members behind those that all versions have.
    static func document(_ version: Int, _ members: String, id: String = "c1") -> [UInt8] {
        Array("{\"schema\":\"consignment/\(version)\",\"id\":\"\(id)\",\(header),\(members)}".utf8)
    }
}
