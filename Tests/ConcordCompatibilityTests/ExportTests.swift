import ConcordCompatibility
import ConcordSchema
import ConcordTesting
import Testing

@Suite
struct ExportTests {
    /// What our writers write is what the writer's schema says, and the reader's.
    @Test(arguments: Exported.all)
    func writtenDocumentsAreValid(_ record: Exported) {
        let (writer, reader) = (SchemaValidator(record.writer), SchemaValidator(record.reader))
        for (seed, count) in Exported.batches {
            for document in record.written(count: count, seed: seed) {
                let answer = writer.validate(document)
                #expect(answer.isValid, "seed \(seed): \(answer)")
                #expect(reader.validate(document).isValid, "seed \(seed)")
            }
        }
    }

    /// What the reader's schema accepts is read.
    @Test(arguments: Exported.all)
    func acceptedDocumentsAreRead(_ record: Exported) throws {
        let reader = SchemaValidator(record.reader)
        for (seed, count) in Exported.batches {
            for document in record.sampled(count: max(count, 60), seed: seed) {
                #expect(reader.validate(document).isValid, "seed \(seed): \(document)")
                // Rules between members and of a number's sign are the reader's alone.
                let issues = record.issues(Array(document.description.utf8))
                    .filter {
                        $0.severity == .error && !Self.rulesBeyondSchemas.contains($0.code.rawValue)
                    }
                let found = issues.map { "\($0.code) \($0.path) \($0.expected)" }.prefix(3)
                #expect(issues.isEmpty, "seed \(seed): \(found)")
            }
        }
    }

    static let rulesBeyondSchemas: Set<String> = [
        "exchangeRate.notPositive", "interval.reversed",
    ]

    /// Documents with members and codes that nobody knows are read, and the reader's schema says so.
    @Test(arguments: Exported.all)
    func strangersAreAccepted(_ record: Exported) {
        let reader = SchemaValidator(record.reader)
        for (seed, count) in Exported.batches {
            for document in record.written(count: count, hasStrangers: true, seed: seed) {
                let answer = reader.validate(document)
                #expect(answer.isValid, "seed \(seed): \(answer)")
            }
        }
    }

    @Test(arguments: Exported.all)
    func everyRecordIsFullyCompatibleWithItself(_ record: Exported) {
        let revision = SchemaRevision(record.description)
        let verdict = CompatibilityChecker().verdict(revision, revision, mode: .writerAware)
        #expect(verdict.word == "FULL", "\(verdict.backward) \(verdict.forward)")
        #expect(record.reader.opaqueKeywords.isEmpty)
    }
}
