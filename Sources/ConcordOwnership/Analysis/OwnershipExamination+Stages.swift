internal import ConcordSchema

extension OwnershipExamination {
    /// Whether the codes of statuses are there, and whether their order says anything.
    mutating func examineStatuses(_ subject: ExaminedRecord) {
        for status in subject.ownership.statuses {
            let name = status.field.joined(separator: ".")
            let statement = subject.path + ["statuses", name]
            guard requireField(status.field, subject, at: statement) else { continue }
            if case .code(_, let known)? = subject.description.field(at: status.field)?.shape.unwrapped {
                for code in status.codes where !known.contains(code) {
                    let place = status.successors[code] == nil ? from(code, status) : [code]
                    reportCode(code, known, name, subject, at: statement + place)
                }
            }
            let codes = status.codes
            let isOrdered = codes.contains { code in
                status.reachable(from: code).contains { !status.reachable(from: $0).contains(code) }
            }
            if !isOrdered {
                report(
                    .unorderedStatus,
                    .warning,
                    record: subject.record,
                    fields: [status.field],
                    at: statement,
                    "the order of \(name) of \(subject.record) forbids nothing: each code leads back to each",
                    "leave out the ways back, or leave out the status"
                )
            }
        }
    }

    /// The place of a code that only follows others.
    private func from(_ code: String, _ status: StatusOrder) -> [String] {
        status.successors.filter { $0.value.contains(code) }.keys.min().map { [$0, code] } ?? []
    }

    private mutating func reportCode(
        _ code: String,
        _ known: [String],
        _ field: String,
        _ subject: ExaminedRecord,
        at statement: [String]
    ) {
        report(
            .unknownStatusCode,
            .error,
            record: subject.record,
            fields: [[field]],
            at: statement,
            "expected a code of \(field) of \(subject.record), found \"\(code)\"",
            Self.nearest(code, known) ?? "the codes are \(Self.listed(known))"
        )
    }

    /// Whether the stages that rules name can ever be reached.
    mutating func examineStages(_ subject: ExaminedRecord) {
        guard let source = subject.ownership.stage else { return }
        if case .code(_, let known)? = subject.description.field(named: source.field)?.shape.unwrapped {
            for code in source.stages.keys.sorted() where !known.contains(code) {
                reportCode(code, known, source.field, subject, at: subject.path + ["stage", "stages", code])
            }
        }
        guard subject.stages.isComplete else { return }
        for rule in subject.ownership.rules {
            guard let stage = rule.stage?.rawValue, !subject.stages.reachable.contains(stage) else { continue }
            let statement = subject.path(of: rule) + ["stage"]
            if subject.stages.unreachable.contains(stage) {
                report(
                    .unreachableStage,
                    .error,
                    record: subject.record,
                    rules: [rule.id],
                    at: statement,
                    related: subject.path + ["statuses", source.field],
                    "\(rule.id) never holds: no code of \(source.field) leads to the stage \(stage)",
                    "add the way there to the order of \(source.field), or take the rule out"
                )
            } else {
                report(
                    .unknownStage,
                    .error,
                    record: subject.record,
                    rules: [rule.id],
                    at: statement,
                    "expected a stage of \(subject.record), found \"\(stage)\"",
                    Self.nearest(stage, subject.stages.reachable)
                        ?? "its stages are \(Self.listed(subject.stages.reachable))"
                )
            }
        }
    }

    /// Whether what decides about a stage or a scope depends on what is read from it, or after it.
    ///
    /// The legal entity and the region are read first, and then the stage, by the rules that hold there.
    mutating func examineCircles(_ subject: ExaminedRecord) {
        let ownership = subject.ownership
        let sources = [
            ("stage", ownership.stage?.field, ["stage"]),
            ("legalEntity", ownership.legalEntity, ["legalEntity", "region", "stage"]),
            ("region", ownership.region, ["legalEntity", "region", "stage"]),
        ]
        for (member, field, later) in sources {
            guard let field else { continue }
            let conditions = conditions(of: [field], subject)
            for condition in later {
                guard let rule = conditions[condition] else { continue }
                report(
                    .circularSource,
                    .error,
                    record: subject.record,
                    rules: [rule],
                    fields: [[field]],
                    at: subject.path + ["rules", rule, condition],
                    related: subject.path + [member],
                    "who decides about \(field) of \(subject.record) depends by \(rule) on the \(condition), which is read "
                        + (condition == member ? "from \(field) itself" : "only when the \(member) is known"),
                    "let one rule decide about \(field) "
                        + (member == "stage" ? "at all stages" : "at all stages and in all scopes")
                )
            }
        }
    }

    /// What the rules that may decide about a field depend on, each with one of the rules.
    private func conditions(of path: [String], _ subject: ExaminedRecord) -> [String: String] {
        var found: [String: String] = [:]
        let deciding = subject.circumstances.flatMap { subject.ownership.determiningRules(for: path, $0) }.map(\.id)
        let ids = Set(deciding)
        for rule in subject.ownership.rules where subject.ownership.rank(of: rule, for: path) != nil {
            guard ids.contains(rule.id) || !rule.prohibitions.isEmpty else { continue }
            if rule.stage != nil, found["stage"] == nil { found["stage"] = rule.id }
            if rule.scope.legalEntity != nil, found["legalEntity"] == nil { found["legalEntity"] = rule.id }
            if rule.scope.region != nil, found["region"] == nil { found["region"] = rule.id }
        }
        return found
    }
}
