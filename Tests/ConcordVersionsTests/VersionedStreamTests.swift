import ConcordSchema
import ConcordValues
import ConcordVersions
import Testing

/// A file whose lines are of several versions.
@Suite struct VersionedStreamTests {
    private struct Found: Equatable {
        var line: Int
        var weight: Int?
        var issues: [String]
    }

    private func read(_ lines: [[UInt8]], on today: LocalDate? = nil, limit: Int = 4_000, piece: Int) throws -> [Found]
    {
        let bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
        var position = 0
        var reader = VersionedNDJSONReader<Consignment>(on: today, maximumLineLength: limit, bufferSize: 512) {
            buffer in
            let count = min(piece, buffer.count, bytes.count - position)
            buffer.copyBytes(from: bytes[position..<position + count])
            position += count
            return count
        }
        var found: [Found] = []
        while let (line, draft) = try reader.next() {
            let issues = draft.issues.map { "\($0.code) \($0.path) \($0.position?.line ?? 0)" }
            found.append(Found(line: line, weight: try? draft.record().weight, issues: issues))
        }
        return found
    }

    @Test(arguments: [1, 7, 100, 100_000]) func eachLineIsReadInItsVersion(_ piece: Int) throws {
        let old = Consignment.document(1, #""make":"A","model":"B","kilograms":"1.25","colour":"red""#)
        let middle = Consignment.document(2, #""make":"A","model":"B","weight":5"#)
        let new = Consignment.document(3, #""label":"A","weight":7"#)
        let bad = Consignment.document(1, #""make":"A","model":"B","kilograms":"heavy","colour":"red""#)
        let unknown = Consignment.document(9, #""label":"A","weight":7"#)
        let long = Consignment.document(3, "\"label\":\"\(String(repeating: "x", count: 4_000))\",\"weight\":7")
        let found = try read([old, [], middle, bad, Array("{\"x\"".utf8), new, long, unknown, old], piece: piece)
        #expect(
            found == [
                Found(line: 1, weight: 1_250, issues: []),
                Found(line: 3, weight: 5, issues: []),
                Found(line: 4, weight: nil, issues: ["version.conversion kilograms 4"]),
                Found(line: 5, weight: nil, issues: found.count > 3 ? found[3].issues : []),
                Found(line: 6, weight: 7, issues: []),
                Found(line: 7, weight: nil, issues: ["stream.lineTooLong  7"]),
                Found(line: 8, weight: nil, issues: ["version.unknown schema 8"]),
                Found(line: 9, weight: 1_250, issues: []),
            ]
        )
        #expect(found.count > 3 && !found[3].issues.isEmpty)
    }

    @Test func whatIsPastItsLastDayIsRemarkedOn() throws {
        let old = Consignment.document(1, #""make":"A","model":"B","kilograms":"1.25","colour":"red""#)
        let new = Consignment.document(3, #""label":"A","weight":7"#)
        let before = try LocalDate("2026-10-31")
        let after = try LocalDate("2026-11-01")
        #expect(try read([old, new], on: before, piece: 100).flatMap(\.issues) == [])
        let found = try read([new, old], on: after, piece: 100)
        #expect(found.map(\.issues) == [[], ["version.sunset schema 2"]])
        #expect(found.map(\.weight) == [7, 1_250])

        let draft = Consignment.history.draft(json: old, on: after)
        #expect(draft.isAcceptable)
        #expect(draft.issues.first?.expected == "consignment/3; the last day of consignment/1 was 2026-10-31")
        let event = try EventEnvelope(try draft.record(), version: 1, id: "e1", source: "/yard", type: "t")
        #expect(try event.draft(of: Consignment.self, on: after).issues.map(\.code) == [.sunset])
        #expect(try event.draft(of: Consignment.self, on: before).issues == [])
    }
}
