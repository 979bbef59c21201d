/// Cancels calls that take too long, and says that nobody knows what came of them.
///
/// The call is cancelled, and its end is waited for: work that does not listen to cancellation takes as long as it takes.
/// What it still answers is worth more than that it was late: a value is returned, and a failure other than being
/// cancelled is thrown as it is.
public struct TimeLimit<Clock: ServiceClock>: CallGuard {
    /// How long a call may take.
    public let limit: Duration

    private let clock: Clock

    /// A limit.
    ///
    /// - Parameters:
    ///   - limit: How long a call may take.
    ///   - clock: Time.
    public init(_ limit: Duration, clock: Clock = WallClock()) {
        self.limit = limit
        self.clock = clock
    }

    /// Runs a call for as long as it may take.
    ///
    /// - Throws: What the call threw; a `transient` failure if it was cancelled because it took too long.
    public func run<Value: Sendable>(
        _ call: CallDescription,
        _ work: @escaping @Sendable () async throws(AdapterFailure) -> Value
    ) async throws(AdapterFailure) -> Value {
        let clock = clock
        let limit = limit
        let (result, isLate) = await withTaskGroup(of: TimedStep<Value>.self) { group in
            group.addTask {
                do throws(AdapterFailure) {
                    return .done(.success(try await work()))
                } catch {
                    return .done(.failure(error))
                }
            }
            group.addTask {
                do {
                    try await clock.sleep(for: limit)
                    return .late
                } catch {
                    return .notLate
                }
            }
            var result: Result<Value, AdapterFailure>?
            var isLate = false
            while let step = await group.next() {
                switch step {
                case .done(let outcome): result = outcome
                case .late: if result == nil { isLate = true }
                case .notLate: continue
                }
                group.cancelAll()
            }
            return (result ?? .failure(.cancelled), isLate)
        }
        if case .failure(let failure) = result, failure.failureClass == .cancelled, isLate {
            throw AdapterFailure(.transient, "no answer within \(limit)", system: call.system)
        }
        return try result.get()
    }
}

/// What ends first.
private enum TimedStep<Value: Sendable>: Sendable {
    case done(Result<Value, AdapterFailure>)
    case late
    case notLate
}
