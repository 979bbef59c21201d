import ConcordMapping
import ConcordSchema
import ConcordValidation

/// A validation under way.
final class ValidationSession {
    private let request: ValidationRequest
    private let related: RelatedRecords
    private let format: ValidationRun.Format
    private let output: Output
    private let accepted: Output?
    private var checkers: [String: any RecordChecker] = [:]
    private var counts: [CheckedDocument.Outcome: Int] = [:]
    private var older: [String: (count: Int, newest: String)] = [:]
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
        if let issue = payload.issue { return try refuse(UnreadableDocument(payload, issue), payload, "", file) }
        let schema = JSONPlace.text(of: "schema", in: payload.bytes) ?? ""
        guard let checker = checker(for: schema) else {
            return try refuse(UnreadableDocument(payload, naming: schema), payload, schema, file)
        }
        var checked = checker.check(payload.bytes, with: related)
        payload.locate(&checked.issues)
        counts[checked.outcome, default: 0] += 1
        if checker.tag != schema { older[schema, default: (0, checker.tag)].count += 1 }
        for rule in checked.unchecked { unchecked[rule.code.rawValue, default: 0] += 1 }
        switch format {
        case .text: try tell(checked, checker.tag == schema ? "\(schema.prefix { $0 != "/" })" : schema, payload, file)
        case .json: try write(checked, schema, readAs: checker.tag, file, payload.position)
        }
        if checked.outcome == .valid, let accepted {
            try accepted.write(UnsafeRawBufferPointer(payload.bytes))
            try accepted.writeLine()
        }
    }

    private func refuse(
        _ document: UnreadableDocument,
        _ payload: Payload,
        _ schema: String,
        _ file: String
    ) throws {
        counts[.unreadable, default: 0] += 1
        switch format {
        case .text: try output.writeLine(document.text(in: file))
        case .json: try write(.unreadable(document.issue), schema, readAs: schema, file, payload.position)
        }
    }

    private func checker(for schema: String) -> (any RecordChecker)? {
        if let checker = checkers[schema] { return checker }
        guard let type = SchemaCatalogue.type(of: schema) else { return nil }
        let checker = type.checker(request.policy, in: request.circumstances)
        checkers[schema] = checker
        return checker
    }

    private func tell(_ checked: CheckedDocument, _ kind: String, _ payload: Payload, _ file: String) throws {
        let place = "\(file):\(payload.position.line)"
        let name = "\(kind) \(checked.id)"
        for issue in checked.issues { try output.writeLine("\(place): \(name): \(issue)") }
        for finding in checked.findings {
            try output.writeLine("\(place): \(name): \(finding.text(showing: request.visible))")
        }
    }

    private func write(
        _ checked: CheckedDocument,
        _ schema: String,
        readAs tag: String,
        _ file: String,
        _ position: SourcePosition
    ) throws {
        var writer = JSONWriter(capacity: 512)
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
        writer.member("file", file)
        writer.write(name: "line")
        writer.write(Int64(position.line))
        writer.endItem()
        writer.member("schema", schema)
        if tag != schema { writer.member("readAs", tag) }
        writer.member("id", checked.id)
        writer.member("outcome", checked.outcome.rawValue)
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
        let unreadable = counts.removeValue(forKey: .unreadable) ?? 0
        let total = counts.values.reduce(0, +)
        var text = "\(MappingTally.count(total, "record")): \(counts[.valid] ?? 0) valid"
        if let waiting = counts[.needsApproval] { text += ", \(waiting) waiting for approval" }
        text += ", \(counts[.refused] ?? 0) refused"
        if unreadable > 0 { text += "; \(MappingTally.count(unreadable, "document")) of no known record" }
        try console.errors.writeLine("concord: \(text)")
        for (schema, read) in older.sorted(by: { $0.key < $1.key }) {
            try console.errors.writeLine(
                "concord: \(MappingTally.count(read.count, "record")) of \(schema), read as \(read.newest)"
            )
        }
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
