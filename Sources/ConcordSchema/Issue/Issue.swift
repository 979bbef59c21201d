/// Something that is wrong, or worth knowing, about one place in one document.
///
/// An issue talks to the person who must act: what was found, where, what was expected, and what to do.
public struct Issue: Sendable, Hashable {
    /// How much an issue weighs.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// Worth knowing; nothing needs to be done.
        case info
        /// Accepted, but somebody should look.
        case warning
        /// Refused.
        case error
    }

    /// What kind of issue it is; stable.
    public var code: IssueCode

    /// How much it weighs.
    public var severity: Severity

    /// The place in the record: `lines[2].amount`.
    public var path: RecordPath

    /// The place in the vendor's object that the value was mapped from, as a JSON Pointer.
    public var source: String?

    /// The place in the source's bytes, if it came from bytes.
    public var position: SourcePosition?

    /// A second place that matters, such as the first of two equal members.
    public var related: SourcePosition?

    /// What was expected, in words.
    public var expected: String

    /// What was found, as JSON without white space, cut after 80 bytes; nil if nothing was there.
    ///
    /// It is `"•••"` if the field is sensitive, and only the kind of value, such as `an object` or `a list of 3`, if a
    /// field inside it is.
    public var observed: String?

    /// What to do about it.
    public var remedy: String?

    /// The rule that found it, if one did: `salesforce/opportunity:stage`.
    public var rule: String?

    /// An issue.
    ///
    /// - Parameters:
    ///   - code: What kind of issue it is.
    ///   - severity: How much it weighs.
    ///   - path: The place in the record.
    ///   - position: The place in the source's bytes.
    ///   - related: A second place that matters.
    ///   - expected: What was expected, in words.
    ///   - observed: What was found, as JSON.
    ///   - remedy: What to do about it.
    ///   - rule: The rule that found it.
    public init(
        _ code: IssueCode,
        severity: Severity = .error,
        path: RecordPath = RecordPath(),
        position: SourcePosition? = nil,
        related: SourcePosition? = nil,
        expected: String,
        observed: String? = nil,
        remedy: String? = nil,
        rule: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.path = path
        self.position = position
        self.related = related
        self.expected = expected
        self.observed = observed
        self.remedy = remedy
        self.rule = rule
    }
}

/// A place in a source's bytes.
public struct SourcePosition: Sendable, Hashable {
    /// The offset in bytes, counted from 0.
    public let offset: Int

    /// The line, counted from 1.
    public let line: Int

    /// The column in bytes, counted from 1.
    public let column: Int

    /// A place in a source's bytes.
    public init(offset: Int, line: Int, column: Int) {
        self.offset = offset
        self.line = line
        self.column = column
    }
}

extension SourcePosition: CustomStringConvertible {
    /// `line 3, column 14 (byte 61)`.
    public var description: String { "line \(line), column \(column) (byte \(offset))" }
}

extension Issue: CustomStringConvertible {
    /// The issue in one line; control characters and line ends in what it quotes are escaped as in JSON.
    public var description: String {
        var text = "\(severity.rawValue) \(code)"
        if !path.steps.isEmpty { text += " at \(path)" }
        if let source { text += " from \(source)" }
        if let position { text += ", \(position)" }
        text += ": expected \(expected)"
        if let observed { text += ", found \(observed)" }
        if let related { text += "; see also \(related)" }
        if let remedy { text += ". \(remedy)" }
        return text.onOneLine
    }
}
