import ConcordMapping
import ConcordSchema
import ConcordValues

/// The form of the account of a run.
enum CoverageFormat: String, CaseIterable {
    /// A JSON object.
    case json
    /// Lines for people.
    case text
}

/// A run of a mapping under way: objects come in, records, refused objects and remarks go out.
final class MappingSession {
    private let pack: Pack
    private let system: String
    private let mapper: any ObjectMapper
    private let console: Console
    private let rejects: Output
    private let coverage: Output?
    private let coverageFormat: CoverageFormat
    private let explainer: Explainer?
    private let progress: Progress
    private var tally = MappingTally()
    private var lines = JSONWriter(capacity: 1 << 17)

    /// A session.
    ///
    /// - Parameters:
    ///   - pack: The mapping.
    ///   - context: What the run knows that no object says.
    ///   - hasCoverage: Whether every leaf is accounted for.
    ///   - console: Where records and the summary go.
    ///   - rejects: Where refused objects and remarks go.
    ///   - coverage: Where the account of each source field goes.
    ///   - coverageFormat: The form of that account.
    ///   - explainer: Explains what happened to objects.
    ///   - progress: What is told how far the run has come.
    init(
        pack: Pack,
        context: MappingContext,
        hasCoverage: Bool,
        console: Console,
        rejects: Output,
        coverage: Output?,
        coverageFormat: CoverageFormat,
        explainer: Explainer?,
        progress: Progress
    ) {
        self.pack = pack
        system = context.system.text
        mapper = pack.makeMapper(context, hasCoverage)
        self.console = console
        self.rejects = rejects
        self.coverage = coverage
        self.coverageFormat = coverageFormat
        self.explainer = explainer
        self.progress = progress
    }

    /// Maps what stands in an input.
    func take(_ input: Input) throws {
        var reader = PayloadReader(envelope: pack.envelope)
        try input.chunks { chunk in
            reader.append(chunk)
            while let payload = reader.next() { try take(payload, of: input) }
            // What came is written before more is waited for, so that a reader behind a pipe sees it at once.
            try writeLines()
            try console.output.flush()
            try rejects.flush()
            try progress.advance(by: chunk.count)
        }
        reader.finish()
        while let payload = reader.next() { try take(payload, of: input) }
        try writeLines()
        if let page = reader.lastPage, page.isFollowed {
            try progress.hide()
            let next = page.next.map { ": fetch \($0) and map that too" } ?? ""
            try console.errors.writeLine("concord: \(input.name) says that more pages follow\(next)")
        }
    }

    /// Writes what is left and the summary.
    ///
    /// - Returns: What the run tells the shell.
    func end() throws -> ExitStatus {
        try progress.hide()
        try console.output.flush()
        try rejects.flush()
        try explainer?.flush()
        if let coverage, let account = mapper.coverage {
            switch coverageFormat {
            case .json:
                var writer = JSONWriter(capacity: 1 << 14)
                account.write(to: &writer, table: pack.makeTable())
                try coverage.writeLine(writer.text())
            case .text: try coverage.write(account.text(table: pack.makeTable()))
            }
            try coverage.flush()
        }
        try console.errors.writeLine("concord: \(tally.summary(mapper.coverage))")
        return tally.status
    }

    private func take(_ payload: Payload, of input: Input) throws {
        if let issue = payload.issue {
            tally.unreadable += 1
            try reject(payload, [issue], of: input)
            return
        }
        tally.objects += 1
        switch mapper.map(payload, of: input.name, to: &lines) {
        case .accepted(let records):
            tally.records += records
        case .acceptedWithIssues(let remarks, let records):
            tally.records += records
            tally.remarked += remarks.count
            for remark in remarks { try write(remark.id, remark.issues, payload, of: input) }
        case .rejected(let issues):
            tally.rejected += 1
            try reject(payload, issues, of: input)
        }
        if let explainer, explainer.isWaiting {
            if explainer.output === console.errors { try progress.hide() }
            try explainer.explain(payload, of: input.name, with: mapper)
        }
        if lines.count >= 1 << 16 { try writeLines() }
    }

    private func writeLines() throws {
        guard lines.count > 0 else { return }
        try lines.withBytes { bytes throws in try console.output.write(UnsafeRawBufferPointer(bytes)) }
        lines.removeAll()
    }

    private func reject(_ payload: Payload, _ issues: [Issue], of input: Input) throws {
        let object = RejectedObject(
            mapping: pack.mapping,
            system: system,
            origin: input.name,
            position: payload.position,
            payload: Array(payload.bytes),
            issues: issues
        )
        var writer = JSONWriter(capacity: payload.bytes.count + 1024)
        object.write(to: &writer)
        try writeAside(writer.text())
    }

    /// Writes what somebody should look at in a record that was accepted.
    private func write(_ id: String, _ issues: [Issue], _ payload: Payload, of input: Input) throws {
        var writer = JSONWriter()
        writer.beginObject()
        for (name, text) in [
            ("outcome", "acceptedWithIssues"), ("mapping", pack.mapping), ("system", system), ("file", input.name),
        ] {
            writer.write(name: name)
            writer.write(text)
            writer.endItem()
        }
        for (name, number) in [("line", payload.position.line), ("offset", payload.position.offset)] {
            writer.write(name: name)
            writer.write(Int64(number))
            writer.endItem()
        }
        writer.write(name: "id")
        writer.write(id)
        writer.endItem()
        writer.write(name: "issues")
        writer.beginList()
        for issue in issues {
            issue.write(to: &writer)
            writer.endItem()
        }
        writer.endList()
        writer.endItem()
        writer.endObject()
        try writeAside(writer.text())
    }

    private func writeAside(_ line: String) throws {
        if rejects === console.errors { try progress.hide() }
        try rejects.writeLine(line)
    }
}
