public import ConcordSchema

/// How two tables of a mapping differ, row by row.
public struct MappingTableDifference: Sendable, Hashable {
    /// A row that both tables have, and that is not the same.
    public struct Change: Sendable, Hashable {
        /// The row as it was.
        public let before: MappingTable.Row
        /// The row as it is.
        public let after: MappingTable.Row

        /// The columns that differ, in the table's order.
        public var columns: [MappingTable.Column] {
            MappingTable.Column.allCases.filter { before.text(in: $0) != after.text(in: $0) }
        }
    }

    /// The name and version of the earlier mapping.
    public let before: String

    /// The name and version of the later one.
    public let after: String

    /// The rows that only the later table has.
    public let added: [MappingTable.Row]

    /// The rows that only the earlier table has.
    public let removed: [MappingTable.Row]

    /// The rows that are not the same in both.
    public let changed: [Change]

    /// Whether no row differs; their order does not count.
    public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
}

extension MappingTable {
    /// What is not as it was in an earlier table.
    ///
    /// A row is found again by its target and its sources, then by its target, then by its sources. What is found by none
    /// of them was added or removed.
    ///
    /// - Parameter earlier: The earlier table.
    /// - Returns: The rows that were added, removed and changed.
    public func difference(from earlier: MappingTable) -> MappingTableDifference {
        var old = Array(earlier.rows.enumerated())
        var new = Array(rows.enumerated())
        var changed: [(place: Int, change: MappingTableDifference.Change)] = []
        func pair(_ isSame: (Row, Row) -> Bool) {
            new.removeAll { place, row in
                guard let index = old.firstIndex(where: { isSame($0.element, row) }) else { return false }
                let before = old.remove(at: index).element
                if before != row { changed.append((place, .init(before: before, after: row))) }
                return true
            }
        }
        pair { $0 == $1 }
        pair { $0.target == $1.target && $0.sources == $1.sources }
        pair { !$0.target.isEmpty && $0.target == $1.target }
        pair { !$0.sources.isEmpty && $0.sources == $1.sources }
        return MappingTableDifference(
            before: earlier.tag,
            after: tag,
            added: new.map(\.element),
            removed: old.map(\.element),
            changed: changed.sorted { $0.place < $1.place }.map(\.change)
        )
    }
}

extension MappingTableDifference {
    /// Writes the difference as a JSON object with `added`, `removed` and `changed`.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("before", before)
        writer.member("after", after)
        writer.list("added", added) { $0.write(to: &$1) }
        writer.list("removed", removed) { $0.write(to: &$1) }
        writer.list("changed", changed) { change, writer in
            writer.beginObject()
            writer.member("columns", change.columns.map(\.rawValue))
            writer.write(name: "before")
            change.before.write(to: &writer)
            writer.endItem()
            writer.write(name: "after")
            change.after.write(to: &writer)
            writer.endItem()
            writer.endObject()
        }
        writer.endObject()
    }

    /// The difference as a JSON object.
    public func json() -> String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text()
    }
}

extension MappingTableDifference: CustomStringConvertible {
    /// The difference as text: a line for each row that came or went, and for each column that changed.
    public var description: String {
        guard !isEmpty else { return "\(after) has the rules of \(before)" }
        var lines = [
            "\(after) against \(before): \(added.count) added, \(removed.count) removed, \(changed.count) changed"
        ]
        for row in added { lines.append("+ \(row.title): \(row.details)") }
        for row in removed { lines.append("- \(row.title): \(row.details)") }
        for change in changed {
            lines.append("~ \(change.after.title)")
            for column in change.columns {
                let texts = [change.before, change.after]
                    .map { row in
                        row.text(in: column).isEmpty ? "nothing" : row.text(in: column)
                    }
                lines.append("    \(column.title.lowercased()): \(texts[0]) → \(texts[1])")
            }
        }
        return lines.map(\.onOneLine).joined(separator: "\n")
    }
}

extension MappingTable.Row {
    /// Both ends: `/Amount; /CurrencyIsoCode → amount`.
    var title: String {
        [text(in: .source), target].filter { !$0.isEmpty }.joined(separator: " → ")
    }

    /// How, and on what terms: `money, iso`.
    fileprivate var details: String {
        ([how, law.word] + (reason.isEmpty ? [] : [reason])).joined(separator: ", ")
    }
}
