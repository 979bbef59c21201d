public import ConcordSchema

/// Finds vendors' objects in a stream of bytes that comes in chunks, whatever is around them.
///
/// The stream is any number of JSON values after each other: objects one a line (NDJSON), objects over many lines, arrays
/// of objects, and envelopes that hold a page of objects. What is found does not depend on how the stream is cut into
/// chunks, and every byte is looked at a small fixed number of times.
///
/// An object is given as soon as its last byte has come, the items of an array too; only an envelope is held until it
/// ends. Memory is that of the largest value, which ``maximumValueSize`` limits.
///
/// A mistake costs the line that it is on: the bytes that are not an object come as a ``Payload`` with an issue, and
/// reading goes on with the next line that begins a value. Of a document over many lines that is broken inside, the lines
/// that go on with it are given with it.
///
/// ```swift
/// var reader = PayloadReader()
/// while let chunk = try source.read() {
///     reader.append(chunk)
///     while let payload = reader.next() { … }
/// }
/// reader.finish()
/// while let payload = reader.next() { … }
/// ```
public struct PayloadReader: ~Copyable {
    /// 64 MiB: more than a page of any vendor's API has, and little enough to hold.
    public static let defaultMaximumValueSize = 64 << 20

    /// The largest value that is held, in bytes; a larger one is refused and passed over.
    public let maximumValueSize: Int

    /// The envelope that is opened; nil if none is.
    public let envelope: PayloadEnvelope?

    /// The page that was opened last.
    public private(set) var lastPage: PayloadPage?

    private enum State {
        /// Before a value.
        case between
        /// In a value that is held from the head on.
        case value
        /// In a value that is too large to be held.
        case passing
        /// In the lines of a mistake, which are held from the head on.
        case refusing
        /// In the line of a mistake that is too large to be held.
        case passingLine
        /// Among the items of a page, which stands at the head.
        case page
    }

    /// What may stand next in an array whose items are given one by one.
    private enum ArrayState {
        case itemOrEnd
        case item
        case commaOrEnd
        /// Anything: a mistake has cost some of it.
        case uncertain
    }

    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// The bytes of the buffer that are filled, and those of them that are done with.
    private var count = 0
    private var head = 0
    /// The place of the head in the stream.
    private var place = SourcePosition(offset: 0, line: 1, column: 1)
    private var isFinished = false

    private var state = State.between
    /// Whether the last step could not go on for want of bytes.
    private var isWaiting = false
    private var array: ArrayState?
    private var scanner = ValueScanner()
    /// Where the scanner, or the search for the end of a mistake, stands.
    private var scan = 0
    /// How far a newline was looked for, and where the first one behind the head is, if there is one.
    private var searched = 0
    private var newline: Int?

    /// What a mistake is, where the bytes do not say it themselves, and where it was met.
    private var mistake: (code: IssueCode, expected: String)?
    private var failure = 0
    /// How many bytes were looked at again because of mistakes; what keeps a hostile stream from costing more than its
    /// length.
    private var repeated = 0

    /// The items of the page at the head, counted from the head, and the place of the first of them that was not given.
    private var items = 0..<0
    private var itemPlace = SourcePosition(offset: 0, line: 1, column: 1)
    private var pageEnd = 0

    /// A reader at the beginning of a stream.
    ///
    /// - Parameters:
    ///   - envelope: The envelope that is opened.
    ///   - maximumValueSize: The largest value that is held, in bytes; at least 1.
    public init(
        envelope: PayloadEnvelope? = .query,
        maximumValueSize: Int = Self.defaultMaximumValueSize
    ) {
        self.envelope = envelope
        self.maximumValueSize = min(max(maximumValueSize, 1), Int.max >> 2)
        capacity = 1 << 12
        buffer = .allocate(capacity: capacity)
    }

    /// A place between two values outside of any array, and all that reading on from there depends on.
    package struct Rest: Sendable, Hashable {
        /// The place.
        package var place: SourcePosition
        /// How many bytes were looked at again because of mistakes.
        package var repeated: Int
        /// The envelope that is opened.
        package let envelope: PayloadEnvelope?

        /// The beginning of a stream.
        package static func beginning(_ envelope: PayloadEnvelope? = .query) -> Rest {
            Rest(place: SourcePosition(offset: 0, line: 1, column: 1), repeated: 0, envelope: envelope)
        }
    }

    /// A reader that goes on where another one rested, with the bytes from there on.
    package init(
        from rest: Rest,
        maximumValueSize: Int = Self.defaultMaximumValueSize
    ) {
        self.init(envelope: rest.envelope, maximumValueSize: maximumValueSize)
        place = rest.place
        repeated = rest.repeated
    }

    /// Where the reader rests, if it does: all bytes are done with, and what follows is a value of its own.
    package var rest: Rest? {
        guard case .between = state, array == nil, head == count else { return nil }
        return Rest(place: place, repeated: repeated, envelope: envelope)
    }

    deinit {
        buffer.deallocate()
    }

    /// Gives the reader the next bytes of the stream.
    ///
    /// - Parameter chunk: The bytes; they are copied. Take all payloads first: what they refer to may move.
    public mutating func append(_ chunk: UnsafeRawBufferPointer) {
        guard let start = chunk.baseAddress, !chunk.isEmpty else { return }
        if head > 0, capacity - count < chunk.count || head == count {
            let kept = count - head
            buffer.update(from: buffer + head, count: kept)
            scan = max(scan - head, 0)
            failure = max(failure - head, 0)
            searched = max(searched - head, 0)
            newline = newline.flatMap { $0 >= head ? $0 - head : nil }
            count = kept
            head = 0
        }
        if capacity - count < chunk.count {
            capacity = max(capacity * 2, count + chunk.count)
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
            larger.update(from: buffer, count: count)
            buffer.deallocate()
            buffer = larger
        }
        UnsafeMutableRawPointer(buffer + count).copyMemory(from: start, byteCount: chunk.count)
        count += chunk.count
    }

    /// Says that the stream has ended.
    public mutating func finish() {
        isFinished = true
    }

    /// Takes the next object, or the next mistake.
    ///
    /// - Returns: It, or nil if there is none until more bytes come.
    public mutating func next() -> Payload? {
        while true {
            let payload: Payload?
            switch state {
            case .between: payload = begin()
            case .value: payload = goOn()
            case .passing: payload = pass()
            case .refusing: payload = refuse()
            case .passingLine: payload = passLine()
            case .page: payload = nextItem()
            }
            if let payload { return payload }
            if isWaiting { return nil }
        }
    }
}

// Sound: the memory belongs to this value alone, which cannot be copied.
extension PayloadReader: @unchecked Sendable {}

// MARK: - Bytes

extension PayloadReader {
    private func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: buffer + range.lowerBound, count: range.count)
    }

    /// Is done with the bytes up to an index.
    private mutating func drop(to index: Int) {
        place = place.advanced(over: bytes(head..<index))
        head = index
    }

    private mutating func give(to index: Int, issue: Issue? = nil) -> Payload {
        let payload = Payload(bytes(head..<index), at: place, issue: issue)
        drop(to: index)
        return payload
    }

    /// The first newline at or behind an index that is never less than in an earlier call, except for the head.
    private mutating func newline(from index: Int) -> Int? {
        if let newline, newline >= index { return newline }
        searched = max(searched, index)
        newline = bytes(searched..<count).firstIndex(of: 0x0A).map { $0 + searched }
        searched = newline ?? count
        return newline
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}

// MARK: - Steps

extension PayloadReader {
    /// Waits for more bytes.
    private mutating func wait() -> Payload? {
        isWaiting = true
        return nil
    }

    private mutating func begin() -> Payload? {
        isWaiting = false
        var index = head
        while index < count, Self.isBlank(buffer[index]) { index += 1 }
        drop(to: index)
        guard head < count else { return isFinished ? end() : wait() }
        let byte = buffer[head]
        if place.offset == 0, byte == 0xEF {
            // A byte order mark may be ignored (RFC 8259 §8.1).
            if count - head < 3, !isFinished { return wait() }
            if bytes(head..<min(head + 3, count)).elementsEqual([0xEF, 0xBB, 0xBF]) {
                drop(to: head + 3)
                return nil
            }
        }
        if let array {
            switch byte {
            case UInt8(ascii: ",") where array == .commaOrEnd || array == .uncertain:
                self.array = array == .uncertain ? .uncertain : .item
                drop(to: head + 1)
                return nil
            case UInt8(ascii: "]") where array != .item:
                self.array = nil
                drop(to: head + 1)
                return nil
            default:
                if array == .commaOrEnd {
                    return beginRefusing((.syntax, "a comma or the end of the array"), at: head)
                }
            }
        } else if byte == UInt8(ascii: "[") {
            array = .itemOrEnd
            drop(to: head + 1)
            return nil
        }
        switch byte {
        case UInt8(ascii: "{"):
            if let payload = takeLine() { return payload }
            if state == .page { return nil }
        case UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            // Outside an array, a line that begins so is hardly meant as JSON and is refused whole.
            if array == nil { fallthrough }
        default:
            return beginRefusing((.type, Self.expectation), at: head)
        }
        scanner = ValueScanner()
        scan = head
        state = .value
        return nil
    }

    private static let expectation = "an object, an array of objects, or a page of them"

    /// What remains to be said at the end of the stream.
    private mutating func end() -> Payload? {
        let array = array
        self.array = nil
        guard let array, array != .uncertain else { return wait() }
        isWaiting = true
        return Payload(
            bytes(head..<head),
            at: place,
            issue: Issue(.unexpectedEnd, position: place, expected: "a comma or the end of the array")
        )
    }

    /// Takes the object at the head if it ends where its line does, as objects in streams mostly do.
    private mutating func takeLine() -> Payload? {
        guard var end = newline(from: head) else { return nil }
        while end > head, Self.isBlank(buffer[end - 1]) { end -= 1 }
        if array != nil, end > head, buffer[end - 1] == UInt8(ascii: ",") { end -= 1 }
        guard buffer[end - 1] == UInt8(ascii: "}"), end - head <= maximumValueSize else { return nil }
        guard let shape = try? PayloadShape(bytes(head..<end), envelope) else { return nil }
        return take(shape, to: end)
    }

    /// Takes the value at the head, which is known to be JSON.
    private mutating func take(_ shape: PayloadShape, to end: Int) -> Payload? {
        if array != nil { array = array == .uncertain ? .uncertain : .commaOrEnd }
        state = .between
        switch shape {
        case .object: return give(to: end)
        case .other:
            let issue = Issue(.type, position: place, expected: "an object", observed: Self.excerpt(bytes(head..<end)))
            return give(to: end, issue: issue)
        case .page(let page, let items):
            lastPage = page
            self.items = items
            itemPlace = place.advanced(over: bytes(head..<(head + items.lowerBound)))
            pageEnd = end - head
            state = .page
            return nil
        }
    }

    private mutating func goOn() -> Payload? {
        isWaiting = false
        let limit = min(count, head + maximumValueSize + 1)
        switch scanner.scan(buffer, from: &scan, to: limit) {
        case .needsMore:
            if scan - head > maximumValueSize { return beginPassing() }
            guard isFinished else { return wait() }
            return beginRefusing(nil, at: scan)
        case .failed:
            return beginRefusing(nil, at: scan)
        case .complete:
            if scan - head > maximumValueSize {
                let payload = beginPassing()
                state = .between
                return payload
            }
            do throws(ReadFailure) {
                return take(try PayloadShape(bytes(head..<scan), envelope), to: scan)
            } catch {
                // The structure is sound, so that it is clear where the value ends.
                if array != nil { array = array == .uncertain ? .uncertain : .commaOrEnd }
                state = .between
                return giveRefused(to: scan, error)
            }
        }
    }

    private mutating func nextItem() -> Payload? {
        isWaiting = false
        let from = head + items.lowerBound
        var reader = JSONReader(bytes(from..<(head + items.upperBound)))
        if reader.peek() == UInt8(ascii: ",") { _ = try? reader.take(UInt8(ascii: ","), expecting: "a comma") }
        reader.skipWhitespace()
        let begin = reader.offset
        guard (try? reader.skipValue()) != nil else {
            state = .between
            drop(to: head + pageEnd)
            return nil
        }
        let position = itemPlace.advanced(over: bytes(from..<(from + begin)))
        let item = bytes((from + begin)..<(from + reader.offset))
        itemPlace = position.advanced(over: item)
        items = (items.lowerBound + reader.offset)..<items.upperBound
        guard item.first != UInt8(ascii: "{") else { return Payload(item, at: position) }
        let issue = Issue(.type, position: position, expected: "an object", observed: Self.excerpt(item))
        return Payload(item, at: position, issue: issue)
    }
}

// MARK: - Mistakes

extension PayloadReader {
    /// Begins to find out which bytes belong to a mistake.
    ///
    /// - Parameters:
    ///   - mistake: What it is, where the bytes do not say it themselves.
    ///   - index: Where it was met.
    /// - Returns: It, if it is clear already which bytes those are.
    private mutating func beginRefusing(_ mistake: (code: IssueCode, expected: String)?, at index: Int) -> Payload? {
        self.mistake = mistake
        failure = index
        if repeated < place.offset + (1 << 16), let start = firstValueLine() {
            // The line at the head was cut off: what follows it are values of their own.
            repeated += max(index - start, 0)
            return giveMistake(to: start)
        }
        scan = index
        state = .refusing
        return nil
    }

    /// The first line behind the head's, up to where the mistake was met, that begins as a value does.
    private func firstValueLine() -> Int? {
        var index = head
        let last = min(failure, count - 1)
        while index < last {
            guard let newline = bytes(index..<last).firstIndex(of: 0x0A) else { return nil }
            index += newline + 1
            let byte = buffer[index]
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") && array == nil { return index }
        }
        return nil
    }

    /// Goes to the end of the mistake's lines.
    private mutating func refuse() -> Payload? {
        isWaiting = false
        while true {
            let found = newline(from: scan)
            if (found ?? count) - head > maximumValueSize {
                state = .passingLine
                return giveMistake(to: head + maximumValueSize)
            }
            guard let end = found else { return isFinished ? giveMistake(to: count) : wait() }
            scan = end
            guard end + 1 < count || isFinished else { return wait() }
            guard end + 1 < count, isContinued(to: end), isContinuation(buffer[end + 1]) else {
                return giveMistake(to: end)
            }
            scan = end + 1
        }
    }

    /// Whether what stands at the head may go on behind a line's end: not if it is one line that ends as objects do.
    private func isContinued(to end: Int) -> Bool {
        guard mistake == nil else { return false }
        if bytes(head..<end).contains(0x0A) { return true }
        return bytes(head..<end).last { !Self.isBlank($0) } != UInt8(ascii: "}")
    }

    /// Whether a line that begins so goes on with what is above it.
    private func isContinuation(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    }

    private mutating func giveMistake(to index: Int) -> Payload {
        if state == .refusing || state == .value { state = .between }
        if array != nil { array = .uncertain }
        let bytes = bytes(head..<index)
        if let mistake {
            let failed = place.advanced(over: self.bytes(head..<min(failure, index)))
            let observed = Self.excerpt(self.bytes(min(failure, index)..<index))
            let issue = Issue(mistake.code, position: failed, expected: mistake.expected, observed: observed)
            return give(to: index, issue: issue)
        }
        var reader = JSONReader(bytes)
        do throws(ReadFailure) {
            try reader.skipValue()
            try reader.finish()
        } catch {
            return giveRefused(to: index, error)
        }
        return give(to: index, issue: Issue(.syntax, position: place, expected: Self.expectation))
    }

    private mutating func giveRefused(to index: Int, _ failure: ReadFailure) -> Payload {
        var issues = [Issue(failure, severity: .error, in: bytes(head..<index))]
        Payload(bytes(head..<index), at: place).locate(&issues)
        return give(to: index, issue: issues[0])
    }

    private mutating func beginPassing() -> Payload? {
        state = .passing
        if array != nil { array = .uncertain }
        let issue = Issue(
            .payloadTooLarge,
            position: place,
            expected: "a value of at most \(maximumValueSize) bytes",
            remedy: "Write one object a line, or raise the limit."
        )
        let payload = Payload(bytes(head..<head), at: place, issue: issue)
        drop(to: scan)
        return payload
    }

    private mutating func pass() -> Payload? {
        isWaiting = false
        let outcome = scanner.scan(buffer, from: &scan, to: count)
        drop(to: scan)
        switch outcome {
        case .needsMore: return wait()
        case .failed: state = .passingLine
        case .complete: state = .between
        }
        return nil
    }

    private mutating func passLine() -> Payload? {
        isWaiting = false
        guard let end = newline(from: head) else {
            drop(to: count)
            return wait()
        }
        drop(to: end)
        state = .between
        return nil
    }

    private static func excerpt(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard !bytes.isEmpty else { return nil }
        let text = String(decoding: bytes.prefix(80), as: UTF8.self)
        return bytes.count > 80 ? text + "…" : text
    }
}

extension IssueCode {
    /// A value of a stream is larger than the reader holds.
    public static let payloadTooLarge: Self = "payload.tooLarge"
}
