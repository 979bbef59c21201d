/// Reads records from a stream with one JSON document a line (NDJSON), in bounded memory, through a closure that brings
/// the bytes.
///
/// A bad line costs that line only: its draft has the issues, with their places in the stream, and the next call goes on
/// behind it. What ``LineSplitter`` says of lines holds.
///
/// ```swift
/// var reader = NDJSONReader<TimeEntry> { buffer in try file.read(into: buffer) }
/// while let (line, draft) = try reader.next() {
///     if draft.isAcceptable { … } else { report(line, draft.issues) }
/// }
/// ```
public struct NDJSONReader<Record: CanonicalRecord>: ~Copyable {
    @usableFromInline var lines: LineReader

    /// A reader at the beginning of a stream.
    ///
    /// - Parameters:
    ///   - maximumLineLength: The longest line that is read, in bytes; a longer one is refused with the issue
    ///     `stream.lineTooLong` and passed over without being held.
    ///   - bufferSize: How many bytes are asked for at a time.
    ///   - read: Puts the next bytes of the stream at the front of the memory it is given and says how many; 0 at the end.
    ///     It is called again after it has thrown if somebody asks for another record, and never after the end.
    public init(
        maximumLineLength: Int = LineSplitter.defaultMaximumLineLength,
        bufferSize: Int = 1 << 18,
        read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) {
        lines = LineReader(maximumLineLength: maximumLineLength, bufferSize: bufferSize, read: read)
    }

    /// Reads the next line that has content.
    ///
    /// - Returns: The line's number, counted from 1, and what it says; nil at the end of the stream. The lines of the
    ///   draft's issues are those of the stream, and so are the offsets.
    /// - Throws: What the closure throws; nothing that was read is lost by it.
    @inlinable
    public mutating func next() throws -> (line: Int, draft: Draft<Record>)? {
        guard let line = try lines.next() else { return nil }
        // Made where it is returned: a draft is as large as its record, and moving it costs.
        return (line.number, Draft<Record>(line))
    }
}

extension Draft {
    /// Reads a draft from a line of a stream; its issues have their places in the stream.
    @inlinable
    init(_ line: StreamLine) {
        if let issue = line.issue {
            self.init(Value.schema.blank, issues: [issue])
        } else {
            self.init(json: line.bytes)
            if !found.isEmpty { line.locate(&found) }
        }
    }
}

@available(*, unavailable)
extension NDJSONReader: Sendable {}
