import Concord
@testable import ConcordTesting
import Testing

/// What a host is told of mappings that do not do what they promise.
@Suite("Trials of mappings")
struct MappingTrialTests {
    // MARK: Nothing to say

    @Test func aMappingThatKeepsItsPromisesBreaksNothing() throws {
        let trial = try Acme.trial { rule in
            rule.same("/title", to: \.name)
            rule.same("/slug", to: \.slug)
            rule.money(amount: "/fee", currency: "/currency", to: \.fee)
        }
        #expect(trial.acceptance() == [])
        #expect(trial.roundTrip() == [])
        #expect(trial.accountIsBalanced() == [])
        #expect(trial.coverage(atLeast: 60, unmappedAbove: 70) == [])
    }

    // MARK: Mappings that break a law

    @Test func aScaleThatIsLost() throws {
        let trial = try Acme.trial { rule in
            rule.same("/title", to: \.name)
            rule.convert(
                "rounded",
                ["/fee", "/currency"],
                to: "fee",
                law: .iso,
                note: "to one digit",
                read: { input, record in
                    guard let amount = input.value(0, as: ExactDecimal.self),
                        let rounded = try? amount.quantized(toScale: 1, rounding: .halfUp),
                        let currency = input.value(1, as: CurrencyCode.self)
                    else { return }
                    record.fee = Money(rounded, currency)
                },
                write: { record, output in
                    output.set(0, record.fee?.amount)
                    output.set(1, record.fee?.currency)
                }
            )
        }
        try expectGolden(Self.text(trial.roundTrip()), "trial-scale.txt")
    }

    @Test func aNeighbourThatIsTouched() throws {
        let trial = try Acme.trial { rule in
            rule.convert(
                "titled",
                ["/title"],
                to: "name",
                law: .iso,
                note: "with its address",
                read: { input, record in record.name = input.value(0) ?? "" },
                write: { record, output in
                    output.set(0, record.name)
                    output.object.set("/slug", text: record.name.lowercased())
                }
            )
            rule.derive("slug", from: ["/slug"], because: "the site makes it") { input, record in
                record.slug = input.value(0)
            }
        }
        try expectGolden(Self.text(trial.changes(seed: 1)), "trial-neighbour.txt")
    }

    @Test func aMemberThatNobodyNames() throws {
        let trial = try Acme.trial(keepsRest: false) { rule in
            rule.same("/title", to: \.name)
            rule.drop("/slug", because: "the site makes it of the title")
        }
        try expectGolden(Self.text(trial.accountIsBalanced()), "trial-account.txt")
    }

    @Test func aFieldThatManyObjectsHave() throws {
        let trial = try Acme.trial { rule in
            rule.same("/title", to: \.name)
            rule.same("/slug", to: \.slug)
        }
        try expectGolden(Self.text(trial.coverage(atLeast: 90, unmappedAbove: 20)), "trial-coverage.txt")
    }

    @Test func aRuleThatCannotBeWritten() throws {
        let trial = try Acme.trial { rule in
            rule.same("/title", to: \.name)
            rule.convert(
                "same",
                ["/slug"],
                to: "slug",
                law: .iso,
                note: "",
                read: { input, record in record.slug = input.value(0) },
                write: nil
            )
        }
        try expectGolden(Self.text(trial.roundTrip()), "trial-unwritten.txt")
    }

    @Test func objectsThatAreRefused() throws {
        let trial = try Acme.trial { rule in
            rule.same("/title", to: \.name)
            rule.same("/fee", to: \.slug)
        }
        try expectGolden(Self.text(trial.acceptance() + trial.roundTrip()), "trial-refused.txt")
        try expectGolden(trial.outcomes(), "trial-outcomes.txt")
    }

    @Test func aTableThatChanged() throws {
        let table = try Acme.trial { rule in rule.same("/title", to: \.name) }.mapping.table
        try expectGolden(table.markdown, "trial-table.md")
        let changed = try Acme.trial { rule in
            rule.same("/title", to: \.name)
            rule.same("/slug", to: \.slug)
        }
        let golden = GoldenFile("Golden/trial-table.md")
        #expect(golden.difference(from: table.markdown, isRecording: false) == "")
        let difference = golden.difference(from: changed.mapping.table.markdown, isRecording: false)
        try expectGolden(difference + "\n", "trial-table-difference.txt")
        let none = GoldenFile("Golden/none.md").difference(from: "", isRecording: false)
        #expect(none.hasPrefix("Golden/none.md does not exist; RECORD_GOLDEN=1 writes it\n"))
    }

    @Test func theSameSeedChangesTheSame() throws {
        func changes(_ seed: UInt64) throws -> [MappingViolation] {
            try Acme.trial { rule in
                rule.convert(
                    "short",
                    ["/title"],
                    to: "name",
                    law: .lossy("ten letters"),
                    note: "",
                    read: { input, record in record.name = input.value(0) ?? "" },
                    write: { record, output in
                        output.set(0, record.name)
                        output.object.set("/region", text: record.name)
                    }
                )
                rule.derive("slug", from: ["/region"], because: "it is one") { $1.slug = $0.value(0) }
            }
            .changes(seed: seed)
        }
        #expect(try changes(3) == changes(3))
        #expect(try changes(3).map(\.seed) == [3])
    }

    // MARK: Fixtures

    @Test(arguments: [
        #"[{"id":"1"},{"id":"2"}]"#, "{\"id\":\"1\"}\n{\"id\":\"2\"}\n",
        #"{"totalSize":2,"done":true,"records":[{"id":"1"},{"id":"2"}]}"#,
    ])
    func objectsAreFoundInWhatIsAroundThem(text: String) {
        let objects = Fixtures(text: text).objects
        #expect(objects.map(\.text) == [#"{"id":"1"}"#, #"{"id":"2"}"#])
        #expect(objects.map(\.number) == [1, 2])
    }

    @Test func rowsAreObjects() {
        let objects = Fixtures(text: "id,title\n1,Hollis & Ward\n", name: "clients.csv").objects
        #expect(objects.map(\.text) == [#"{"id":"1","title":"Hollis & Ward"}"#])
        #expect(objects.map(\.description) == ["clients.csv:2:1 (object 1)"])
    }

    @Test func objectsSayOfWhatTypeTheyAre() throws {
        let accounts = try Fixtures(file: "Fixtures/salesforce/account-contacts-query.json", envelope: nil)
        let contacts = accounts.objects(ofType: "Contact").objects
        #expect(contacts.count == 2)
        for contact in contacts {
            #expect(contact.text.hasPrefix("{") && contact.text.hasSuffix("}"))
            #expect(contact.text.contains("/sobjects/Contact/"))
            let lines = accounts.objects[0].text.split(separator: "\n", omittingEmptySubsequences: false)
            let line = lines[contact.position.line - 1].utf8.dropFirst(contact.position.column - 1)
            #expect(line.first == UInt8(ascii: "{"))
        }
    }

    @Test func foldersAreFoundFromTheTestOn() throws {
        let objects = try Fixtures(folder: "Fixtures/certinia").objects
        #expect(objects.count > 10)
        #expect(throws: FileFailure.self) { try Fixtures(folder: "Fixtures/nothing") }
        #expect(throws: FileFailure.self) { try Fixtures(file: "Fixtures/certinia/nothing.json") }
    }

    private static func text(_ violations: [MappingViolation]) -> String {
        violations.map { "\($0)\n" }.joined(separator: "\n")
    }
}

/// A host with records and a vendor of its own.
private enum Acme {
    struct Engagement: CanonicalRecord {
        var id: RecordID<Engagement>
        var header: RecordHeader
        var name: String
        var slug: String?
        var fee: Money?
        var remainder = Remainder()

        static let schema = RecordSchema(
            "engagement",
            version: 1,
            "Work that a client has ordered.",
            blank: Engagement(id: .placeholder, header: .placeholder, name: .placeholder)
        ) {
            Field("id", \.id, "The engagement's identity.")
            Field("header", \.header, "What is known about the record.")
            Field("name", \.name, "What it is called.")
            Field("slug", \.slug, "The end of its page's address.")
            Field("fee", \.fee, "What it costs.", sensitivity: .commercial)
        }
    }

    static let fixtures = Fixtures(
        text: """
            [
              {"id": "e-1", "etag": "7", "title": "Rail study", "slug": "rail-study", "fee": 12000.50, "currency": "EUR"},
              {"id": "e-2", "etag": "1", "title": "Port \\"B\\"", "slug": "port-b", "fee": 9000.25, "currency": "EUR",
               "region": "North"},
              {"id": "e-3", "etag": "2", "title": "Depot", "slug": null, "region": "South", "tags": ["a", "b"]},
              {"id": "e-4", "etag": "9", "title": "Metro", "region": "South", "owner": {"mail": "a@acme.example"}},
              {"id": "e-5", "etag": "4", "title": "Tram", "slug": "tram", "fee": 100, "currency": "CHF"}
            ]
            """,
        name: "engagements.json"
    )

    static func trial(
        keepsRest: Bool = true,
        @MappingBuilder<Engagement> rules: (MappingRule<Engagement>.Type) -> [MappingRule<Engagement>]
    ) throws -> MappingTrial<Engagement> {
        let mapping = Mapping<Engagement>("acme/engagement", version: 1, object: "Engagement") { rule in
            rule.identity("/id", version: "/etag", object: "Engagement")
            rules(rule)
            keepsRest ? [rule.keepRest()] : []
        }
        let run = MappingContext(system: "acme:main", ingestedAt: try Instant("2026-06-01T12:00:00Z"))
        return MappingTrial(mapping, in: run, fixtures: fixtures)
    }
}
