internal import ConcordSchema

/// Looks at the bytes of a document before the parser does: refuses what must never reach it, and notes where tags begin.
///
/// A document type declaration is what every attack by entities needs, so none is let through. Encodings in which `<`
/// might be other bytes are refused for the same reason. So are bytes that are not UTF-8, because the parser of some
/// platforms traps on them.
struct XMLGuard {
    private enum State {
        case text
        /// Behind `<`.
        case open
        /// Behind `<!`.
        case declaration
        case comment
        case cdata
        case instruction
        case tag
        case quoted
    }

    /// Where the start tags begin that the parser has not come to.
    private var starts: [SourcePosition] = []
    private var firstStart = 0
    private(set) var longestQueue = 0

    /// Where the lines begin that the parser may speak of.
    private var lines: [(number: Int, offset: Int)] = [(1, 0)]

    private let tagSize: Int
    private var state = State.text
    private var offset = 0
    private var line = 1
    private var lineStart = 0
    private var begin = SourcePosition(offset: 0, line: 1, column: 1)
    /// What came behind `<!`, or in a processing instruction, as far as it matters.
    private var seen: [UInt8] = []
    private var quote: UInt8 = 0
    /// How many of the bytes that end a comment, a CDATA section or an instruction have come.
    private var closing = 0
    private var hasRoot = false
    private var hasMark = false
    /// Whether every byte is a character: ISO 8859-1.
    private var isLatin = false
    /// How many more bytes a character has, and what the next one may be.
    private var following = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    init(tagSize: Int) {
        self.tagSize = tagSize
    }

    /// Where the next start tag begins.
    mutating func takeStart() -> SourcePosition? {
        guard firstStart < starts.count else { return nil }
        defer {
            firstStart += 1
            if firstStart == starts.count {
                starts.removeAll(keepingCapacity: true)
                firstStart = 0
            }
        }
        return starts[firstStart]
    }

    /// The place of a line and a column that the parser speaks of; the offset is exact where the line is ASCII so far.
    func place(line: Int, column: Int) -> SourcePosition {
        let start = lines.last { $0.number <= line }?.offset ?? 0
        return SourcePosition(offset: start + max(column - 1, 0), line: max(line, 1), column: max(column, 1))
    }

    /// Where the bytes that were looked at end.
    var end: SourcePosition { SourcePosition(offset: offset, line: line, column: offset - lineStart + 1) }

    /// Whether the bytes that were looked at end inside a tag, a comment or something else of the kind.
    var isInMarkup: Bool { state != .text }

    /// Forgets the lines before one.
    mutating func forgetLines(before line: Int) {
        if let first = lines.firstIndex(where: { $0.number >= line }), first > 0 { lines.removeFirst(first) }
    }

    /// Looks at a chunk.
    ///
    /// - Parameter chunk: The bytes.
    /// - Returns: How many of them the parser may have, and why not all of them.
    mutating func check(_ chunk: UnsafeBufferPointer<UInt8>) -> (count: Int, issue: Issue?) {
        for (index, byte) in chunk.enumerated() {
            if let issue = check(byte) { return (index, issue) }
            offset += 1
            if byte == 0x0A {
                line += 1
                lineStart = offset
                lines.append((line, offset))
            }
        }
        longestQueue = max(longestQueue, starts.count - firstStart)
        return (chunk.count, nil)
    }

    private mutating func check(_ byte: UInt8) -> Issue? {
        if byte == 0 { return encodingIssue("a byte that is not zero") }
        if byte >= 0x80 || following > 0, !isLatin, !isUTF8(byte) { return encodingIssue("UTF-8") }
        if state != .text, state != .cdata, offset - begin.offset >= tagSize { return sizeIssue() }
        switch state {
        case .text: return checkText(byte)
        case .open: return checkOpen(byte)
        case .declaration: return checkDeclaration(byte)
        case .comment: leave(at: byte, behind: UInt8(ascii: "-"))
        case .cdata: leave(at: byte, behind: UInt8(ascii: "]"))
        case .instruction:
            if byte == UInt8(ascii: ">"), closing > 0 {
                state = .text
                return checkEncoding()
            }
            closing = byte == UInt8(ascii: "?") ? 1 : 0
            if seen.count < 512 { seen.append(byte) }
        case .tag:
            if byte == UInt8(ascii: ">") {
                state = .text
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                state = .quoted
            }
        case .quoted:
            if byte == quote { state = .tag }
        }
        return nil
    }

    private mutating func checkText(_ byte: UInt8) -> Issue? {
        if byte == UInt8(ascii: "<") {
            begin = end
            state = .open
            return nil
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let isMark = offset < 3 && byte == mark[offset]
        if isMark, offset == 2 { hasMark = true }
        let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
        guard hasRoot || isMark || isBlank else { return encodingIssue("a document that begins with <") }
        return nil
    }

    private mutating func checkOpen(_ byte: UInt8) -> Issue? {
        closing = 0
        seen.removeAll(keepingCapacity: true)
        switch byte {
        case UInt8(ascii: "/"): state = .tag
        case UInt8(ascii: "?"): state = .instruction
        case UInt8(ascii: "!"): state = .declaration
        default:
            hasRoot = true
            starts.append(begin)
            state = byte == UInt8(ascii: ">") ? .text : .tag
        }
        return nil
    }

    private mutating func checkDeclaration(_ byte: UInt8) -> Issue? {
        seen.append(byte)
        if seen.elementsEqual("--".utf8) {
            state = .comment
        } else if seen.elementsEqual("[CDATA[".utf8) {
            state = .cdata
        } else if !"--".utf8.starts(with: seen), !"[CDATA[".utf8.starts(with: seen) {
            return Issue(
                .xmlDoctype,
                position: begin,
                expected: "a document without a document type declaration",
                observed: "<!" + String(decoding: seen, as: UTF8.self),
                remedy: "Take the DOCTYPE out. Entities are never resolved."
            )
        }
        return nil
    }

    private mutating func leave(at byte: UInt8, behind mark: UInt8) {
        if byte == UInt8(ascii: ">"), closing >= 2 {
            state = .text
        } else {
            closing = byte == mark ? closing + 1 : 0
        }
    }

    /// Whether a byte may stand where it does (RFC 3629 §4, Unicode table 3-7).
    private mutating func isUTF8(_ byte: UInt8) -> Bool {
        if following > 0 {
            guard allowed.contains(byte) else { return false }
            following -= 1
            allowed = 0x80...0xBF
            return true
        }
        switch byte {
        case 0xC2...0xDF: following = 1
        case 0xE0: (following, allowed) = (2, 0xA0...0xBF)
        case 0xED: (following, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: following = 2
        case 0xF0: (following, allowed) = (3, 0x90...0xBF)
        case 0xF4: (following, allowed) = (3, 0x80...0x8F)
        case 0xF1...0xF3: following = 3
        default: return false
        }
        return true
    }

    /// Checks the encoding that a document declares (XML 1.0 §2.8, §4.3.3).
    private mutating func checkEncoding() -> Issue? {
        // Elsewhere it is no declaration.
        guard begin.offset == (hasMark ? 3 : 0) else { return nil }
        guard let name = String(decoding: seen, as: UTF8.self).declaredEncoding else { return nil }
        switch name.lowercased() {
        case "utf-8", "us-ascii": return nil
        case "iso-8859-1" where !hasMark:
            isLatin = true
            return nil
        default: return encodingIssue("UTF-8, or ISO-8859-1 without a byte order mark", observed: name)
        }
    }

    private func encodingIssue(_ expected: String, observed: String? = nil) -> Issue {
        Issue(
            .xmlEncoding,
            position: end,
            expected: expected,
            observed: observed,
            remedy: "Send XML in UTF-8."
        )
    }

    private func sizeIssue() -> Issue {
        Issue(
            .xmlLimit,
            position: begin,
            expected: "a tag, comment or instruction of at most \(tagSize) bytes",
            remedy: "Look for a > or a quote that is missing, or raise the limit."
        )
    }
}

extension String {
    /// The encoding of an XML declaration without its brackets: the value behind `version` and `encoding`.
    fileprivate var declaredEncoding: String? {
        let pattern = /xml\s+version\s*=\s*(?:"[^"]*"|'[^']*')\s+encoding\s*=\s*(?:"([^"]*)"|'([^']*)')[\s\S]*/
        guard let match = wholeMatch(of: pattern) else { return nil }
        return (match.1 ?? match.2).map(String.init)
    }
}
