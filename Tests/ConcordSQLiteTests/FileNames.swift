#if SQLite
import Synchronization

/// A file's name that nobody had before.
final class FileNames: Sendable {
    private let count = Mutex(0)

    func next() -> String {
        count.withLock { count in
            count += 1
            return "\(count).sqlite"
        }
    }
}
#endif
