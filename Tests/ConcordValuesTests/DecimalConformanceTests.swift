import ConcordValues
import Foundation
import Testing

private let suites = ProcessInfo.processInfo.environment["CONCORD_SUITES"]

/// The test suite of General Decimal Arithmetic (Mike Cowlishaw's `decTest` files) against ``ExactDecimal``.
///
/// Every case whose operands and result exist here is run; the others are counted by the reason why not, and the counts
/// are pinned, so that a change that runs fewer cases is seen as well as one that fails them.
@Suite("General Decimal Arithmetic", .enabled(if: suites != nil, "CONCORD_SUITES is not set"))
struct DecimalConformanceTests {
    struct Expectation: Sendable, CustomTestStringConvertible {
        let file: String
        let passed: Int
        let passedButForSignOfZero: Int
        let skipped: [DecimalTestSkip: Int]

        var testDescription: String { file }
    }

    static let expectations: [Expectation] = [
        Expectation(
            file: "add",
            passed: 1_645,
            passedButForSignOfZero: 41,
            skipped: [.noOperand: 2, .special: 186, .farOperand: 202, .overflow: 24]
        ),
        Expectation(
            file: "multiply",
            passed: 219,
            passedButForSignOfZero: 26,
            skipped: [.noOperand: 2, .special: 117, .longOperand: 2, .farOperand: 155]
        ),
        Expectation(
            file: "quantize",
            passed: 474,
            passedButForSignOfZero: 47,
            skipped: [.noOperand: 2, .special: 103, .farOperand: 149]
        ),
        Expectation(
            file: "compare",
            passed: 500,
            passedButForSignOfZero: 0,
            skipped: [.noOperand: 2, .special: 91, .farOperand: 46]
        ),
        Expectation(
            file: "comparetotal",
            passed: 445,
            passedButForSignOfZero: 0,
            skipped: [.noOperand: 2, .special: 131, .farOperand: 46, .negativeZero: 46]
        ),
        Expectation(
            file: "rounding",
            passed: 842,
            passedButForSignOfZero: 16,
            skipped: [.operation: 104, .farOperand: 68]
        ),
    ]

    @Test(arguments: expectations)
    func everyApplicableCasePasses(_ expectation: Expectation) throws {
        let folder = try #require(suites) + "/dectest"
        let file = try DecimalTestFile(expectation.file, in: folder)
        var passed = 0
        var passedButForSignOfZero = 0
        var skipped: [DecimalTestSkip: Int] = [:]
        for testCase in file.cases {
            switch testCase.run() {
            case .passed: passed += 1
            case .passedButForSignOfZero: passedButForSignOfZero += 1
            case .skipped(let reason): skipped[reason, default: 0] += 1
            case .failed(let message):
                Issue.record("\(testCase.id) \(testCase.operation) \(testCase.operands): \(message)")
            }
        }
        print(Self.table(file, passed, passedButForSignOfZero, skipped))
        #expect(passed == expectation.passed)
        #expect(passedButForSignOfZero == expectation.passedButForSignOfZero)
        #expect(skipped == expectation.skipped)
    }

    private static func table(
        _ file: DecimalTestFile,
        _ passed: Int,
        _ passedButForSignOfZero: Int,
        _ skipped: [DecimalTestSkip: Int]
    ) -> String {
        var rows = ["\(file.name).decTest: \(file.cases.count) cases"]
        func row(_ count: Int, _ what: String) {
            let digits = String(count)
            rows.append(String(repeating: " ", count: max(0, 7 - digits.count)) + digits + "  " + what)
        }
        row(passed, "passed")
        row(passedButForSignOfZero, "passed, negative zero read as zero")
        row(skipped.values.reduce(0, +), "skipped")
        for reason in DecimalTestSkip.allCases {
            if let count = skipped[reason] { row(count, "  \(reason.rawValue)") }
        }
        return rows.joined(separator: "\n")
    }
}
