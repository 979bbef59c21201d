import ConcordConfiguration
public import ConcordValues

/// A message that could not be dealt with, kept whole, with those of its sequence that came behind it.
public struct DeadLetter: Sendable, Hashable {
    /// What it is.
    public enum Message: Sendable, Hashable {
        /// Something that a system said.
        case inbound(SourceItem)
        /// Something that was to be sent.
        case outbound(OutboxEntry)
    }

    /// The letter's id: the message's.
    public let id: String

    /// The sequence that waits because of it.
    public let sequence: SequenceKey

    /// The message.
    public let message: Message

    /// Why it could not be dealt with; nil if it only waits behind another one.
    public let failure: AdapterFailure?

    /// When it was parked.
    public let parkedAt: Instant

    /// A letter.
    ///
    /// - Parameters:
    ///   - message: The message.
    ///   - sequence: The sequence that waits because of it.
    ///   - failure: Why it could not be dealt with; nil if it only waits behind another one.
    ///   - parkedAt: When it was parked.
    public init(_ message: Message, of sequence: SequenceKey, because failure: AdapterFailure?, parkedAt: Instant) {
        switch message {
        case .inbound(let item): id = item.id
        case .outbound(let entry): id = entry.key.description
        }
        self.message = message
        self.sequence = sequence
        self.failure = failure
        self.parkedAt = parkedAt
    }

    /// Whether it only waits behind another one.
    public var isWaiting: Bool { failure == nil }
}
