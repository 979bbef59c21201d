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
        for path in Self.counts { self[keyPath: path] += other[keyPath: path] }
    }

    nonisolated(unsafe) private static let counts: [WritableKeyPath<RunAccount, Int>] = [
        \.read, \.taken, \.repeated, \.refused, \.waiting, \.damaged, \.records, \.claims, \.late, \.opened,
        \.withdrawn, \.approvals, \.planned, \.withheld, \.delivered, \.redelivered, \.retried, \.parked, \.batches,
    ]
}
