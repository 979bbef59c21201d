/// The difference of two JSON texts, line by line, as a person reads it.
///
/// Both texts are laid out with one member a line first, so that it does not matter how they were written. A text that
/// is not JSON is compared as it is.
///
/// ```
///   "billAmount": {
/// -   "amount": "1200.00",
/// +   "amount": "1200",
///     "currency": "EUR"
/// ```
public struct RecordDiff: Sendable, Hashable {
    /// One line of a difference.
    public struct Line: Sendable, Hashable {
        /// Where a line stands.
        public enum Side: Sendable, Hashable {
            /// In both texts.
            case both
            /// In the expected text only.
            case expected
            /// In the actual text only.
            case actual
        }

        /// Where the line stands.
        public let side: Side
        /// The line without its end.
        public let text: String
    }

    /// All lines of both texts, in order.
    public let lines: [Line]

    /// The difference of two texts.
    ///
    /// - Parameters:
    ///   - expected: The text that was expected.
    ///   - actual: The text that was found.
    public init(expected: String, actual: String) {
        lines = Self.compare(Self.layOut(expected), Self.layOut(actual))
    }

    /// The difference of two texts as they are, whether they are JSON or not.
    init(lines expected: String, _ actual: String) {
        lines = Self.compare(Self.lines(of: expected), Self.lines(of: actual))
    }

    /// Whether the texts are the same but for their layout.
    public var isEmpty: Bool { lines.allSatisfy { $0.side == .both } }

    private static func layOut(_ text: String) -> [String] {
        lines(of: DocumentTree(text)?.pretty ?? text)
    }

    private static func lines(of text: String) -> [String] {
        // By bytes: a line break in Windows' manner is one character to Swift, and equal letters may differ in bytes.
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }

    /// The longest common run of lines, by the textbook table; only what differs at all goes into it.
    private static func compare(_ left: [String], _ right: [String]) -> [Line] {
        var head = 0
        while head < left.count, head < right.count, isSame(left[head], right[head]) { head += 1 }
        var tail = 0
        while tail < left.count - head, tail < right.count - head,
            isSame(left[left.count - 1 - tail], right[right.count - 1 - tail])
        {
            tail += 1
        }
        let before = Array(left[head..<left.count - tail])
        let after = Array(right[head..<right.count - tail])
        return left[..<head].map { Line(side: .both, text: $0) } + middle(before, after)
            + left[(left.count - tail)...].map { Line(side: .both, text: $0) }
    }

    private static func middle(_ before: [String], _ after: [String]) -> [Line] {
        guard before.count * after.count <= 4_000_000 else {
            return before.map { Line(side: .expected, text: $0) } + after.map { Line(side: .actual, text: $0) }
        }
        let width = after.count + 1
        var common = [Int32](repeating: 0, count: (before.count + 1) * width)
        for row in before.indices.reversed() {
            for column in after.indices.reversed() {
                common[row * width + column] =
                    isSame(before[row], after[column])
                    ? common[(row + 1) * width + column + 1] + 1
                    : max(common[(row + 1) * width + column], common[row * width + column + 1])
            }
        }
        var lines: [Line] = []
        var (row, column) = (0, 0)
        while row < before.count || column < after.count {
            if row < before.count, column < after.count, isSame(before[row], after[column]) {
                lines.append(Line(side: .both, text: before[row]))
                row += 1
                column += 1
            } else if column == after.count
                || row < before.count && common[(row + 1) * width + column] >= common[row * width + column + 1]
            {
                lines.append(Line(side: .expected, text: before[row]))
                row += 1
            } else {
                lines.append(Line(side: .actual, text: after[column]))
                column += 1
            }
        }
        return lines
    }
}

extension RecordDiff: CustomStringConvertible {
    /// The lines that differ with three lines around them; `-` is expected, `+` is actual; empty if nothing differs.
    public var description: String {
        let shown = lines.indices.filter { index in
            lines[max(0, index - 3)...min(lines.count - 1, index + 3)].contains { $0.side != .both }
        }
        var text: [String] = []
        var last = -1
        for index in shown {
            if index != last + 1 { text.append("  …") }
            last = index
            switch lines[index].side {
            case .both: text.append("  \(lines[index].text)")
            case .expected: text.append("- \(lines[index].text)")
            case .actual: text.append("+ \(lines[index].text)")
            }
        }
        if last >= 0, last < lines.count - 1 { text.append("  …") }
        return text.joined(separator: "\n")
    }
}

/// The difference of two JSON texts, line by line, for the message of a failed test.
///
/// - Parameters:
///   - expected: The text that was expected; its lines begin with `-` where they are missing.
///   - actual: The text that was found; its lines begin with `+` where they are too many.
/// - Returns: The lines that differ with three lines around them; empty if only the layout differs.
public func difference(_ expected: String, _ actual: String) -> String {
    RecordDiff(expected: expected, actual: actual).description
}
