#if CommandLine
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord validate")
struct ValidateTests {
    private static func validate(_ input: String, _ options: String...) -> Shell.Result {
        Shell.run(input: input) { ConcordTool.run(["validate", "-", "--today", "2026-11-21"] + options, on: $0) }
    }

    @Test("What is not JSON is told so, with its line, its column and its byte")
    func notJSON() throws {
        let entry = try Self.line(of: "canonical/time-entry.json")
        let result = Self.validate(entry + "\nhello there\n{\"schema\":\"time-entry/2\",\"id\":te-1}\n")
        #expect(result.status == 1)
        #expect(result.lines.count == 2)
        #expect(result.lines[0].hasPrefix("-:2:1: error: not JSON at byte \(entry.utf8.count + 1): expected "))
        #expect(result.lines[1].hasPrefix("-:3:31: error: not JSON at byte \(entry.utf8.count + 43): expected "))
        #expect(result.errors.hasPrefix("concord: 1 record: 1 valid, 0 refused; 2 documents of no known record\n"))
        let none = Self.validate("id;worked\nte-1;480\n")
        #expect(none.status == 65)
        #expect(none.output.hasPrefix("-:1:1: error: not JSON at byte 0: expected "))
        #expect(!none.output.contains("schema"))
        let number = Self.validate("[17]")
        #expect(number.output.hasPrefix("-:1:2: error: JSON, but no record at byte 1: expected an object"))
    }

    @Test("Programs are told the same as an object")
    func notJSONForPrograms() {
        let result = Self.validate("hello\n", "--format", "json")
        #expect(result.lines.count == 1)
        #expect(result.output.contains(#""outcome":"unreadable","issues":[{"code":"json."#))
        #expect(result.output.contains(#""position":{"offset":0,"line":1,"column":1}"#))
    }

    @Test("A document that names no schema, or none that is known, is told what to do")
    func unknown() {
        let none = Self.validate(#"{"id":"te-1"}"#)
        #expect(none.status == 65)
        #expect(none.output.contains("-:1:1: error: no known record at byte 0: expected a canonical record"))
        #expect(none.output.contains("[schema.missing]"))
        let near = Self.validate(#"{"schema":"time-entri/2"}"#)
        #expect(near.output.contains(#"found "time-entri/2". Did you mean "time-entry/2"? [schema.mismatch]"#))
    }

    @Test("Documents of an older version are read through the history, which is told")
    func older() throws {
        let first = try Self.line(of: "versions/time-entry/1.json")
        let (one, two) = (Self.validate(first), Self.validate(try Self.line(of: "versions/time-entry/2.json")))
        #expect(one.status == 0)
        // The first version had no steps of approval, so the rules of the second one miss them.
        #expect(one.lines.count == 1)
        #expect(one.output.hasPrefix("-:1: time-entry/1 te-1: warning time-entry.approvedBySomebody at approval.steps"))
        #expect(one.errors.contains("concord: 1 record of time-entry/1, read as time-entry/2\n"))
        #expect(!two.errors.contains("read as"))
        let json = Self.validate(first, "--format", "json")
        #expect(json.output.contains(#""schema":"time-entry/1","readAs":"time-entry/2""#))
    }

    @Test("What is wrong with an older document is told in the names of its own version")
    func olderRefused() throws {
        let first = try Self.line(of: "versions/time-entry/1.json")
        let wrong = try #require(first.range(of: #""hours":\s*"[^"]*""#, options: .regularExpression))
        let result = Self.validate(first.replacingCharacters(in: wrong, with: #""hours":"much""#))
        #expect(result.status == 1)
        #expect(result.output.hasPrefix("-:1: time-entry/1 te-1: error "))
        #expect(result.output.contains(" at hours, "))
    }

    @Test("Older documents are at hand beside others too")
    func olderBeside() throws {
        let project = Shell.fixture("versions/project/1.json")
        let result = Self.validate(try Self.line(of: "canonical/time-entry.json"), "--beside", project)
        #expect([0, 1].contains(result.status))
        let broken = try Shell.temporary("hello")
        let refused = Self.validate("", "--beside", broken)
        #expect(refused.status == 65)
        #expect(refused.errors.contains(":1:1: error: not JSON at byte 0: expected "))
    }

    @Test(
        "A version that was never published is refused",
        arguments: [("time-entry/9", "Use a newer concord, or have the sender"), ("time-entry/0", "Have the sender")]
    )
    func unpublished(schema: String, remedy: String) {
        let result = Self.validate(#"{"schema":"\#(schema)","id":"te-1"}"#)
        #expect(result.status == 65)
        #expect(
            result.output
                == "-:1:11: error: no known record at byte 10: expected a published version: time-entry/1, time-entry/2, "
                + "found \"\(schema)\". \(remedy) write time-entry/2. [version.unknown]\n"
        )
    }

    /// A fixture on one line.
    private static func line(of fixture: String) throws -> String {
        let text = try String(contentsOfFile: Shell.fixture(fixture), encoding: .utf8)
        return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined()
    }
}
#endif
