import Foundation
import Testing

/// Compares a text with a file that is checked in; `RECORD_GOLDEN=1` records it anew, and fails.
func expectGolden(_ text: String, _ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden").appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(file.path); look at the difference and run again without RECORD_GOLDEN")
        return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    guard text != expected else { return }
    let before = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let difference = text.split(separator: "\n", omittingEmptySubsequences: false).difference(from: before)
    let lines = difference.map { change in
        switch change {
        case .remove(let line, let text, _): "\(line + 1) - \(text)"
        case .insert(let line, let text, _): "\(line + 1) + \(text)"
        }
    }
    Issue.record("not as in \(file.path):\n\(lines.joined(separator: "\n"))")
}
