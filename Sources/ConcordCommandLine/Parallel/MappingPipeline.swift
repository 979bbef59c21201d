import ConcordMapping
import ConcordSchema

/// Maps the objects of an input with several workers, and gives what comes of them in the input's order.
///
/// Of an input with one object a line, whole pieces of lines go to the workers, which find the objects themselves: a
/// piece is taken to begin between two values. Whether that was so is known when the piece before it is done. If it was
/// not, because a value goes on over the end of a line, or because of a mistake, what came of it is thrown away, and one
/// reader finds the objects, as it does in arrays, pages, and objects over several lines. So the outcome is that of
/// one reader, always.
///
/// Memory is bounded: no more than a few pieces are under way, and the next is read when the first of them is written.
final class MappingPipeline {
    /// As many bytes are read at a time, and go to a worker.
    private static let size = 1 << 18
    /// As many bytes of objects that were found go to a worker at a time.
    private static let objectSize = 1 << 17

    private let workers: MappingWorkers
    private let limit: Int
    private let envelope: PayloadEnvelope?
    private let emit: (MappingChunk) throws -> Void
    private let flush: () throws -> Void
    private let advance: (Int) throws -> Void

    private var free: [MappingChunk] = []
    /// The chunks that workers have, in the order of the input.
    private var underWay: [MappingChunk] = []
    private var linesUnderWay = 0
    /// Chunks of lines that have to be read once more.
    private var backlog: [MappingChunk] = []
    /// What was read and has no line's end yet.
    private var pending: MappingChunk?

    /// Where the next lines are taken to begin.
    private var start: PayloadReader.Rest
    /// What finds the objects where lines are not to be trusted.
    private var reader: PayloadReader?
    /// For how many pieces more lines are not trusted, and for how many after the next disappointment.
    private var patience = 0
    private var penalty = 1
    private var lastPage: PayloadPage?
    private var origin = ""

    /// A pipeline.
    ///
    /// - Parameters:
    ///   - workers: The workers.
    ///   - jobs: How many they are.
    ///   - envelope: The envelope that is opened.
    ///   - emit: Is given each mapped chunk, in the order of the input.
    ///   - flush: Is called when nothing is under way and the input has nothing at the moment.
    ///   - advance: Is told how many bytes were read.
    init(
        _ workers: MappingWorkers,
        jobs: Int,
        envelope: PayloadEnvelope?,
        emit: @escaping (MappingChunk) throws -> Void,
        flush: @escaping () throws -> Void,
        advance: @escaping (Int) throws -> Void
    ) {
        self.workers = workers
        limit = 2 * jobs + 1
        self.envelope = envelope
        start = .beginning(envelope)
        self.emit = emit
        self.flush = flush
        self.advance = advance
    }

    /// Maps what stands in an input.
    ///
    /// - Returns: The page that was opened last, if one was.
    func run(_ input: Input) throws -> PayloadPage? {
        origin = input.name
        start = .beginning(envelope)
        lastPage = nil
        patience = 0
        penalty = 1
        var isEnded = false
        while true {
            if underWay.count >= limit {
                try commit()
            } else if !backlog.isEmpty {
                try give(backlog.removeFirst())
            } else if !isEnded {
                if !underWay.isEmpty, !input.isReady() {
                    try commit()
                    if underWay.isEmpty { try flush() }
                } else {
                    isEnded = try !read(input)
                }
            } else if !underWay.isEmpty {
                try commit()
            } else if reader != nil {
                reader?.finish()
                try takeObjects()
                reader = nil
            } else {
                return lastPage
            }
        }
    }

    // MARK: - Reading

    /// Reads the next bytes, and gives away what has lines' ends.
    ///
    /// - Returns: Whether there were any.
    private func read(_ input: Input) throws -> Bool {
        let chunk = pending ?? empty()
        pending = nil
        let count = try chunk.read(Self.size, from: input)
        try advance(count)
        guard count > 0 else {
            chunk.isLast = true
            if chunk.count > 0 { try give(chunk) } else { free.append(chunk) }
            return false
        }
        if let rest = chunk.cut(within: count, to: empty) {
            pending = rest
            try give(chunk)
        } else if reader == nil, chunk.count < Self.size {
            pending = chunk
        } else {
            try giveToReader(chunk)
        }
        // Somebody who waits for more may have sent the whole of an object without the end of its line.
        if reader != nil, !input.isReady(), let chunk = pending, chunk.count > 0 {
            pending = nil
            try giveToReader(chunk)
        }
        return true
    }

    private func empty() -> MappingChunk {
        let chunk = free.popLast() ?? MappingChunk()
        chunk.removeAll()
        return chunk
    }

    private func give(_ chunk: MappingChunk) throws {
        guard reader == nil, chunk.looksLikeLines else { return try giveToReader(chunk) }
        chunk.content = .lines(start)
        start.place = start.place.advanced(over: chunk.bytes)
        linesUnderWay += 1
        map(chunk)
    }

    private func map(_ chunk: MappingChunk) {
        underWay.append(chunk)
        workers.map(chunk, of: origin)
    }

    /// Finds the objects in a chunk, and gives those to the workers.
    private func giveToReader(_ chunk: MappingChunk) throws {
        if reader == nil {
            // Only when the lines before are done with is it known where the reader begins.
            let behind = backlog.count
            while linesUnderWay > 0 { try commit() }
            if reader != nil {
                backlog.insert(chunk, at: backlog.count - behind)
                return
            }
            reader = PayloadReader(from: start)
        }
        reader?.append(UnsafeRawBufferPointer(chunk.bytes))
        free.append(chunk)
        try takeObjects()
        patience -= 1
        if patience <= 0, let rest = reader?.rest {
            start = rest
            reader = nil
        }
    }

    private func takeObjects() throws {
        var objects: MappingChunk?
        func send() throws {
            guard let chunk = objects else { return }
            objects = nil
            while underWay.count >= limit { try commit() }
            map(chunk)
        }
        while let payload = reader?.next() {
            let chunk = objects ?? empty()
            chunk.content = .objects
            objects = chunk
            chunk.append(payload)
            if chunk.count >= Self.objectSize || chunk.objectCount >= 1024 { try send() }
        }
        try send()
        if let page = reader?.lastPage { lastPage = page }
    }

    // MARK: - Writing

    /// Waits for the oldest chunk under way and gives what came of it.
    private func commit() throws {
        let chunk = underWay.removeFirst()
        workers.wait(for: chunk)
        guard case .lines(let begin) = chunk.content else {
            try emit(chunk)
            free.append(chunk)
            return
        }
        linesUnderWay -= 1
        guard chunk.isLast || chunk.end != nil else {
            readAgain([chunk] + underWay, from: begin)
            return
        }
        try emit(chunk)
        if let page = chunk.page { lastPage = page }
        if let end = chunk.end {
            if case .lines(let begin)? = underWay.first?.content {
                if begin != end { readAgain(underWay, from: end) }
            } else if reader == nil {
                start = end
            }
            penalty = max(penalty - 1, 1)
        }
        free.append(chunk)
    }

    /// Lets one reader find the objects in chunks of lines that did not begin or end between two values.
    private func readAgain(_ chunks: [MappingChunk], from rest: PayloadReader.Rest) {
        for chunk in chunks { workers.wait(for: chunk) }
        underWay = []
        linesUnderWay = 0
        backlog = chunks + backlog
        reader = PayloadReader(from: rest)
        patience = penalty
        penalty = min(penalty * 2, 64)
    }
}
