import ConcordHistory
import ConcordModel
import ConcordSchema
import ConcordTesting
import ConcordValues
import ConcordVersions
import Testing

/// What was published stays as it was published, and every version reads every other one's documents.
@Suite struct ContractTests {
    @Test func customer() { expectKept(Customer.self) }
    @Test func contract() { expectKept(Contract.self) }
    @Test func project() { expectKept(Project.self) }
    @Test func resource() { expectKept(Resource.self) }
    @Test func timeEntry() { expectKept(TimeEntry.self) }
    @Test func invoice() { expectKept(Invoice.self) }

    private func expectKept<Record: VersionedRecord>(_ record: Record.Type) {
        let contract = VersionContract(record, schemas: "Fixtures/schemas", documents: "Fixtures/versions")
        let findings =
            contract.frozenSchemas() + contract.goldenCorpus() + contract.compatibility() + contract.examples()
        for finding in findings { Testing.Issue.record("\(finding)") }
    }

    @Test func everyKindOfStepIsUsed() {
        var kinds: Set<VersionStep.Kind> = []
        func visit(_ steps: [VersionStep]) {
            for step in steps {
                kinds.insert(step.kind)
                visit(step.inner)
            }
        }
        for history in RecordHistories.all { for change in history.changes { visit(change.steps) } }
        #expect(kinds.union([.code]) == Set(VersionStep.Kind.allCases))
    }

    @Test func suppressionsHaveAReasonAndAnEnd() throws {
        let finding = ContractFinding(rule: "schema.changed", subject: "customer/1", message: "")
        let until = try LocalDate("2026-06-30")
        let known = Suppression("schema.changed", in: "customer/1", because: "Never left the pilot.", until: until)
        let before = try LocalDate("2026-06-30")
        let after = try LocalDate("2026-07-01")
        #expect([finding].without([known], on: before) == [])
        #expect([finding].without([known], on: after).map(\.rule) == ["schema.changed", "suppression.expired"])
        #expect([ContractFinding]().without([known], on: before).map(\.rule) == ["suppression.unused"])
        let silent = Suppression("schema.changed", in: "customer/1", because: "", until: until)
        #expect([finding].without([silent], on: before).first == finding)
    }

    @Test func theRegistryNoticesWhatChanged() throws {
        let histories = RecordHistories.all + [Consignment.history.schema]
        let registry = SchemaRegistry(histories)
        #expect(registry.findings(against: histories) == [])
        #expect(try SchemaRegistry(json: Array(registry.text.utf8)) == registry)

        var other = registry
        let last = other.subjects.count - 1
        let dates = other.subjects[last].versions[0].dates
        other.subjects[last].versions[0] = .init(number: 1, fingerprint: "sha256:0", dates: dates)
        other.subjects[last].versions.removeLast()
        let codes = other.findings(against: histories).map(\.code.rawValue)
        #expect(codes == ["schema.changed", "schema.unregistered"])
        #expect(registry.findings(against: RecordHistories.all).map(\.code.rawValue) == ["schema.gone"])
        let parcels = [Parcels.Released.history.schema]
        other = SchemaRegistry(parcels)
        other.subjects[0].versions[0].dates.sunset = try LocalDate("2026-01-31")
        #expect(other.findings(against: parcels, on: try LocalDate("2026-02-01")).map(\.isError) == [false])
        #expect(other.findings(against: parcels, on: try LocalDate("2026-01-31")) == [])
        #expect(other.findings(against: parcels) == [])
    }

    @Test func aDroppedNameNeverComesBackAsSomethingElse() throws {
        let reserved = Consignment.history.schema.reservedNames
        #expect(reserved.map(\.path) == ["colour", "kilograms", "stops.hours", "make", "model", "urgent"])
        var registry = SchemaRegistry([Consignment.history.schema])
        #expect(registry.findings(against: [Consignment.history.schema]) == [])
        let clash = try #require(
            SchemaRegistry(json: Array(registry.text.replacing("\"colour\"", with: "\"priority\"").utf8)).subjects.first
        )
        registry.subjects = [clash]
        // A text was dropped and a text is there: the same thing may come back.
        #expect(registry.findings(against: [Consignment.history.schema]) == [])
        let other = registry.text.replacing("\"urgent\"", with: "\"weight\"")
        let findings = try SchemaRegistry(json: Array(other.utf8)).findings(against: [Consignment.history.schema])
        #expect(findings.map(\.code.rawValue) == ["schema.nameReused"])
    }

    @Test(arguments: RecordHistories.published.flatMap(\.versions).map(\.tag))
    func aVersionsFileIsReadAsItWasWritten(_ tag: String) throws {
        let version = try #require(RecordHistories.published.flatMap(\.versions).first { $0.tag == tag })
        let document = SchemaDocument(version)
        let again = try SchemaDocument(json: Array(document.text.utf8))
        #expect(again.text == document.text)
        #expect(again.fingerprint == document.fingerprint)
        // One more code that is known of a list that takes any.
        let more = document.text.replacing("\"known\":[", with: "\"known\":[\"x-more\",")
        #expect(try SchemaDocument(json: Array(more.utf8)).saysTheSame(as: document))
        let other = document.text.replacing("\"required\":true", with: "\"required\":false")
        #expect(try !SchemaDocument(json: Array(other.utf8)).saysTheSame(as: document))
    }

    @Test func whatIsNoFileOfAVersionIsRefused() {
        for text in ["", "{}", #"{"schema":"a/1"}"#, #"{"schema":"a/1","fields":[{"name":"x","shape":{}}]}"#] {
            #expect(throws: Refusal.self) { try SchemaDocument(json: Array(text.utf8)) }
        }
        let endless =
            #"{"schema":"a/1","fields":[{"name":"x","shape":{"record":"r"}}],"#
            + #""records":{"r":[{"name":"x","shape":{"record":"r"}}]}}"#
        #expect(throws: Refusal.self) { try SchemaDocument(json: Array(endless.utf8)) }
    }

    @Test func datesThatCannotBeRightAreFound() throws {
        let history = Consignment.history.schema
        let registry = SchemaRegistry([history])
        #expect(registry.subjects[0].versions[0].dates == history.dates[1])
        #expect(
            registry.text.contains(#""published": "2025-03-03", "deprecated": "2025-11-03", "sunset": "2026-10-31""#)
        )
        var other = registry
        other.subjects[0].versions[2].dates.published = try LocalDate("2025-11-03")
        #expect(
            other.findings(against: [history]).map(\.message) == [
                "the registry says published 2025-11-03, and the code says published 2026-05-04",
                "version 3 is published on 2025-11-03, not after version 2 on 2025-11-03",
            ]
        )
        // What the code does not declare is the registry's own.
        let host = Parcels.Released.history.schema
        var own = SchemaRegistry([host])
        own.subjects[0].versions[0].dates.published = try LocalDate("2026-01-05")
        #expect(own.findings(against: [host]) == [])
        #expect(SchemaRegistry([host], keepingDatesOf: own) == own)
    }

    @Test func annotationsDoNotCountForFingerprints() {
        func document(
            _ text: String,
            _ examples: [String],
            required: Bool = true,
            unit: UnitCode? = nil
        ) -> SchemaDocument {
            SchemaDocument(
                RecordDescription(
                    name: "thing",
                    version: 1,
                    documentation: text,
                    fields: [
                        FieldDescription(
                            name: "a",
                            documentation: text,
                            shape: .text(format: "date", examples: examples),
                            isRequired: required,
                            unit: unit
                        )
                    ]
                )
            )
        }
        #expect(document("x", []).fingerprint == document("y", ["2026-01-01"]).fingerprint)
        #expect(document("x", []).fingerprint != document("x", [], required: false).fingerprint)
        #expect(document("x", []).fingerprint == document("x", [], unit: .day).fingerprint)
        #expect(document("x", []).text == document("x", [], unit: .day).text)
    }

    @Test func earlierVersionsHaveUnitsToo() {
        let versions = TimeEntry.history.schema.versions
        #expect(versions[0].field(named: "hours")?.unit == .hour)
        #expect(versions[1].field(named: "worked")?.unit == .minute)
        // A field with another name is a number of the same.
        let parcels = SchemaHistory(
            of: RecordDescription(
                name: "parcel",
                version: 2,
                documentation: "",
                fields: [
                    FieldDescription(
                        name: "dwell",
                        documentation: "",
                        shape: Minutes.shape,
                        isRequired: true,
                        unit: .minute
                    )
                ]
            ),
            changes: [VersionChange(to: 2, "", [.rename("minutes", to: "dwell", because: "")])]
        )
        #expect(parcels.versions[0].field(named: "minutes")?.unit == .minute)
    }
}
