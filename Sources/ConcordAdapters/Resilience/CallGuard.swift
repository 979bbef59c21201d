/// What stands between a caller and a system: it lets calls through, makes them wait, repeats them or answers itself.
///
/// ## Order
///
/// Guards are listed from the outside in. The order that is nearly always right, and why:
///
/// 1. ``Retrying`` – repeats what the guards inside it answered, so that a repetition waits its turn like any call.
/// 2. ``Bulkhead`` – a call that waits for a later guard holds its place, so what piles up is bounded.
/// 3. ``CircuitBreaker`` – answers at once without spending what the limiter counts.
/// 4. ``RateLimiter`` – counts calls that are really made.
/// 5. ``TimeLimit`` – measures the call itself, and no waiting before it.
///
/// ## Implementation guidance
///
/// - Run the work as often as you like, or not at all; its last outcome is the call's, or your own failure is.
/// - Keep state behind a lock and let no lock be held while the work runs.
/// - Hand on ``AdapterFailure/cancelled`` as it is: it says nothing about the system.
public protocol CallGuard: Sendable {
    /// Runs a call.
    ///
    /// - Parameters:
    ///   - call: What is called.
    ///   - work: The call.
    /// - Returns: What the call returned.
    /// - Throws: What the call threw, or why the guard did not make it.
    func run<Value: Sendable>(
        _ call: CallDescription,
        _ work: @escaping @Sendable () async throws(AdapterFailure) -> Value
    ) async throws(AdapterFailure) -> Value
}

/// Several guards, one inside the other.
public struct CallGuards: CallGuard {
    private let guards: [any CallGuard]

    /// Several guards.
    ///
    /// - Parameter guards: The guards from the outside in.
    public init(_ guards: [any CallGuard]) { self.guards = guards }

    /// Runs a call through all of them.
    public func run<Value: Sendable>(
        _ call: CallDescription,
        _ work: @escaping @Sendable () async throws(AdapterFailure) -> Value
    ) async throws(AdapterFailure) -> Value {
        var whole = work
        for inner in guards.reversed() {
            let rest = whole
            whole = { () async throws(AdapterFailure) -> Value in try await inner.run(call, rest) }
        }
        return try await whole()
    }
}
