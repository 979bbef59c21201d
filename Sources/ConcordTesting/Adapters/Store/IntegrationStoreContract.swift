public import ConcordAdapters

/// Checks that a store keeps what ``IntegrationStore`` and the doors that it is made of promise.
///
/// ```swift
/// @Test func store() async {
///     var contract = IntegrationStoreContract { try AcmeStore(file: newFile()) }
///     contract.reopen = { store in try store.close(); return try AcmeStore(file: store.file) }
///     #expect(await contract.findings() == [])
/// }
/// ```
///
/// The closure makes a store that holds nothing; each check has one of its own.
public struct IntegrationStoreContract<Store: IntegrationStore>: Sendable {
    /// Makes a store that holds nothing.
    public typealias Factory = @Sendable () async throws -> Store

    /// What the samples follow from.
    public let seed: UInt64

    /// Closes a store and opens it again, as another process would; nil for a store that does not outlive its process.
    public var reopen: (@Sendable (Store) async throws -> Store)?

    /// How many tasks work at once where that is checked.
    public var tasks = 16

    let make: Factory

    /// A contract.
    ///
    /// - Parameters:
    ///   - seed: What the samples follow from.
    ///   - make: Makes a store that holds nothing.
    public init(seed: UInt64 = 1, store make: @escaping Factory) {
        self.seed = seed
        self.make = make
    }

    /// Checks everything.
    ///
    /// - Returns: The promises that are broken; none if all are kept.
    public func findings() async -> [BrokenPromise] { await report().broken }

    /// Checks everything, and throws if a promise is broken.
    public func check() async throws(ContractBreach) { try await report().check() }

    /// Checks everything.
    ///
    /// - Returns: What was kept, what was broken, and what was not checked.
    public func report() async -> ContractReport {
        var reopening: StoreTrial.Reopening?
        if let reopen {
            reopening = { (store: any IntegrationStore) async throws -> any IntegrationStore in
                guard let store = store as? Store else { return store }
                return try await reopen(store)
            }
        }
        let trial = StoreTrial(seed: seed, tasks: max(2, tasks), make: make, reopen: reopening)
        var run = ContractRun(door: "store \(Store.self)", seed: seed)
        for check in StoreTrial.checks {
            await run.check(check.promise) { steps in try await check.body(trial, steps) }
        }
        return run.report
    }

    /// What is checked, in that order.
    public static var promises: [AdapterPromise] { StoreTrial.checks.map(\.promise) }
}

/// One run of a store's contract: what the checks share.
///
/// It is not generic, so that there is one copy of them.
struct StoreTrial: Sendable {
    typealias Reopening = @Sendable (any IntegrationStore) async throws -> any IntegrationStore

    struct Check: Sendable {
        let promise: AdapterPromise
        let body: @Sendable (StoreTrial, ContractSteps) async throws -> Void

        init(
            _ name: String,
            _ words: String,
            _ body: @escaping @Sendable (StoreTrial, ContractSteps) async throws -> Void
        ) {
            promise = AdapterPromise(name, words)
            self.body = body
        }
    }

    let samples: StoreSamples
    let tasks: Int
    let make: @Sendable () async throws -> any IntegrationStore
    let reopen: Reopening?

    init(
        seed: UInt64,
        tasks: Int,
        make: @escaping @Sendable () async throws -> any IntegrationStore,
        reopen: Reopening?
    ) {
        samples = StoreSamples(seed: seed)
        self.tasks = tasks
        self.make = make
        self.reopen = reopen
    }

    static let checks: [Check] =
        commitChecks + claimChecks + copyChecks + linkChecks + keyChecks + outboxChecks + parkingChecks
        + exceptionChecks + approvalChecks
}
