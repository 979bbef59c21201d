import ConcordCompatibility
import Foundation

/// Python's jsonschema, where there is one.
enum Judge {
    /// A schema, and documents of which it is known whether they are valid under it.
    struct Question {
        let schema: JSONSchema
        var assertsFormats = true
        var cases: [(document: JSONValue, expected: Bool)]

        /// The question as lines: the schema, which is many times as long as a document, with a number, and then each
        /// document with that number.
        func write(to text: inout String, number: Int) {
            let number = JSONValue.number(JSONNumber(number))
            text += "\(JSONValue.object([JSONMember("define", number), JSONMember("schema", schema.document)]))\n"
            for (document, expected) in cases {
                let line: JSONValue = .object([
                    JSONMember("schema", number), JSONMember("document", document),
                    JSONMember("expected", .boolean(expected)), JSONMember("formats", .boolean(assertsFormats)),
                ])
                text += "\(line)\n"
            }
        }
    }

    private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Judges/jsonschema.py").path

    /// Whether there is one.
    static let isPresent: Bool = {
        (try? run([])).map { $0.status == 0 } ?? false
    }()

    /// What it says: its status, and the lines about answers that are not the expected ones.
    static func run(_ questions: [Question]) throws -> (status: Int32, lines: [String]) {
        let file = FileManager.default.temporaryDirectory.appending(path: "concord-\(UUID().uuidString).ndjson")
        var text = ""
        for (number, question) in questions.enumerated() { question.write(to: &text, number: number) }
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
