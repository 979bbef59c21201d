import ConcordMapping
import ConcordOwnership
import ConcordSchema
import ConcordValues
import Synchronization

/// Everything between systems, as one value over the host's doors: source → map → validate → own → store → emit.
///
/// ## Usage
///
/// ```swift
/// let integration = Integration(
///     over: MemoryStore(),
///     owned: ownership,
///     from: [IntakeRoute(Salesforce.account, in: run)],
///     to: [TargetRoute(netsuite, [EmissionRoute(NetSuite.customer, in: erp, owned: customers)])]
/// )
/// let account = try await integration.run([salesforce])
/// ```
///
/// ## What it promises
///
/// - **Nothing is lost.** A source's cursor is stored in the same step as what was read, so what was not stored is read
///   again. A message that cannot be dealt with is parked whole, with those of its object that come behind it.
/// - **Nothing counts twice.** What was taken in is known by its id; what is to be sent is stored in the same step as what
///   it follows from, and is sent under a key.
/// - **Order.** What is said about one record is taken in the order in which it comes, and records beside each other.
/// - **Bounded memory.** No more than a batch of each source is held, and some thousands of records.
/// - **Cancellation** ends a run between two steps. The next run goes on there.
public final class Integration<Store: IntegrationStore>: Sendable {
    /// The store.
    public let store: Store

    /// How records are owned.
    public let ownership: OwnershipRegister

    /// The ways in, by system and type of object.
    let routes: [RouteKey: IntakeRoute]

    /// The systems that are written to.
    public let targets: [TargetRoute]

    /// How large its steps are.
    public let pace: Pace

    /// What it does beyond its duty.
    public let settings: IntegrationSettings

    /// What is said of exceptions.
    public let exceptions: ExceptionTerms

    let clock: any ServiceClock
    let observer: any IntegrationObserver
    /// Whether anybody watches: if nobody does, no signal is made.
    let isWatched: Bool
    let retry: any RetryDelays
    let crosswalk = CrosswalkView()
    let readers: [[RouteKey: IntakeRoute.Reader]]
    let turn = Turn()
    let held: Mutex<WorkingSet>
    let account = Mutex(RunAccount())

    /// An integration.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - ownership: How records are owned.
    ///   - routes: The ways in.
    ///   - targets: The systems that are written to.
    ///   - pace: How large its steps are.
    ///   - settings: What it does beyond its duty.
    ///   - exceptions: What is said of exceptions.
    ///   - retry: When what failed is tried again.
    ///   - clock: The time.
    ///   - observer: Who watches.
    public init(
        over store: Store,
        owned ownership: OwnershipRegister,
        from routes: [IntakeRoute],
        to targets: [TargetRoute] = [],
        at pace: Pace = .microBatch,
        settings: IntegrationSettings = IntegrationSettings(),
        exceptions: ExceptionTerms = ExceptionTerms(),
        retry: any RetryDelays = RetryPolicyDelays(),
        clock: any ServiceClock = WallClock(),
        observer: any IntegrationObserver = NoObserver()
    ) {
        self.store = store
        self.ownership = ownership
        self.routes = Dictionary(routes.map { (RouteKey($0.system, $0.object), $0) }) { first, _ in first }
        self.targets = targets.sorted { $1.priority < $0.priority }
        self.pace = pace
        self.settings = settings
        self.exceptions = exceptions
        self.clock = clock
        self.observer = observer
        isWatched = !(observer is NoObserver)
        self.retry = retry
        readers = (0..<pace.workers).map { [routes = self.routes] _ in routes.mapValues { $0.makeReader() } }
        held = Mutex(WorkingSet(capacity: settings.heldRecords))
    }

    /// What was done since the integration was made.
    public var progress: RunAccount { account.withLock { $0 } }

    func count(_ change: (inout RunAccount) -> Void) { account.withLock { change(&$0) } }

    func tell(_ signal: @autoclosure () -> IntegrationSignal) {
        if isWatched { observer.receive(signal(), at: clock.now) }
    }
}

/// What an integration does beyond its duty, and how much it may hold.
public struct IntegrationSettings: Sendable, Hashable {
    /// What is parked when a message that a system said cannot be dealt with.
    public enum Parking: String, Sendable, Hashable, CaseIterable {
        /// The message, and those about its object that come behind it.
        case sequence
        /// The message alone: what comes behind it is taken in, since claims may come in any order.
        case message
    }

    /// Whether each record is stored as a document whenever it changes.
    public var storesDocuments: Bool

    /// Whether vendors' objects are kept as they came last, so that changes are written as patches onto them.
    public var keepsOriginals: Bool

    /// What is parked when a message cannot be dealt with.
    public var parking: Parking

    /// How many records are held between batches.
    public var heldRecords: Int

    /// By how much systems' clocks may be ahead of the host's; what is said from further ahead waits for its time.
    public var clockSkew: Duration

    /// Settings.
    ///
    /// - Parameters:
    ///   - storesDocuments: Whether each record is stored as a document whenever it changes.
    ///   - keepsOriginals: Whether vendors' objects are kept as they came last.
    ///   - parking: What is parked when a message cannot be dealt with.
    ///   - heldRecords: How many records are held between batches.
    ///   - clockSkew: By how much systems' clocks may be ahead of the host's.
    public init(
        storesDocuments: Bool = true,
        keepsOriginals: Bool = true,
        parking: Parking = .sequence,
        heldRecords: Int = 4_096,
        clockSkew: Duration = .seconds(300)
    ) {
        self.storesDocuments = storesDocuments
        self.keepsOriginals = keepsOriginals
        self.parking = parking
        self.heldRecords = heldRecords
        self.clockSkew = clockSkew
    }
}

/// A system's type of object, as a key.
struct RouteKey: Hashable, Sendable {
    let system: SystemID
    let object: String

    init(_ system: SystemID, _ object: String) {
        self.system = system
        self.object = object
    }
}
