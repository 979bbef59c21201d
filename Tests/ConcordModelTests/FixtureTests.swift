import ConcordModel
import ConcordSchema
import ConcordValues
import Foundation
import Testing

/// The documents in `Fixtures/canonical`: one deal of an invented firm, told by all fifteen records.
@Suite struct FixtureTests {
    @Test func everyRecordHasADocument() throws {
        let schemas = try Set(Fixture.all().map(\.schema))
        #expect(schemas == Set(Fixture.types.map { $0.schemaTag }))
        for type in Fixture.types {
            #expect(Fixture.names.contains(type.schemaTag.prefix { $0 != "/" } + ".json"))
        }
    }

    @Test(arguments: Fixture.names)
    func comesBackAsItStands(_ name: String) throws {
        let fixture = try Fixture(name)
        let type = try #require(Fixture.types.first { $0.schemaTag == fixture.schema }, "\(fixture.schema)")
        try expectRoundTrip(type, fixture)
    }

    @Test(arguments: Fixture.names)
    func namesItsSchemaInItsFileName(_ name: String) throws {
        let schema = try Fixture(name).schema
        #expect(schema.prefix { $0 != "/" } == name.prefix { $0 != "." })
    }

    @Test(arguments: Fixture.names)
    func refersToWhatIsThere(_ name: String) throws {
        let found = try Fixture.references()
        for reference in found.references where reference.file == name {
            if found.catalogue.contains(reference.type) { continue }
            #expect(
                found.identities[reference.type]?.contains(reference.text) == true,
                "\(reference.path) refers to the \(reference.type) \(reference.text), which no file has"
            )
        }
    }

    @Test func identitiesAreGivenOnce() throws {
        for (type, identities) in try Fixture.references().identities {
            #expect(Set(identities).count == identities.count, "\(type)")
        }
    }

    @Test func nothingIsReferredToThatIsNeitherARecordNorInTheCatalogue() throws {
        let found = try Fixture.references()
        let types = Set(found.references.map(\.type)).union(found.identities.keys)
        #expect(types.subtracting(found.catalogue).subtracting(found.identities.keys) == [])
        #expect(found.references.count > 200)
    }

    private func expectRoundTrip<Value: CanonicalRecord>(_ type: Value.Type, _ fixture: Fixture) throws {
        let draft = Draft<Value>(json: fixture.text)
        #expect(draft.issues == [])
        let record = try draft.record()
        // Written without white space, the file is what the record is: same members, same order, same text.
        #expect(record.jsonText() == (try JSONText(fixture.text).text))
        #expect(try Value(json: record.json()) == record)
        #expect(unknownMembers(of: record, at: fixture.name) == [])
    }

    /// The places of members that no schema knows.
    private func unknownMembers(of value: Any, at path: String) -> [String] {
        if let remainder = value as? Remainder { return remainder.isEmpty ? [] : [path] }
        return Mirror(reflecting: value).children
            .flatMap { child in
                unknownMembers(of: child.value, at: "\(path)/\(child.label ?? "")")
            }
    }
}

/// A document of `Fixtures/canonical`.
struct Fixture {
    /// The file's name.
    let name: String

    /// What the file holds.
    let text: String

    /// The schema that the document names.
    let schema: String

    /// Reads a file.
    init(_ name: String) throws {
        self.name = name
        text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        schema = try #require(text.firstMatch(of: /^{\s*"schema": "([^"]*)"/), "\(name) names no schema").1.description
    }

    /// The canonical records.
    static let types: [any CanonicalRecord.Type] = [
        Assignment.self, CatalogueItem.self, Contract.self, CostTransaction.self, Customer.self, Invoice.self,
        InvoiceAllocation.self, LegalEntity.self, Opportunity.self, Payment.self, Project.self, RateCard.self,
        Resource.self, TaxProfile.self, TimeEntry.self,
    ]

    /// The names of the files, in order; none if the folder is not there, which a test of its own notices.
    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".json") }
        .sorted()

    static func all() throws -> [Fixture] { try names.map { try Fixture($0) } }

    private static let folder = SourceType.package.appending(path: "Fixtures/canonical")
}

extension CanonicalRecord {
    /// The name and version as documents carry them.
    fileprivate static var schemaTag: String { schema.description.tag }

    fileprivate static func record(_ text: String) throws -> any CanonicalRecord { try Self(json: text) }
}

extension Fixture {
    /// Who refers to whom in the files.
    struct References {
        /// An identity that stands somewhere for the thing it names.
        struct Reference {
            var file: String
            var path: String
            var type: String
            var text: String
        }

        /// The identities that records and their parts have, by type.
        var identities: [String: [String]] = [:]

        var references: [Reference] = []

        /// The types that have no record: what they name is in the systems only.
        var catalogue: Set<String> = []
    }

    /// Finds every identity in the files, by looking into the records.
    static func references() throws -> References { try found.get() }

    private static let found = Result {
        var found = References()
        let catalogue = try String(
            contentsOf: SourceType.package.appending(path: "Sources/ConcordModel/Shared/Catalogue.swift"),
            encoding: .utf8
        )
        found.catalogue = Set(catalogue.matches(of: /public enum (\w+) \{\}/).map { String($0.1) })
        for fixture in try all() {
            for type in types where type.schemaTag == fixture.schema {
                visit(try type.record(fixture.text), at: "", in: fixture.name, &found)
            }
        }
        return found
    }

    private static func visit(_ value: Any, at path: String, in file: String, _ found: inout References) {
        if let source = value as? AllocationSource {
            // The one reference that is a plain text, because it leads to five kinds of things.
            let ids: [(any Identity)?] = [
                source.timeEntry, source.costTransaction, source.milestone, source.scheduleItem, source.prepaidBalance,
                source.container.flatMap { try? RecordID<Contract>($0) },
            ]
            for id in ids { if let id { visit(id, at: path, in: file, &found) } }
            return
        }
        if let id = value as? any Identity {
            found.references.append(.init(file: file, path: path, type: id.recordType, text: id.text))
            return
        }
        let mirror = Mirror(reflecting: value)
        for child in mirror.children {
            if child.label == "id", let id = unwrapped(child.value) as? any Identity {
                if id.recordType == "\(mirror.subjectType)" {
                    found.identities[id.recordType, default: []].append(id.text)
                    continue
                }
            }
            visit(child.value, at: "\(path)/\(child.label ?? "")", in: file, &found)
        }
    }

    private static func unwrapped(_ value: Any) -> Any {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional ? mirror.children.first?.value ?? value : value
    }
}

/// An id of any type.
private protocol Identity {
    var recordType: String { get }
    var text: String { get }
}

extension RecordID: Identity {
    fileprivate var recordType: String { "\(Record.self)" }
}
