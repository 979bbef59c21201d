import ConcordSchema

/// Writes a document in its canonical form, or says where it is none.
struct Canonicalization {
    /// The document's file, or `-`.
    let file: String

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        let input = try console.input(file)
        let document = try input.readAll()
        let canonical: [UInt8]
        do throws(Refusal) {
            canonical = try CanonicalJSON.canonicalize(document)
        } catch {
            let messages = error.issues.map { Self.message($0, in: file) }
            throw CommandFailure(.data, messages.joined(separator: "\nconcord: "))
        }
        try canonical.withUnsafeBytes { try console.output.write($0) }
        // A digest is made of these bytes and no others; only a person wants the line ended.
        if console.output.isTerminal { try console.output.writeLine() }
        return .success
    }

    /// An issue in one line: where, what was expected, what was found, what to do.
    static func message(_ issue: Issue, in file: String) -> String {
        let position = issue.position.map { ":\($0.line):\($0.column)" } ?? ""
        var text = "\(file == "-" ? "<stdin>" : file)\(position): expected \(issue.expected)"
        if issue.code == .unexpectedEnd {
            text += ", found the end of the document"
        } else if let observed = issue.observed {
            text += ", found \(observed.split(whereSeparator: \.isNewline).joined(separator: " "))"
        }
        if let related = issue.related { text += "; the first is at line \(related.line), column \(related.column)" }
        return text + ". " + (issue.remedy ?? remedy(for: issue.code))
    }

    private static func remedy(for code: IssueCode) -> String {
        switch code {
        case .duplicateKey: "Remove one of the two."
        case .unexpectedEnd: "Check that the document was written to its end."
        case .trailingBytes: "Give one document at a time."
        case .encoding: "Save the document as UTF-8."
        case .loneSurrogate: "Write both halves of the pair, or the replacement character \\uFFFD."
        case .numberRange: "Write the number as a string."
        case .depth: "Nest less."
        default: "Correct the document there; JSON is as RFC 8259 has it, without comments and trailing commas."
        }
    }
}
