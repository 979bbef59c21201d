/// Writes records as one JSON document a line (NDJSON), through a closure that takes the bytes.
///
/// Every line ends with `\n`. What was written is held until there is enough of it to be worth a call; call ``flush()``
/// behind the last record, because a writer that goes out of scope cannot report that its bytes found no taker.
///
/// ```swift
/// var writer = NDJSONWriter { bytes in try file.write(bytes) }
/// for entry in entries { try writer.write(entry) }
/// try writer.flush()
/// ```
public struct NDJSONWriter: ~Copyable {
    @usableFromInline var lines: JSONWriter
    private let threshold: Int
    private let sink: (UnsafeRawBufferPointer) throws -> Void

    /// A writer of a new stream.
    ///
    /// - Parameters:
    ///   - threshold: How many bytes are held at most between two records before the closure gets them.
    ///   - sink: Takes bytes: whole lines, and all of them or none. The memory is there until it returns.
    public init(
        flushingAbove threshold: Int = 1 << 16,
        to sink: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) {
        self.threshold = max(threshold, 0)
        // Some room above the threshold, so that most streams never grow it.
        lines = JSONWriter(capacity: min(self.threshold, 1 << 20) + 4096)
        self.sink = sink
    }

    /// Writes a record as a line.
    ///
    /// - Parameter record: The record.
    /// - Throws: What the closure throws. The record is held nonetheless and goes with the next flush: do not write it
    ///   again.
    @inlinable
    public mutating func write(_ record: some CanonicalRecord) throws {
        record.writeDocument(to: &lines)
        try endLine()
    }

    @usableFromInline
    mutating func endLine() throws {
        lines.put(UInt8(ascii: "\n"))
        if lines.count > threshold { try flush() }
    }

    /// Gives the closure everything that is held.
    ///
    /// - Throws: What the closure throws; the bytes are then still held.
    public mutating func flush() throws {
        guard lines.count > 0 else { return }
        try lines.withBytes { bytes throws in try sink(UnsafeRawBufferPointer(bytes)) }
        lines.removeAll()
    }
}

@available(*, unavailable)
extension NDJSONWriter: Sendable {}
