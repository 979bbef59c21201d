/// What kind of failure it is, which alone decides what is done about it (OWNERSHIP R21).
public enum FailureClass: String, Sendable, Hashable, CaseIterable {
    /// It may go away by itself: a broken connection, a time-out, an overloaded server, a page that came damaged.
    case transient
    /// Too much was asked for in too short a time; the system says when to come back.
    case rateLimited
    /// Somebody else holds what is to be changed: an approval that locks a record, a closed ledger that is being reopened.
    case locked
    /// Somebody may not do this; it will not be otherwise next time.
    case policy
    /// The system says that the values are wrong.
    case validation
    /// The values cannot be read, or cannot be written in the form that the system takes.
    case mapping
    /// Nobody knows: it is tried a few times, and then a person looks.
    case unknown
    /// The work was cancelled; nothing is wrong.
    case cancelled

    /// Whether trying again may help.
    public var isRetryable: Bool {
        switch self {
        case .transient, .rateLimited, .locked, .unknown: true
        case .policy, .validation, .mapping, .cancelled: false
        }
    }
}
