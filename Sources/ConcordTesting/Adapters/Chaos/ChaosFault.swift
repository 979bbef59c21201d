/// Something that goes wrong at a door, on purpose.
public enum ChaosFault: String, Sendable, Hashable, CaseIterable {
    /// The answer comes late.
    case delay
    /// Messages come again, from this page and from earlier ones; a change or a commit is handed over twice.
    case duplicate
    /// Messages of a page change places, those about one object excepted.
    case reorder
    /// A page ends before its limit.
    case partialPage
    /// It fails as transient before anything was done.
    case failBefore
    /// It was done, and the answer is lost: it fails as transient.
    case loseAnswer
    /// It fails as rate limited, with the time to wait.
    case rateLimit
    /// It fails as locked.
    case lock
    /// The process dies before anything was done.
    case crashBefore
    /// The process dies after it was done.
    case crashAfter
    /// A message's bytes are damaged on the way, and do not match its digest.
    case corrupt
    /// Messages about one object come in the wrong order: a later page's before an earlier one's.
    case reorderPages
    /// A message is left out, and the cursor goes on behind it.
    case drop
    /// A change or a commit is done in part, and fails as transient.
    case tear

    /// Whether a door that keeps its contract may do this; what stands on it must cope with it.
    ///
    /// The others break the contract. A message that is damaged is noticed by its digest. Nobody can notice a message that is
    /// left out, and who relies on order takes a wrong one for right until the next message comes.
    public var keepsContract: Bool {
        switch self {
        case .delay, .duplicate, .reorder, .partialPage, .failBefore, .loseAnswer, .rateLimit, .lock, .crashBefore,
            .crashAfter:
            true
        case .corrupt, .reorderPages, .drop, .tear: false
        }
    }

    /// Whether the process ends by it.
    public var isCrash: Bool { self == .crashBefore || self == .crashAfter }
}
