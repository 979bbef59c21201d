/// Reads a stream line by line, in bounded memory, through a closure that brings the bytes.
///
/// What ``LineSplitter`` says of lines holds. Lines that lie whole in the reader's buffer are not copied.
public struct LineReader: ~Copyable {
    private var splitter: LineSplitter
    private let buffer: UnsafeMutableRawBufferPointer
    private var rest: UnsafeRawBufferPointer
    private var isAtEnd = false
    private let read: (UnsafeMutableRawBufferPointer) throws -> Int

    /// A reader at the beginning of a stream.
    ///
    /// - Parameters:
    ///   - maximumLineLength: The longest line that is given, in bytes; a longer one is told of and passed over.
    ///   - bufferSize: How many bytes are asked for at a time.
    ///   - read: Puts the next bytes of the stream at the front of the memory it is given and says how many; 0 at the end.
    ///     It is called again after it has thrown if somebody asks for another line, and never after the end.
    public init(
        maximumLineLength: Int = LineSplitter.defaultMaximumLineLength,
        bufferSize: Int = 1 << 18,
        read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) {
        splitter = LineSplitter(maximumLineLength: maximumLineLength)
        buffer = .allocate(byteCount: max(bufferSize, 1), alignment: 16)
        rest = UnsafeRawBufferPointer(start: buffer.baseAddress, count: 0)
        self.read = read
    }

    deinit {
        buffer.deallocate()
    }

    /// Reads the next line that has content.
    ///
    /// - Returns: The line, or nil at the end of the stream. Its bytes are there until the reader is used again.
    /// - Throws: What the closure throws; nothing that was read is lost by it.
    public mutating func next() throws -> StreamLine? {
        while true {
            if let line = splitter.next(in: &rest) { return line }
            if isAtEnd { return nil }
            // A closure that says it brought more than there is room for has not written there.
            let count = min(max(try read(buffer), 0), buffer.count)
            if count == 0 {
                isAtEnd = true
                return splitter.finish()
            }
            rest = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        }
    }
}

@available(*, unavailable)
extension LineReader: Sendable {}
