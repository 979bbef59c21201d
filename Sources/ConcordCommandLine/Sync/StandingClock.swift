import ConcordAdapters
import ConcordValues
import Synchronization

/// A clock that stands at the time that the command line states, and goes on only while somebody waits.
final class StandingClock: ServiceClock {
    private let time: Mutex<Instant>

    /// A clock that stands at a time.
    init(at time: Instant) { self.time = Mutex(time) }

    var now: Instant { time.withLock { $0 } }

    func sleep(for duration: Duration) async throws(AdapterFailure) {
        try AdapterFailure.checkCancellation()
        time.withLock { $0 = $0.advanced(by: duration) }
        await Task.yield()
    }
}
