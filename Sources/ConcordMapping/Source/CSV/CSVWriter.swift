public import ConcordSchema

/// Writes JSON objects as rows of CSV (RFC 4180), through a closure that takes the bytes.
///
/// The header comes first. Of every object, the members that the columns name are written in the columns' order: strings
/// as their text, numbers, `true` and `false` as they stand. Nothing is written for a member that is absent or `null`,
/// and `""` for an empty string. Otherwise there are quotes only where a field needs them.
///
/// What a row cannot hold is refused, so that nothing is lost: an object or an array, and a member without a column.
///
/// ```swift
/// var writer = CSVWriter(columns: ["Id", "Name"]) { bytes in try file.write(bytes) }
/// for object in objects { try writer.write(object) }
/// try writer.flush()
/// ```
public struct CSVWriter: ~Copyable {
    /// What ends a line.
    public enum LineEnd: Sendable, Hashable, CaseIterable {
        /// `\r\n`, as RFC 4180 has it.
        case crlf
        /// `\n`.
        case lf
    }

    /// The columns' names.
    public let columns: [String]

    /// What stands between fields.
    public let separator: CSVSeparator

    /// What ends a line.
    public let lineEnd: LineEnd

    private let indices: [String: Int]
    private let threshold: Int
    private let sink: (UnsafeRawBufferPointer) throws -> Void
    private var output: [UInt8] = []
    private var values: [[UInt8]?]

    /// A writer of a new stream.
    ///
    /// - Parameters:
    ///   - columns: The columns' names; a name that stands twice is written for its first column only.
    ///   - separator: What stands between fields.
    ///   - lineEnd: What ends a line.
    ///   - writesHeader: Whether the columns' names are the first row.
    ///   - writesByteOrderMark: Whether the stream begins with a byte order mark, which some spreadsheets need in order to
    ///     read UTF-8.
    ///   - threshold: How many bytes are held at most between two rows before the closure gets them.
    ///   - sink: Takes bytes: whole rows, and all of them or none. The memory is there until it returns.
    public init(
        columns: [String],
        separator: CSVSeparator = .comma,
        lineEnd: LineEnd = .crlf,
        writesHeader: Bool = true,
        writesByteOrderMark: Bool = false,
        flushingAbove threshold: Int = 1 << 16,
        to sink: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) {
        self.columns = columns
        self.separator = separator
        self.lineEnd = lineEnd
        self.threshold = max(threshold, 0)
        self.sink = sink
        values = Array(repeating: nil, count: columns.count)
        indices = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        if writesByteOrderMark { output += [0xEF, 0xBB, 0xBF] }
        if writesHeader, !columns.isEmpty { put(columns.map { Array($0.utf8) }) }
    }

    /// Writes an object as a row.
    ///
    /// - Parameter object: A JSON object without objects and arrays in it.
    /// - Throws: A `Refusal` with every member that the row cannot hold, and then nothing is written; or what the closure
    ///   throws, and then the row is held and goes with the next flush.
    public mutating func write(_ object: UnsafeBufferPointer<UInt8>) throws {
        for index in values.indices { values[index] = nil }
        try read(object)
        put(values)
        if output.count > threshold { try flush() }
    }

    /// Writes an object as a row.
    public mutating func write(_ object: [UInt8]) throws {
        for index in values.indices { values[index] = nil }
        // The values are copied out of the object before anything is written.
        try object.withUnsafeBufferPointer { try read($0) }
        put(values)
        if output.count > threshold { try flush() }
    }

    /// Gives the closure everything that is held.
    ///
    /// - Throws: What the closure throws; the bytes are then still held.
    public mutating func flush() throws {
        guard !output.isEmpty else { return }
        try output.withUnsafeBytes { try sink($0) }
        output.removeAll(keepingCapacity: true)
    }
}

@available(*, unavailable)
extension CSVWriter: Sendable {}

extension CSVWriter {
    /// Reads the members of an object into the values of a row.
    private mutating func read(_ object: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        var issues: [Issue] = []
        var reader = JSONReader(object)
        do throws(ReadFailure) {
            try reader.take(UInt8(ascii: "{"), expecting: "an object")
            if reader.peek() != UInt8(ascii: "}") {
                while true {
                    try readMember(&reader, object, &issues)
                    guard reader.peek() == UInt8(ascii: ",") else { break }
                    try reader.take(UInt8(ascii: ","), expecting: "a comma")
                }
            }
            try reader.take(UInt8(ascii: "}"), expecting: "a comma or the end of the object")
            try reader.finish()
        } catch {
            throw Refusal(issues: [Issue(error, severity: .error, in: object)])
        }
        if !issues.isEmpty { throw Refusal(issues: issues) }
    }

    private mutating func readMember(
        _ reader: inout JSONReader,
        _ object: UnsafeBufferPointer<UInt8>,
        _ issues: inout [Issue]
    ) throws(ReadFailure) {
        let name = try reader.readString()
        try reader.take(UInt8(ascii: ":"), expecting: "a colon after the member's name")
        let first = reader.peek()
        let begin = reader.offset
        let value: [UInt8]?
        switch first {
        case UInt8(ascii: "\""): value = Array(try reader.readString().utf8)
        case UInt8(ascii: "n"):
            try reader.skipValue()
            value = nil
        default:
            try reader.skipValue()
            value = Array(reader.bytes(begin..<reader.offset))
        }
        let isContainer = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        guard let column = indices[name], !isContainer else {
            let place = SourcePosition(offset: 0, line: 1, column: 1)
                .advanced(over: UnsafeBufferPointer(rebasing: object[..<begin]))
            var issue = Issue(
                isContainer ? .type : .csvColumn,
                position: place,
                expected: isContainer ? "a value that fits a field" : "one of the columns",
                observed: name,
                remedy: isContainer ? "Write its parts as columns of their own." : "Add the column \(name)."
            )
            issue.source = "".pointer(to: name)
            issues.append(issue)
            return
        }
        values[column] = value
    }

    private mutating func put(_ row: [[UInt8]?]) {
        let start = output.count
        for (index, value) in row.enumerated() {
            if index > 0 { output.append(separator.byte) }
            guard let value else { continue }
            put(value)
        }
        // A line without a byte is no row.
        if output.count == start { output += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
        if lineEnd == .crlf { output.append(0x0D) }
        output.append(0x0A)
    }

    private mutating func put(_ value: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        // What looks like a byte order mark at the beginning would be passed over.
        let isMark = output.isEmpty && value.starts(with: [0xEF, 0xBB, 0xBF])
        let needsQuotes = value.contains { $0 == quote || $0 == separator.byte || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes || value.isEmpty || isMark else {
            output += value
            return
        }
        output.append(quote)
        for byte in value {
            if byte == quote { output.append(quote) }
            output.append(byte)
        }
        output.append(quote)
    }
}

extension IssueCode {
    /// A member of an object has no column to be written in.
    public static let csvColumn: Self = "csv.column"
}
