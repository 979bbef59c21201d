public import ConcordAdapters
internal import ConcordConfiguration
public import ConcordValues

/// A target around which things go wrong.
public struct ChaosTarget: ChangeTarget {
    private let target: any ChangeTarget
    private let chaos: Chaos
    private var door: String { "target \(system)" }

    /// A target around which things go wrong.
    ///
    /// - Parameters:
    ///   - target: The target.
    ///   - chaos: What goes wrong.
    public init(_ target: any ChangeTarget, _ chaos: Chaos) {
        self.target = target
        self.chaos = chaos
    }

    /// The system that is written to.
    public var system: SystemID { target.system }

    /// What the system can do.
    public var capabilities: TargetCapabilities { target.capabilities }

    /// Applies a change, if nothing goes wrong; twice, if it is duplicated.
    public func apply(_ change: TargetChange) async throws(AdapterFailure) -> TargetReceipt {
        let fate = chaos.fate(door, "apply \(change.key)", Chaos.common + [.duplicate, .tear])
        return try await chaos.call(door, fate, system: system) { () async throws(AdapterFailure) -> TargetReceipt in
            if fate.faults.contains(.tear), change.values.count > 1 {
                chaos.note(.tear, at: door)
                _ = try await target.apply(change.half)
                throw AdapterFailure(.transient, "the connection broke in the middle of a change", system: system)
            }
            let receipt = try await target.apply(change)
            guard fate.faults.contains(.duplicate) else { return receipt }
            chaos.note(.duplicate, at: door)
            return try await target.apply(change)
        }
    }

    /// Asks whether a change was applied, if nothing goes wrong.
    public func receipt(of change: TargetChange) async throws(AdapterFailure) -> TargetReceipt? {
        let fate = chaos.fate(door, "receipt \(change.key)", Chaos.common)
        return try await chaos.call(door, fate, system: system) { () async throws(AdapterFailure) -> TargetReceipt? in
            try await target.receipt(of: change)
        }
    }
}

extension TargetChange {
    /// Half of what is to be written, under another key.
    fileprivate var half: TargetChange {
        TargetChange(
            key: ContentHash(ofBytes: Array("half of \(key)".utf8)),
            sequence: sequence,
            isNew: isNew,
            record: record,
            values: Array(values.prefix(values.count / 2)),
            body: nil
        )
    }
}
