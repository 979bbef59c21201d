public import ConcordAdapters
internal import ConcordConfiguration
public import ConcordOwnership
internal import ConcordSchema
public import ConcordValues

/// Checks that a target keeps what ``ChangeTarget`` promises.
///
/// ```swift
/// @Test func target() async {
///     var contract = ChangeTargetContract(changes: ChangeTargetContract.samples(for: "acme", "Account", ["name", "phone"])) {
///         AcmeTarget(sandbox)
///     }
///     contract.held = { try await sandbox.values(of: $0.id) }
///     contract.expect(.validation, of: aChangeWithAWrongCountry)
///     #expect(await contract.findings() == [])
/// }
/// ```
///
/// The closure makes an adapter anew, several times, over one system: what an adapter keeps to itself is lost when a
/// process ends, and keys are not.
public struct ChangeTargetContract: Sendable {
    /// Makes an adapter.
    public typealias Factory = @Sendable () async throws -> any ChangeTarget

    /// Makes a change: for the same two numbers the same; for another number one with another key and other values; for
    /// another object one of another object.
    public typealias Changes = @Sendable (_ number: Int, _ object: Int) -> TargetChange

    /// What the choice of changes follows from.
    public let seed: UInt64

    /// What the system holds of an object, by unit, asked for past the adapter; without it much cannot be seen.
    public var held: (@Sendable (SequenceKey) async throws -> [ClaimPath: ClaimValue])?

    /// A change of an object that the system does not have yet; nil if the adapter makes none.
    public var newObject: TargetChange?

    /// How long a cancelled call may take before it counts as not answered.
    public var patience: Duration = .seconds(10)

    /// The number of the first change: another one where the system still knows the keys of an earlier run.
    public var firstNumber = 1

    let changes: Changes
    let target: Factory
    private(set) var refused: [(failureClass: FailureClass, change: TargetChange)] = []

    /// A contract.
    ///
    /// - Parameters:
    ///   - seed: What the choice of changes follows from.
    ///   - changes: Makes changes that the system takes.
    ///   - target: Makes an adapter over the system.
    public init(seed: UInt64 = 1, changes: @escaping Changes, target: @escaping Factory) {
        self.seed = seed
        self.changes = changes
        self.target = target
    }

    /// Adds a change that is known to be refused, and how: a wrong value, a locked object, one over the quota.
    ///
    /// A change that has good values beside the wrong one, which the system does not hold yet, shows as well whether changes
    /// are applied whole or not at all.
    ///
    /// - Parameters:
    ///   - failureClass: What kind of failure it is.
    ///   - change: The change.
    public mutating func expect(_ failureClass: FailureClass, of change: TargetChange) {
        refused.append((failureClass, change))
    }

    /// Changes for a system that takes any text as the value of some units.
    ///
    /// - Parameters:
    ///   - system: The system.
    ///   - object: The type of object.
    ///   - units: The units that are written.
    ///   - ids: The ids of the objects; the number of an object is counted round.
    /// - Returns: Changes: each unit gets a text with the number, and every fourth change clears the last unit.
    public static func samples(
        for system: SystemID,
        _ object: String,
        _ units: [ClaimPath],
        ids: [String] = ["1", "2", "3", "4"]
    ) -> Changes {
        { number, place in
            let id = ids.isEmpty ? "\(place)" : ids[place % ids.count]
            let values = units.enumerated()
                .map { index, unit in
                    index > 0 && index == units.count - 1 && number % 4 == 0
                        ? ClaimEntry(unit, .cleared)
                        : ClaimEntry(unit, .value(JSONText(verified: "\"\(unit) \(number)\"")))
                }
            return TargetChange(
                key: ContentHash(ofBytes: Array("\(system)/\(object)/\(id)/\(number)".utf8)),
                sequence: SequenceKey(system, object, id),
                isNew: false,
                record: RecordKey("sample", id),
                values: values,
                body: nil
            )
        }
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
        var run = ContractRun(door: "target", seed: seed)
        if let target = try? await target() { run.door = "target \(target.system)" }
        var trial = TargetTrial(self)
        await checkKeys(&trial, &run)
        await checkReading(&trial, &run)
        await checkOrder(&trial, &run)
        await checkRefusals(&trial, &run)
        await checkCancellation(&trial, &run)
        return run.report
    }
}

/// The changes of one run, each of which is made once.
struct TargetTrial {
    private let contract: ChangeTargetContract
    private var number: Int

    init(_ contract: ChangeTargetContract) {
        self.contract = contract
        number = contract.firstNumber
    }

    /// The next change, of an object.
    mutating func change(_ object: Int = 0) -> TargetChange {
        defer { number += 1 }
        return contract.changes(number, object)
    }
}

extension AdapterPromise {
    static let targetOnce = Self(
        "target.once",
        "a change whose key was applied is not applied again, and is answered so"
    )
    static let targetUndoes = Self(
        "target.repetitionUndoesNothing",
        "a repetition does not undo what came behind the change"
    )
    static let targetOutlives = Self("target.keysOutlive", "another adapter over the system knows the keys as well")
    static let targetMismatch = Self("target.otherContent", "something else under a known key is not applied")
    static let targetConcurrent = Self(
        "target.onceAtOnce",
        "of several that bring one change at the same time, one applies it"
    )
    static let targetReadBack = Self("target.readBack", "receipt(of:) tells whether a change was applied")
    static let targetHolds = Self("target.holds", "what was applied is what the system holds")
    static let targetNew = Self("target.newObject", "the receipt for a new object has the id that the system gave it")
    static let targetOrder = Self("target.order", "of two changes of one object the later one holds")
    static let targetObjects = Self("target.objectsAtOnce", "changes of several objects may be under way at once")
    static let targetFailures = Self("target.failureClasses", "a failure says what kind it is, and what is wrong")
    static let targetWhole = Self("target.allOrNothing", "a change that is refused leaves nothing")
    static let targetFree = Self("target.failureIsNoResult", "what failed has no receipt, and is not taken for done")
    static let targetCancelled = Self(
        "target.cancelled",
        "a cancelled call ends soon, with the receipt or cancelled, and the change may be asked for again"
    )
}

extension ChangeTargetContract {
    /// What is checked, in that order.
    public static let promises: [AdapterPromise] = [
        .targetOnce, .targetUndoes, .targetOutlives, .targetMismatch, .targetConcurrent, .targetReadBack, .targetHolds,
        .targetNew, .targetOrder, .targetObjects, .targetWhole, .targetFailures, .targetFree, .targetCancelled,
    ]
}
