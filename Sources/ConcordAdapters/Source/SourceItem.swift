public import ConcordConfiguration
public import ConcordOwnership
public import ConcordValues

/// One thing that a system said: an object as it is now, or that it is gone.
public struct SourceItem: Sendable, Hashable {
    /// What is said of the object.
    public enum Content: Sendable, Hashable {
        /// It is so: the object as the vendor writes it, all of it.
        case object([UInt8])
        /// It is gone; the system gives up all that it said of it.
        case removed
    }

    /// The message's id: the same whenever it is delivered again, another one for everything else that is said.
    public let id: String

    /// The object that it is about; what comes with one key stays in order.
    public let sequence: SequenceKey

    /// How far the system had got.
    public let version: SourceVersion

    /// When the system said so.
    public let time: Instant

    /// Who in the system made the change, if that is known.
    public let author: String?

    /// What is said.
    public let content: Content

    /// The hash of the content as the system sent it, if the way here could damage it; a message that does not match is
    /// read again.
    public let digest: ContentHash?

    /// A message.
    ///
    /// - Parameters:
    ///   - id: The message's id; nil to derive it from all the rest, for systems that give none.
    ///   - sequence: The object that it is about.
    ///   - version: How far the system had got.
    ///   - time: When the system said so.
    ///   - author: Who in the system made the change.
    ///   - content: What is said.
    ///   - digest: The hash of the content as the system sent it.
    public init(
        id: String? = nil,
        sequence: SequenceKey,
        version: SourceVersion = .none,
        time: Instant,
        author: String? = nil,
        content: Content,
        digest: ContentHash? = nil
    ) {
        self.id = id ?? Self.derivedID(sequence, version, time, content)
        self.sequence = sequence
        self.version = version
        self.time = time
        self.author = author
        self.content = content
        self.digest = digest
    }

    /// Whether the content is what the system sent, as far as anybody can tell.
    public var isIntact: Bool {
        guard let digest else { return true }
        return digest == Self.digest(of: content)
    }

    /// The hash of a content.
    public static func digest(of content: Content) -> ContentHash {
        switch content {
        case .object(let bytes): ContentHash(ofBytes: bytes)
        case .removed: ContentHash(ofBytes: [])
        }
    }

    private static func derivedID(
        _ sequence: SequenceKey,
        _ version: SourceVersion,
        _ time: Instant,
        _ content: Content
    ) -> String {
        let parts = [sequence.description, "\(version)", "\(time)", "\(digest(of: content))"]
        return ContentHash(ofBytes: Array(parts.joined(separator: "\n").utf8)).description
    }
}
