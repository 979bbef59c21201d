import ConcordCompatibility

/// What is told of a change of schema.
struct SchemaCheckReport {
    let report: CompatibilityReport
    let mode: CompatibilityMode
    let direction: CompatibilityDirection
    let explains: Bool

    /// Writes it for people.
    func writeText(to output: Output) throws {
        for line in lines(columns: output.columns, style: Style(isColoured: output.isColoured)) {
            try output.writeLine(line)
        }
    }

    /// It for people: a table of all modes, and what the answers of the chosen mode rest on.
    func lines(columns: Int, style: Style) -> [String] {
        var table = TextTable(["CHANGE", "MODE", "BACKWARD", "FORWARD", "VERDICT"])
        for verdict in report.verdicts {
            table.append([
                "\(verdict.old) → \(verdict.new)", verdict.mode.rawValue, verdict.backward.summary,
                verdict.forward.summary,
                verdict.word,
            ])
        }
        var lines = table.lines(width: columns, heading: style.strong)
        if Set(report.verdicts.map(\.old)).count > 1, let word = report.transitiveWord(in: mode) {
            lines.append("All versions, \(mode.rawValue): \(word)")
        }
        for verdict in report.verdicts where verdict.mode == mode || explains {
            lines += told("backward", verdict.backward, verdict, from: verdict.old, to: verdict.new)
            lines += told("forward", verdict.forward, verdict, from: verdict.new, to: verdict.old)
        }
        return lines
    }

    private func told(
        _ direction: String,
        _ answer: CompatibilityAnswer,
        _ verdict: CompatibilityVerdict,
        from: String,
        to: String
    ) -> [String] {
        let head = "\(verdict.mode.rawValue), \(direction)"
        switch answer {
        case .incompatible(let counterexample):
            return ["", "\(head): \(from) allows this document, and \(to) refuses it:", "  \(counterexample.document)"]
                + counterexample.violations.prefix(3).map { "  at \($0)" }
        case .forbidden(let differences):
            return ["", "\(head): the registry's rules forbid"] + differences.prefix(10).map { "  \($0)" }
        case .unknown(let reason):
            return ["", "\(head): unknown, \(reason)"]
        case .throughMigration(let ground):
            return ["", "\(head): through the migration \(ground.path)"]
        case .compatible(let proof) where explains:
            let more = proof.count > 60 ? ["  and \(proof.count - 60) more"] : []
            return ["", "\(head): proven in \(proof.count) steps"] + proof.steps.prefix(60).map { "  \($0)" } + more
        case .allowed(let differences) where explains && !differences.isEmpty:
            return ["", "\(head): the registry's rules allow"] + differences.prefix(10).map { "  \($0)" }
        case .compatible, .allowed:
            return []
        }
    }

    /// It as JSON, for programs.
    var json: JSONValue {
        .object([
            JSONMember(
                "verdicts",
                .array(
                    report.verdicts.map { verdict in
                        .object([
                            JSONMember("old", .string(verdict.old)), JSONMember("new", .string(verdict.new)),
                            JSONMember("mode", .string(verdict.mode.rawValue)),
                            JSONMember("verdict", .string(verdict.word)),
                            JSONMember("backward", json(of: verdict.backward)),
                            JSONMember("forward", json(of: verdict.forward)),
                        ])
                    }
                )
            )
        ])
    }

    private func json(of answer: CompatibilityAnswer) -> JSONValue {
        var members = [JSONMember("answer", .string(answer.summary))]
        switch answer {
        case .incompatible(let counterexample):
            members.append(JSONMember("document", counterexample.document))
            members.append(JSONMember("pointer", .string(counterexample.pointer.pointer)))
            if let violation = counterexample.violations.first {
                members.append(JSONMember("keyword", .string("#\(violation.keyword)")))
                members.append(JSONMember("expected", .string(violation.expected)))
            }
        case .unknown(let reason): members.append(JSONMember("reason", .string(reason)))
        case .forbidden(let differences), .allowed(let differences):
            members.append(JSONMember("differences", .array(differences.map { .string($0.description) })))
        case .throughMigration(let ground): members.append(JSONMember("migration", .string(ground.path)))
        case .compatible(let proof):
            members.append(JSONMember("steps", .number(JSONNumber(proof.count))))
            if explains {
                members.append(JSONMember("proof", .array(proof.steps.map { .string($0.description) })))
            }
        }
        return .object(members)
    }

    /// It as JUnit's XML, for continuous integration: one case a change and direction of the chosen mode.
    var junit: String {
        var junit = JUnitReport("concord schema check")
        for verdict in report.verdicts(in: mode) {
            let directions = direction == .full ? ["backward", "forward"] : [direction.rawValue]
            for (name, answer) in zip(directions, verdict.answers(direction)) {
                let title = "\(verdict.old) to \(verdict.new), \(name)"
                junit.add(title, in: "concord.schema.\(mode.rawValue)", Self.outcome(of: answer))
            }
        }
        return junit.xml
    }

    private static func outcome(of answer: CompatibilityAnswer) -> JUnitReport.Outcome {
        switch answer {
        case .incompatible(let counterexample):
            let reason = counterexample.violations.first.map(\.description) ?? ""
            return .failed([.init(message: reason, detail: counterexample.document.description)])
        case .forbidden(let differences):
            return .failed([.init(message: differences.map(\.description).joined(separator: "; "))])
        case .unknown(let reason): return .skipped("unknown: \(reason)")
        case .compatible, .allowed, .throughMigration: return .passed
        }
    }
}
