/// Where everything went: nothing is lost on the way, and this says so.
///
/// `read = taken + repeated + refused + waiting`. A message that is dealt with once more counts as read once more.
public struct RunAccount: Sendable, Hashable {
    /// Messages that were read.
    public var read = 0
    /// Messages that said something new.
    public var taken = 0
    /// Messages that had been taken in before.
    public var repeated = 0
    /// Messages that were refused and parked.
    public var refused = 0
    /// Messages that wait behind a refused one.
    public var waiting = 0
    /// Messages that came damaged and were read again.
    public var damaged = 0
    /// Records that were claimed about, counted once in each batch.
    public var records = 0
    /// Claims about records that were taken in.
    public var claims = 0
    /// Messages that came late, so that something was decided anew.
    public var late = 0
    /// Exceptions that were opened.
    public var opened = 0
    /// Exceptions that ended by themselves.
    public var withdrawn = 0
    /// Approvals that were taken in.
    public var approvals = 0
    /// Changes that were planned.
    public var planned = 0
    /// New objects that were not sent, because what is known does not make a whole record yet.
    public var withheld = 0
    /// Changes that were sent and are held by the system.
    public var delivered = 0
    /// Changes that the system had already.
    public var redelivered = 0
    /// Tries that failed and are made again.
    public var retried = 0
    /// Changes that were parked.
    public var parked = 0
    /// Batches that were stored.
    public var batches = 0

    /// Nothing yet.
    public init() {}

    /// Whether every message that was read is accounted for.
    public var addsUp: Bool { read == taken + repeated + refused + waiting }

    /// Adds another account.
    public mutating func add(_ other: RunAccount) {
        for figure in Self.figures { self[keyPath: figure.count] += other[keyPath: figure.count] }
    }

    /// The figures with their names, in the order in which they are told.
    // Sound: key paths are constants, which the language does not know.
    nonisolated(unsafe) package static let figures: [(name: String, count: WritableKeyPath<RunAccount, Int>)] = [
        ("read", \.read), ("taken", \.taken), ("repeated", \.repeated), ("refused", \.refused), ("waiting", \.waiting),
        ("damaged", \.damaged), ("records", \.records), ("claims", \.claims), ("late", \.late),
        ("approvals", \.approvals), ("planned", \.planned), ("withheld", \.withheld), ("delivered", \.delivered),
        ("redelivered", \.redelivered), ("retried", \.retried), ("parked", \.parked), ("opened", \.opened),
        ("withdrawn", \.withdrawn), ("batches", \.batches),
    ]
}
