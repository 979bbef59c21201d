public import ConcordValues
import Synchronization

/// Leaves a system alone for a while once too many calls failed, so that it can recover and nobody waits in vain.
///
/// ```
///           too many failures               time is up
///   closed ──────────────────▶ open ─────────────────────▶ half open ──▶ one try succeeds: closed
///                               ▲                              │
///                               └──────── it fails ────────────┘
/// ```
///
/// Failures are those after which nobody knows whether the system is well: `transient` and `unknown`. A refused value or a
/// quota is an answer of a system that works. A cancelled call counts for nothing. While it is open, calls are answered
/// with a `transient` failure that says when to come back.
///
/// One breaker stands before one system; adapters of one system share it.
public final class CircuitBreaker<Clock: ServiceClock>: CallGuard {
    /// The system that it stands before.
    public let system: SystemID

    /// When it opens, and for how long.
    public let settings: CircuitSettings

    private let clock: Clock
    private let observer: any IntegrationObserver
    private let circuit = Mutex(Circuit())

    /// A breaker that is closed.
    ///
    /// - Parameters:
    ///   - system: The system that it stands before.
    ///   - settings: When it opens, and for how long.
    ///   - clock: Time.
    ///   - observer: Who is told when it opens and closes.
    public init(
        _ system: SystemID,
        settings: CircuitSettings = CircuitSettings(),
        clock: Clock = WallClock(),
        observer: any IntegrationObserver = NoObserver()
    ) {
        self.system = system
        self.settings = settings
        self.clock = clock
        self.observer = observer
    }

    /// How it stands.
    ///
    /// An open breaker whose time is up is open until somebody calls.
    public var state: CircuitState { circuit.withLock { $0.state } }

    /// Runs a call, or answers that the system is left alone.
    public func run<Value: Sendable>(
        _ call: CallDescription,
        _ work: @escaping @Sendable () async throws(AdapterFailure) -> Value
    ) async throws(AdapterFailure) -> Value {
        let now = clock.now
        let (admission, change) = circuit.withLock { circuit in
            let before = circuit.state
            let admission = circuit.admit(at: now, settings)
            return (admission, circuit.state == before ? nil : circuit.state)
        }
        tell(change, at: now)
        let generation: Int
        switch admission {
        case .refused(let wait):
            throw AdapterFailure(
                .transient,
                "\(system) is left alone because too many calls failed",
                system: system,
                retryAfter: wait
            )
        case .admitted(let number): generation = number
        }
        do {
            let value = try await work()
            settle(.answered, generation)
            return value
        } catch {
            switch error.failureClass {
            case .transient, .unknown: settle(.failed, generation)
            case .cancelled: settle(.nothing, generation)
            case .rateLimited, .locked, .policy, .validation, .mapping: settle(.answered, generation)
            }
            throw error
        }
    }

    private func settle(_ outcome: Circuit.Outcome, _ generation: Int) {
        let now = clock.now
        let change = circuit.withLock { circuit in
            let before = circuit.state
            circuit.settle(outcome, of: generation, at: now, settings)
            return circuit.state == before ? nil : circuit.state
        }
        tell(change, at: now)
    }

    private func tell(_ change: CircuitState?, at time: Instant) {
        if let change { observer.receive(.circuit(system: system, change), at: time) }
    }
}

/// When a circuit breaker opens, and for how long.
public struct CircuitSettings: Sendable, Hashable {
    /// How many of the last calls are looked at.
    public var window: Int

    /// How many calls there must have been before anything is concluded.
    public var minimumCalls: Int

    /// How many of a hundred calls must have failed.
    public var failurePercentage: Int

    /// How long the system is left alone.
    public var pause: Duration

    /// Settings.
    ///
    /// - Parameters:
    ///   - window: How many of the last calls are looked at.
    ///   - minimumCalls: How many calls there must have been before anything is concluded.
    ///   - failurePercentage: How many of a hundred calls must have failed, 1 to 100.
    ///   - pause: How long the system is left alone.
    public init(
        window: Int = 20,
        minimumCalls: Int = 10,
        failurePercentage: Int = 50,
        pause: Duration = .seconds(30)
    ) {
        self.window = max(1, window)
        self.minimumCalls = min(max(1, minimumCalls), self.window)
        self.failurePercentage = min(max(1, failurePercentage), 100)
        self.pause = pause
    }
}
