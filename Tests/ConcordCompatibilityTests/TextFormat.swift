import ConcordModel
import ConcordSchema
import ConcordValues
import ConcordVersions
import Testing

@testable import ConcordCompatibility

/// A format of texts with its exported schema, and what reads it.
struct TextFormat: Sendable, CustomTestStringConvertible {
    let name: String
    let schema: JSONSchema
    /// Texts that are of the format; those that its type shows are.
    let accepted: [String]
    /// Texts that are not.
    let refused: [String]
    /// Whether what reads such texts takes one.
    let reads: @Sendable (String) -> Bool

    var testDescription: String { name }

    init<Value: FieldValue>(_ type: Value.Type, accepted: [String] = [], refused: [String]) {
        self.init(type.shape, accepted: accepted, refused: refused) { text in
            let json = JSONValue.string(text).description
            return Array(json.utf8)
                .withUnsafeBufferPointer { bytes in
                    var reader = JSONReader(bytes)
                    var value = Value.placeholder
                    do {
                        try value.read(from: &reader)
                        return reader.offset == bytes.count
                    } catch {
                        return false
                    }
                }
        }
    }

    init(
        _ shape: FieldShape,
        accepted: [String],
        refused: [String],
        reads: @escaping @Sendable (String) -> Bool
    ) {
        guard case .text(let format, let examples) = shape else { preconditionFailure("\(shape) is no text") }
        name = format
        let field = FieldDescription(name: "value", documentation: "", shape: shape, isRequired: true)
        schema = JSONSchema(
            of: RecordDescription(name: "example", version: nil, documentation: "", fields: [field]),
            side: .writer
        )
        self.accepted = examples + accepted
        self.refused = refused
        self.reads = reads
    }

    /// A document with a text in it.
    static func document(_ text: String) -> JSONValue { ["value": .string(text)] }
}

extension TextFormat {
    /// Every format that records have or hosts may give their fields.
    static let all: [TextFormat] = [
        TextFormat(
            RecordID<Customer>.self,
            accepted: ["å b", "/", String(repeating: "a", count: 255)],
            refused: ["", "a\tb", "a\u{7F}", "\u{85}", String(repeating: "a", count: 256)]
        ),
        TextFormat(
            ExactDecimal.self,
            accepted: [
                "0.00", "-0.5", "9" + String(repeating: "0", count: 37), "0." + String(repeating: "0", count: 400),
            ],
            refused: [
                "", "-0", "00", "01.5", "+1", ".5", "5.", "1e3", "1,5", " 1", "NaN",
                "1" + String(repeating: "0", count: 38),
            ]
        ),
        TextFormat(Percentage.self, accepted: ["-12.50", "150"], refused: ["12 %", "12%", "", "-0.0"]),
        TextFormat(CurrencyCode.self, accepted: ["XXX"], refused: ["eur", "EU", "EURO", "E1R", ""]),
        TextFormat(CountryCode.self, accepted: ["ZZ"], refused: ["de", "DEU", "D", "D1", ""]),
        TextFormat(
            SubdivisionCode.self,
            accepted: ["AT-9", "FR-75C"],
            refused: ["US", "US-", "us-TX", "US-TEXAS", "USTX"]
        ),
        TextFormat(
            LanguageTag.self,
            accepted: ["zh-Hant-TW", "x-a", "i-klingon"],
            refused: ["", "e", "en_GB", "en-", "-en"]
        ),
        TextFormat(
            LocalDate.self,
            accepted: ["0001-01-01", "9999-12-31", "2000-02-29"],
            refused: ["0000-01-01", "2026-02-29", "1900-02-29", "2026-13-01", "2026-04-31", "2026-1-1", "20260101", ""]
        ),
        TextFormat(
            LocalTime.self,
            accepted: ["00:00:00", "23:59:59.999999999"],
            refused: ["24:00:00", "23:60:00", "9:00:00", "09:00", "09:00:00.", "09:00:00.1234567890", ""]
        ),
        TextFormat(LocalDateTime.self, refused: ["2026-03-02 09:00:00", "2026-03-02", "2026-03-02T09:00:00Z"]),
        TextFormat(
            ZonedDateTime.self,
            accepted: ["2026-03-02T09:00:00.5[UTC]"],
            refused: [
                "2026-03-02T09:00:00", "2026-03-02T09:00:00[]", "2026-03-02T09:00:00[Europe/]", "2026-03-02[UTC]",
            ]
        ),
        TextFormat(
            Instant.self,
            accepted: ["0001-01-01T00:00:00Z", "2026-03-04T19:00:00-23:59"],
            refused: ["2026-03-04T19:00:00", "2026-03-04 19:00:00Z", "2026-03-04T19:00:00+24:00", "2026-03-04"]
        ),
        TextFormat(
            TimeZoneID.self,
            accepted: ["UTC", "Etc/GMT+1"],
            refused: ["", "/", "Europe/", "Europe Berlin", "1/2"]
        ),
        TextFormat(UnitCode.self, accepted: ["P1", "4H", "X"], refused: ["", "hur", "HOUR", "H-"]),
        TextFormat(SystemID.self, accepted: ["a.b-c_1"], refused: ["", "NetSuite", "a:", ":a", "a:b:c", "a b"]),
        TextFormat(
            MonthDay.self,
            accepted: ["--02-29", "--12-31"],
            refused: ["--02-30", "--04-31", "--13-01", "02-01", ""]
        ),
        TextFormat(Weekday.self, refused: ["Monday", "mon", "someday", ""]),
        TextFormat(ExchangeRate.Operation.self, refused: ["Multiply", "times", ""]),
        TextFormat(
            .text(format: "hours", examples: ["7.5", "8", "0.25"]),
            accepted: ["0", "-1.5", "0.3333", "99999999999999999.999", "7." + String(repeating: "3", count: 37)],
            refused: ["7:30", "7h", "7,5", "", "08", "9999999999999999999", "1e2"]
        ) { text in
            let document = JSONValue.object([JSONMember("schema", "shift/1"), JSONMember("hours", .string(text))])
            return (try? shifts.migrate(Array(document.description.utf8), to: 2)) != nil
        },
    ]

    /// Hours are a format of earlier versions only; what reads them is the step that makes minutes of them.
    private static let shifts = SchemaHistory(
        of: RecordDescription(
            name: "shift",
            version: 2,
            documentation: "",
            fields: [FieldDescription(name: "worked", documentation: "", shape: Minutes.shape, isRequired: true)]
        ),
        changes: [
            VersionChange(
                to: 2,
                "Minutes",
                [
                    .retype(
                        .former("hours", .text(format: "hours", examples: []), "", isRequired: true, unit: .hour),
                        to: "worked",
                        .scaled(by: 60, places: 4),
                        because: "Twenty minutes are no decimal fraction of an hour."
                    )
                ]
            )
        ]
    )
}
