public import ConcordConfiguration
public import ConcordOwnership
public import ConcordValues

/// Something that a person must look at, in the words of the business: what, where, what hangs on it, what can be done.
public struct QueuedException: Sendable, Hashable {
    /// Where it came from.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        /// A message could not be read or mapped.
        case intake
        /// A record breaks rules.
        case validation
        /// Systems disagree, or somebody must approve.
        case ownership
        /// A change could not be brought to a system.
        case delivery
    }

    /// One place in the record that an exception is about.
    public struct Part: Sendable, Hashable {
        /// The place.
        public let unit: ClaimPath

        /// What an approval of it must name; nil if nothing is to be approved.
        public let binding: ExceptionCase.Binding?

        /// A place.
        public init(_ unit: ClaimPath, _ binding: ExceptionCase.Binding? = nil) {
            self.unit = unit
            self.binding = binding
        }
    }

    /// The exception's id: the same for the same thing, another one when the values are others.
    public let id: ContentHash

    /// Where it came from.
    public let origin: Origin

    /// What kind of thing it is: `approvalNeeded`, `mapping`, `locked`.
    public let kind: String

    /// The record that it is about, if it got that far.
    public let record: RecordKey?

    /// The places in the record that it is about: several, if one change of one system touches them together.
    public let parts: [Part]

    /// The sequence that waits because of it, if one does.
    public let sequence: SequenceKey?

    /// What is wrong, in one line for the person who must act.
    public let headline: String

    /// The rest of it, line by line; values that are not for everybody are masked.
    public let details: [String]

    /// Who should act, if that is known.
    public let owner: BusinessRole?

    /// What hangs on it.
    public let context: ExceptionCase.Context

    /// What can be done: `approve`, `reject`, `override`, `correctAtSource`, `replay`.
    public let actions: [String]

    /// When it was found.
    public let openedAt: Instant

    /// Until when somebody should have acted.
    public let due: Instant?

    /// The roles whose word is missing, each once.
    public var missingRoles: [BusinessRole] {
        var roles: [BusinessRole] = []
        for role in parts.flatMap({ $0.binding?.missingRoles ?? [] }) where !roles.contains(role) { roles.append(role) }
        return roles
    }

    /// An exception.
    ///
    /// - Parameters:
    ///   - id: The exception's id.
    ///   - origin: Where it came from.
    ///   - kind: What kind of thing it is.
    ///   - record: The record that it is about.
    ///   - parts: The places in the record that it is about.
    ///   - sequence: The sequence that waits because of it.
    ///   - headline: What is wrong, in one line.
    ///   - details: The rest of it, line by line.
    ///   - owner: Who should act.
    ///   - context: What hangs on it.
    ///   - actions: What can be done.
    ///   - openedAt: When it was found.
    ///   - due: Until when somebody should have acted.
    public init(
        id: ContentHash,
        origin: Origin,
        kind: String,
        record: RecordKey? = nil,
        parts: [Part] = [],
        sequence: SequenceKey? = nil,
        headline: String,
        details: [String] = [],
        owner: BusinessRole? = nil,
        context: ExceptionCase.Context = .init(),
        actions: [String] = [],
        openedAt: Instant,
        due: Instant? = nil
    ) {
        self.id = id
        self.origin = origin
        self.kind = kind
        self.record = record
        self.parts = parts
        self.sequence = sequence
        self.headline = headline
        self.details = details
        self.owner = owner
        self.context = context
        self.actions = actions
        self.openedAt = openedAt
        self.due = due
    }
}
