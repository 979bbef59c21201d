public import ConcordValues

/// What a host does about a change that was given up after parts of it may have been applied.
///
/// - Parameters:
///   - change: The change that was given up.
///   - failure: Why.
/// - Throws: What kept the parts from being taken back.
public typealias Compensation =
    @Sendable (
        _ change: TargetChange,
        _ failure: AdapterFailure
    ) async throws(AdapterFailure) -> Void

/// Takes back what was applied of a change that is given up.
///
/// A target applies a change whole or not at all. Where a system has no transactions, an adapter that makes several calls
/// for one change (an order's head, then its lines) cannot keep that alone: it notes what it did under the change's key,
/// and the host's compensation takes it back.
///
/// It is called when the base throws what is never tried again: `policy`, `validation`, `mapping`. While a change is still
/// to be tried nothing is taken back, because the next try goes on where the last one ended. Whoever gives up later, after
/// the last try, calls ``giveUp(_:because:)``.
///
/// The compensation may be called more than once for a change and takes back what is there. If it fails, the failure says
/// so, and a person finds both in the exception.
public struct CompensatingTarget<Base: ChangeTarget>: ChangeTarget {
    /// The target.
    public let base: Base

    private let compensation: Compensation

    /// A target whose parts are taken back.
    ///
    /// - Parameters:
    ///   - base: The target.
    ///   - compensation: What takes back what was applied of a change.
    public init(_ base: Base, compensation: @escaping Compensation) {
        self.base = base
        self.compensation = compensation
    }

    /// The system that is written to.
    public var system: SystemID { base.system }

    /// What the system can do.
    public var capabilities: TargetCapabilities { base.capabilities }

    /// Applies a change, or takes back what was applied of it.
    public func apply(_ change: TargetChange) async throws(AdapterFailure) -> TargetReceipt {
        do {
            return try await base.apply(change)
        } catch {
            switch error.failureClass {
            case .policy, .validation, .mapping: throw await giveUp(change, because: error)
            case .transient, .rateLimited, .locked, .unknown, .cancelled: throw error
            }
        }
    }

    /// Asks whether a change was applied.
    public func receipt(of change: TargetChange) async throws(AdapterFailure) -> TargetReceipt? {
        try await base.receipt(of: change)
    }

    /// Takes back what was applied of a change that is not tried any more.
    ///
    /// - Parameters:
    ///   - change: The change.
    ///   - failure: Why it is given up.
    /// - Returns: The failure; with a remedy that says so if something could not be taken back.
    public func giveUp(_ change: TargetChange, because failure: AdapterFailure) async -> AdapterFailure {
        do {
            try await compensation(change, failure)
            return failure
        } catch {
            var whole = failure
            let left = "What was applied of the change could not be taken back: \(error.what)."
            whole.remedy = [failure.remedy, left, error.remedy].compactMap { $0 }.joined(separator: " ")
            return whole
        }
    }
}

extension ChangeTarget {
    /// The target with a compensation for changes that are given up.
    ///
    /// - Parameter compensation: What takes back what was applied of a change.
    /// - Returns: The target, whose parts are taken back.
    public func compensated(by compensation: @escaping Compensation) -> CompensatingTarget<Self> {
        CompensatingTarget(self, compensation: compensation)
    }
}
