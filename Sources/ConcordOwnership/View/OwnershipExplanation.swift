internal import ConcordConfiguration
public import ConcordSchema
import ConcordValues

/// Why a field is as it is, for people: who says what, since when, and who decided.
public struct OwnershipExplanation: Sendable, Hashable {
    /// What holds of the unit, who says otherwise, and what waits.
    public let unit: OwnedUnit

    /// The explanation in sentences, one a line.
    public let lines: [String]
}

extension OwnershipExplanation: CustomStringConvertible {
    /// The lines.
    public var description: String { lines.joined(separator: "\n") }
}

extension OwnedRecord {
    /// Why a field is as it is.
    ///
    /// - Parameters:
    ///   - path: The unit, or a field of an atomic group.
    ///   - revealing: Whose values may be seen beside those that are for everybody.
    /// - Returns: The explanation; nil if nobody ever spoke of it.
    public func explain(_ path: ClaimPath, revealing: Set<Sensitivity> = []) -> OwnershipExplanation? {
        let target = ownership.target(of: path).map { ownership.targets[Int($0)] }
        guard let unit = unit(path) ?? target.flatMap({ $0.isList ? nil : self.unit(ClaimPath($0.path)) }) else {
            return nil
        }
        func text(_ value: ClaimValue) -> String { ownership.masked(value, at: unit.path, revealing) }
        var lines: [String] = []
        if let first = unit.holders.first {
            let since = unit.since.map { " since \($0)" } ?? ""
            let rule = unit.rule.map { " (\($0))" } ?? ""
            lines.append("\(unit.path) is \(text(unit.value))\(since): \(unit.basis.words(first, unit.owner))\(rule).")
            let others = unit.holders.dropFirst().map(\.system.text)
            if !others.isEmpty { lines.append("\(others.joined(separator: ", ")) says the same.") }
        } else {
            lines.append("\(unit.path) has no value that counts.")
        }
        for voice in unit.dissent {
            lines.append("\(voice.system) says \(text(voice.value)) since \(voice.since): \(voice.outcome).")
        }
        for pending in unit.pending {
            let missing = pending.missingRoles.map(\.rawValue).joined(separator: ", ")
            let wait =
                pending.requirement == nil
                ? "it waits for \(unit.owner?.rawValue ?? "an owner") to say the same"
                : "it waits for \(pending.missingPeople) more to approve" + (missing.isEmpty ? "" : ", as \(missing)")
            lines.append(
                "\(pending.voice.system) proposes \(text(pending.voice.value)) since \(pending.voice.since): \(wait)."
            )
        }
        return OwnershipExplanation(unit: unit, lines: lines)
    }
}

extension OwnedUnit.Basis {
    fileprivate func words(_ voice: OwnedUnit.Voice, _ owner: SystemRole?) -> String {
        switch self {
        case .none: "nobody decided"
        case .owner: "\(voice.system) says so and owns it"
        case .provisional:
            "\(voice.system) says so, provisionally, because \(owner?.rawValue ?? "no owner") has not spoken"
        case .approved: "\(voice.system) proposed it and it was approved"
        case .override: "\(voice.system) overrides the owner for a time"
        }
    }
}
