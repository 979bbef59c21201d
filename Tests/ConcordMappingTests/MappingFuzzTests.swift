import Concord
import Testing

/// Objects that are cut or altered: every one is read or refused, and nothing traps.
@Suite("Mapping fuzz")
struct MappingFuzzTests {
    @Test(arguments: MappingRandom.seeds(1))
    func damagedObjects(_ seed: UInt64) throws {
        var random = MappingRandom(seed: seed)
        try damage(Salesforce.account, PayloadRecipe.account.payload(&random).text(&random), seed, &random)
        try damage(Salesforce.opportunity, PayloadRecipe.opportunity.payload(&random).text(&random), seed, &random)
        try damage(Certinia.timecardHeader, PayloadRecipe.timecardHeader.payload(&random).text(&random), seed, &random)
    }

    private func damage<Target: CanonicalRecord>(
        _ mapping: Mapping<Target>,
        _ payload: String,
        _ seed: UInt64,
        _ random: inout MappingRandom
    ) throws {
        let context = try MappingLawsTests.context()
        let whole = Array(payload.utf8)
        let records = try mapping.read(payload, in: context).records()
        for length in 0..<whole.count {
            // Cut off, no object is whole.
            let cut = Array(whole[..<length])
            #expect(!read(mapping, cut, context).isAcceptable, "\(mapping.name), seed \(seed), cut at \(length)")
            #expect(throws: Refusal.self) { try mapping.write(records, onto: cut, in: context) }
            let byte = random.chance(50) ? UInt8(random.below(256)) : random.one(of: Array(#""\{}[],:0e-nt"#.utf8))
            var altered = whole
            altered[length] = byte
            let comment: Comment = "\(mapping.name), seed \(seed), byte \(length) is \(byte)"
            let mapped = read(mapping, altered, context)
            if !mapped.isAcceptable {
                #expect(mapped.allIssues.contains { $0.severity == .error && !$0.description.isEmpty }, comment)
            }
            guard let (object, _) = try? mapping.write(records, onto: altered, in: context) else { continue }
            // What can be written onto is JSON, and stays JSON.
            #expect((try? JSONText(String(decoding: object, as: UTF8.self))) != nil, comment)
            guard let own = try? mapped.records() else { continue }
            #expect(try mapping.write(own, onto: altered, in: context).object == altered, comment)
            for record in own {
                #expect((try? Target(json: record.json())) == record, comment)
                let anew = mapping.write(record, in: context)
                #expect((try? JSONText(anew)) != nil, "\(comment) \(anew)")
            }
        }
    }

    /// Values of any kind where others are expected.
    @Test(arguments: MappingRandom.seeds(100))
    func anythingAnywhere(_ seed: UInt64) throws {
        var random = MappingRandom(seed: seed)
        try scramble(Salesforce.account, .account, seed, &random)
        try scramble(Salesforce.opportunity, .opportunity, seed, &random)
        try scramble(Certinia.timecardHeader, .timecardHeader, seed, &random)
    }

    private func scramble<Target: CanonicalRecord>(
        _ mapping: Mapping<Target>,
        _ recipe: PayloadRecipe,
        _ seed: UInt64,
        _ random: inout MappingRandom
    ) throws {
        let context = try MappingLawsTests.context()
        var payload = recipe.payload(&random)
        for pointer in payload.values.keys.sorted() where random.chance(20) {
            payload.values[pointer] = PayloadRecipe.json(depth: 2, &random)
        }
        var text = payload.text(&random)
        var coverage = Coverage()
        let mapped = text.withUTF8 { mapping.read($0, in: context, coverage: &coverage) }
        let comment: Comment = "\(mapping.name), seed \(seed): \(text)"
        #expect(coverage.isBalanced, comment)
        #expect(coverage.leaves == (try WalkedJSON(text)).leafCount, comment)
        // Refused or not: what did not change is not touched.
        let drafts = mapped.drafts.map(\.value)
        #expect(try mapping.write(drafts, onto: Array(text.utf8), in: context).object == Array(text.utf8), comment)
        guard let records = try? mapped.records() else { return }
        for record in records { #expect((try? Target(json: record.json())) == record, comment) }
    }

    @Test func depthIsNoTrouble() throws {
        let context = try MappingLawsTests.context()
        let deep = String(repeating: "[", count: 100_000)
        for payload in [deep, "{\"Id\":\(deep)", "{\"x\":\(deep)\(String(repeating: "]", count: 100_000))}"] {
            let mapped = Salesforce.account.read(payload, in: context)
            #expect(!mapped.isAcceptable)
            #expect(mapped.allIssues.count == 1)
        }
        let kept =
            #"{"Id":"1","Name":"n","x":\#(String(repeating: "[", count: 500))\#(String(repeating: "]", count: 500))}"#
        let record = try Salesforce.account.read(kept, in: context).records()[0]
        #expect(Salesforce.account.write(record, in: context) == kept)
    }

    private func read<Target>(
        _ mapping: Mapping<Target>,
        _ bytes: [UInt8],
        _ context: MappingContext
    ) -> MappedObject<Target> {
        bytes.withUnsafeBufferPointer { mapping.read($0, in: context) }
    }
}
