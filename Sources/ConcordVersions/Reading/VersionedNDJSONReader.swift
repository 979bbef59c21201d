public import ConcordSchema
public import ConcordValues

/// Reads records from a stream with one JSON document a line (NDJSON), each of any published version, in bounded memory.
///
/// Each line says by its own member `schema` which version it is of, so that old and new ones may stand in one file. A bad
/// line costs that line only: its draft has the issues, at their places in the stream and in the names of the line's own
/// version, and the next call goes on behind it.
///
/// ```swift
/// var reader = VersionedNDJSONReader<TimeEntry> { buffer in try file.read(into: buffer) }
/// while let (line, draft) = try reader.next() {
///     if draft.isAcceptable { … } else { report(line, draft.issues) }
/// }
/// ```
public struct VersionedNDJSONReader<Record: VersionedRecord>: ~Copyable {
    private var lines: LineReader
    private let history: VersionHistory<Record>
    private let today: LocalDate?

    /// A reader at the beginning of a stream.
    ///
    /// - Parameters:
    ///   - today: The day with which the last days of versions are compared; nil to leave them out.
    ///   - maximumLineLength: The longest line that is read, in bytes; a longer one is refused with the issue
    ///     `stream.lineTooLong` and passed over without being held.
    ///   - bufferSize: How many bytes are asked for at a time.
    ///   - read: Puts the next bytes of the stream at the front of the memory it is given and says how many; 0 at the end.
    ///     It is called again after it has thrown if somebody asks for another record, and never after the end.
    public init(
        on today: LocalDate? = nil,
        maximumLineLength: Int = LineSplitter.defaultMaximumLineLength,
        bufferSize: Int = 1 << 18,
        read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) {
        lines = LineReader(maximumLineLength: maximumLineLength, bufferSize: bufferSize, read: read)
        history = Record.history
        self.today = today
    }

    /// Reads the next line that has content.
    ///
    /// - Returns: The line's number, counted from 1, and what it says, in the newest version; nil at the end of the
    ///   stream. The lines of the draft's issues are those of the stream, and so are the offsets.
    /// - Throws: What the closure throws; nothing that was read is lost by it.
    public mutating func next() throws -> (line: Int, draft: Draft<Record>)? {
        guard let line = try lines.next() else { return nil }
        return (line.number, draft(of: line))
    }

    private func draft(of line: StreamLine) -> Draft<Record> {
        if let issue = line.issue { return Draft(Record.schema.blank, issues: [issue]) }
        var draft = today.map { history.draft(json: line.bytes, on: $0) } ?? history.draft(json: line.bytes)
        if !draft.issues.isEmpty {
            var issues = draft.issues
            line.locate(&issues)
            draft.replaceIssues(by: issues)
        }
        return draft
    }
}

@available(*, unavailable)
extension VersionedNDJSONReader: Sendable {}
