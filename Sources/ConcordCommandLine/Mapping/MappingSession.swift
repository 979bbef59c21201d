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
    private let console: Console
    private let rejects: Output
    private let coverage: Output?
    private let coverageFormat: CoverageFormat
    private let explainer: Explainer?
    private let progress: Progress
    private let mapper: BatchMapper
    private let batch = MappingBatch()
    private let workers: MappingWorkers?
    private let jobs: Int
    private var tally = MappingTally()
    private var account: Coverage?

    /// A session.
    ///
    /// - Parameters:
    ///   - pack: The mapping.
    ///   - context: What the run knows that no object says.
    ///   - hasCoverage: Whether every leaf is accounted for.
    ///   - jobs: How many threads map objects; with 1, this one does.
    ///   - console: Where records and the summary go.
    ///   - rejects: Where refused objects and remarks go.
    ///   - coverage: Where the account of each source field goes.
    ///   - coverageFormat: The form of that account.
    ///   - explainer: Explains what happened to objects, if there is one job.
    ///   - progress: What is told how far the run has come.
    /// - Throws: A ``CommandFailure`` if the system gives no threads.
    init(
        pack: Pack,
        context: MappingContext,
        hasCoverage: Bool,
        jobs: Int,
        console: Console,
        rejects: Output,
        coverage: Output?,
        coverageFormat: CoverageFormat,
        explainer: Explainer?,
        progress: Progress
    ) throws {
        self.pack = pack
        self.console = console
        self.rejects = rejects
        self.coverage = coverage
        self.coverageFormat = coverageFormat
        self.explainer = explainer
        self.progress = progress
        self.jobs = jobs
        mapper = BatchMapper(pack, in: context, hasCoverage: hasCoverage)
        account = hasCoverage ? Coverage() : nil
        workers =
            jobs > 1
            ? try MappingWorkers(jobs) { BatchMapper(pack, in: context, hasCoverage: hasCoverage) } : nil
    }

    /// Ends the threads, if there are any.
    func close() { workers?.close() }

    /// Maps what stands in an input.
    func take(_ input: Input) throws {
        let page = try workers.map { try take(input, with: $0) } ?? takeAlone(input)
        guard let page, page.isFollowed else { return }
        try progress.hide()
        let next = page.next.map { ": fetch \($0) and map that too" } ?? ""
        try console.errors.writeLine("concord: \(input.name) says that more pages follow\(next)")
    }

    /// Writes what is left and the summary.
    ///
    /// - Returns: What the run tells the shell.
    func end() throws -> ExitStatus {
        try progress.hide()
        try flush()
        try explainer?.flush()
        if let coverage, let account {
            switch coverageFormat {
            case .json:
                var writer = JSONWriter(capacity: 1 << 14)
                account.write(to: &writer, table: pack.makeTable())
                try coverage.writeLine(writer.text())
            case .text: try coverage.write(account.text(table: pack.makeTable()))
            }
            try coverage.flush()
        }
        try console.errors.writeLine("concord: \(tally.summary(account))")
        return tally.status
    }

    private func takeAlone(_ input: Input) throws -> PayloadPage? {
        var reader = PayloadReader(envelope: pack.envelope)
        try input.chunks { chunk in
            reader.append(chunk)
            while let payload = reader.next() { try take(payload, of: input) }
            // What came is written before more is waited for, so that a reader behind a pipe sees it at once.
            try write(batch, mapper.takeCoverage())
            batch.removeAll()
            try flush()
            try progress.advance(by: chunk.count)
        }
        reader.finish()
        while let payload = reader.next() { try take(payload, of: input) }
        try write(batch, mapper.takeCoverage())
        batch.removeAll()
        return reader.lastPage
    }

    private func take(_ input: Input, with workers: MappingWorkers) throws -> PayloadPage? {
        let pipeline = MappingPipeline(
            workers,
            jobs: jobs,
            envelope: pack.envelope,
            emit: { [unowned self] chunk in try write(chunk.batch, chunk.coverage) },
            flush: { [unowned self] in try flush() },
            advance: { [progress] count in try progress.advance(by: count) }
        )
        return try pipeline.run(input)
    }

    private func take(_ payload: Payload, of input: Input) throws {
        _ = mapper.take(payload, of: input.name, into: batch)
        if let explainer, explainer.isWaiting, payload.issue == nil {
            if explainer.output === console.errors {
                // What an object is refused for stands before its explanation.
                try write(batch, nil)
                batch.removeAll()
                try progress.hide()
            }
            try mapper.explain(payload, of: input.name, with: explainer)
        }
        if batch.lines.count >= 1 << 16 || batch.asides.count >= 1 << 16 {
            try write(batch, nil)
            batch.removeAll()
        }
    }

    /// Writes what came of some objects.
    private func write(_ batch: MappingBatch, _ coverage: Coverage?) throws {
        tally.add(batch.tally)
        if let coverage { account?.merge(coverage) }
        if batch.lines.count > 0 {
            try batch.lines.withBytes { bytes throws in try console.output.write(UnsafeRawBufferPointer(bytes)) }
        }
        guard batch.asides.count > 0 else { return }
        if rejects === console.errors { try progress.hide() }
        try batch.asides.withBytes { bytes throws in try rejects.write(UnsafeRawBufferPointer(bytes)) }
    }

    private func flush() throws {
        try console.output.flush()
        try rejects.flush()
    }
}
