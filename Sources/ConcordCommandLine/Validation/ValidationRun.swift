import ConcordMapping
import ConcordSchema
import ConcordValidation

/// Validates records: documents come in, what is wrong with them goes out.
struct ValidationRun {
    /// The forms of what is told.
    enum Format: String, CaseIterable {
        /// A line for each finding, as compilers print theirs.
        case text
        /// A JSON object for each record.
        case json
    }

    let files: [String]
    let beside: [String]
    let complete: [String]
    let accepted: String?
    let format: Format
    let request: ValidationRequest

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        var inputs: [Input] = []
        for file in files { inputs.append(try console.input(file)) }
        let related = try related(on: console)
        let session = ValidationSession(
            request: request,
            related: related,
            format: format,
            output: console.output,
            accepted: try Output.file(ifNamed: accepted)
        )
        for input in inputs {
            try Self.documents(of: input) { payload in try session.take(payload, of: input.name) }
        }
        return try session.end(on: console)
    }

    private func related(on console: Console) throws -> RelatedRecords {
        var related = RelatedRecords()
        for name in complete {
            let description = try SchemaCatalogue.record(named: name)
            for type in SchemaCatalogue.types where type.kind == description.name { type.declareComplete(in: &related) }
        }
        for file in beside {
            try Self.documents(of: try console.input(file)) { payload in
                let schema = JSONPlace.text(of: "schema", in: payload.bytes) ?? ""
                let place = "\(file):\(payload.position.line)"
                guard let type = SchemaCatalogue.type(of: schema) else {
                    throw CommandFailure(.data, "\(place): expected a canonical record, found the schema \"\(schema)\"")
                }
                do throws(Refusal) {
                    try type.insert(payload.bytes, into: &related)
                } catch {
                    throw CommandFailure(.data, "\(place): \(error)")
                }
            }
        }
        return related
    }

    /// Hands out the documents of an input, one after the other.
    private static func documents(of input: Input, _ body: (Payload) throws -> Void) throws {
        var reader = PayloadReader(envelope: nil)
        try input.chunks { chunk in
            reader.append(chunk)
            while let payload = reader.next() { try body(payload) }
        }
        reader.finish()
        while let payload = reader.next() { try body(payload) }
    }
}

/// A validation under way.
final class ValidationSession {
    private let request: ValidationRequest
    private let related: RelatedRecords
    private let format: ValidationRun.Format
    private let output: Output
    private let accepted: Output?
    private var checkers: [String: any RecordChecker] = [:]
    private var counts: [CheckedDocument.Outcome: Int] = [:]
    private var unreadable = 0
    private var unchecked: [String: Int] = [:]

    init(
        request: ValidationRequest,
        related: RelatedRecords,
        format: ValidationRun.Format,
        output: Output,
        accepted: Output?
    ) {
        self.request = request
        self.related = related
        self.format = format
        self.output = output
        self.accepted = accepted
    }

    /// Validates one document.
    func take(_ payload: Payload, of file: String) throws {
        let place = "\(file):\(payload.position.line)"
        let schema = JSONPlace.text(of: "schema", in: payload.bytes) ?? ""
        guard let checker = checker(for: schema) else {
            unreadable += 1
            let known = SchemaCatalogue.records.map(\.tag)
            let found = schema.isEmpty ? "no schema" : "\"\(schema)\""
            try output.writeLine(
                "\(place): error: expected a canonical record with its schema, found \(found)"
                    + (schema.isEmpty ? "" : Nearest.suggestion(for: schema, among: known))
            )
            return
        }
        var checked = checker.check(payload.bytes, with: related)
        payload.locate(&checked.issues)
        counts[checked.outcome, default: 0] += 1
        for rule in checked.unchecked { unchecked[rule.code.rawValue, default: 0] += 1 }
        switch format {
        case .text: try tell(checked, schema, place)
        case .json: try write(checked, schema, file, payload.position)
        }
        if checked.outcome == .valid, let accepted {
            try accepted.write(UnsafeRawBufferPointer(payload.bytes))
            try accepted.writeLine()
        }
    }

    private func checker(for schema: String) -> (any RecordChecker)? {
        if let checker = checkers[schema] { return checker }
        guard let type = SchemaCatalogue.type(of: schema) else { return nil }
        let checker = type.checker(request.policy, in: request.circumstances)
        checkers[schema] = checker
        return checker
    }

    private func tell(_ checked: CheckedDocument, _ schema: String, _ place: String) throws {
        let name = "\(schema.prefix { $0 != "/" }) \(checked.id)"
        for issue in checked.issues { try output.writeLine("\(place): \(name): \(issue)") }
        for finding in checked.findings {
            try output.writeLine("\(place): \(name): \(finding.text(showing: request.visible))")
        }
    }

    private func write(
        _ checked: CheckedDocument,
        _ schema: String,
        _ file: String,
        _ position: SourcePosition
    ) throws {
        var writer = JSONWriter(capacity: 512)
        func member(_ name: String, _ text: String) {
            writer.write(name: name)
            writer.write(text)
            writer.endItem()
        }
        func list<Item>(_ name: String, _ items: [Item], _ body: (Item) -> Void) {
            writer.write(name: name)
            writer.beginList()
            for item in items {
                body(item)
                writer.endItem()
            }
            writer.endList()
            writer.endItem()
        }
        writer.beginObject()
        member("file", file)
        writer.write(name: "line")
        writer.write(Int64(position.line))
        writer.endItem()
        member("schema", schema)
        member("id", checked.id)
        member("outcome", checked.outcome.rawValue)
        list("issues", checked.issues) { $0.write(to: &writer) }
        list("findings", checked.findings) { $0.write(to: &writer, showing: request.visible) }
        list("unchecked", checked.unchecked) { writer.write("\($0)") }
        writer.endObject()
        try output.writeLine(writer.text())
    }

    /// Writes what is left and the summary.
    ///
    /// - Returns: What the validation tells the shell.
    func end(on console: Console) throws -> ExitStatus {
        try output.flush()
        try accepted?.flush()
        let total = counts.values.reduce(0, +)
        var text = "\(MappingTally.count(total, "record")): \(counts[.valid] ?? 0) valid"
        if let waiting = counts[.needsApproval] { text += ", \(waiting) waiting for approval" }
        text += ", \(counts[.refused] ?? 0) refused"
        if unreadable > 0 { text += "; \(MappingTally.count(unreadable, "document")) of no known record" }
        try console.errors.writeLine("concord: \(text)")
        if !unchecked.isEmpty {
            let rules = unchecked.keys.sorted()
            let named = rules.prefix(4).joined(separator: ", ")
            let others = rules.count > 4 ? " and \(rules.count - 4) more" : ""
            try console.errors.writeLine(
                "concord: \(MappingTally.count(rules.count, "rule")) did not look, because other records are not at hand "
                    + "(--beside, --complete): \(named)\(others); --format json names them for each record"
            )
        }
        if total == 0, unreadable > 0 { return .data }
        return (counts[.valid] ?? 0) < total || unreadable > 0 ? .rejected : .success
    }
}
