import ConcordSchema
import ConcordVersions

/// Shows the steps between two versions of a record.
struct VersionDifference {
    let first: String
    let second: String

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        let (history, one) = try VersionCatalogue.version(first)
        let (other, two) = try VersionCatalogue.version(second)
        guard history.name == other.name else {
            throw CommandFailure(.usage, "\(first) and \(second) are versions of different records")
        }
        let output = console.output
        let style = Style(isColoured: output.isColoured)
        for change in history.changes where change.version > min(one, two) && change.version <= max(one, two) {
            try output.writeLine(style.strong("\(history.name)/\(change.version)") + "  \(change.summary)")
            var table = TextTable(["STEP", "BEFORE", "AFTER", "DOWN", "WHY"])
            for row in Self.rows(change.steps, "") { table.append(row) }
            for line in table.lines(width: output.columns, heading: style.strong) { try output.writeLine(line) }
            try output.writeLine()
        }
        return .success
    }

    private static func rows(_ steps: [VersionStep], _ path: String) -> [[String]] {
        steps.flatMap { step -> [[String]] in
            if step.kind == .within { return rows(step.inner, "\(path)\(step.name).") }
            let fidelity =
                switch step.fidelity {
                case .lossless: "lossless"
                case .residue: "residue"
                case .lossy(let reason): "lossy: \(reason)"
                }
            return [
                [
                    step.kind.rawValue, step.former.map { path + $0.name }.joined(separator: ", "),
                    step.names.map { path + $0 }.joined(separator: ", "), fidelity, step.reason,
                ]
            ]
        }
    }
}
