public import ConcordOwnership
public import ConcordValues

/// Something that happened while an integration ran, for those who watch it.
///
/// No signal has a value of a record that is not for everybody: what they carry is counts, keys and durations, and of
/// exceptions what the queue has, where such values are masked. ``changed(_:)`` alone carries a document, and says so.
public enum IntegrationSignal: Sendable {
    /// A page was read.
    case read(system: SystemID, items: Int, elapsed: Duration)
    /// A message that was not known was turned into claims about a record.
    case taken(record: RecordKey, from: SystemID, EventOutcome)
    /// A message was refused.
    case refused(SequenceKey, FailureClass)
    /// A record became another one. It has the whole document: hand on nothing of it that is not open.
    case changed(StoredRecord)
    /// Everything of a batch was stored.
    case committed(items: Int, elapsed: Duration)
    /// Something is to be sent.
    case planned(system: SystemID, record: RecordKey)
    /// Something was sent, and the system has it.
    case delivered(system: SystemID, record: RecordKey, sincePlanned: Duration, attempts: Int)
    /// Something failed, and is tried again after some time if that is given.
    case failed(AdapterFailure, of: SequenceKey?, attempt: Int, again: Duration?)
    /// A sequence waits for a person.
    case parked(SequenceKey, FailureClass?)
    /// A sequence goes on.
    case released(SequenceKey)
    /// Somebody must look at something.
    case opened(QueuedException)
    /// Nobody need look at it any more.
    case closed(QueuedException, at: Instant, isResolved: Bool)
    /// How much is to be sent to a system.
    case backlog(system: SystemID, entries: Int)
    /// A system is left alone for a while, or is asked again.
    case circuit(system: SystemID, CircuitState)
}

/// What became of one message's claims about one record.
public struct EventOutcome: Sendable, Hashable {
    /// Whether what holds of the record is another thing now.
    public var hasChanged: Bool
    /// How many exceptions the record has now.
    public var exceptions: Int

    /// What became of it.
    public init(hasChanged: Bool, exceptions: Int) {
        self.hasChanged = hasChanged
        self.exceptions = exceptions
    }
}

/// How it stands with the way to a system.
public enum CircuitState: String, Sendable, Hashable, CaseIterable {
    /// It is used.
    case closed
    /// It is left alone for a while, because too much failed.
    case open
    /// One try is made.
    case halfOpen
}
