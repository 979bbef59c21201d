import ConcordSchema
import ConcordTesting
import ConcordValues
import ConcordVersions
import Foundation
import Testing

/// The contract kit on histories that were broken on purpose: each promise fails, in words that say what to do.
@Suite struct BrokenContractTests {
    /// A checkout of the last release, for the length of a test.
    private final class Checkout {
        let path = FileManager.default.temporaryDirectory.appending(path: "parcels-\(UUID().uuidString)").path

        init() throws {
            try FileManager.default.createDirectory(atPath: "\(path)/parcel", withIntermediateDirectories: true)
            for version in Parcels.Released.history.schema.versions {
                try write(SchemaDocument(version).text, to: "parcel/\(version.version ?? 1).json")
            }
        }

        func write(_ text: String, to name: String) throws {
            try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
        }

        func contract<Record: VersionedRecord>(_ record: Record.Type, documents: String = "/") -> VersionContract<
            Record
        > {
            VersionContract(record, schemas: path, documents: "\(path)\(documents)")
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private static func document(_ version: Int, _ members: String) -> String {
        let header = Consignment.header
        return "{\"schema\":\"parcel/\(version)\",\"id\":\"p1\",\(header),\(members)}"
    }

    @Test func whatIsSoundPasses() throws {
        let checkout = try Checkout()
        try FileManager.default.createDirectory(atPath: "\(checkout.path)/d/parcel", withIntermediateDirectories: true)
        try checkout.write(Self.document(1, #""kilograms":"1.25""#), to: "d/parcel/1.json")
        try checkout.write(Self.document(2, #""weight":1250,"carrier":"Fleet""#), to: "d/parcel/2.json")
        var contract = checkout.contract(Parcels.Released.self, documents: "/d")
        contract.rules.setTexts(ofFormat: "decimal") { "\($0.number(in: 0...900)).\($0.number(in: 0...999))" }
        let findings = contract.findings(on: try LocalDate("2026-11-21"), count: 20)
        #expect(findings == [])
    }

    @Test func eachPromiseFailsInWords() throws {
        let checkout = try Checkout()
        var told: [String] = []
        func tell(_ title: String, _ findings: [ContractFinding]) {
            #expect(!findings.isEmpty, "\(title)")
            let lines = findings.map { "\($0)".replacing(checkout.path, with: "SCHEMAS") }
            told.append("== \(title)\n\(lines.joined(separator: "\n"))\n")
        }
        let changed = checkout.contract(Parcels.ChangedInPlace.self)
        tell("Frozen schemas: a published version was changed", changed.frozenSchemas())
        tell("Compatibility: a published version was changed", changed.compatibility())

        let steps = checkout.contract(Parcels.BadSteps.self, documents: "/d")
        try FileManager.default.createDirectory(atPath: "\(checkout.path)/d/parcel", withIntermediateDirectories: true)
        try checkout.write(Self.document(2, #""weight":1250,"carrier":"Fleet""#), to: "d/parcel/2.json")
        tell("Golden corpus: a document is refused, a version has none", steps.goldenCorpus())
        tell("Compatibility: a version that was released is gone, another one was changed", steps.compatibility())
        try checkout.write(
            SchemaDocument(try #require(Parcels.BadSteps.history.schema.version(2))).text
                .replacing("\"date\"", with: "\"text\""),
            to: "parcel/2.json"
        )
        tell("Examples: one is no value of its field", steps.examples())
        tell("Generated documents: the smallest that breaks a law", Array(BrokenLaws.findings.prefix(1)))

        var registry = SchemaRegistry([Parcels.Released.history.schema])
        registry.subjects[0].versions[1].dates.sunset = try LocalDate("2026-10-31")
        registry.subjects[0].versions[1].dates.deprecated = try LocalDate("2026-12-01")
        let findings = registry.findings(against: [Parcels.Released.history.schema], on: try LocalDate("2026-11-21"))
        told.append("== The registry: dates\n\(findings.map(\.description).joined(separator: "\n"))\n")

        let today = try LocalDate("2026-11-21")
        let known = Suppression(
            "schema.changed",
            in: "parcel/2",
            because: "Nobody has got a parcel yet.",
            until: try LocalDate("2026-10-31")
        )
        let frozen = changed.frozenSchemas()
        let still = Suppression("schema.changed", in: "parcel/2", because: known.reason, until: today)
        #expect(
            !frozen.without([still], on: today).contains { $0.rule == "schema.changed" && $0.subject == "parcel/2" }
        )
        let over = frozen.without([known], on: today)
        #expect(over.contains { $0.rule == "schema.changed" })
        tell("Suppressions: one is over", over.filter { $0.rule.hasPrefix("suppression") })

        let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/contract.txt").path
        #expect(GoldenFile(golden).difference(from: told.joined(separator: "\n")) == "")
    }

    @Test func whatIsOnlyToldDifferentlyIsNoChange() throws {
        let checkout = try Checkout()
        let contract = checkout.contract(Parcels.Released.self)
        let text = SchemaDocument(Parcels.Released.schema.description).text
        try checkout.write(text.replacing("Who carries it.", with: "The firm that carries it."), to: "parcel/2.json")
        #expect(contract.frozenSchemas().map(\.rule) == ["schema.annotations"])
        #expect(contract.compatibility() == [])
        try checkout.write("{}", to: "parcel/2.json")
        #expect(contract.frozenSchemas().map(\.rule) == ["schema.changed"])
        #expect(contract.compatibility().map(\.rule) == ["schema.unreadable"])
        try FileManager.default.removeItem(atPath: "\(checkout.path)/parcel/2.json")
        #expect(contract.frozenSchemas().map(\.rule) == ["schema.unpublished"])
        #expect(contract.compatibility() == [])
    }

    private enum BrokenLaws {
        static let findings = VersionContract(Parcels.BadSteps.self, schemas: "/", documents: "/")
            .generated(count: 40, seed: 1)
    }
}
