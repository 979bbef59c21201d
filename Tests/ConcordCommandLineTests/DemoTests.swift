#if CommandLine
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord demo")
struct DemoTests {
    private static let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/demo.txt")

    @Test("It is told as it was (RECORD_GOLDEN=1 records it anew)")
    func golden() throws {
        let result = Shell.run("demo")
        #expect(result.status == 0)
        #expect(result.errors == "")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: Self.golden.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(result.output.utf8).write(to: Self.golden)
            Issue.record("recorded \(Self.golden.path); look at the difference and run again without RECORD_GOLDEN")
            return
        }
        let expected = try String(contentsOf: Self.golden, encoding: .utf8)
        guard result.output != expected else { return }
        let before = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let after = result.output.split(separator: "\n", omittingEmptySubsequences: false)
        let difference = after.difference(from: before)
            .map { change in
                switch change {
                case .remove(let line, let text, _): (line, "\(line + 1) - \(text)")
                case .insert(let line, let text, _): (line, "\(line + 1) + \(text)")
                }
            }
        let lines = difference.sorted { $0.0 < $1.0 }.map(\.1)
        Issue.record("the demonstration is not told as in \(Self.golden.path):\n\(lines.joined(separator: "\n"))")
    }

    @Test("Width and terminal change nothing but colour")
    func terminal() {
        let plain = Shell.run("demo")
        #expect(Shell.run("demo", columns: 40, isTerminal: true).output == plain.output)
        #expect(!plain.output.contains("\u{1B}"))
        #expect(plain.lines.allSatisfy { $0.count <= 100 })
    }

    @Test("Without its fixtures it says where they should be")
    func missing() {
        let result = Shell.run("demo", "--fixtures", "/nowhere")
        #expect(result.status == 66)
        #expect(
            result.errors == """
                concord: cannot read /nowhere/salesforce/account-query.json: no such file or directory
                The demonstration reads the payloads in the package's folder Fixtures; say where it is with --fixtures FOLDER.

                """
        )
    }
}
#endif
