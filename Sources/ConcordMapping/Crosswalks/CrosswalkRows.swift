internal import ConcordConfiguration
public import ConcordSchema
internal import ConcordValues

/// The rows of a crosswalk as somebody wrote them, with their places.
struct CrosswalkRows: Sendable {
    /// One row.
    struct Entry: Sendable {
        let row: Crosswalk.Row
        /// Where the row begins.
        let place: ConfigurationPlace
        /// Where its canonical code stands.
        let targetPlace: ConfigurationPlace
    }

    private(set) var entries: [Entry] = []

    /// The rows without their places.
    var rows: [Crosswalk.Row] { entries.map(\.row) }

    mutating func append(_ entry: Entry, _ problems: inout ConfigurationProblems) {
        for (text, place, what) in [
            (entry.row.source, entry.place, "vendor's"), (entry.row.target, entry.targetPlace, "canonical"),
        ] where text.isEmpty {
            problems.add(ConfigurationProblem(.unsuitableValue, at: place, expected: "a \(what) code", found: "\"\""))
        }
        entries.append(entry)
    }

    /// Notes rows of which two hold on one day where only one can.
    func check(_ problems: inout ConfigurationProblems) {
        note(
            entries,
            by: \.source,
            .duplicateRow,
            expected: { "one row for the code \"\($0.source)\" on any day" },
            advice: "take one out, or let one end before the other begins",
            &problems
        )
        note(
            entries.filter(\.row.isReverse),
            by: \.target,
            .ambiguousReverse,
            expected: { "one way back from \"\($0.target)\" on any day" },
            advice: "say \"reverse\" in one row only",
            &problems
        )
    }

    private func note(
        _ entries: [Entry],
        by code: KeyPath<Crosswalk.Row, String>,
        _ issue: IssueCode,
        expected: (Crosswalk.Row) -> String,
        advice: String,
        _ problems: inout ConfigurationProblems
    ) {
        var earlier: [String: [Entry]] = [:]
        for entry in entries {
            let key = entry.row[keyPath: code]
            if let other = earlier[key]?.first(where: { $0.row.validity.intersects(entry.row.validity) }) {
                problems.add(
                    ConfigurationProblem(
                        issue,
                        at: entry.place,
                        expected: expected(entry.row),
                        found: entry.row.validity == .always ? "another" : "another for \(entry.row.validity)",
                        advice: advice,
                        related: other.place
                    )
                )
            }
            earlier[key, default: []].append(entry)
        }
    }

    /// Notes rows that do not lead to a code of a list.
    ///
    /// - Parameters:
    ///   - known: The codes.
    ///   - field: The field whose codes they are.
    ///   - problems: Where to note them.
    /// - Returns: Whether all rows do.
    func check(targets known: [String], of field: String, _ problems: inout ConfigurationProblems) -> Bool {
        let codes = Set(known)
        var isGood = true
        for entry in entries where !codes.contains(entry.row.target) {
            isGood = false
            problems.add(
                ConfigurationProblem(
                    .unknownCode,
                    at: entry.targetPlace,
                    expected: "a code of \(field): \(known.prefix(12).joined(separator: ", "))"
                        + (known.count > 12 ? " …" : ""),
                    found: "\"\(entry.row.target)\"",
                    advice: NearestName.advice(for: entry.row.target, among: known)
                )
            )
        }
        return isGood
    }
}

extension IssueCode {
    /// Two rows of a crosswalk have one code of the vendor's and hold on the same day.
    public static let duplicateRow: Self = "crosswalk.duplicateRow"
    /// Two rows of a crosswalk say that they are the way back from one canonical code on the same day.
    public static let ambiguousReverse: Self = "crosswalk.ambiguousReverse"
}
