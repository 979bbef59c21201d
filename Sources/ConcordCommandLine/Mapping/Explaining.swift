import ConcordMapping
import ConcordSchema

/// What a run of a mapping is asked to explain, and how.
struct Explaining {
    /// The form of explanations.
    enum Format: String, CaseIterable {
        /// Lines for people.
        case text
        /// A JSON object a line.
        case json
    }

    /// What is explained of an object.
    let topics: [ExplanationTopic]

    /// Whether each object is explained, not only the first.
    let isEach: Bool

    /// The file for explanations; nil for standard error.
    let file: String?

    /// The form of explanations.
    let format: Format

    /// What the command line asks for; nil if it asks for nothing.
    ///
    /// - Throws: A ``CommandFailure`` if it says how to explain, and not what.
    init?(_ fields: [String], isEach: Bool, file: String?, format: Format) throws(CommandFailure) {
        guard !fields.isEmpty else {
            guard !isEach, file == nil, format == .text else {
                throw CommandFailure(.usage, "say what to explain: --explain FIELD, or --explain all")
            }
            return nil
        }
        topics = fields.map(ExplanationTopic.init)
        self.isEach = isEach
        self.file = file
        self.format = format
    }
}

/// What is explained of an object.
enum ExplanationTopic {
    /// Each field and each source.
    case everything
    /// Why a field of the record has its value.
    case target(String)
    /// Where a value of the vendor's object went.
    case source(String)

    /// What the command line calls it: `all`, a pointer that begins with a slash, or a field's path.
    init(_ text: String) {
        self = text == "all" ? .everything : text.hasPrefix("/") ? .source(text) : .target(text)
    }

    /// Refuses a path that leads to no field.
    func check(_ pack: Pack) throws(CommandFailure) {
        guard case .target(let path) = self else { return }
        // What stands in brackets is an item of a list.
        let names = path.split(separator: ".", omittingEmptySubsequences: false)
            .map { name in name.hasSuffix("]") ? String(name.prefix { $0 != "[" }) : String(name) }
        guard pack.record.field(at: names) == nil else { return }
        var paths: [String] = []
        for row in pack.makeTable().rows where !row.target.isEmpty && !paths.contains(row.target) {
            paths.append(row.target)
        }
        throw CommandFailure(
            .usage,
            "--explain is \"\(path)\", and \(pack.target) has no such field"
                + Nearest.suggestion(for: path, among: paths)
                + "\nA field is a path like \(paths.first { $0.contains(".") } ?? "id"); a source begins with a slash."
        )
    }
}

/// Writes explanations of objects.
final class Explainer {
    /// Where they go.
    let output: Output

    private let request: Explaining
    private var count = 0

    /// An explainer.
    init(_ request: Explaining, to output: Output) {
        self.request = request
        self.output = output
    }

    /// Whether the next object is to be explained.
    var isWaiting: Bool { request.isEach || count == 0 }

    /// Explains an object.
    func explain(_ payload: Payload, of file: String, with mapper: any ObjectMapper) throws {
        count += 1
        for (number, topic) in request.topics.enumerated() {
            let explanation = mapper.explain(payload, topic)
            switch request.format {
            case .text:
                if count > 1 || number > 0 { try output.writeLine() }
                if number == 0 {
                    let position = payload.position
                    try output.writeLine("\(explanation.mapping), \(file), \(position):")
                    try output.writeLine()
                }
                try output.writeLine(explanation.description)
            case .json:
                var writer = JSONWriter()
                writer.beginObject()
                writer.write(name: "file")
                writer.write(file)
                writer.endItem()
                for (name, value) in [("line", payload.position.line), ("offset", payload.position.offset)] {
                    writer.write(name: name)
                    writer.write(Int64(value))
                    writer.endItem()
                }
                writer.write(name: "explanation")
                explanation.write(to: &writer)
                writer.endItem()
                writer.endObject()
                try output.writeLine(writer.text())
            }
        }
    }

    /// Hands over what was held back.
    func flush() throws { try output.flush() }
}
