import ConcordModel
import ConcordRulebook
import ConcordSchema
import ConcordValidation
import ConcordValues
import Foundation
import Testing

/// The documents of `Fixtures/canonical`, which users copy from, keep the rules that we tell others to keep.
@Suite struct CanonicalDocumentTests {
    private static let folder = FixtureText.place("Fixtures/canonical")

    private static let records: [any CanonicalRecord.Type] = RecordTrialTests.records + [Invoice.self]

    /// The names of the documents, in order; none if the folder is not there, which a test notices.
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".json") }.sorted()

    @Test("there are documents of every record")
    func documents() {
        for type in Self.records { #expect(Self.names.contains("\(Self.name(of: type)).json")) }
    }

    @Test("no rule finds an error", arguments: names)
    func keepsTheRules(_ name: String) throws {
        let type = try #require(Self.records.first { Self.name(of: $0) == name.prefix { $0 != "." } })
        let errors = try Self.errors(in: name, as: type)
        #expect(errors.isEmpty, "\(name)\n\(errors.map { "  \($0)" }.joined(separator: "\n"))")
    }

    private static func errors<Record: CanonicalRecord>(in name: String, as type: Record.Type) throws -> [String] {
        var related = RelatedRecords()
        for other in names {
            let kind = other.prefix { $0 != "." }
            guard let type = records.first(where: { Self.name(of: $0) == kind }) else { continue }
            try insert(try document(other), as: type, into: &related)
        }
        let draft = Draft<Record>(json: try document(name))
        let circumstances = Circumstances(today: try LocalDate("2026-05-15"))
        let verdict = Rulebook.validation.validator(for: type, in: circumstances).verdict(on: draft, with: related)
        return draft.issues.filter { $0.severity == .error }.map(\.description)
            + verdict.findings.filter { $0.weight == .error }.map { $0.text(showing: Set(Sensitivity.all)) }
    }

    private static func insert<Record: CanonicalRecord>(
        _ document: [UInt8],
        as type: Record.Type,
        into related: inout RelatedRecords
    ) throws {
        related.insert(try Record(json: document))
    }

    private static func name<Record: CanonicalRecord>(of type: Record.Type) -> String { Record.schema.description.name }

    private static func document(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }
}

extension Sensitivity {
    fileprivate static let all: [Sensitivity] = [.open, .personal, .commercial, .compensation, .financial]
}
