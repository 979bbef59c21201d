public import ConcordSchema

/// One row of a CSV stream as a JSON object, and where it stands; or a row that is none, and why.
///
/// The bytes belong to the reader and are there until it is used again.
public struct CSVRow {
    /// The row as a JSON object whose values are strings, such as `{"Name":"Hollis & Ward"}`; empty if there is an issue.
    public let bytes: UnsafeBufferPointer<UInt8>

    /// The row as it stands in the stream, without the end of its line; empty if it is too large to be held.
    public let source: UnsafeBufferPointer<UInt8>

    /// The number of the row, counted from 1 behind the header.
    ///
    /// The header is 0. Empty lines do not count.
    public let number: Int

    /// Where the row begins in the stream.
    public let position: SourcePosition

    /// Why the row is no object, or what is wrong with the header, placed in the stream.
    public let issues: [Issue]

    /// The columns' names, and where their fields and their members begin.
    private let columns: [String: Int]
    private let fields: [Int]
    private let members: [(offset: Int, column: Int)]

    init(
        _ bytes: UnsafeBufferPointer<UInt8>,
        source: UnsafeBufferPointer<UInt8>,
        number: Int,
        at position: SourcePosition,
        issues: [Issue],
        columns: [String: Int] = [:],
        fields: [Int] = [],
        members: [(offset: Int, column: Int)] = []
    ) {
        self.bytes = bytes
        self.source = source
        self.number = number
        self.position = position
        self.issues = issues
        self.columns = columns
        self.fields = fields
        self.members = members
    }

    /// Whether the row is an object that a mapping can read.
    public var isObject: Bool { issues.isEmpty && number > 0 }

    /// Gives what a mapping found in the object its place in the stream: the field that it is about, or the row.
    ///
    /// - Parameter issues: What a mapping found in the object.
    public func locate(_ issues: inout [Issue]) {
        for index in issues.indices {
            let named = issues[index].source?.pointerNames.first.flatMap { columns[$0] }
            issues[index].position = place(named ?? issues[index].position.flatMap(column))
            issues[index].related = issues[index].related.map { place(column(of: $0)) }
        }
    }

    /// The place of a column's field in the stream; that of the row if there is no such column.
    func position(ofColumn name: String) -> SourcePosition { place(columns[name]) }

    /// The column whose member stands at a place in the object.
    private func column(of position: SourcePosition) -> Int? {
        members.last { $0.offset <= position.offset }?.column
    }

    /// The place of a column's field in the stream.
    private func place(_ column: Int?) -> SourcePosition {
        guard let column, column < fields.count else { return position }
        var place = CSVPlace(position)
        place.advance(over: source[..<fields[column]])
        return place.position
    }
}

@available(*, unavailable)
extension CSVRow: Sendable {}

/// A place in a stream whose lines end with `\n`, `\r\n` or `\r`.
struct CSVPlace {
    private(set) var position: SourcePosition
    /// Whether the last byte was a carriage return, so that a newline now is the rest of the same end.
    private var isBehindReturn = false

    init(_ position: SourcePosition) {
        self.position = position
    }

    mutating func advance(over bytes: some Sequence<UInt8>) {
        var (offset, line, column) = (position.offset, position.line, position.column)
        for byte in bytes {
            offset += 1
            if byte == 0x0A, isBehindReturn {
                column = 1
            } else if byte == 0x0A || byte == 0x0D {
                line += 1
                column = 1
            } else {
                column += 1
            }
            isBehindReturn = byte == 0x0D
        }
        position = SourcePosition(offset: offset, line: line, column: column)
    }
}
