public import ConcordSchema
public import ConcordValues

/// On what terms a steward's claims override what owners say (OWNERSHIP R14).
///
/// There is no other force.
public struct OverrideTerms: Sendable, Hashable {
    /// What ends an override before it expires.
    public enum Release: Sendable, Hashable {
        /// The owner says something else than when the override began.
        case ownerChanges
        /// The owner says this.
        case ownerSays(JSONText)
        /// A point in time comes.
        case at(Instant)
    }

    /// Why; not empty.
    public let reason: String

    /// Who approved it; somebody else than who made it.
    public let approver: String

    /// When it ends in any case.
    public let expires: Instant

    /// What ends it before, if anything does.
    public let release: Release?

    /// Terms of an override.
    ///
    /// - Parameters:
    ///   - reason: Why.
    ///   - approver: Who approved it.
    ///   - expires: When it ends in any case.
    ///   - release: What ends it before.
    public init(reason: String, approver: String, expires: Instant, release: Release? = nil) {
        self.reason = reason
        self.approver = approver
        self.expires = expires
        self.release = release
    }
}
