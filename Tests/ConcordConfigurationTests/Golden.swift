import Foundation
import Testing

/// Compares a text with a checked-in file; with `RECORD_GOLDEN=1` in the environment, rewrites the file and fails.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("\(name) was written anew; run again without RECORD_GOLDEN", sourceLocation: sourceLocation)
        return
    }
    let golden = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard golden != text else { return }
    let old = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = new.difference(from: old)
        .map { change in
            switch change {
            case .remove(let offset, let line, _): (offset, "\(offset + 1) - \(line)")
            case .insert(let offset, let line, _): (offset, "\(offset + 1) + \(line)")
            }
        }
    Issue.record(
        """
        \(name) differs (- as checked in, + as it is now); RECORD_GOLDEN=1 writes it anew
        \(lines.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1).joined(separator: "\n"))
        """,
        sourceLocation: sourceLocation
    )
}
