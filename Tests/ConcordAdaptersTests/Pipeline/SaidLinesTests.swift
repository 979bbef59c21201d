import ConcordOwnership
import ConcordValues
import Testing

@testable import ConcordAdapters

@Suite("What was said, by record")
struct SaidLinesTests {
    /// Lines about records: `a1 b1 a2` are two about `a` and one about `b`.
    private func said(_ names: String) throws -> SaidLines {
        SaidLines(
            try names.split(separator: " ")
                .map { name in
                    let event = ClaimEvent(
                        id: String(name),
                        system: try SystemID("crm"),
                        record: RecordKey("customer", String(name.prefix(1))),
                        sourceTime: try Instant("2026-11-21T09:00:00Z"),
                        entries: []
                    )
                    return .event(event)
                }
        )
    }

    @Test(
        "Records stand in the order in which they are first spoken of, and what is said of each in its own",
        arguments: [
            ("", [:]), ("a1", ["a": "a1"]), ("b1 a1 c1", ["b": "b1", "a": "a1", "c": "c1"]),
            ("a1 a2 a3", ["a": "a1 a2 a3"]), ("b1 a1 b2 c1 a2 b3", ["b": "b1 b2 b3", "a": "a1 a2", "c": "c1"]),
        ] as [(String, KeyValuePairs<String, String>)]
    )
    func grouped(names: String, expected: KeyValuePairs<String, String>) throws {
        let said = try said(names)
        #expect(said.records.map(\.id) == expected.map(\.key))
        for (place, record) in expected.enumerated() {
            let ids = said[place]
                .compactMap { line in
                    if case .event(let event) = line { event.id } else { nil }
                }
            #expect(ids.joined(separator: " ") == record.value)
        }
    }
}
