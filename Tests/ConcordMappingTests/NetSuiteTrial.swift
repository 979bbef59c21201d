import Concord
import ConcordTesting
import Testing

/// The records of `Fixtures/netsuite`, byte for byte as they stand in their files.
enum NetSuiteFixture {
    static func objects(_ name: String) throws -> [String] {
        try Fixtures(file: "Fixtures/netsuite/\(name).json", envelope: nil).objects.map(\.text)
    }
}

/// What a mapping of NetSuite's promises, tried on one record.
struct NetSuiteTrial<Target: CanonicalRecord> {
    let mapping: Mapping<Target>
    let payload: String
    let context: MappingContext

    init(_ mapping: Mapping<Target>, _ payload: String) throws {
        self.mapping = mapping
        self.payload = payload
        context = try Self.context()
    }

    init(_ mapping: Mapping<Target>, fixture name: String, _ index: Int = 0) throws {
        try self.init(mapping, try NetSuiteFixture.objects(name)[index])
    }

    /// Ids are derived, but for currencies, of which the crosswalk knows three.
    static func context() throws -> MappingContext {
        var identities = IdentityTable(fallback: DerivedIdentities())
        for (id, code) in [("4", "EUR"), ("2", "GBP")] {
            identities.insert(ExternalKey(system: "netsuite:test", objectType: "currency", value: id), as: code)
        }
        return MappingContext(
            system: "netsuite:test",
            tenant: "1234567",
            ingestedAt: try Instant("2026-06-15T12:00:00Z"),
            currency: .usd,
            timeZone: try TimeZoneID("Europe/Berlin"),
            identities: identities
        )
    }

    func record() throws -> Target {
        let mapped = mapping.read(payload, in: context)
        #expect(mapped.isAcceptable, "\(mapped.allIssues)")
        return try #require(mapped.records().first)
    }

    func issues(_ payload: String) -> [ConcordSchema.Issue] { mapping.read(payload, in: context).allIssues }

    /// Everything is accounted for, what did not change stays as it is, and the record is a document.
    func check(warnings: [IssueCode] = []) throws {
        let trial = MappingTrial(mapping, in: context, fixtures: Fixtures(text: payload, envelope: nil))
        expectNone(trial.acceptance(warnings: warnings))
        expectNone(trial.accountIsBalanced())
        expectNone(trial.roundTrip())
        var coverage = Coverage()
        _ = Array(payload.utf8).withUnsafeBufferPointer { mapping.read($0, in: context, coverage: &coverage) }
        for (pointer, field) in coverage.fields {
            // The links of lists are read to tell a list that did not come.
            let lists = ["item", "addressBook", "apply", "time", "expCost", "itemCost"].map { "/\($0)/links" }
            if pointer.hasSuffix("/links"), !lists.contains(pointer) {
                #expect(field.disposition == .dropped, "\(pointer)")
            }
            if pointer.contains(/\/cust(entity|body|col|item)_/) { #expect(field.disposition == .kept, "\(pointer)") }
        }
    }

    /// The object with a change: only the named members differ, and reading gives the changed record.
    ///
    /// Items of lists are named as they are numbered afterwards.
    @discardableResult
    func change(_ pointers: Set<String>, _ make: (inout Target) throws -> Void) throws -> String {
        var record = try record()
        try make(&record)
        let bytes = Array(payload.utf8)
        let (object, issues) = try mapping.write([record], onto: bytes, in: context)
        let text = String(decoding: object, as: UTF8.self)
        #expect(issues == [], "\(text)")
        let before = try WalkedJSON(bytes).leaves
        let after = try WalkedJSON(object).leaves
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        #expect(changed == pointers, "\(text)")
        let found = try #require(mapping.read(text, in: context).records().first)
        let differences = found.changes(to: record).filter { !$0.path.description.hasPrefix("header.remarks") }
        #expect(differences == [], "\(text)")
        return text
    }

    /// A change that no rule can write is said, and writes nothing.
    func refuses(_ make: (inout Target) throws -> Void) throws {
        var record = try record()
        try make(&record)
        let (object, issues) = try mapping.write([record], onto: Array(payload.utf8), in: context)
        #expect(String(decoding: object, as: UTF8.self) == payload)
        #expect(issues.map(\.code.rawValue).contains("mapping.notWritable"))
    }

    /// A new object says what the old one said, but for fields that NetSuite works out.
    func checkAnew(but fields: Set<String> = []) throws {
        let record = try record()
        let text = mapping.write(record, in: context)
        let found = try #require(mapping.read(text, in: context).records().first)
        let differences = record.changes(to: found)
            .filter { change in
                let path = change.path.description
                return !path.hasPrefix("header.remarks") && !fields.contains { path.hasPrefix($0) }
            }
        #expect(differences == [], "\(text)")
    }
}
