public import ConcordValues

/// The host's door to a system that is read: pages of what it said, with a cursor.
///
/// ## Implementation guidance
///
/// - **At least once.** Give every message again that stands behind the cursor that is asked for. Giving one twice costs
///   nothing, because its id is known; leaving one out loses it. The cursor is kept in the same step in which the page is
///   stored, so a page that was not stored is asked for again.
/// - **In order.** Messages with one ``SequenceKey`` come in the order in which the system said them. Nothing is asked of
///   the order of others.
/// - **Same again.** The same cursor and limit give the same messages, in the same order, for as long as the system keeps
///   them; a page may become longer. It does not matter which instance of the adapter gave the cursor: it outlives the
///   process. With other limits all messages come as well; only messages of different sequences may change places.
/// - **Unknown cursors.** Where the system forgets (a change feed of 72 hours), and where a cursor was never given, throw
///   ``FailureClass/policy`` with the remedy: reading everything once more. Never answer with the beginning instead.
/// - **Ids.** A message keeps its id whenever it is delivered. Take the system's (`replayId`, `eventId`, the number of a
///   revision with the object's id); ``SourceItem`` derives one if there is none.
/// - **Pages** are no longer than the limit, nor than ``SourceCapabilities/maximumPageSize``. An empty page is fine, and
///   ends nothing by itself: `hasMore` does. It is false only where nothing is behind; a source that cannot know says true,
///   and answers the next question with an empty page and false. Where a page has messages, or more is behind, the
///   cursor is another one than was asked for.
/// - **Cancellation.** Answer a cancelled task with ``AdapterFailure/cancelled``, soon; a task that was cancelled before it
///   asked always. Nothing is lost by it.
/// - **Failures** say what kind they are. Do not retry inside: `RetryingSource` does, with everybody's schedule.
///
/// `ChangeSourceContract` of ConcordTesting checks all of this.
public protocol ChangeSource: Sendable {
    /// The system that is read.
    var system: SystemID { get }

    /// What the system can do.
    var capabilities: SourceCapabilities { get }

    /// Reads the messages behind a cursor.
    ///
    /// - Parameters:
    ///   - cursor: Where to begin; nil for the beginning.
    ///   - limit: How many messages at most; at least 1.
    /// - Returns: The messages, and where to go on.
    /// - Throws: What kept it from reading.
    func page(after cursor: SourceCursor?, limit: Int) async throws(AdapterFailure) -> SourcePage

    /// Reads one object as it is now, for repair.
    ///
    /// - Parameter sequence: The object.
    /// - Returns: The object as it is now, which is what the last message about it said; nil if the system does not have it.
    /// - Throws: What kept it from reading.
    func current(_ sequence: SequenceKey) async throws(AdapterFailure) -> SourceItem?
}

/// What a system that is read can do.
public struct SourceCapabilities: Sendable, Hashable {
    /// The most messages that a page may have.
    public var maximumPageSize: Int

    /// How long the system keeps what is behind a cursor; nil if it never forgets.
    public var retention: Duration?

    /// Whether one object can be asked for by itself.
    public var readsSingleObjects: Bool

    /// What a system can do.
    ///
    /// - Parameters:
    ///   - maximumPageSize: The most messages that a page may have.
    ///   - retention: How long the system keeps what is behind a cursor.
    ///   - readsSingleObjects: Whether one object can be asked for by itself.
    public init(maximumPageSize: Int = 2_000, retention: Duration? = nil, readsSingleObjects: Bool = true) {
        self.maximumPageSize = maximumPageSize
        self.retention = retention
        self.readsSingleObjects = readsSingleObjects
    }
}
