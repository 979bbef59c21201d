import ConcordConfiguration
import ConcordOwnership
import ConcordRulebook
import ConcordSchema
import ConcordValues

/// Writes what follows from a policy alone: its table, its findings, and what systems may write.
struct OwnershipReports {
    /// The forms of a table.
    enum Format: String, CaseIterable {
        /// Tables in text.
        case markdown
        /// A page of its own, to be searched.
        case html
    }

    /// The policy.
    let request: OwnershipRequest

    /// Writes the policy as tables.
    ///
    /// - Parameters:
    ///   - format: Their form.
    ///   - records: The records; all if none is named.
    ///   - file: The file for them; standard output if nil.
    ///   - console: Where to.
    /// - Returns: What the command tells the shell.
    /// - Throws: A ``CommandFailure`` for a record that there is none of.
    func writeTable(
        as format: Format,
        records: [String],
        to file: String?,
        on console: Console
    ) throws -> ExitStatus {
        var names: [String] = []
        for record in records { names.append(try OwnershipRequest.record(named: record).name) }
        let policy = request.layer.policy
        let chosen = OwnershipPolicy(
            policy.header,
            records: policy.records.filter { names.isEmpty || names.contains($0.record) },
            systems: policy.systems,
            aliases: policy.aliases,
            approvers: policy.approvers
        )
        let table = OwnershipTable(chosen)
        let output = try Output.file(ifNamed: file) ?? console.output
        try output.write(format == .html ? table.html : table.markdown)
        try output.flush()
        return .success
    }

    /// Writes what the analysis says, one finding a line.
    ///
    /// - Returns: What the command tells the shell.
    func check(on console: Console) throws -> ExitStatus {
        let analysis = OwnershipAnalysis(request.layer, records: Rulebook.ownedRecords)
        for finding in analysis.findings { try console.output.writeLine("\(finding)") }
        let (errors, warnings) = (analysis.errors.count, analysis.warnings.count)
        let rules = request.layer.policy.records.reduce(0) { $0 + $1.rules.count }
        try console.errors.writeLine(
            "concord: \(request.layer.policy.header): \(MappingTally.count(rules, "rule")), "
                + "\(MappingTally.count(errors, "error")), \(MappingTally.count(warnings, "warning"))"
        )
        return errors > 0 ? .rejected : .success
    }

    /// Writes what systems may write, a JSON document for each system and record.
    ///
    /// - Returns: What the command tells the shell.
    func writeFilters(
        for systems: [String],
        records: [String],
        stage: String?,
        on console: Console
    ) throws -> ExitStatus {
        var policy = try request.checked().policy
        var descriptions: [RecordDescription] = []
        for record in records { descriptions.append(try OwnershipRequest.record(named: record)) }
        if descriptions.isEmpty { descriptions = Rulebook.ownedRecords }
        let scope = OwnershipScope(
            legalEntity: request.scope[.legalEntity],
            region: request.scope[.region]
        )
        for name in systems {
            let system = try RunSettings.option("--system", name) { text throws(ValueError) in try SystemID(text) }
            if request.derivesSystems, let role = SystemRole(usualFor: system) {
                policy = policy.naming([system: role])
            }
            guard policy.role(of: system) != nil else {
                let known = policy.systems.keys.map(\.text).sorted()
                throw CommandFailure(
                    .usage,
                    "the system \"\(name)\" plays no role\(Nearest.suggestion(for: name, among: known))\n"
                        + (known.isEmpty
                            ? "Give it one with --system ROLE=\(name)."
                            : "The systems are \(known.joined(separator: ", ")).")
                )
            }
            for description in descriptions where policy.ownership(of: description.name) != nil {
                let filter = policy.writeFilter(
                    for: system,
                    record: description,
                    stage: stage.map { LifecycleStage(rawValue: $0) },
                    scope: scope
                )
                try console.output.write(filter.json())
            }
        }
        return .success
    }
}
