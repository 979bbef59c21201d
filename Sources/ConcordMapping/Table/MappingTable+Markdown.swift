internal import ConcordConfiguration

extension MappingTable {
    /// The table as Markdown, with a heading and what is known of the mapping.
    public var markdown: String {
        var text = "# \(MarkdownText.escaped(tag))\n\n\(summary(code: Self.code))\n\n"
        let columns: [Column] = [.source, .target, .type, .how, .onUnknown, .law, .reason, .layer, .owner]
        text += Self.line(columns.map(\.title))
        text += Self.line(columns.map { _ in "---" })
        for row in rows { text += Self.line(columns.map { Self.cell(row, $0) }) }
        return text
    }

    /// What is known of the mapping, in a sentence.
    func summary(code: (String) -> String) -> String {
        let source = [code(object), api].filter { !$0.isEmpty }.joined(separator: ", ")
        let rest = keepsRest ? "what no rule names is kept" : "what no rule names is lost"
        return "\(source), to \(code(record)). \(rows.count) rules; \(rest). Law: \(law.word)."
    }

    private static func line(_ cells: [String]) -> String {
        "| \(cells.joined(separator: " | ")) |\n"
    }

    private static func cell(_ row: Row, _ column: Column) -> String {
        switch column {
        case .source: row.sources.map(code).joined(separator: "<br>")
        case .target: code(row.target)
        case .type:
            MarkdownText.escaped([row.type, row.text(in: .need)].filter { !$0.isEmpty }.joined(separator: ", "))
        default: MarkdownText.escaped(row.text(in: column))
        }
    }

    private static func code(_ text: String) -> String {
        guard !text.isEmpty else { return "" }
        // A grave accent would end the code, and a line's end the row.
        guard text.allSatisfy({ $0 != "`" && !$0.isNewline }) else { return MarkdownText.escaped(text) }
        return "`\(text.with("\\|", for: "|"))`"
    }
}

extension String {
    /// The text with another text for each occurrence of a character.
    func with(_ replacement: String, for character: Character) -> String {
        split(separator: character, omittingEmptySubsequences: false).joined(separator: replacement)
    }
}
