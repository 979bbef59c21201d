import ConcordSchema
import ConcordTesting
import ConcordValues
import ConcordVersions

/// A host's record as it was released, and ways in which a later build may break it.
enum Parcels {
    /// As it was released: two versions.
    struct Released: VersionedRecord {
        var id: RecordID<Released>
        var header: RecordHeader
        var weight: Int
        var carrier: String?
        var remainder = Remainder()

        static let schema = RecordSchema(
            "parcel",
            version: 2,
            "Something small that is on its way.",
            blank: Released(id: .placeholder, header: .placeholder, weight: 0)
        ) {
            Field("id", \.id, "Its identity.")
            Field("header", \.header, "What is known of it.")
            Field("weight", \.weight, "Its weight in grams.")
            Field("carrier", \.carrier, "Who carries it.")
        }

        static let history = VersionHistory<Released>([toGrams])
    }

    static let toGrams = VersionChange(
        to: 2,
        "Weights are whole grams",
        [
            .retype(
                .former("kilograms", ExactDecimal.self, "Its weight.", isRequired: true),
                to: "weight",
                .scaled(by: 1_000, places: 3),
                because: "Small things were weightless."
            )
        ]
    )

    /// A version that was published is changed where it stands: the weight is a text now.
    struct ChangedInPlace: VersionedRecord {
        var id: RecordID<ChangedInPlace>
        var header: RecordHeader
        var weight: String
        var carrier: String?
        var remainder = Remainder()

        static let schema = RecordSchema(
            "parcel",
            version: 2,
            "Something small that is on its way.",
            blank: ChangedInPlace(id: .placeholder, header: .placeholder, weight: "")
        ) {
            Field("id", \.id, "Its identity.")
            Field("header", \.header, "What is known of it.")
            Field("weight", \.weight, "Its weight in grams.")
            Field("carrier", \.carrier, "Who carries it.")
        }

        static let history = VersionHistory<ChangedInPlace>([toGrams])
    }

    /// A third version whose steps make nothing of what the second one allows, and whose first one is forgotten.
    struct BadSteps: VersionedRecord {
        var id: RecordID<BadSteps>
        var header: RecordHeader
        var weight: Int
        var carrier: LocalDate?
        var remainder = Remainder()

        static let schema = RecordSchema(
            "parcel",
            version: 3,
            "Something small that is on its way.",
            blank: BadSteps(id: .placeholder, header: .placeholder, weight: 0)
        ) {
            Field("id", \.id, "Its identity.")
            Field("header", \.header, "What is known of it.")
            Field("weight", \.weight, "Its weight in grams.")
            Field("carrier", \.carrier, "When it is carried.")
        }

        static let history = VersionHistory<BadSteps>([
            VersionChange(
                to: 3,
                "Whoever wrote this did not look",
                [
                    .retype(
                        .former("carrier", .text(format: "date", examples: ["tomorrow"]), "Who carries it."),
                        to: "carrier",
                        ValueConversion(up: { $0 }, down: { $0 }),
                        because: "It seemed to be the same."
                    )
                ]
            )
        ])
    }
}
