internal import ConcordConfiguration

extension OwnershipTable {
    /// The table as Markdown: a heading and a table for each record.
    public var markdown: String {
        var text = "# \(MarkdownText.escaped(policy.description))\n"
        for section in sections {
            text += "\n## \(MarkdownText.escaped(section.record))\n\n"
            if !section.notes.isEmpty { text += section.notes.joined(separator: "\n") + "\n\n" }
            text += section.markdownTable
        }
        return text
    }
}

extension OwnershipTable.Section {
    /// The record's rules as a Markdown table.
    public var markdownTable: String {
        var text = "| Group | Fields | When | Owner | Others | Observe | Why |\n"
        text += "| --- | --- | --- | --- | --- | --- | --- |\n"
        var lastGroup: String?
        for row in rows {
            // What stands above is not said again.
            let isSame = lastGroup == row.about && !row.fields.isEmpty
            lastGroup = row.about
            let group = MarkdownText.escaped(row.about) + (row.isAtomic ? " (as a whole)" : "")
            let owner = [row.owner ?? "nobody"] + row.terms + row.prohibitions
            let cells = [
                isSame ? "" : group,
                isSame ? "" : row.fields.map { "`\($0)`" }.joined(separator: " "),
                MarkdownText.escaped(row.condition),
                owner.map(MarkdownText.escaped).joined(separator: "<br>"),
                row.others.map(MarkdownText.escaped).joined(separator: "<br>"),
                MarkdownText.escaped(row.observers.joined(separator: ", ")),
                MarkdownText.escaped(row.because ?? ""),
            ]
            text += "| \(cells.joined(separator: " | ")) |\n"
        }
        return text
    }
}
