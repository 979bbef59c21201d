import ConcordCompatibility
import Foundation

/// Python's jsonschema, where there is one.
enum Judge {
    struct Case {
        let schema: JSONSchema
        let document: JSONValue
        let expected: Bool
        var assertsFormats = true

        /// The case as a line, with the number of a schema that an earlier line gave.
        func line(_ schema: Int) -> String {
            let value: JSONValue = .object([
                JSONMember("schema", .number(JSONNumber(schema))), JSONMember("document", document),
                JSONMember("expected", .boolean(expected)), JSONMember("formats", .boolean(assertsFormats)),
            ])
            return value.description
        }
    }

    private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Judges/jsonschema.py").path

    /// Whether there is one.
    static let isPresent: Bool = {
        (try? run([])).map { $0.status == 0 } ?? false
    }()

    /// What it says: its status, and the lines about answers that are not the expected ones.
    static func run(_ cases: [Case]) throws -> (status: Int32, lines: [String]) {
        let file = FileManager.default.temporaryDirectory.appending(path: "concord-\(UUID().uuidString).ndjson")
        // A schema is many times as long as a document, and stands in the file once.
        var schemas: [JSONValue] = []
        var text = ""
        for one in cases {
            let known = schemas.lastIndex(of: one.schema.document)
            if known == nil {
                let members = [
                    JSONMember("define", .number(JSONNumber(schemas.count))), JSONMember("schema", one.schema.document),
                ]
                schemas.append(one.schema.document)
                text += "\(JSONValue.object(members))\n"
            }
            text += one.line(known ?? schemas.count - 1) + "\n"
        }
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script, file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
        )
    }
}
