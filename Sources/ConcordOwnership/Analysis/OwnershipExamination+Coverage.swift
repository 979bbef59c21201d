internal import ConcordSchema

extension OwnershipExamination {
    /// Which fields have no owner, cannot be cleared, or are frozen without a reason.
    mutating func examineCoverage(_ subject: ExaminedRecord) {
        var unowned: [(circumstances: [OwnershipCircumstance], fields: [[String]])] = []
        var closed: [[String]] = []
        var unclearable: [[String]] = []
        var frozen: [String: (circumstance: OwnershipCircumstance, fields: [[String]])] = [:]
        for leaf in subject.leaves {
            var missing: [OwnershipCircumstance] = []
            var mayGive = false
            var mayClear = false
            var mayUpdate = false
            var silent: [(rule: OwnershipRule, circumstance: OwnershipCircumstance)] = []
            for circumstance in subject.circumstances {
                let rules = subject.ownership.determiningRules(for: leaf, circumstance)
                guard let rule = rules.first else {
                    missing.append(circumstance)
                    continue
                }
                // A tie is told of already.
                guard rules.count == 1 else {
                    (mayGive, mayClear) = (true, true)
                    continue
                }
                let all = subject.ownership.effectiveGrants(for: leaf, circumstance)
                    .reduce(into: CapabilitySet()) { $0.formUnion($1.capabilities) }
                mayClear = mayClear || all.contains(CapabilitySet.clear)
                mayUpdate = mayUpdate || all.contains(CapabilitySet.update)
                if all.isDisjoint(with: [.create, .update]) {
                    silent.append((rule, circumstance))
                } else {
                    mayGive = true
                }
            }
            if !missing.isEmpty {
                if let index = unowned.firstIndex(where: { $0.circumstances == missing }) {
                    unowned[index].fields.append(leaf)
                } else {
                    unowned.append((missing, [leaf]))
                }
            } else if !mayGive {
                closed.append(leaf)
            } else {
                // What is written once is not meant to be taken away.
                if mayUpdate, !mayClear, isClearable(leaf, subject) { unclearable.append(leaf) }
                for (rule, circumstance) in silent where rule.because == nil {
                    frozen[rule.id, default: (circumstance, [])].fields.append(leaf)
                }
            }
        }
        reportUnowned(unowned, closed, subject)
        reportUnclearable(unclearable, subject)
        reportFrozen(frozen, subject)
    }

    /// Whether a field may be without a value at all.
    private func isClearable(_ leaf: [String], _ subject: ExaminedRecord) -> Bool {
        guard let field = subject.description.field(at: leaf) else { return false }
        return !field.isRequired
    }

    private mutating func reportUnowned(
        _ unowned: [(circumstances: [OwnershipCircumstance], fields: [[String]])],
        _ closed: [[String]],
        _ subject: ExaminedRecord
    ) {
        for (circumstances, fields) in unowned {
            let isAlways = circumstances.count == subject.circumstances.count
            report(
                .unownedField,
                .error,
                record: subject.record,
                fields: fields,
                at: subject.path,
                "no rule is about \(Self.listed(fields)) of \(subject.record)"
                    + (isAlways ? "" : " \(circumstances[0])") + ", so all that systems say of it is refused",
                "put it into a group that a rule is about, or write a rule about the whole record"
            )
        }
        guard !closed.isEmpty else { return }
        let rules = closed.flatMap { leaf in
            subject.circumstances.flatMap { subject.ownership.determiningRules(for: leaf, $0) }.map(\.id)
        }
        var seen: Set<String> = []
        let ids = rules.filter { seen.insert($0).inserted }
        report(
            .unownedField,
            .error,
            record: subject.record,
            rules: ids,
            fields: closed,
            at: ids.first.map { subject.path + ["rules", $0] } ?? subject.path,
            "nobody may create or update \(Self.listed(closed)) of \(subject.record)",
            "grant it to the owner in \(Self.listed(ids))"
        )
    }

    private mutating func reportUnclearable(_ fields: [[String]], _ subject: ExaminedRecord) {
        guard !fields.isEmpty else { return }
        report(
            .unclearableField,
            .warning,
            record: subject.record,
            fields: fields,
            at: subject.path,
            "nobody may ever clear \(Self.listed(fields)) of \(subject.record): what stands there once can be changed "
                + "and not be taken away",
            "grant clear to the owner, unless it is meant so"
        )
    }

    private mutating func reportFrozen(
        _ frozen: [String: (circumstance: OwnershipCircumstance, fields: [[String]])],
        _ subject: ExaminedRecord
    ) {
        for rule in subject.ownership.rules {
            guard let (circumstance, fields) = frozen[rule.id] else { continue }
            report(
                .frozenField,
                .warning,
                record: subject.record,
                rules: [rule.id],
                fields: fields,
                at: subject.path(of: rule),
                "nobody may create or update \(Self.listed(fields)) of \(subject.record) \(circumstance), "
                    + "and \(rule.id) does not say why",
                "say why with because, or grant it to somebody"
            )
        }
    }
}
