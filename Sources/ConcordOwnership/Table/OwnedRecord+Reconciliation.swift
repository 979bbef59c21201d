import ConcordConfiguration
public import ConcordSchema
import ConcordValues

extension OwnedRecord {
    /// Where systems disagree about the record, and what all agree upon.
    ///
    /// - Parameters:
    ///   - title: The record as people know it; its key if nil.
    ///   - revealing: Whose values may be seen beside those that are for everybody.
    /// - Returns: The report, with a field for each unit of which somebody says something.
    public func reconciliation(
        title: String? = nil,
        revealing: Set<Sensitivity> = []
    ) -> ReconciliationReport {
        ReconciliationReport(
            record: record.name,
            title: title ?? record.description,
            policy: ownership.policy.header,
            fields: units.compactMap { unit in
                let statements = statements(of: unit, revealing)
                if statements.isEmpty { return nil }
                return ReconciliationReport.Field(
                    unit.path.text,
                    owner: unit.basis == .owner ? unit.holders.first?.system : nil,
                    rule: unit.rule,
                    decision: decision(about: unit),
                    statements: statements
                )
            }
        )
    }

    private func decision(about unit: OwnedUnit) -> String? {
        switch unit.basis {
        case .approved: "It was proposed and approved; \(unit.owner?.rawValue ?? "nobody") may say otherwise."
        case .override: "A steward overrides it for a time."
        case .none, .owner, .provisional: nil
        }
    }

    private func statements(of unit: OwnedUnit, _ revealing: Set<Sensitivity>) -> [ReconciliationReport.Statement] {
        var hidden: [ClaimValue] = []
        func text(_ value: ClaimValue) -> String? {
            guard let json = value.json else { return nil }
            let text = ownership.masked(value, at: unit.path, revealing)
            if text == json { return text }
            // What is not for everybody is numbered, so that one sees who agrees with whom.
            let target = ownership.target(of: unit.path) ?? -1
            let number = hidden.firstIndex { target >= 0 && ownership.isSame(target, $0, value) } ?? hidden.count
            if number == hidden.count { hidden.append(value) }
            return number == 0 ? text : "\(text) (\(number + 1))"
        }
        func statement(
            _ voice: OwnedUnit.Voice,
            _ standing: ReconciliationReport.Standing,
            _ note: String? = nil
        ) -> ReconciliationReport.Statement {
            ReconciliationReport.Statement(
                voice.system,
                text(voice.value),
                since: voice.since.description,
                standing: standing,
                note: note
            )
        }
        var statements: [ReconciliationReport.Statement] = []
        for (index, voice) in unit.holders.enumerated() {
            let first: ReconciliationReport.Standing =
                switch unit.basis {
                case .override: .overrides
                case .provisional: .provisional
                case .none, .owner, .approved: .holds
                }
            statements.append(statement(voice, index == 0 ? first : .agrees))
        }
        for voice in unit.dissent { statements.append(statement(voice, .dissents, voice.outcome.description)) }
        for pending in unit.pending {
            let note =
                pending.requirement.map { "\($0) must approve" }
                ?? "\(unit.owner?.rawValue ?? "an owner") must say the same"
            statements.append(statement(pending.voice, .pending, note))
        }
        return statements
    }
}
