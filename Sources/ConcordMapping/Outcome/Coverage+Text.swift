internal import ConcordSchema
internal import ConcordValues

extension Coverage {
    /// The account as people read it: the totals, each source field with its fill rate, and each crosswalk.
    ///
    /// - Parameter table: The mapping's table, for the fields that a source becomes.
    /// - Returns: The text, with an end to each line.
    public func text(table: MappingTable) -> String {
        var lines = [
            "\(table.tag): objects \(objects), records \(records)",
            "leaves \(leaves) = mapped \(mapped) + kept \(kept) + dropped \(dropped) + unknown \(unknown)",
            "",
        ]
        let width = fields.values.map(\.disposition.rawValue.count).max() ?? 0
        for (pointer, field) in fields.sorted(by: { $0.key < $1.key }) {
            let rate = rate(field.filled).padded(to: 5, atEnd: false)
            let disposition = field.disposition.rawValue.padded(to: width)
            let targets = table.targets(of: pointer).joined(separator: ", ")
            let end = field.disposition == .mapped ? targets.isEmpty ? "" : " → \(targets)" : ": \(field.note)"
            lines.append("\(rate) %  \(disposition)  \(pointer)\(end)")
        }
        return lines.joined(separator: "\n") + "\n" + crosswalks.map { "\n\($0)\n" }.joined()
    }
}

extension CrosswalkUse: CustomStringConvertible {
    /// The account as people read it: a line for each row, and one for each code that the table does not have.
    public var description: String {
        let used = hits.count { $0 > 0 }
        var lines = ["crosswalk \(crosswalk.name): lookups \(lookups), rows used \(used) of \(hits.count)"]
        let codes = unseenCodes
        let width = max(
            (hits.map { $0 == 0 ? 5 : String($0).count }.max() ?? 0),
            codes.map { String($0.use.count).count }.max() ?? 0
        )
        for (row, count) in zip(crosswalk.rows, hits) {
            let hits = (count == 0 ? "never" : String(count)).padded(to: width, atEnd: false)
            let label = row.label.map { " (\($0))" } ?? ""
            let days = row.validity == .always ? "" : ", \(row.validity)"
            lines.append("  \(hits)  \"\(row.source)\"\(label) is \"\(row.target)\"\(days)".onOneLine)
        }
        for (code, use) in codes {
            let count = String(use.count).padded(to: width, atEnd: false)
            let reason = use.lapse ?? "has no row"
            lines.append("  \(count)  \"\(code)\" \(reason); first at \(use.example)".onOneLine)
        }
        if omitted > 0 { lines.append("  \(omitted) more with other codes") }
        return lines.joined(separator: "\n")
    }
}

extension CrosswalkUse.Example: CustomStringConvertible {
    /// The place as people read it: `deals.ndjson:3:41 /StageName`, or with the number of the object.
    public var description: String {
        guard let file else { return "object \(object), line \(position.line), column \(position.column) \(pointer)" }
        return "\(file):\(position.line):\(position.column) \(pointer)"
    }
}

extension String {
    fileprivate func padded(to width: Int, atEnd: Bool = true) -> String {
        let space = String(repeating: " ", count: max(0, width - count))
        return atEnd ? self + space : space + self
    }
}
