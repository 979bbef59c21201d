import ConcordSchema
import ConcordTesting
import ConcordValues
import Testing

@Suite struct DocumentGeneratorTests {
    private func documents(_ count: UInt64, _ configure: (inout DocumentGenerator) -> Void = { _ in }) -> [[UInt8]] {
        var generator = DocumentGenerator(Retainer.schema.description)
        configure(&generator)
        return (0..<count)
            .map { seed in
                var random = SeededGenerator(seed: seed)
                return generator.document(using: &random)
            }
    }

    @Test func sameSeedSameDocument() {
        #expect(documents(20) == documents(20))
        #expect(Set(documents(20)).count == 20)
    }

    @Test func seedsFollowTheAlgorithm() {
        // The first numbers of SplitMix64 from 0, as its authors' reference program gives them.
        var random = SeededGenerator(seed: 0)
        #expect(random.next() == 0xE220_A839_7B1D_CDAF)
        #expect(random.next() == 0x6E78_9E6A_A1B9_65F4)
        #expect(random.seed == 0)
    }

    @Test func documentsShowEverything() throws {
        let documents = documents(300)
        let trees = try documents.map { try #require(DocumentTree($0)) }
        let fields = Retainer.schema.description.fields
        for field in fields {
            let values = trees.map { $0[field.name] }
            #expect(field.isRequired == !values.contains(nil), "\(field.name)")
            if case .optional = field.shape { #expect(values.contains(.null), "\(field.name)") }
            if case .list = field.shape { #expect(values.contains(.array([])), "\(field.name)") }
            #expect(Set(values).count > 1, "\(field.name)")
        }
        let names = Set(fields.map(\.name) + ["schema"])
        #expect(trees.contains { !$0.members.allSatisfy { names.contains($0.name.description) } })
        // Unknown members inside composites and list items too.
        #expect(trees.contains { ($0["monthly"]?.members.count ?? 0) > 2 })
        #expect(trees.contains { tree in tree["ceilings"]?.items.contains { $0.members.count > 2 } ?? false })
        #expect(trees.contains { $0.members.first?.name != "schema" })
        #expect(documents.contains { $0.contains(0x0A) })
        let rhythms = Set(trees.compactMap { $0["rhythm"]?.text })
        #expect(rhythms.isSuperset(of: RetainerRhythm.codes) && rhythms.count > RetainerRhythm.codes.count)
    }

    @Test func everythingCanBeLeftOut() throws {
        let documents = documents(100) {
            $0.hasUnknownMembers = false
            $0.hasUnknownCodes = false
            $0.hasAnyOrder = false
            $0.hasWhiteSpace = false
            $0.hasNeedlessEscapes = false
        }
        for document in documents {
            #expect(Draft<Retainer>(json: document).issues.isEmpty)
            let record = try Retainer(json: document)
            #expect(record.remainder.members.isEmpty)
            let tree = try #require(DocumentTree(document))
            #expect(tree.compact == document)
            #expect(tree.members.first?.name == "schema")
        }
    }

    @Test func valuesKeepTheirRules() throws {
        for document in documents(200) {
            let tree = try #require(DocumentTree(document))
            for interval in [tree["term"]] + (tree["pauses"]?.items ?? []) {
                guard let from = interval?["from"]?.text, let through = interval?["through"]?.text else { continue }
                #expect(from <= through)
            }
            let keys = (tree["parts"]?.items ?? []).map { $0["number"] }
            #expect(Set(keys).count == keys.count)
        }
    }

    @Test func hostsAddTheirOwnRules() throws {
        struct CostCentre: HostText {
            var text: String
            static var shape: FieldShape { .text(format: "cost-centre", examples: []) }
        }
        var generator = DocumentGenerator(Bearer<CostCentre>.schema.description)
        generator.rules.setTexts(ofFormat: "cost-centre") { "K\($0.number(in: 1000...9999))" }
        generator.rules.setCorrection(ofRecord: "bearer") { bearer, _ in
            bearer["note"] = bearer["value"]
        }
        for seed in 0..<UInt64(20) {
            var random = SeededGenerator(seed: seed)
            let tree = try #require(DocumentTree(generator.document(using: &random)))
            let text = try #require(tree["value"]?.text)
            #expect(text.count == 5 && text.hasPrefix("K"))
            #expect(tree["note"]?.text == text)
        }
    }

    @Test func positiveExchangeRates() throws {
        struct Quotation: Composite {
            var rate: ExactDecimal
            var baseUnits: ExactDecimal = 1
            static let schema = RecordSchema("exchange-rate", "A rate.", blank: Quotation(rate: .placeholder)) {
                Field("rate", \.rate, "The rate.")
                Field("baseUnits", \.baseUnits, "The units that it is for.", hasDefault: true)
            }
        }
        for seed in 0..<UInt64(200) {
            var random = SeededGenerator(seed: seed)
            let generator = DocumentGenerator(Bearer<Quotation>.schema.description)
            let value = try Bearer<Quotation>(json: generator.document(using: &random)).value
            #expect(!value.rate.isZero && !value.rate.isNegative)
            #expect(!value.baseUnits.isZero && !value.baseUnits.isNegative)
        }
    }
}
