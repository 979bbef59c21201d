import ConcordCompatibility
import ConcordModel
import ConcordTesting
import Testing

@Suite(.enabled(if: Judge.isPresent, "python3 with jsonschema is not there"))
struct JudgeTests {
    /// Every counterexample of the suites, under both schemas.
    @Test(.enabled(if: Suites.folder != nil, "CONCORD_SUITES is not set"))
    func counterexamplesHold() throws {
        var questions: [Judge.Question] = []
        func add(_ answer: Containment, _ old: JSONSchema, _ new: JSONSchema, _ assertsFormats: Bool) {
            guard let document = answer.counterexample?.document else { return }
            for (schema, expected) in [(old, true), (new, false)] {
                questions.append(
                    Judge.Question(schema: schema, assertsFormats: assertsFormats, cases: [(document, expected)])
                )
            }
        }
        for pair in try Suites.containment() {
            let answer = pair.first.implies(pair.second, options: pair.options)
            add(answer, pair.first, pair.second, pair.options.assertsFormats)
        }
        for test in try Suites.registry() {
            add(test.old.implies(test.new), test.old, test.new, true)
            add(test.new.implies(test.old), test.new, test.old, true)
        }
        let result = try Judge.run(questions)
        print("judge of counterexamples:", result.lines.suffix(1).joined())
        let wrong = result.lines.filter { $0.contains(": expected") }
        if Suites.isVerbose { for line in wrong { print(line) } }
        #expect(wrong.count <= Self.knownDepartures, "\(wrong.prefix(20).joined(separator: "\n"))")
    }

    /// Answers in which the judge departs from the standards: to its patterns U+FEFF is no white space, every text with an
    /// "@" is an email, a time has no offset, and a URI is not looked at where a package of its own is not installed.
    static let knownDepartures = 24

    @Test(arguments: Exported.all)
    func judgeAndValidatorAgreeOnExportedSchemas(_ record: Exported) throws {
        for (seed, count) in Exported.batches { try judge(record, count, seed) }
    }

    private func judge(_ record: Exported, _ count: Int, _ seed: UInt64) throws {
        let written = record.written(count: count, seed: seed)
        var reader = Judge.Question(schema: record.reader, cases: written.map { ($0, true) })
        // Leap seconds are no times to this judge.
        for document in record.sampled(count: max(count, 30), seed: seed) where !document.description.contains(":60") {
            reader.cases.append((document, true))
        }
        let validator = SchemaValidator(record.reader)
        for document in Exported.broken(written, seed: seed) {
            reader.cases.append((document, validator.validate(document).isValid))
        }
        let result = try Judge.run([
            Judge.Question(schema: record.writer, cases: written.map { ($0, true) }), reader,
        ])
        #expect(result.status == 0, "seed \(seed): \(result.lines.suffix(5).joined(separator: "\n"))")
    }
}
