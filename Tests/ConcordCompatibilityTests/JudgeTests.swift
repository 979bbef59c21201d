import ConcordCompatibility
import ConcordModel
import ConcordTesting
import Testing

@Suite(.enabled(if: Judge.isPresent, "python3 with jsonschema is not there"))
struct JudgeTests {
    /// Every counterexample of the suites, under both schemas.
    @Test(.enabled(if: Suites.folder != nil, "CONCORD_SUITES is not set"))
    func counterexamplesHold() throws {
        var cases: [Judge.Case] = []
        func add(_ answer: Containment, _ old: JSONSchema, _ new: JSONSchema, _ assertsFormats: Bool) {
            guard let document = answer.counterexample?.document else { return }
            cases.append(Judge.Case(schema: old, document: document, expected: true, assertsFormats: assertsFormats))
            cases.append(Judge.Case(schema: new, document: document, expected: false, assertsFormats: assertsFormats))
        }
        for pair in try Suites.containment() {
            let answer = pair.first.implies(pair.second, options: pair.options)
            add(answer, pair.first, pair.second, pair.options.assertsFormats)
        }
        for test in try Suites.registry() {
            add(test.old.implies(test.new), test.old, test.new, true)
            add(test.new.implies(test.old), test.new, test.old, true)
        }
        let result = try Judge.run(cases)
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
        var cases: [Judge.Case] = []
        for document in record.written(count: count, seed: seed) {
            cases.append(Judge.Case(schema: record.writer, document: document, expected: true))
            cases.append(Judge.Case(schema: record.reader, document: document, expected: true))
        }
        // Leap seconds are no times to this judge.
        for document in record.sampled(count: max(count, 30), seed: seed) where !document.description.contains(":60") {
            cases.append(Judge.Case(schema: record.reader, document: document, expected: true))
        }
        for document in record.broken(count: count, seed: seed) {
            let isValid = SchemaValidator(record.reader).validate(document).isValid
            cases.append(Judge.Case(schema: record.reader, document: document, expected: isValid))
        }
        let result = try Judge.run(cases)
        #expect(result.status == 0, "seed \(seed): \(result.lines.suffix(5).joined(separator: "\n"))")
    }
}
