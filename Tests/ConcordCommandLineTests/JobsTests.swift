#if CommandLine
import ConcordTesting
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord map --jobs")
struct JobsTests {
    private static func map(_ jobs: Int, _ arguments: [String], input: String, chunk: Int) throws -> [String] {
        let (rejects, coverage) = (try Shell.temporary(), try Shell.temporary())
        let result = Shell.run(input: input, chunk: chunk) { console in
            ConcordTool.run(
                ["map", "--system", "salesforce:emea", "--object", "Opportunity", "--currency", "EUR"]
                    + ["--rejects", rejects, "--coverage-to", coverage, "--jobs", "\(jobs)"] + arguments,
                on: console
            )
        }
        let files = try [rejects, coverage].map { try String(contentsOfFile: $0, encoding: .utf8) }
        return ["\(result.status)", result.output, result.errors] + files
    }

    /// Objects in all the ways in which they may stand in a stream, and mistakes between them.
    private static func stream(_ random: inout SeededGenerator) -> String {
        func object() -> String {
            let stage = ["Prospecting", "Parked", "Qualification", "Closed Won"].randomElement(using: &random) ?? ""
            let number = Int.random(in: 100...999, using: &random)
            return #"{"Id":"0065g00000Qm\#(number)AAA","Name":"Lot \#(number)","StageName":"\#(stage)","#
                + #""Amount":\#(number).50,"IsClosed":false,"IsWon":false,"x":{"y":[1,"}\n"]}}"#
        }
        func lines() -> String { object().replacing(",\"", with: ",\n  \"") }
        var text = ""
        // Long stretches of one kind, so that the reader's ways of splitting follow each other.
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let kind = Int.random(in: 0..<9, using: &random)
            for _ in 0..<Int.random(in: 1...30, using: &random) {
                switch kind {
                case 0...2: text += object() + "\n"
                case 3: text += lines() + "\n"
                case 4:
                    text +=
                        #"{"totalSize":2,"done":\#(Bool.random(using: &random)),"nextRecordsUrl":"/n","records":["#
                        + object() + ",\n" + lines() + "]}\n"
                case 5: text += "[" + object() + ",\n" + object() + "]\n"
                case 6:
                    text += String(object().dropLast(Int.random(in: 1...60, using: &random))) + "\n" + object() + "\n"
                case 7: text += object() + object() + " " + lines()
                default:
                    text +=
                        ["Id;Name\n", "\n\n", "{\n", "]\n", "\"\n", object() + "\r\n"].randomElement(using: &random)
                        ?? ""
                }
            }
        }
        return Bool.random(using: &random) ? text : text + object()
    }

    @Test("However many threads, however the input is cut: the same bytes", arguments: 0..<60)
    func same(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let stream = Self.stream(&random)
        let expected = try Self.map(1, ["-"], input: stream, chunk: 1 << 16)
        for jobs in [2, 3] {
            let chunk = [97, 600, 4000].randomElement(using: &random) ?? 600
            let found = try Self.map(jobs, ["-"], input: stream, chunk: chunk)
            #expect(found == expected, "seed \(seed), \(jobs) jobs, chunks of \(chunk)")
        }
    }

    @Test("Several files, a page, and one that says that more follow")
    func files() throws {
        let files = ["salesforce/opportunity-query.json", "salesforce/opportunity-page-1-of-2.json"].map(Shell.fixture)
        let expected = try Self.map(1, files, input: "", chunk: 1)
        #expect(expected[2].contains("more pages follow"))
        for jobs in [2, 5] { #expect(try Self.map(jobs, files, input: "", chunk: 1) == expected) }
    }

    @Test("Numbers of threads that cannot be meant")
    func refusals() {
        for jobs in ["0", "-1", "257"] {
            let result = Shell.run("map", "--system", "salesforce", "--object", "Account", "--jobs=\(jobs)", "-")
            #expect(result.status == 64)
            #expect(result.errors == "concord: --jobs is \(jobs); expected a number from 1 to 256\n")
        }
    }

    @Test("With explanations, one thread")
    func explained() {
        let file = Shell.fixture("salesforce/opportunity-query.json")
        let arguments = ["map", "--system", "salesforce", "--object", "Opportunity", "--explain", "all", file]
        let one = Shell.run { ConcordTool.run(arguments, on: $0) }
        let two = Shell.run { ConcordTool.run(arguments + ["--jobs", "2"], on: $0) }
        #expect(one.errors == two.errors)
        #expect(one.output == two.output)
    }
}
#endif
