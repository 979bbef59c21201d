/// Cuts a stream of bytes that comes in chunks into lines, in bounded memory.
///
/// A line ends with `\n` or `\r\n`; the last one need not. Lines with nothing but blanks are counted and passed over. A
/// line that lies whole in its chunk is given as it lies there; only one that runs over the end of a chunk is put
/// together, in one buffer that is used again and that never holds more than the maximum length.
///
/// The splitter does no input of its own. Give it chunks where they come from a callback, such as a channel's; where they
/// can be asked for, use ``LineReader``.
///
/// ```swift
/// var splitter = LineSplitter()
/// var rest = chunk                                    // an UnsafeRawBufferPointer
/// while let line = splitter.next(in: &rest) { … }     // for each chunk
/// if let line = splitter.finish() { … }               // behind the last one
/// ```
public struct LineSplitter: ~Copyable {
    /// 64 MiB: more than any record has, and little enough to hold.
    public static let defaultMaximumLineLength = 64 << 20

    /// The longest line that is given, in bytes without its end; a longer one is told of and passed over.
    public let maximumLineLength: Int

    /// What came of the line that the next chunk goes on with.
    private var carry: UnsafeMutablePointer<UInt8>
    private var carryCapacity: Int
    private var carryCount = 0

    /// Whether the carry was given as a line, so that it begins anew.
    private var isGiven = false

    /// Whether the rest of the line is to be passed over.
    private var isPassing = false

    /// How many lines have ended, where the line under way begins, and where the next chunk does.
    private var ended = 0
    private var lineStart = 0
    private var position = 0

    /// A splitter at the beginning of a stream.
    ///
    /// - Parameter maximumLineLength: The longest line that is given, in bytes; at least 1.
    public init(maximumLineLength: Int = Self.defaultMaximumLineLength) {
        // One byte is added to it below, and it is doubled.
        self.maximumLineLength = min(max(maximumLineLength, 1), Int.max >> 2)
        carryCapacity = 256
        carry = .allocate(capacity: carryCapacity)
    }

    deinit {
        carry.deallocate()
    }

    /// Takes the next line out of a chunk.
    ///
    /// - Parameter chunk: What is left of the chunk; the line is taken off its front. When no line ends in it, it is
    ///   empty afterwards.
    /// - Returns: The line, or nil if another chunk is needed. Its bytes are there until the splitter is used again, and
    ///   no longer than the chunk.
    public mutating func next(in chunk: inout UnsafeRawBufferPointer) -> StreamLine? {
        if isGiven {
            isGiven = false
            carryCount = 0
        }
        while let start = chunk.baseAddress, !chunk.isEmpty {
            guard let length = Self.newline(in: chunk) else {
                let piece = chunk
                chunk = UnsafeRawBufferPointer(rebasing: chunk[chunk.count...])
                position += piece.count
                return begin(piece)
            }
            let piece = UnsafeRawBufferPointer(start: start, count: length)
            chunk = UnsafeRawBufferPointer(rebasing: chunk[(length + 1)...])
            position += length + 1
            let offset = lineStart
            lineStart = position
            ended += 1
            if isPassing {
                isPassing = false
            } else if let line = line(endingWith: piece, at: offset) {
                return line
            }
        }
        return nil
    }

    /// Takes the line that the stream ended in, and makes the splitter ready for another stream.
    ///
    /// - Returns: The last line if it has no end; nil if there is none. Its bytes are there until the splitter is used
    ///   again.
    public mutating func finish() -> StreamLine? {
        let count = isGiven || isPassing ? 0 : carryCount
        let number = ended + 1
        let offset = lineStart
        carryCount = 0
        isGiven = false
        isPassing = false
        ended = 0
        lineStart = 0
        position = 0
        return line(UnsafeBufferPointer(start: carry, count: count), number, at: offset)
    }

    /// Keeps the beginning of a line, unless it is too long already.
    private mutating func begin(_ piece: UnsafeRawBufferPointer) -> StreamLine? {
        if isPassing { return nil }
        let count = carryCount + piece.count
        // One byte more than the limit may still be the first half of the line's end.
        if count > maximumLineLength + 1 || count == maximumLineLength + 1 && piece.last != UInt8(ascii: "\r") {
            isPassing = true
            carryCount = 0
            return StreamLine(ended + 1, at: lineStart, longerThan: maximumLineLength)
        }
        keep(piece)
        return nil
    }

    /// The line whose last part has come, or nil if it has no content.
    private mutating func line(endingWith piece: UnsafeRawBufferPointer, at offset: Int) -> StreamLine? {
        if carryCount == 0 {
            let start = piece.baseAddress?.assumingMemoryBound(to: UInt8.self)
            return line(UnsafeBufferPointer(start: start, count: piece.count), ended, at: offset)
        }
        if carryCount + piece.count > maximumLineLength + 1 {
            carryCount = 0
            return StreamLine(ended, at: offset, longerThan: maximumLineLength)
        }
        keep(piece)
        isGiven = true
        let line = line(UnsafeBufferPointer(start: carry, count: carryCount), ended, at: offset)
        if line == nil {
            isGiven = false
            carryCount = 0
        }
        return line
    }

    private func line(_ bytes: UnsafeBufferPointer<UInt8>, _ number: Int, at offset: Int) -> StreamLine? {
        var count = bytes.count
        if count > 0, bytes[count - 1] == UInt8(ascii: "\r") { count -= 1 }
        guard count <= maximumLineLength else {
            return StreamLine(number, at: offset, longerThan: maximumLineLength)
        }
        let content = UnsafeBufferPointer(start: bytes.baseAddress, count: count)
        guard let first = content.first else { return nil }
        if first <= 0x20, content.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
        return StreamLine(number, at: offset, content)
    }

    private mutating func keep(_ piece: UnsafeRawBufferPointer) {
        guard let start = piece.baseAddress, !piece.isEmpty else { return }
        let count = carryCount + piece.count
        if count > carryCapacity {
            carryCapacity = max(count, min(carryCapacity * 2, maximumLineLength + 1))
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: carryCapacity)
            larger.update(from: carry, count: carryCount)
            carry.deallocate()
            carry = larger
        }
        UnsafeMutableRawPointer(carry + carryCount).copyMemory(from: start, byteCount: piece.count)
        carryCount = count
    }

    /// The place of the first newline, looked for in sixteen bytes at a time.
    private static func newline(in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let start = bytes.baseAddress else { return nil }
        let count = bytes.count
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let newlines = ones &* UInt64(UInt8(ascii: "\n"))
        var index = 0
        while index &+ 16 <= count {
            // A byte that is a newline becomes zero; the lowest of the marked bytes is certain to be one.
            let first = UInt64(littleEndian: (start + index).loadUnaligned(as: UInt64.self)) ^ newlines
            let second = UInt64(littleEndian: (start + index + 8).loadUnaligned(as: UInt64.self)) ^ newlines
            let inFirst = (first &- ones) & ~first & tops
            let inSecond = (second &- ones) & ~second & tops
            if inFirst | inSecond != 0 {
                return inFirst != 0
                    ? index &+ inFirst.trailingZeroBitCount &>> 3 : index &+ 8 &+ inSecond.trailingZeroBitCount &>> 3
            }
            index &+= 16
        }
        while index < count {
            if start.load(fromByteOffset: index, as: UInt8.self) == UInt8(ascii: "\n") { return index }
            index &+= 1
        }
        return nil
    }
}

// Sound: the memory belongs to this value alone, which cannot be copied.
extension LineSplitter: @unchecked Sendable {}
