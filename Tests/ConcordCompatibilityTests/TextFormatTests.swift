import ConcordCompatibility
import ConcordHistory
import ConcordSchema
import ConcordTesting
import ConcordVersions
import Testing

/// What an exported schema says of a text is what the reader of that text says.
@Suite struct TextFormatTests {
    @Test func everyFormatOfEveryVersionIsHere() {
        var found: Set<String> = []
        func visit(_ shape: FieldShape) {
            switch shape {
            case .text(let format, _): found.insert(format)
            case .list(let item, _): visit(item)
            case .optional(let value): visit(value)
            case .record(let record): for field in record.fields { visit(field.shape) }
            case .code, .integer, .boolean: break
            }
        }
        for version in RecordHistories.published.flatMap(\.versions) { visit(.record(version)) }
        // Any text at all, and any value at all.
        found.subtract(["text", "json"])
        #expect(found.subtracting(TextFormat.all.map(\.name)) == [])
    }

    @Test(arguments: TextFormat.all)
    func schemaAndReaderAgree(_ format: TextFormat) {
        let validator = SchemaValidator(format.schema)
        #expect(JSONSchema.describes(format: format.name))
        #expect(format.schema.opaqueKeywords.isEmpty)
        for (texts, expected) in [(format.accepted, true), (format.refused, false)] {
            for text in texts {
                #expect(validator.validate(TextFormat.document(text)).isValid == expected, "\(text)")
                #expect(format.reads(text) == expected, "\(text)")
            }
        }
    }

    /// Texts that are nearly of the format, each a few characters away from one that is.
    @Test(arguments: TextFormat.all)
    func schemaAndReaderAgreeOnTextsNearby(_ format: TextFormat) {
        let validator = SchemaValidator(format.schema)
        let alphabet = Array("0123456789AZaz-+.:/[]_ TZé\u{7F}") + format.accepted.joined()
        var random = SeededGenerator(seed: 17)
        for _ in 0..<500 {
            var text = Array(random.one(of: format.accepted))
            for _ in 0...random.number(in: 0...2) {
                let place = random.number(in: 0...text.count)
                let range = place..<min(text.count, place + random.number(in: 0...1))
                text.replaceSubrange(range, with: random.happens(percent: 70) ? [random.one(of: alphabet)] : [])
            }
            // A leap second at another offset than UTC's is the reader's to accept.
            guard !text.joined.contains(":60") else { continue }
            let isValid = validator.validate(TextFormat.document(text.joined)).isValid
            #expect(isValid == format.reads(text.joined), "seed 17: \(text.joined)")
        }
    }

    @Test(.enabled(if: Judge.isPresent, "python3 with jsonschema is not there"))
    func theJudgeAgrees() throws {
        let questions = TextFormat.all.map { format in
            Judge.Question(
                schema: format.schema,
                cases: format.accepted.map { (TextFormat.document($0), true) }
                    + format.refused.map { (TextFormat.document($0), false) }
            )
        }
        let result = try Judge.run(questions)
        #expect(result.status == 0, "\(result.lines.joined(separator: "\n"))")
    }
}

extension [Character] {
    fileprivate var joined: String { String(self) }
}
