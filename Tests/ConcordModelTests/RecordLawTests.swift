import ConcordModel
import ConcordSchema
import ConcordTesting
import Testing

/// The laws of records, for every canonical record.
@Suite struct RecordLawTests {
    /// One line a record.
    static let records: [CheckedRecord] = [
        CheckedRecord(TimeEntry.self)
    ]

    @Test(arguments: records)
    func laws(_ record: CheckedRecord) {
        withKnownIssue("the path of an issue lacks a member that has its object's name", isIntermittent: true) {
            for violation in record.violations() { Issue.record("\(violation)") }
        } matching: { issue in
            // See RecordDocumentTests.missingAndDoubleMembersNamedAsTheirObject.
            issue.comments.contains { Self.isShortenedPath($0.rawValue) }
        }
    }

    /// Whether what was expected is an issue at `amount.amount` and what was found is that at `amount`.
    private static func isShortenedPath(_ violation: String) -> Bool {
        let lines = violation.split(separator: "\n").prefix(3)
        guard lines.count == 3, lines[1].hasPrefix("expected ") else { return false }
        for code in ["field.missing", "json.duplicateKey"] {
            guard let at = lines[1].firstRange(of: "\(code) at ") else { continue }
            let path = lines[1][at.upperBound...].prefix { $0 != "," }.split(separator: ".")
            guard path.count > 1, path.last == path.dropLast().last else { continue }
            return lines[2].contains("error \(code) at \(path.dropLast().joined(separator: ".")),")
        }
        return false
    }
}

/// A record type whose laws are checked.
struct CheckedRecord: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let violations: @Sendable () -> [LawViolation]

    init<R: CanonicalRecord>(_ type: R.Type) {
        testDescription = R.schema.description.tag
        violations = { RecordLaws<R>(count: 40, seed: 20_260_302).check() }
    }
}
