import ConcordTesting
import Testing

/// Expects a text to be that of a checked-in file in the folder Golden.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let difference = GoldenFile("Golden/\(name)").difference(from: text)
    if difference != "" { Issue.record("\(difference)", sourceLocation: sourceLocation) }
}
