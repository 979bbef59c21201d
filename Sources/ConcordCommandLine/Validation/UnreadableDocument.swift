import ConcordMapping
import ConcordSchema
import ConcordValues
import ConcordVersions

/// Bytes that are no document of a record that the command knows, and why.
struct UnreadableDocument {
    /// What is wrong, with its place in the stream.
    private(set) var issue: Issue

    /// What the bytes are instead, in a few words: `not JSON`.
    private let summary: String

    /// What of a stream is no JSON object.
    ///
    /// - Parameters:
    ///   - payload: The bytes.
    ///   - issue: Why they are none.
    init(_ payload: Payload, _ issue: Issue) {
        self.issue = issue
        if issue.code == .payloadTooLarge {
            summary = "too large"
        } else {
            summary = Self.isJSON(payload) ? "JSON, but no record" : "not JSON"
        }
    }

    /// A document that names no schema, or one that nobody published.
    ///
    /// - Parameters:
    ///   - payload: The document.
    ///   - schema: The schema that it names; empty if it names none.
    init(_ payload: Payload, naming schema: String) {
        let place = JSONPlace.range(of: ["schema"], in: payload.bytes)?.lowerBound ?? 0
        summary = "no known record"
        issue = Issue(
            .schemaMissing,
            position: payload.position.advanced(over: UnsafeBufferPointer(rebasing: payload.bytes[..<place])),
            expected: "a canonical record, which names its schema",
            remedy: "Begin it as {\"schema\":\"customer/3\" does; concord schema list names the records."
        )
        guard !schema.isEmpty else { return }
        issue.observed = "\"\(schema)\""
        let name = schema.prefix { $0 != "/" }
        guard let history = VersionCatalogue.histories.first(where: { $0.name == name }) else {
            let nearest = NearestName.find(schema, among: SchemaCatalogue.records.map(\.tag))
            issue.code = .schemaMismatch
            issue.expected = "the schema of a canonical record"
            issue.remedy = nearest.map { "Did you mean \"\($0)\"?" } ?? "concord schema list names the records."
            return
        }
        let newest = "\(history.name)/\(history.newest)"
        let isNewer = Int(schema.dropFirst(name.count + 1)).map { $0 > history.newest } ?? false
        issue.code = .unknownVersion
        issue.expected = "a published version: \(history.versions.map(\.tag).joined(separator: ", "))"
        issue.remedy = (isNewer ? "Use a newer concord, or have" : "Have") + " the sender write \(newest)."
    }

    /// What is wrong, in one line as compilers print theirs.
    ///
    /// - Parameter file: The name of what the bytes are from.
    /// - Returns: The line.
    func text(in file: String) -> String {
        let place = issue.position.map { ":\($0.line):\($0.column)" } ?? ""
        let byte = issue.position.map { " at byte \($0.offset)" } ?? ""
        var text = "\(file)\(place): \(issue.severity.rawValue): \(summary)\(byte): expected \(issue.expected)"
        if let observed = issue.observed { text += ", found \(observed)" }
        if let remedy = issue.remedy { text += ". \(remedy)" }
        return "\(text) [\(issue.code)]".onOneLine
    }

    private static func isJSON(_ payload: Payload) -> Bool {
        var reader = JSONReader(payload.bytes)
        do throws(ReadFailure) {
            try reader.skipValue()
            try reader.finish()
            return true
        } catch {
            return false
        }
    }
}
