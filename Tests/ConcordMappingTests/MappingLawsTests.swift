import Concord
@testable import ConcordMapping
import Testing

/// What every mapping promises, on objects made up from its own pointers.
///
/// A seed makes one object; a failure names its seed.
@Suite("Mapping laws")
struct MappingLawsTests {
    static let seeds = MappingRandom.seeds(150)

    @Test func accountsKeepTheLaws() throws { try check(Salesforce.account, .account, .account) }

    @Test func opportunitiesKeepTheLaws() throws { try check(Salesforce.opportunity, .opportunity, .opportunity) }

    @Test func timecardsKeepTheLaws() throws { try check(Certinia.timecardHeader, .timecardHeader, .timecardHeader) }

    static func context() throws -> MappingContext {
        MappingContext(
            system: "salesforce:test",
            tenant: "00D000000000001",
            ingestedAt: try Instant("2026-06-01T12:00:00Z"),
            currency: try CurrencyCode("USD"),
            timeZone: try TimeZoneID("Europe/Berlin")
        )
    }

    private func check<Target: CanonicalRecord>(
        _ mapping: Mapping<Target>,
        _ recipe: PayloadRecipe,
        _ expectations: MappingExpectations<Target>
    ) throws {
        let context = try Self.context()
        var exercised = Exercised()
        // A pointer that the recipe has no value for would never be tried.
        let compound = mapping.plan.pointers.filter {
            $0.split(separator: "/").count > 1 || $0.contains(/^\/(Billing|Shipping)/)
        }
        #expect(Set(mapping.plan.pointers).subtracting(compound) == Set(recipe.values.keys))
        #expect(mapping.unfilledFields == [])
        for seed in Self.seeds {
            var random = MappingRandom(seed: seed)
            let payload = recipe.payload(&random).text(&random)
            let trial = Trial(mapping, context, payload, seed)
            try trial.checkReading(&exercised)
            try trial.checkWritingBack()
            try trial.checkWritingAnew(expectations, &exercised)
            for _ in 0..<3 { try trial.checkChanges(expectations, &exercised, &random) }
        }
        // Every rule that promises both ways was used both ways.
        let promising = mapping.rules.filter { $0.law == .iso }
        for rule in promising {
            let sources = rule.sources.isEmpty ? ["*"] : rule.sources
            #expect(
                !exercised.read.isDisjoint(with: sources),
                "\(mapping.name): \(rule.word) \(rule.sources) was never read"
            )
            #expect(
                !exercised.written.isDisjoint(with: sources),
                "\(mapping.name): \(rule.word) \(rule.sources) was never written"
            )
        }
        let unused = expectations.changes.map(\.name).filter { !exercised.changes.contains($0) }
        #expect(unused == [], "changes that were never tried")
    }
}

/// What was used in a run of trials.
struct Exercised {
    var read: Set<String> = []
    var written: Set<String> = []
    var changes: Set<String> = []
}

/// What a mapping does that its laws leave open, and the changes to try.
struct MappingExpectations<Target: CanonicalRecord>: Sendable {
    /// A change of some records of one object, and the members that may differ in it afterwards.
    struct Change: Sendable {
        let name: String
        let pointers: Set<String>
        let make: @Sendable (inout [Target], inout MappingRandom) -> Bool

        init(
            _ name: String,
            _ pointers: Set<String>,
            _ make: @escaping @Sendable (inout [Target], inout MappingRandom) -> Bool
        ) {
            self.name = name
            self.pointers = pointers
            self.make = make
        }
    }

    /// The pointers that a new object may have although the old one did not, or lack although it was `null`.
    var loose: Set<String> = []

    /// Makes a record equal to one that went through a rule that promises less than the way back.
    var loosened: @Sendable (Target) -> Target = { $0 }

    var changes: [Change]
}

/// One object and a mapping.
struct Trial<Target: CanonicalRecord> {
    let mapping: Mapping<Target>
    let context: MappingContext
    let payload: String
    let seed: UInt64

    init(_ mapping: Mapping<Target>, _ context: MappingContext, _ payload: String, _ seed: UInt64) {
        self.mapping = mapping
        self.context = context
        self.payload = payload
        self.seed = seed
    }

    var comment: Comment { "\(mapping.name), seed \(seed): \(payload)" }

    private func read(_ text: String, _ coverage: inout Coverage) -> MappedObject<Target> {
        var text = text
        return text.withUTF8 { mapping.read($0, in: context, coverage: &coverage) }
    }

    private func records(_ text: String) throws -> [Target] {
        try mapping.read(text, in: context).records()
    }

    /// Reading accounts for every leaf, gives what it gave before, and gives records that are documents.
    func checkReading(_ exercised: inout Exercised) throws {
        var coverage = Coverage()
        let mapped = read(payload, &coverage)
        #expect(mapped.isAcceptable, "\(comment) \(mapped.allIssues)")
        let records = try mapped.records()
        let walked = try WalkedJSON(payload)
        #expect(coverage.isBalanced, comment)
        #expect(coverage.leaves == walked.leafCount, comment)
        #expect(coverage.unknown == 0, comment)
        #expect(coverage.objects == 1 && coverage.records == records.count, comment)
        for (pointer, field) in coverage.fields {
            let member = walked[pointer]
            #expect(member != nil, "\(pointer) is not there: \(comment)")
            #expect(field.seen == 1 && (field.filled == 1) == (member.map(walked.text) != "null"), comment)
            #expect(field.note != "", comment)
        }
        let rules = mapping.rules
        for pointer in mapping.plan.pointers {
            guard let field = coverage.fields[pointer] else {
                #expect(walked[pointer] == nil, "\(pointer) is not accounted for: \(comment)")
                continue
            }
            let isDropped = rules.filter { $0.sources.contains(pointer) }.allSatisfy { $0.word == "drop" }
            #expect(field.disposition != .unknown, comment)
            if isDropped { #expect(field.disposition == .dropped, comment) }
            if field.disposition == .mapped, field.filled == 1 { exercised.read.insert(pointer) }
        }
        if records.contains(where: { $0.header.remarks?.unmapped != nil }) { exercised.read.insert("*") }
        // Again, and among others that are no good.
        let again = read(payload, &coverage)
        #expect(try again.records() == records, comment)
        var others = coverage
        for bad in ["", "[]", "{", "{\"Id\":1}", String(payload.dropLast())] { _ = read(bad, &others) }
        #expect(try self.records(payload) == records, comment)
        for record in records {
            let document = try Target(json: record.json())
            #expect(document == record, "\(document.changes(to: record)) \(record.jsonText()) \(comment)")
        }
    }

    /// GetPut: what did not change is not touched.
    func checkWritingBack() throws {
        let original = Array(payload.utf8)
        let (object, issues) = try mapping.write(records(payload), onto: original, in: context)
        #expect(object == original, "\(comment) became \(String(decoding: object, as: UTF8.self))")
        #expect(issues == [], comment)
    }

    /// A new object says what the old one said.
    func checkWritingAnew(_ expectations: MappingExpectations<Target>, _ exercised: inout Exercised) throws {
        let before = try records(payload)
        let text = mapping.write(before, in: context)
        let walked = try WalkedJSON(payload)
        let anew = try WalkedJSON(text)
        let after = try records(text)
        #expect(
            after.map(expectations.loosened).elementsEqual(before.map(expectations.loosened)),
            "\(comment) became \(text): \(zip(before, after).flatMap { $0.changes(to: $1) })"
        )
        var coverage = Coverage()
        _ = read(payload, &coverage)
        for pointer in mapping.plan.pointers where !expectations.loose.contains(pointer) {
            guard coverage.fields[pointer]?.disposition != .dropped else { continue }
            let old = walked[pointer].map(walked.text)
            let new = anew[pointer].map(anew.text)
            #expect(
                (old == nil) == (new == nil),
                "\(pointer) was \(old ?? "absent"), is \(new ?? "absent"): \(comment) \(text)"
            )
            #expect((old == "null") == (new == "null"), "\(pointer): \(comment) \(text)")
        }
        // What no rule names is there, white space aside, however its name is written.
        for (pointer, field) in coverage.fields where field.disposition == .kept {
            let old = walked[pointer].map { JSONMinifier.minified($0, of: walked) }
            let new = anew[pointer].map { JSONMinifier.minified($0, of: anew) }
            #expect(old == new, "\(pointer): \(comment) became \(text)")
            exercised.written.insert("*")
        }
        #expect(mapping.write(before, in: context) == text)
    }

    /// PutGet: what changed is read again, and nothing else was touched.
    func checkChanges(
        _ expectations: MappingExpectations<Target>,
        _ exercised: inout Exercised,
        _ random: inout MappingRandom
    ) throws {
        var changed = try records(payload)
        var touched: Set<String> = []
        var names: [String] = []
        for _ in 0..<(1 + random.below(3)) {
            let change = random.one(of: expectations.changes)
            guard touched.isDisjoint(with: change.pointers), change.make(&changed, &random) else { continue }
            touched.formUnion(change.pointers)
            names.append(change.name)
        }
        exercised.changes.formUnion(names)
        let original = Array(payload.utf8)
        let (object, issues) = try mapping.write(changed, onto: original, in: context)
        let comment: Comment = "\(self.comment) with \(names) became \(String(decoding: object, as: UTF8.self))"
        #expect(issues == [], comment)
        let after = try records(String(decoding: object, as: UTF8.self))
        #expect(after.map(\.id) == changed.map(\.id), comment)
        for (expected, found) in zip(changed, after) {
            let differences = found.changes(to: expected).filter { $0.path.description != "header.remarks" }
                .filter { !$0.path.description.hasPrefix("header.remarks.unmapped") }
            #expect(differences == [], comment)
        }
        let walked = try WalkedJSON(original)
        let written = try WalkedJSON(object)
        #expect(
            walked.bytes(without: touched) { written[$0] == nil }
                == written.bytes(without: touched) { walked[$0] == nil },
            comment
        )
        try checkPatches(changed, onto: original, after: object, touched)
        for pointer in touched {
            let old = walked[pointer].map(walked.text)
            let new = written[pointer].map(written.text)
            if old != new { exercised.written.insert(pointer) }
        }
    }
}

extension JSONMinifier {
    /// The text of a member, white space taken out.
    static func minified(_ member: WalkedJSON.Member, of walked: WalkedJSON) -> String {
        var text = walked.text(of: member)
        return text.withUTF8 { String(decoding: minified($0), as: UTF8.self) }
    }
}
