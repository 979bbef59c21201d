public import ConcordSchema

/// One vendor's object in a stream, and where it stands; or a piece of the stream that is none, and why.
///
/// The bytes belong to the reader and are there until it is given more.
public struct Payload {
    /// The object's JSON text; where there is an issue, the bytes that it is about.
    public let bytes: UnsafeBufferPointer<UInt8>

    /// Where the bytes begin in the stream.
    public let position: SourcePosition

    /// Why the bytes are not an object, placed in the stream; nil if they are one.
    public let issue: Issue?

    package init(_ bytes: UnsafeBufferPointer<UInt8>, at position: SourcePosition, issue: Issue? = nil) {
        self.bytes = bytes
        self.position = position
        self.issue = issue
    }

    /// Turns positions in the object into positions in the stream.
    ///
    /// - Parameter issues: What a mapping found in the object.
    public func locate(_ issues: inout [Issue]) {
        for index in issues.indices {
            issues[index].position = issues[index].position.map(position.locate)
            issues[index].related = issues[index].related.map(position.locate)
        }
    }
}

@available(*, unavailable)
extension Payload: Sendable {}

extension SourcePosition {
    /// A place in what begins here, as a place in what this place is in.
    func locate(_ inner: SourcePosition) -> SourcePosition {
        SourcePosition(
            offset: offset + inner.offset,
            line: line + inner.line - 1,
            column: inner.line == 1 ? column + inner.column - 1 : inner.column
        )
    }

    /// The place behind some bytes that begin here.
    package func advanced(over bytes: UnsafeBufferPointer<UInt8>) -> SourcePosition {
        var lines = 0
        for byte in bytes { lines &+= byte == 0x0A ? 1 : 0 }
        guard lines > 0, let last = bytes.lastIndex(of: 0x0A) else {
            return SourcePosition(offset: offset + bytes.count, line: line, column: column + bytes.count)
        }
        return SourcePosition(offset: offset + bytes.count, line: line + lines, column: bytes.count - last)
    }
}
