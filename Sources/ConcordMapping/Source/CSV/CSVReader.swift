public import ConcordSchema

/// Reads rows of CSV (RFC 4180) as JSON objects, in bounded memory, through a closure that brings the bytes.
///
/// Every row becomes an object whose members are named by the header and whose values are strings, so that the mappings
/// that read a vendor's JSON read its exports too. Rules take strings for every type: `"1250.00"` for a decimal,
/// `"2026-03-01"` for a date, `"T"`, `"true"` or `"1"` for a Boolean. Names are taken whole, points included; a column
/// `Client/Region` is the pointer `/Client~1Region` (RFC 6901).
///
/// Lines end with `\n`, `\r\n` or `\r`. A field in quotes may hold separators, ends of lines and doubled quotes; quotes
/// inside a field that does not begin with one are text. Blanks belong to the field (§2.4). A byte order mark is passed
/// over, and so are lines without a byte in them. Bytes must be UTF-8.
///
/// A mistake costs the row that it is in. A quote that nobody closes costs everything behind it, because no one can tell
/// text from rows there.
///
/// ```swift
/// var reader = CSVReader { buffer in try file.read(into: buffer) }
/// while let row = try reader.next() {
///     guard row.isObject else { report(row.issues, row.source); continue }
///     let mapped = mapping.read(row.bytes, in: run)
/// }
/// ```
public struct CSVReader: ~Copyable {
    /// 16 MiB: more than a row of any export has, and little enough to hold.
    public static let defaultMaximumRowSize = 16 << 20

    /// The most columns that a header may have.
    public static let maximumColumnCount = 1 << 14

    /// The largest row that is held, in bytes; a larger one is refused and passed over.
    public let maximumRowSize: Int

    /// What a field with nothing in it becomes.
    public let emptyFields: CSVEmptyField

    /// What stands between fields; nil until the first row was read, if it was not given.
    public private(set) var separator: CSVSeparator?

    /// The members' names, one a column; empty until the header was read.
    ///
    /// A column without a name is named by its number, `#3`. If several columns have the same name, it is nobody's: they
    /// are named `Name#1` and `Name#4`, so that no rule reads one of them for the other. Both are issues of the header.
    public private(set) var names: [String] = []

    /// Where each column's name stands in the stream; empty if the names were given.
    private(set) var columnPositions: [SourcePosition] = []

    private enum State {
        case fieldStart
        case plain
        case quoted
        /// Behind a quote in a field in quotes: its end, or the first of two.
        case quote
        /// Behind a carriage return that ends the row.
        case behindReturn
    }

    /// A field's bytes in its row, quotes around them taken off.
    private struct Field {
        var start: Int
        var content: Range<Int>
        var hasDoubledQuotes = false
    }

    /// Why a row is none.
    private struct Mistake {
        var code: IssueCode
        var offset: Int
        var expected: String
        var remedy: String
    }

    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// The bytes of the buffer that are filled, those that are done with, and those that were looked at.
    private var count = 0
    private var head = 0
    private var scan = 0
    private var state = State.fieldStart
    private var isAtStart = true
    private var isAtEnd = false
    private var place = CSVPlace(SourcePosition(offset: 0, line: 1, column: 1))
    /// The bytes to step over before the next row, which the row given last still needs; nil in the middle of a row.
    private var given: Int?
    /// Where a row begins that is too large to be held.
    private var passedFrom: SourcePosition?
    /// Whether nothing can be read, because there is no header.
    private var isRefused = false

    private let chunkSize: Int
    private let read: (UnsafeMutableRawBufferPointer) throws -> Int

    private var number = 0
    private var columns: [String: Int] = [:]
    private var fields: [Field] = []
    private var scratch: [UInt8] = []
    private var json = JSONWriter(capacity: 1 << 12)

    /// A reader at the beginning of a stream.
    ///
    /// - Parameters:
    ///   - separator: What stands between fields; nil takes the one of comma, semicolon and tab that the first row has
    ///     most.
    ///   - header: The columns' names if the stream has no header; nil takes its first row. Empty names and names that
    ///     stand twice are replaced as ``names`` says.
    ///   - emptyFields: What a field with nothing in it becomes.
    ///   - maximumRowSize: The largest row that is held, in bytes; at least 1.
    ///   - bufferSize: How many bytes are asked for at a time.
    ///   - read: Puts the next bytes of the stream at the front of the memory it is given and says how many; 0 at the end.
    ///     It is called again after it has thrown if somebody asks for another row, and never after the end.
    public init(
        separator: CSVSeparator? = nil,
        header: [String]? = nil,
        emptyFields: CSVEmptyField = .absent,
        maximumRowSize: Int = Self.defaultMaximumRowSize,
        bufferSize: Int = 1 << 16,
        read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) {
        self.separator = separator
        self.emptyFields = emptyFields
        self.maximumRowSize = min(max(maximumRowSize, 1), Int.max >> 3)
        chunkSize = min(max(bufferSize, 1), 1 << 30)
        capacity = chunkSize
        buffer = .allocate(capacity: capacity)
        self.read = read
        if let header { _ = name(header.map { ($0, 0) }, at: place.position) }
    }

    deinit {
        buffer.deallocate()
    }

    /// Reads the next row, or what is wrong with the header.
    ///
    /// - Returns: The row; nil at the end of the stream. A header without a mistake is not given.
    /// - Throws: What the closure throws; nothing that was read is lost by it.
    public mutating func next() throws -> CSVRow? {
        while !isRefused {
            if let given {
                drop(given)
                self.given = nil
            }
            guard let (end, next) = try findRow() else { return nil }
            let length = end - head
            given = next - head
            let row = UnsafeBufferPointer(start: buffer + head, count: length)
            let isHeader = names.isEmpty
            if let start = passedFrom {
                passedFrom = nil
                if !isHeader { number += 1 }
                isRefused = isHeader
                return refused(tooLarge(at: start), source: UnsafeBufferPointer(start: nil, count: 0), at: start)
            }
            if length == 0 { continue }
            if separator == nil { separator = sniffed(row) }
            if isHeader {
                if let row = readHeader(row) { return row }
            } else {
                number += 1
                return readRow(row)
            }
        }
        return nil
    }
}

// Sound: the memory belongs to this value alone; the closure is why it is not sendable.
@available(*, unavailable)
extension CSVReader: Sendable {}

// MARK: - Bytes

extension CSVReader {
    /// Is done with bytes at the head.
    private mutating func drop(_ length: Int) {
        place.advance(over: UnsafeBufferPointer(start: buffer + head, count: length))
        head += length
        scan = head
        state = .fieldStart
    }

    /// Asks for more bytes.
    private mutating func fill() throws {
        if head > 0, capacity - count < chunkSize {
            buffer.update(from: buffer + head, count: count - head)
            count -= head
            scan -= head
            head = 0
        }
        if capacity - count < chunkSize {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: max(capacity * 2, count + chunkSize))
            capacity = max(capacity * 2, count + chunkSize)
            larger.update(from: buffer, count: count)
            buffer.deallocate()
            buffer = larger
        }
        let room = UnsafeMutableRawBufferPointer(start: buffer + count, count: chunkSize)
        // A closure that says it brought more than there is room for has not written there.
        let length = min(max(try read(room), 0), chunkSize)
        isAtEnd = length == 0
        count += length
    }

    /// Finds the end of the row at the head.
    ///
    /// - Returns: Where the row ends, and where the next one begins; nil at the end of the stream.
    private mutating func findRow() throws -> (end: Int, next: Int)? {
        if isAtStart {
            while count - head < 3, !isAtEnd { try fill() }
            isAtStart = false
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            if UnsafeBufferPointer(start: buffer, count: min(count, 3)).elementsEqual(mark) { drop(3) }
        }
        while true {
            if let found = scanRow() {
                if passedFrom == nil, found.end - head > maximumRowSize { passedFrom = place.position }
                return found
            }
            if isAtEnd {
                if head == count, passedFrom == nil { return nil }
                return (state == .behindReturn ? max(count - 1, head) : count, count)
            }
            // A carriage return at the end is not part of the row.
            if count - head > maximumRowSize + 1 {
                if passedFrom == nil { passedFrom = place.position }
                place.advance(over: UnsafeBufferPointer(start: buffer + head, count: scan - head))
                head = scan
            }
            try fill()
        }
    }

    private mutating func scanRow() -> (end: Int, next: Int)? {
        let separator = separator?.byte
        while scan < count {
            let byte = buffer[scan]
            switch (state, byte) {
            case (.behindReturn, 0x0A): return (max(scan - 1, head), scan + 1)
            case (.behindReturn, _): return (max(scan - 1, head), scan)
            case (.quoted, UInt8(ascii: "\"")): state = .quote
            case (.quoted, _): break
            case (_, 0x0A): return (scan, scan + 1)
            case (_, 0x0D): state = .behindReturn
            case (.fieldStart, UInt8(ascii: "\"")), (.quote, UInt8(ascii: "\"")): state = .quoted
            default: state = Self.separates(byte, separator) ? .fieldStart : .plain
            }
            scan += 1
        }
        return nil
    }

    /// Whether a byte stands between fields; as long as nobody knows which one does, each that may.
    private static func separates(_ byte: UInt8, _ separator: UInt8?) -> Bool {
        guard let separator else { return CSVSeparator.all.contains { $0.byte == byte } }
        return byte == separator
    }
}

// MARK: - Rows

extension CSVReader {
    /// Cuts a row into its fields.
    ///
    /// - Returns: How many there are, of which no more than the columns and one are kept; or the mistake.
    private mutating func cut(_ row: UnsafeBufferPointer<UInt8>, upTo limit: Int) -> (count: Int, mistake: Mistake?) {
        fields.removeAll(keepingCapacity: true)
        let separator = separator?.byte
        var found = 0
        var index = 0
        while true {
            var field = Field(start: index, content: index..<index)
            if index < row.count, row[index] == UInt8(ascii: "\"") {
                index += 1
                var isClosed = false
                while index < row.count {
                    if row[index] != UInt8(ascii: "\"") {
                        index += 1
                    } else if index + 1 < row.count, row[index + 1] == UInt8(ascii: "\"") {
                        field.hasDoubledQuotes = true
                        index += 2
                    } else {
                        isClosed = true
                        break
                    }
                }
                field.content = (field.start + 1)..<index
                guard isClosed else {
                    let remedy = "Close the quote. What is behind it cannot be told from text and was not read."
                    return (
                        found,
                        Mistake(code: .csvQuote, offset: field.start, expected: "a closing quote", remedy: remedy)
                    )
                }
                index += 1
                if index < row.count, !Self.separates(row[index], separator) {
                    let remedy = "Write a quote inside a field in quotes twice."
                    let expected = "a separator or the end of the line behind the closing quote"
                    return (found, Mistake(code: .csvQuote, offset: index, expected: expected, remedy: remedy))
                }
            } else {
                while index < row.count, !Self.separates(row[index], separator) { index += 1 }
                field.content = field.start..<index
            }
            found += 1
            if found <= limit { fields.append(field) }
            if index == row.count { return (found, nil) }
            index += 1
        }
    }

    /// The first byte of a row that cannot be UTF-8.
    private func invalidByte(of row: UnsafeBufferPointer<UInt8>) -> Int? {
        guard row.contains(where: { $0 >= 0x80 }) else { return nil }
        var parser = Unicode.UTF8.ForwardParser()
        var bytes = row.makeIterator()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &bytes) {
            case .valid(let scalar): offset += scalar.count
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }

    private func encodingMistake(of row: UnsafeBufferPointer<UInt8>) -> Mistake? {
        invalidByte(of: row)
            .map {
                Mistake(code: .encoding, offset: $0, expected: "UTF-8", remedy: "Export the file as UTF-8.")
            }
    }

    /// The content of a field; the bytes are there until the next one is asked for.
    private mutating func withContent<Result>(
        of field: Field,
        in row: UnsafeBufferPointer<UInt8>,
        _ body: (UnsafeBufferPointer<UInt8>, inout JSONWriter) -> Result
    ) -> Result {
        let content = UnsafeBufferPointer(rebasing: row[field.content])
        guard field.hasDoubledQuotes else { return body(content, &json) }
        scratch.removeAll(keepingCapacity: true)
        var isSecond = false
        for byte in content {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if byte != UInt8(ascii: "\"") || isSecond { scratch.append(byte) }
        }
        return scratch.withUnsafeBufferPointer { body($0, &json) }
    }

    private mutating func readRow(_ row: UnsafeBufferPointer<UInt8>) -> CSVRow {
        if let mistake = encodingMistake(of: row) { return refused(mistake, row) }
        let (found, mistake) = cut(row, upTo: names.count + 1)
        if let mistake { return refused(mistake, row) }
        guard found == names.count else {
            // The first field too many, or the end of the row.
            let offset = found > names.count ? fields[names.count].start : row.count
            return refused(
                Mistake(
                    code: .csvFieldCount,
                    offset: offset,
                    expected: "\(names.count) fields, as the header has",
                    remedy:
                        "Write every field, and quotes around those that hold separators or ends of lines."
                ),
                row,
                observed: "\(found)"
            )
        }
        json.removeAll()
        json.beginObject()
        var members: [(offset: Int, column: Int)] = []
        members.reserveCapacity(names.count)
        for column in names.indices {
            let field = fields[column]
            if field.content.isEmpty, emptyFields == .absent { continue }
            members.append((json.count, column))
            json.write(name: names[column])
            if field.content.isEmpty, emptyFields == .null {
                json.writeNull()
            } else {
                withContent(of: field, in: row) { $1.write(utf8: $0) }
            }
            json.endItem()
        }
        json.endObject()
        return CSVRow(
            // The writer's memory stays where it is until something is written again.
            json.withBytes { $0 },
            source: row,
            number: number,
            at: place.position,
            issues: [],
            columns: columns,
            fields: fields.map(\.start),
            members: members
        )
    }

    private func refused(
        _ mistake: Mistake,
        _ row: UnsafeBufferPointer<UInt8>,
        observed: String? = nil
    ) -> CSVRow {
        var failed = place
        failed.advance(over: row[..<mistake.offset])
        let issue = Issue(
            mistake.code,
            position: failed.position,
            expected: mistake.expected,
            observed: observed,
            remedy: mistake.remedy
        )
        return refused(issue, source: row, at: place.position)
    }

    private func refused(_ issue: Issue, source: UnsafeBufferPointer<UInt8>, at position: SourcePosition) -> CSVRow {
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        return CSVRow(nothing, source: source, number: number, at: position, issues: [issue])
    }

    private func tooLarge(at position: SourcePosition) -> Issue {
        Issue(
            .payloadTooLarge,
            position: position,
            expected: "a row of at most \(maximumRowSize) bytes",
            remedy: "Look for a quote that is not closed, or raise the limit."
        )
    }
}

// MARK: - The header

extension CSVReader {
    /// Reads the header.
    ///
    /// - Returns: What is wrong with it; nil if nothing is.
    private mutating func readHeader(_ row: UnsafeBufferPointer<UInt8>) -> CSVRow? {
        isRefused = true
        if let mistake = encodingMistake(of: row) { return refused(mistake, row) }
        let (found, mistake) = cut(row, upTo: Self.maximumColumnCount)
        if let mistake { return refused(mistake, row) }
        guard found == fields.count else {
            let expected = "a header of at most \(Self.maximumColumnCount) columns"
            let remedy = "Export fewer columns, or check the separator."
            return refused(Mistake(code: .csvHeader, offset: 0, expected: expected, remedy: remedy), row)
        }
        isRefused = false
        var header: [(String, Int)] = []
        for field in fields {
            header.append(
                (withContent(of: field, in: row) { bytes, _ in String(decoding: bytes, as: UTF8.self) }, field.start)
            )
        }
        let start = place
        columnPositions = header.map { _, offset in
            var column = start
            column.advance(over: row[..<offset])
            return column.position
        }
        var mistakes: [Issue] = []
        for (issue, offset) in name(header, at: place.position) {
            var found = issue
            var failed = place
            failed.advance(over: row[..<offset])
            found.position = failed.position
            mistakes.append(found)
        }
        guard !mistakes.isEmpty else { return nil }
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        return CSVRow(nothing, source: row, number: 0, at: place.position, issues: mistakes)
    }

    /// The separator that the first row has most, outside quotes.
    private func sniffed(_ row: UnsafeBufferPointer<UInt8>) -> CSVSeparator {
        var counts = CSVSeparator.all.map { (separator: $0, count: 0) }
        var isQuoted = false
        var isFieldStart = true
        for byte in row {
            if byte == UInt8(ascii: "\""), isQuoted || isFieldStart {
                isQuoted.toggle()
                // Behind a closing quote, a quote opens again: the second of two.
                isFieldStart = true
                continue
            }
            isFieldStart = false
            guard !isQuoted else { continue }
            for index in counts.indices where counts[index].separator.byte == byte {
                counts[index].count += 1
                isFieldStart = true
            }
        }
        return counts.max { $0.count < $1.count || $0.count == $1.count && $0.separator != .comma }?.separator ?? .comma
    }

    /// Names the columns.
    ///
    /// - Parameters:
    ///   - header: The names as they stand in the header, and where.
    ///   - position: Where the header is.
    /// - Returns: What is wrong with the names, and where.
    private mutating func name(_ header: [(name: String, offset: Int)], at position: SourcePosition) -> [(Issue, Int)] {
        var uses: [String: Int] = [:]
        for (name, _) in header { uses[name, default: 0] += 1 }
        var taken = Set(uses.keys)
        var mistakes: [(Issue, Int)] = []
        for (index, (name, offset)) in header.enumerated() {
            if !name.isEmpty, uses[name] == 1 {
                names.append(name)
                continue
            }
            var replacement = "\(name)#\(index + 1)"
            while !taken.insert(replacement).inserted { replacement += "#" }
            names.append(replacement)
            let issue = Issue(
                .csvHeader,
                position: position,
                expected: name.isEmpty ? "a name for every column" : "each name for one column",
                observed: name,
                remedy: "The column is read as \(replacement). Name it in the export."
            )
            mistakes.append((issue, offset))
        }
        for (index, name) in names.enumerated() { columns[name] = index }
        return mistakes
    }
}

extension IssueCode {
    /// A field of CSV has a quote that is not closed, or text behind the closing one.
    public static let csvQuote: Self = "csv.quote"
    /// A row of CSV has more or fewer fields than the header.
    public static let csvFieldCount: Self = "csv.fieldCount"
    /// A name in the header of CSV is empty or not the only one, or there are too many.
    public static let csvHeader: Self = "csv.header"
}
