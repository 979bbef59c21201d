public import ConcordAdapters

/// Checks that a source keeps what ``ChangeSource`` promises.
///
/// ```swift
/// @Test func source() async {
///     let contract = ChangeSourceContract { AcmeSource(sandbox) }     // a sandbox with a few dozen messages that nobody changes
///     #expect(await contract.findings() == [])
/// }
/// ```
///
/// The closure makes an adapter anew, several times, over one system: what an adapter keeps to itself is lost when a
/// process ends, and cursors are not.
public struct ChangeSourceContract: Sendable {
    /// Makes an adapter.
    public typealias Factory = @Sendable () async throws -> any ChangeSource

    /// What the choice of cursors and limits follows from.
    public let seed: UInt64

    /// How many messages the system has at least; with fewer, too little is seen at the borders of pages.
    public var minimumCount = 8

    /// Objects that the system is known to speak of.
    public var objects: [SequenceKey] = []

    /// An object that the system does not have; nil if there is no name for such a thing.
    public var missingObject: SequenceKey?

    /// A cursor that the source never gave.
    public var unknownCursor = SourceCursor("never given")

    /// How long a cancelled call may take before it counts as not answered.
    public var patience: Duration = .seconds(10)

    let source: Factory
    private(set) var failing: [(failureClass: FailureClass, source: Factory)] = []

    /// A contract.
    ///
    /// - Parameters:
    ///   - seed: What the choice of cursors and limits follows from.
    ///   - source: Makes an adapter over the system.
    public init(seed: UInt64 = 1, source: @escaping Factory) {
        self.seed = seed
        self.source = source
    }

    /// Adds a source that is known to fail, and how: one behind a broken connection, with a wrong password, over its quota.
    ///
    /// - Parameters:
    ///   - failureClass: What kind of failure it is.
    ///   - source: Makes the adapter that fails.
    public mutating func expect(_ failureClass: FailureClass, from source: @escaping Factory) {
        failing.append((failureClass, source))
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
        var run = ContractRun(door: "source", seed: seed)
        var readings: [SourceReading] = []
        await run.check(.sourceAnswers) { steps in
            let source = try await source()
            let longest = max(1, source.capabilities.maximumPageSize)
            for limit in [longest, 1, 2, 7] {
                readings.append(try await SourceReading(source, limits: [limit], steps))
            }
            var random = SeededGenerator(seed: seed)
            let limits = (0..<16).map { _ in min(longest, random.number(in: 1...9)) }
            readings.append(try await SourceReading(source, limits: limits, steps))
            steps.clear()
            let count = readings.map(\.firsts.count).max() ?? 0
            try demand(
                count >= minimumCount,
                "a system with at least \(minimumCount) messages, so that there are borders of pages to look at",
                but: "\(count) messages"
            )
        }
        if let source = try? await source() { run.door = "source \(source.system)" }
        guard readings.count == 5 else {
            for promise in Self.promises.dropFirst() {
                run.skip(promise, because: "the source could not be read to its end")
            }
            return run.report
        }
        await checkPages(readings, &run)
        await checkMessages(readings, &run)
        await checkRepetition(readings, &run)
        await checkObjects(readings, &run)
        await checkCancellation(readings, &run)
        await checkFailures(&run)
        return run.report
    }
}

extension AdapterPromise {
    static let sourceAnswers = Self("source.answers", "a source that can be read is read to its end")
    static let sourcePageLimit = Self(
        "source.pageLimit",
        "no page is longer than its limit, nor than the longest that the source gives"
    )
    static let sourceCursors = Self(
        "source.cursorsGoOn",
        "behind a page with messages, or with more behind it, stands another cursor"
    )
    static let sourceHasMore = Self("source.hasMore", "hasMore is false only where nothing is behind")
    static let sourceOwnSystem = Self("source.ownSystem", "messages are about objects of the source's own system")
    static let sourceUniqueIDs = Self("source.uniqueIDs", "two messages that say different things have different ids")
    static let sourceStableIDs = Self("source.stableIDs", "a message keeps its id whenever it is delivered")
    static let sourceNothingLeftOut = Self(
        "source.nothingLeftOut",
        "every message comes, whatever the limits of the pages are"
    )
    static let sourceOrder = Self(
        "source.sequenceOrder",
        "messages about one object come in the order in which the system said them"
    )
    static let sourceSameOrder = Self(
        "source.sameOrder",
        "messages about one object come in the same order, whatever the limits of the pages are"
    )
    static let sourceIntact = Self("source.intact", "a message's content has the digest that it says")
    static let sourceSameAgain = Self(
        "source.sameAgain",
        "the same cursor and limit give the same messages, in the same order, to every adapter"
    )
    static let sourceUnknownCursor = Self(
        "source.unknownCursor",
        "a cursor that was never given is refused as policy, not answered with the beginning"
    )
    static let sourceCurrent = Self("source.current", "an object as it is now is what the last message about it said")
    static let sourceCancelled = Self("source.cancelled", "a task that was cancelled is answered so, and soon")
    static let sourceCancelledLosesNothing = Self(
        "source.cancellationLosesNothing",
        "after a cancelled call, the same cursor gives all that it would have given"
    )
    static let sourceFailures = Self("source.failureClasses", "a failure says what kind it is")
}

extension ChangeSourceContract {
    /// What is checked, in that order.
    public static let promises: [AdapterPromise] = [
        .sourceAnswers, .sourcePageLimit, .sourceCursors, .sourceHasMore, .sourceOwnSystem, .sourceIntact,
        .sourceUniqueIDs, .sourceStableIDs, .sourceNothingLeftOut, .sourceOrder, .sourceSameOrder, .sourceSameAgain,
        .sourceUnknownCursor, .sourceCurrent, .sourceCancelled, .sourceCancelledLosesNothing, .sourceFailures,
    ]
}
