#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A lock, and what waits for others to do something under it.
final class Monitor: Sendable {
    // Sound: the system's own calls are the only ones that touch what stands behind the pointers.
    nonisolated(unsafe) private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    nonisolated(unsafe) private let condition: UnsafeMutablePointer<pthread_cond_t>

    /// A lock that nobody holds.
    init() {
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        condition = .allocate(capacity: 1)
        condition.initialize(to: pthread_cond_t())
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        condition.deallocate()
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Does something that no other thread does at the same time, and wakes those that wait.
    func change<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(condition)
            pthread_mutex_unlock(mutex)
        }
        return body()
    }

    /// Waits until a closure has a result.
    ///
    /// - Parameter body: It is asked under the lock, at once and whenever something was changed.
    /// - Returns: The result.
    func wait<Result>(for body: () -> Result?) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let result = body() { return result }
            pthread_cond_wait(condition, mutex)
        }
    }
}

/// A thread of the process.
struct WorkerThread {
    private let thread: pthread_t

    private final class Work {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    /// A thread that runs a closure.
    ///
    /// - Throws: A ``SystemError`` if the system gives no thread.
    init(_ body: @escaping @Sendable () -> Void) throws(SystemError) {
        let work = Unmanaged.passRetained(Work(body))
        #if canImport(Darwin)
        var thread: pthread_t?
        let failure = pthread_create(&thread, nil, { Self.run($0) }, work.toOpaque())
        guard failure == 0, let thread else {
            work.release()
            throw SystemError(failure)
        }
        #else
        var thread = pthread_t()
        let failure = pthread_create(&thread, nil, { $0.flatMap(WorkerThread.run) }, work.toOpaque())
        guard failure == 0 else {
            work.release()
            throw SystemError(failure)
        }
        #endif
        self.thread = thread
    }

    private static func run(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
        return nil
    }

    /// Waits for the thread's end.
    func join() {
        pthread_join(thread, nil)
    }
}
