import ConcordHistory
import ConcordSchema
import ConcordVersions

/// The versions of the canonical records that the command knows.
enum VersionCatalogue {
    /// The histories, in the order of a deal; a record with one version has a history of one.
    static let histories: [SchemaHistory] = SchemaCatalogue.records.map { record in
        RecordHistories.history(named: record.name) ?? SchemaHistory(of: record, changes: [])
    }

    /// The history and the number of a version by its tag: `customer/1`; the newest without a number.
    static func version(_ tag: String) throws(CommandFailure) -> (history: SchemaHistory, number: Int) {
        let parts = tag.split(separator: "/", omittingEmptySubsequences: false)
        guard let history = histories.first(where: { $0.name == parts[0] }) else {
            let names = histories.map(\.name)
            throw CommandFailure(
                .usage,
                "there is no record \"\(parts[0])\"\(Nearest.suggestion(for: String(parts[0]), among: names))"
            )
        }
        guard parts.count > 1 else { return (history, history.newest) }
        guard let number = Int(parts[1]), history.version(number) != nil else {
            throw CommandFailure(
                .usage,
                "there is no version \"\(tag)\"; the versions are \(history.versions.map(\.tag).joined(separator: ", "))"
            )
        }
        return (history, number)
    }
}
