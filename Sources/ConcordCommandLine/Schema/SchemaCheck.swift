import ConcordCompatibility
import ConcordSchema

/// Says what a change of schema breaks.
struct SchemaCheck {
    /// The form of what is told.
    enum Format: String, CaseIterable {
        case text
        case json
        case junit
    }

    /// The old schemas, oldest first.
    let old: [String]
    /// The new schema.
    let new: String
    /// The mode that the status is about.
    let mode: String
    /// The direction that the status is about.
    let require: String
    /// Whether proofs are shown.
    let explains: Bool
    let format: Format

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        let mode = CompatibilityMode(rawValue: mode)
        guard CompatibilityMode.all.contains(mode) else {
            let names = CompatibilityMode.all.map(\.rawValue)
            throw CommandFailure(
                .usage,
                "there is no mode \"\(mode.rawValue)\"\(Nearest.suggestion(for: mode.rawValue, among: names))"
            )
        }
        let direction = CompatibilityDirection(rawValue: require)
        guard [.backward, .forward, .full].contains(direction) else {
            throw CommandFailure(.usage, "--require is backward, forward or full, and not \"\(require)\"")
        }
        var history: [SchemaRevision] = []
        for name in old { history.append(try revision(name, console)) }
        let report = CompatibilityChecker().check(history: history, new: try revision(new, console))
        let output = SchemaCheckReport(report: report, mode: mode, direction: direction, explains: explains)
        switch format {
        case .text: try output.writeText(to: console.output)
        case .json: try console.output.writeLine(output.json.indented)
        case .junit: try console.output.write(output.junit)
        }
        let answers = report.verdicts(in: mode).flatMap { $0.answers(direction) }
        if answers.contains(where: \.isIncompatible) { return .rejected }
        return answers.allSatisfy(\.isCompatible) ? .success : .undecided
    }

    /// The schema of a name: a canonical record, or a file.
    private func revision(_ name: String, _ console: Console) throws -> SchemaRevision {
        if !name.contains("."), !name.hasPrefix("/"), name != "-", let record = try? SchemaCatalogue.record(named: name)
        {
            return SchemaRevision(record)
        }
        let bytes = try console.input(name).readAll()
        do throws(ReadFailure) {
            return SchemaRevision(try JSONSchema(parsing: bytes).withoutTag, name: name)
        } catch {
            throw CommandFailure(.data, "\(name) is no JSON: byte \(error.offset), expected \(error.expected)")
        }
    }
}

extension ExitStatus {
    /// Nobody can say.
    static let undecided = Self(rawValue: 2)
}
