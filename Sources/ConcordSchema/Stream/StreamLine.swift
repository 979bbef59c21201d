/// One line of a stream, without its end.
///
/// Lines are not copied: the bytes belong to the chunk or to the splitter, and are there until either is used again.
public struct StreamLine {
    /// The line's number in the stream, counted from 1; lines without content count as well.
    public let number: Int

    /// The offset of the line's first byte in the stream.
    public let offset: Int

    /// The line's bytes, without `\n` or `\r\n`; none if the line is too long.
    public let bytes: UnsafeBufferPointer<UInt8>

    /// The limit that the line exceeds, or -1.
    private let exceeded: Int

    init(_ number: Int, at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        self.number = number
        self.offset = offset
        self.bytes = bytes
        exceeded = -1
    }

    init(_ number: Int, at offset: Int, longerThan limit: Int) {
        self.number = number
        self.offset = offset
        bytes = UnsafeBufferPointer(start: nil, count: 0)
        exceeded = limit
    }

    /// Whether the line is longer than the stream's limit, so that its bytes were passed over.
    public var isTooLong: Bool { exceeded >= 0 }

    /// The issue `stream.lineTooLong`, if the line is.
    public var issue: Issue? {
        guard isTooLong else { return nil }
        return Issue(
            .lineTooLong,
            position: SourcePosition(offset: offset, line: number, column: 1),
            expected: "a line of at most \(exceeded) bytes",
            remedy: "Raise the limit, or write one record a line"
        )
    }
}

@available(*, unavailable)
extension StreamLine: Sendable {}

extension StreamLine {
    /// Turns positions in the line into positions in the stream.
    ///
    /// - Parameter issues: Issues of the line's document.
    public func locate(_ issues: inout [Issue]) {
        for index in issues.indices {
            issues[index].position = issues[index].position.map(locate)
            issues[index].related = issues[index].related.map(locate)
        }
    }

    private func locate(_ position: SourcePosition) -> SourcePosition {
        SourcePosition(
            offset: offset + position.offset,
            line: number + position.line - 1,
            column: position.column
        )
    }
}
