import ConcordSchema
import Synchronization

/// Memory in which the claims of one message after the other are written.
///
/// A piece of memory for each would tear those apart that stay.
final class ClaimMemory: Sendable {
    private let writer = Mutex(JSONWriter(capacity: 4_096))

    /// Calls a closure with the memory, or with another one if somebody is using it.
    func withWriter<Result>(_ body: (inout JSONWriter) -> sending Result) -> sending Result {
        if let result = writer.withLockIfAvailable({ body(&$0) }) { return result }
        var other = JSONWriter(capacity: 4_096)
        return body(&other)
    }
}
