/// How large the steps of an integration are: its class of latency.
///
/// One plan runs at any of them. What changes is how much is taken at once, how long is waited for more, and when what
/// follows is sent.
public struct Pace: Sendable, Hashable {
    /// When what follows is sent.
    public enum Emission: String, Sendable, Hashable, CaseIterable {
        /// As soon as it is stored, beside the intake.
        case during
        /// Once everything there is was taken in.
        case afterwards
        /// Never by this run: another one does it.
        case never
    }

    /// How many messages are taken at once, at most.
    public var batchSize: Int

    /// How long is waited before a source is asked again that had no more.
    public var interval: Duration

    /// When what follows is sent.
    public var emission: Emission

    /// How many threads map and decide, beside those that wait.
    public var workers: Int

    /// A pace.
    ///
    /// - Parameters:
    ///   - batchSize: How many messages are taken at once.
    ///   - interval: How long is waited before a source is asked again that had no more.
    ///   - emission: When what follows is sent.
    ///   - workers: How many threads map and decide.
    public init(batchSize: Int, interval: Duration, emission: Emission = .during, workers: Int = 1) {
        self.batchSize = max(1, batchSize)
        self.interval = interval
        self.emission = emission
        self.workers = max(1, workers)
    }

    /// One message, answered at once: a form that waits for its answer.
    public static let request = Pace(batchSize: 1, interval: .zero)

    /// As things happen: a web hook, a queue.
    public static let event = Pace(batchSize: 32, interval: .milliseconds(50))

    /// Some hundreds at once: a change feed.
    public static let microBatch = Pace(batchSize: 512, interval: .seconds(2))

    /// All that there is, and then what follows: an export of the night.
    public static let file = Pace(batchSize: 2_048, interval: .seconds(60), emission: .afterwards)
}
