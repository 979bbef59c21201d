/// What a change from one version to another means in one mode.
public struct CompatibilityVerdict: Sendable, Hashable {
    /// The mode.
    public let mode: CompatibilityMode

    /// The old version's name.
    public let old: String

    /// The new version's name.
    public let new: String

    /// Whether the new version reads what the old one wrote.
    public let backward: CompatibilityAnswer

    /// Whether the old version reads what the new one writes.
    public let forward: CompatibilityAnswer

    /// The strongest word that holds: `FULL`, `BACKWARD`, `FORWARD`, `NONE`, or `UNKNOWN` if a direction is not decided and
    /// the other does not hold.
    public var word: String {
        switch (backward.isCompatible, forward.isCompatible) {
        case (true, true): "FULL"
        case (true, false): "BACKWARD"
        case (false, true): "FORWARD"
        case (false, false): backward.isIncompatible && forward.isIncompatible ? "NONE" : "UNKNOWN"
        }
    }

    /// The answers to a question; two for `full`.
    ///
    /// - Parameter direction: The question.
    /// - Returns: One answer, or two.
    public func answers(_ direction: CompatibilityDirection) -> [CompatibilityAnswer] {
        switch direction {
        case .forward: [forward]
        case .full: [backward, forward]
        default: [backward]
        }
    }
}

/// What a change means in every mode, against each earlier version.
public struct CompatibilityReport: Sendable, Hashable {
    /// The verdicts: for each earlier version, latest first, one a mode.
    public let verdicts: [CompatibilityVerdict]

    /// The verdicts of a mode.
    ///
    /// - Parameters:
    ///   - mode: The mode.
    ///   - isTransitive: Whether all earlier versions count, and not only the latest.
    /// - Returns: One a version, latest first.
    public func verdicts(in mode: CompatibilityMode, isTransitive: Bool = true) -> [CompatibilityVerdict] {
        let all = verdicts.filter { $0.mode == mode }
        return isTransitive ? all : Array(all.prefix(1))
    }

    /// The strongest word that holds of all earlier versions: `FULL_TRANSITIVE` and so on; nil without one.
    ///
    /// - Parameter mode: The mode.
    /// - Returns: The word, `NONE` or `UNKNOWN`.
    public func transitiveWord(in mode: CompatibilityMode) -> String? {
        let all = verdicts(in: mode)
        guard !all.isEmpty else { return nil }
        let isBackward = all.allSatisfy(\.backward.isCompatible)
        let isForward = all.allSatisfy(\.forward.isCompatible)
        switch (isBackward, isForward) {
        case (true, true): return "FULL_TRANSITIVE"
        case (true, false): return "BACKWARD_TRANSITIVE"
        case (false, true): return "FORWARD_TRANSITIVE"
        case (false, false):
            let isDecided =
                all.contains(where: \.backward.isIncompatible) && all.contains(where: \.forward.isIncompatible)
            return isDecided ? "NONE" : "UNKNOWN"
        }
    }
}
