/// A table of text that fits a width: cells are wrapped between words, and the last column takes what is left.
struct TextTable {
    private let header: [String]
    private var rows: [[String]] = []
    private let gap = 2
    /// The narrowest that a column becomes before the table grows beyond the width.
    private let least = 8

    /// A table with these headings and no rows.
    init(_ header: [String]) {
        self.header = header
    }

    /// Adds a row; it has as many cells as there are headings.
    mutating func append(_ cells: [String]) {
        rows.append(cells)
    }

    /// The table's lines, headings first.
    ///
    /// - Parameters:
    ///   - width: How many columns a line has.
    ///   - heading: What is done with the line of headings.
    /// - Returns: The lines, without their ends.
    func lines(width: Int, heading: (String) -> String = { $0 }) -> [String] {
        let widths = widths(within: width)
        var lines = layout(header, widths).map(heading)
        for row in rows { lines += layout(row, widths) }
        return lines
    }

    private func widths(within width: Int) -> [Int] {
        var widths = header.indices.map { column in
            ([header] + rows).map { $0[column].count }.max() ?? 0
        }
        func excess() -> Int { widths.reduce(0, +) + gap * (widths.count - 1) - width }
        if let last = widths.indices.last, excess() > 0 {
            widths[last] = max(widths[last] - excess(), min(widths[last], 24))
        }
        while excess() > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > least {
            widths[widest] -= 1
        }
        return widths
    }

    private func layout(_ cells: [String], _ widths: [Int]) -> [String] {
        let wrapped = zip(cells, widths).map { TextTable.wrap($0, width: $1) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height)
            .map { line in
                var text = ""
                for (column, cell) in wrapped.enumerated() {
                    let part = line < cell.count ? cell[line] : ""
                    text += part
                    guard column < widths.count - 1 else { break }
                    text += String(repeating: " ", count: max(widths[column] - part.count, 0) + gap)
                }
                while text.last == " " { text.removeLast() }
                return text
            }
    }

    /// A text in lines of at most a width, broken between words where that is possible.
    static func wrap(_ text: String, width: Int) -> [String] {
        guard text.count > width, width > 0 else { return [text] }
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            var word = String(word)
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            while word.count > width {
                lines.append(String(word.prefix(width)))
                word = String(word.dropFirst(width))
            }
            line += line.isEmpty ? word : " \(word)"
        }
        lines.append(line)
        return lines
    }
}
