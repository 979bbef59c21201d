/// Threads that map chunks, each with a mapper of its own.
///
/// Sound: what changes is changed and looked at under the lock.
final class MappingWorkers: @unchecked Sendable {
    private let monitor = Monitor()
    private var waiting: [(chunk: MappingChunk, origin: String)] = []
    private var isClosed = false
    private var threads: [WorkerThread] = []

    /// Workers that wait for chunks.
    ///
    /// - Parameters:
    ///   - count: How many.
    ///   - makeMapper: Makes what maps objects; each worker calls it once, in its own thread.
    /// - Throws: A ``CommandFailure`` if the system gives no threads.
    init(_ count: Int, makeMapper: @escaping @Sendable () -> BatchMapper) throws {
        for _ in 0..<count {
            do throws(SystemError) {
                threads.append(try WorkerThread { self.run(makeMapper()) })
            } catch {
                close()
                throw CommandFailure(.inputOutput, "cannot start \(count) jobs: \(error)")
            }
        }
    }

    /// Hands a chunk over.
    func map(_ chunk: MappingChunk, of origin: String) {
        monitor.change {
            chunk.isDone = false
            waiting.append((chunk, origin))
        }
    }

    /// Waits until a chunk is mapped.
    func wait(for chunk: MappingChunk) {
        monitor.wait { chunk.isDone ? () : nil }
    }

    /// Sends the workers home when they are done with what they were given.
    func close() {
        monitor.change { isClosed = true }
        for thread in threads { thread.join() }
        threads = []
    }

    private func run(_ mapper: BatchMapper) {
        while true {
            let next = monitor.wait { () -> (chunk: MappingChunk, origin: String)?? in
                if !waiting.isEmpty { return .some(waiting.removeFirst()) }
                return isClosed ? .some(nil) : nil
            }
            guard let next else { return }
            next.chunk.map(with: mapper, of: next.origin)
            monitor.change { next.chunk.isDone = true }
        }
    }
}
