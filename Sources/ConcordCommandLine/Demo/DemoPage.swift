import ConcordSchema

/// Where the demonstration is told: as wide as a book, whatever the terminal is, so that it is always the same.
final class DemoPage {
    /// Its colours.
    let style: Style

    private let output: Output
    private let width = 100
    private var chapter = 0

    /// A page.
    init(on output: Output) {
        self.output = output
        style = Style(isColoured: output.isColoured)
    }

    /// A line of text.
    func line(_ text: String = "") throws {
        try output.writeLine(text)
    }

    /// The heading of the next part.
    func heading(_ text: String) throws {
        chapter += 1
        try line()
        try line(style.strong("\(chapter). \(text)"))
    }

    /// One thing that is so.
    func fact(_ name: String, _ value: String) throws {
        try line("\(pad(name, 18)) \(value)")
    }

    /// One thing that is so, which may need several lines.
    func fact(wrapping name: String, _ value: String) throws {
        for (index, part) in TextTable.wrap(value, width: width - 19).enumerated() {
            try fact(index == 0 ? name : "", part)
        }
    }

    /// A table.
    func table(_ table: TextTable) throws {
        for text in table.lines(width: width, heading: style.faint) { try line(text) }
    }

    /// A word, and text behind it that may need several lines.
    func wrapped(_ word: String, _ text: String) throws {
        for (index, part) in TextTable.wrap(text, width: width - 10).enumerated() {
            try line(pad(index == 0 ? word : "", 9) + " " + part)
        }
    }

    /// What somebody must know to put something right.
    func issue(_ issue: Issue) throws {
        var text = "\(issue.source ?? "")"
        if let position = issue.position { text += " (line \(position.line), column \(position.column))" }
        text += " is \(issue.observed ?? "not there"); expected \(issue.expected)."
        if let remedy = issue.remedy { text += " \(remedy)" }
        for (index, part) in TextTable.wrap(text, width: width - 4).enumerated() {
            try line((index == 0 ? "  " : "    ") + part)
        }
    }

    /// A text with spaces behind it.
    func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }
}
