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
                if let issue = payload.issue {
                    throw CommandFailure(.data, UnreadableDocument(payload, issue).text(in: file))
                }
                let schema = JSONPlace.text(of: "schema", in: payload.bytes) ?? ""
                let place = "\(file):\(payload.position.line)"
                guard let type = SchemaCatalogue.type(of: schema) else {
                    throw CommandFailure(.data, UnreadableDocument(payload, naming: schema).text(in: file))
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
