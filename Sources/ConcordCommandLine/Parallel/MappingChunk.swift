import ConcordMapping
import ConcordSchema

/// A piece of an input on its way through a worker, and what came of it.
///
/// Sound: it belongs to one thread at a time. The coordinator fills it and hands it over under the workers' lock, and gets
/// it back under the same lock.
final class MappingChunk: @unchecked Sendable {
    /// What the bytes are.
    enum Content {
        /// Whole lines, taken to begin where a reader would rest, and to be read from there.
        case lines(PayloadReader.Rest)
        /// Objects that a reader found, one behind the other.
        case objects
    }

    /// An object that a reader found.
    private struct Item {
        let range: Range<Int>
        let position: SourcePosition
        let issue: Issue?
    }

    /// What the bytes are.
    var content = Content.objects

    /// Whether nothing follows in the input, so that the last line needs no end.
    var isLast = false

    /// Whether a worker is done with it; the workers' lock is held to look.
    var isDone = false

    /// What came of the objects.
    let batch = MappingBatch()

    /// The account of the objects.
    private(set) var coverage: Coverage?

    /// Where a reader rests behind the lines; nil if it does not, or if they are the last.
    private(set) var end: PayloadReader.Rest?

    /// The page that was opened last.
    private(set) var page: PayloadPage?

    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0
    private var items: [Item] = []

    /// An empty chunk.
    init() {
        capacity = 1 << 12
        memory = .allocate(capacity: capacity)
    }

    deinit {
        memory.deallocate()
    }

    /// The bytes.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }

    /// The number of objects that a reader found.
    var objectCount: Int { items.count }

    /// Makes it empty.
    func removeAll() {
        count = 0
        items.removeAll(keepingCapacity: true)
        isLast = false
    }

    private func reserve(_ more: Int) {
        guard capacity - count < more else { return }
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: memory, count: count)
        memory.deallocate()
        memory = larger
    }

    /// Adds bytes.
    func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        reserve(bytes.count)
        (memory + count).update(from: start, count: bytes.count)
        count += bytes.count
    }

    /// Adds an object.
    func append(_ payload: Payload) {
        let begin = count
        append(payload.bytes)
        items.append(Item(range: begin..<count, position: payload.position, issue: payload.issue))
    }

    /// Adds what an input has.
    ///
    /// - Returns: How many bytes; 0 at its end.
    func read(_ size: Int, from input: Input) throws -> Int {
        reserve(size)
        let read = try input.read(into: UnsafeMutableRawBufferPointer(start: memory + count, count: size))
        count += read
        return read
    }

    /// Takes away what stands behind the last line's end, and adds it to another chunk.
    ///
    /// - Parameters:
    ///   - recent: How many bytes at the end may have one.
    ///   - next: The other chunk, which is empty.
    /// - Returns: Whether there is a line's end.
    func cut(within recent: Int, to next: () -> MappingChunk) -> MappingChunk? {
        guard let newline = bytes[(count - recent)...].lastIndex(of: 0x0A) else { return nil }
        let rest = next()
        rest.append(UnsafeBufferPointer(rebasing: bytes[(newline + 1)...]))
        count = newline + 1
        return rest
    }

    /// Whether the first line is one value, as far as its ends say.
    var looksLikeLines: Bool {
        guard let begin = bytes.firstIndex(where: { $0 > 0x20 }) else { return true }
        guard bytes[begin] == UInt8(ascii: "{") else { return false }
        let newline = bytes[begin...].firstIndex(of: 0x0A) ?? count
        return bytes[begin..<newline].last { $0 > 0x20 } == UInt8(ascii: "}")
    }

    /// Maps the objects.
    func map(with mapper: BatchMapper, of origin: String) {
        batch.removeAll()
        end = nil
        page = nil
        switch content {
        case .lines(let rest):
            var reader = PayloadReader(from: rest)
            reader.append(UnsafeRawBufferPointer(bytes))
            if isLast { reader.finish() }
            while let payload = reader.next() { _ = mapper.take(payload, of: origin, into: batch) }
            if !isLast { end = reader.rest }
            page = reader.lastPage
        case .objects:
            for item in items {
                let payload = Payload(
                    UnsafeBufferPointer(rebasing: bytes[item.range]),
                    at: item.position,
                    issue: item.issue
                )
                _ = mapper.take(payload, of: origin, into: batch)
            }
        }
        coverage = mapper.takeCoverage()
    }
}
