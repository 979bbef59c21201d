public import ConcordValues

/// The host's door to time: what time it is, and waiting.
///
/// ## Implementation guidance
///
/// Nothing in Concord reads a clock of its own, so that a test can stop time and a replay can set it. ``WallClock`` is the
/// default; `ManualClock` of `ConcordTesting` stands still until it is told otherwise.
public protocol ServiceClock: Sendable {
    /// What time it is.
    var now: Instant { get }

    /// Waits.
    ///
    /// - Parameter duration: How long.
    /// - Throws: ``AdapterFailure/cancelled`` if the task is cancelled meanwhile, at once.
    func sleep(for duration: Duration) async throws(AdapterFailure)
}
