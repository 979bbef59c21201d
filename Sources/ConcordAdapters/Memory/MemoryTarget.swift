import ConcordConfiguration
public import ConcordOwnership
public import ConcordValues
import Synchronization

/// A system that is written to, in memory: it keeps what it is sent, each change once.
public final class MemoryTarget: ChangeTarget {
    /// The system.
    public let system: SystemID

    /// What the system can do.
    public let capabilities: TargetCapabilities

    private struct Contents {
        var receipts: [ContentHash: TargetReceipt] = [:]
        var changes: [TargetChange] = []
        var objects: [SequenceKey: [ClaimPath: ClaimValue]] = [:]
    }

    private let contents = Mutex(Contents())

    /// A system that holds nothing.
    public init(
        _ system: SystemID,
        capabilities: TargetCapabilities = TargetCapabilities(keyRetention: .seconds(30 * 86_400))
    ) {
        self.system = system
        self.capabilities = capabilities
    }

    /// Every change that was applied, in that order.
    public var changes: [TargetChange] { contents.withLock { $0.changes } }

    /// What the system holds of an object, by unit.
    public func values(of sequence: SequenceKey) -> [ClaimPath: ClaimValue] {
        contents.withLock { $0.objects[sequence] ?? [:] }
    }

    /// Applies a change, once under its key.
    public func apply(_ change: TargetChange) async throws(AdapterFailure) -> TargetReceipt {
        try AdapterFailure.checkCancellation()
        return contents.withLock { contents in
            if var known = contents.receipts[change.key] {
                known.isRepetition = true
                return known
            }
            contents.changes.append(change)
            for entry in change.values { contents.objects[change.sequence, default: [:]][entry.path] = entry.value }
            let receipt = TargetReceipt(
                objectID: change.sequence.id,
                version: .number(Int64(contents.changes.count))
            )
            contents.receipts[change.key] = receipt
            return receipt
        }
    }

    /// Whether a change was applied.
    public func receipt(of change: TargetChange) async throws(AdapterFailure) -> TargetReceipt? {
        contents.withLock { contents in
            guard var known = contents.receipts[change.key] else { return nil }
            known.isRepetition = true
            return known
        }
    }
}
