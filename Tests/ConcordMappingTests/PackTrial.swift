import Concord
@testable import ConcordMapping
import ConcordTesting
import struct Foundation.Data
import struct Foundation.URL
import Testing

/// Expects a mapping to break no law.
func expectNone(_ violations: [MappingViolation], sourceLocation: SourceLocation = #_sourceLocation) {
    for violation in violations { Issue.record("\(violation)", sourceLocation: sourceLocation) }
}

/// What every object of a pack is tried with: the laws, the table and the fixture.
enum PackTrial {
    static let seeds = MappingRandom.seeds(100)

    /// The laws, on objects made up from the mapping's own pointers.
    static func expectLaws<Target: CanonicalRecord>(
        _ mapping: Mapping<Target>,
        _ recipe: PayloadRecipe,
        _ expectations: MappingExpectations<Target>
    ) throws {
        let context = try MappingLawsTests.context()
        var exercised = Exercised()
        let pointers = mapping.plan.pointers.filter { !$0.hasPrefix("^") }
        #expect(Set(pointers) == Set(recipe.values.keys), "pointers without values would never be tried")
        #expect(mapping.unfilledFields == [])
        for seed in seeds {
            var random = MappingRandom(seed: seed)
            let payload = recipe.payload(&random).text(&random)
            let trial = Trial(mapping, context, payload, seed)
            try trial.checkReading(&exercised)
            try trial.checkWritingBack()
            try trial.checkWritingAnew(expectations, &exercised)
            for _ in 0..<3 { try trial.checkChanges(expectations, &exercised, &random) }
        }
        for rule in mapping.rules where rule.law == .iso {
            let sources = rule.sources.isEmpty ? ["*"] : rule.sources
            let name = "\(mapping.name): \(rule.word) \(rule.sources)"
            #expect(!exercised.read.isDisjoint(with: sources), "\(name) was never read")
            #expect(!exercised.written.isDisjoint(with: sources), "\(name) was never written")
        }
        let unused = expectations.changes.map(\.name).filter { !exercised.changes.contains($0) }
        #expect(unused == [], "changes that were never tried")
    }

    /// The mapping as the table that an analyst reads.
    static func expectTable<Target: CanonicalRecord>(_ mapping: Mapping<Target>, _ name: String) throws {
        var text = "# \(mapping.tag)\n\n"
        text += "`\(mapping.object)`, \(mapping.api), to `\(Target.schema.description.tag)`"
        text += mapping.keepsRest ? "; what no rule names is kept.\n\n" : "; what no rule names is lost.\n\n"
        text += "| how | source | target | law | note |\n| --- | --- | --- | --- | --- |\n"
        for rule in mapping.rules {
            let cells = [rule.word, rule.sources.joined(separator: "<br>"), rule.target, "\(rule.law)", rule.note]
            text += "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |\n"
        }
        try expectGolden(text, name)
    }

    /// The records of a fixture, of which every leaf is accounted for and every byte comes back.
    static func records<Target: CanonicalRecord>(
        _ mapping: Mapping<Target>,
        of fixture: String,
        warnings: [IssueCode] = []
    ) throws -> [Target] {
        let fixtures = try Fixtures(file: "Fixtures/\(fixture)", envelope: nil).objects(ofType: mapping.object)
        let trial = MappingTrial(mapping, in: try context(), fixtures: fixtures)
        expectNone(trial.acceptance(warnings: warnings))
        expectNone(trial.accountIsBalanced())
        expectNone(trial.roundTrip())
        return trial.records
    }

    /// The bytes of a fixture.
    static func fixture(_ name: String) throws -> [UInt8] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/\(name)")
        return [UInt8](try Data(contentsOf: file))
    }

    /// The run that fixtures are read in.
    static func context() throws -> MappingContext {
        MappingContext(
            system: "salesforce:emea",
            ingestedAt: try Instant("2026-11-20T06:00:00Z"),
            currency: try CurrencyCode("EUR"),
            timeZone: try TimeZoneID("Europe/Berlin")
        )
    }

    /// An amount of money; nil if it is none.
    static func money(_ amount: String, _ currency: String) -> Money? {
        guard let amount = try? ExactDecimal(amount), let currency = try? CurrencyCode(currency) else { return nil }
        return Money(amount, currency)
    }

    /// What one object with a few members becomes.
    static func outcome<Target: CanonicalRecord>(
        _ mapping: Mapping<Target>,
        _ members: String
    ) throws -> MappedObject<Target> {
        mapping.read("{" + members + "}", in: try context())
    }
}

extension PayloadRecipe {
    /// The values of what every Salesforce object has, and of an object's own pointers.
    static func pack(
        _ prefix: String,
        required: Set<String>,
        _ own: [String: [String]],
        adjust: @escaping @Sendable (inout VendorPayload, inout MappingRandom) -> Void = { _, _ in }
    ) -> PayloadRecipe {
        let header: [String: [String]] = [
            "/attributes": [
                #"{"type":"X","url":"/services/data/v62.0/sobjects/X/0015g00000XyzAbAAJ"}"#, "{}", #"{ "type" : "X" }"#,
            ],
            "/Id": ids(prefix),
            "/SystemModstamp": instants,
            "/CreatedDate": instants,
            "/CreatedById": ids("005"),
            "/LastModifiedDate": instants,
            "/LastModifiedById": ids("005"),
            "/IsDeleted": flags,
        ]
        return PayloadRecipe(
            values: header.merging(own) { _, own in own },
            required: required.union(["/Id"]),
            adjust: adjust
        )
    }

    static let flags = ["true", "false"]
    static let currencies = [#""EUR""#, #""USD""#, #""JPY""#]
    static let amounts = ["15000", "15000.50", "0", "0.00", "-12.5", "1.5E4", "99999999999999.9999"]

    /// Makes two dates agree: the last day is no earlier than the first.
    static func order(_ first: String, _ last: String, _ payload: inout VendorPayload) {
        guard let from = payload.values[first], let through = payload.values[last], from != "null", through != "null",
            from > through
        else { return }
        payload.values[first] = through
        payload.values[last] = from
    }
}

extension MappingExpectations {
    /// One of some values for a field that no key path leads to; nil takes its value away.
    static func change<Value: Sendable>(
        _ name: String,
        _ pointers: Set<String>,
        _ values: [Value],
        _ body: @escaping @Sendable (inout Target, Value) -> Void
    ) -> Change {
        Change(name, pointers) { records, random in
            let value = random.one(of: values)
            for index in records.indices { body(&records[index], value) }
            return true
        }
    }

    /// A status with a way back; the tag of a vendor's own status goes with it.
    static func status<Code: OpenCode & FieldValue>(
        _ pointer: String,
        _ property: any WritableKeyPath<Target, Code> & Sendable,
        _ codes: [Code],
        list: String
    ) -> Change {
        change("set \(pointer)", [pointer], codes) { record, code in
            if record[keyPath: property] != code { record.header.remarks?.tags.removeAll { $0.system == list } }
            record[keyPath: property] = code
        }
    }

    /// Moves the object.
    static func packIdentity(_ object: String) -> [Change] { header() + [identity(object)] }

    static func ids<Other>(_ object: String) -> [RecordID<Other>] {
        ["0019Z00000AbCdEQAV", "0015g00000XyzAbAAJ"]
            .map {
                RecordID(stringLiteral: "salesforce:test/\(object)/\($0)")
            }
    }

    static func interval(
        _ first: String,
        _ last: String,
        _ property: any WritableKeyPath<Target, DateInterval?> & Sendable
    ) -> Change {
        change("set \(first) and \(last)", [first, last], [true, false]) { record, isOpen in
            record[keyPath: property] = try? DateInterval(
                from: LocalDate("2027-01-01"),
                through: isOpen ? nil : LocalDate("2027-03-31")
            )
        }
    }

    static func noInterval(
        _ first: String,
        _ last: String,
        _ property: any WritableKeyPath<Target, DateInterval?> & Sendable
    ) -> Change {
        change("clear \(first) and \(last)", [first, last], [0]) { record, _ in record[keyPath: property] = nil }
    }

    static func rate(
        _ amount: String,
        _ currency: String,
        _ daily: String,
        _ property: any WritableKeyPath<Target, ResolvedRate?> & Sendable
    ) -> [Change] {
        [
            change("set \(amount)", [amount, currency, daily], [UnitCode.day, .hour]) { record, unit in
                guard let money = PackTrial.money("99.0900", "GBP") else { return }
                record[keyPath: property] = ResolvedRate(money, per: unit)
            },
            change("clear \(amount)", [amount], [0]) { record, _ in record[keyPath: property] = nil },
        ]
    }
}
