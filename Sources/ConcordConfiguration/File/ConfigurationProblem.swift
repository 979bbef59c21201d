public import ConcordSchema

/// One thing that is wrong with a configuration document, told to the person who wrote it.
///
/// ```
/// overlays/emea.json:7:14: error: expected one of set, from, via, found "frm"; nearest is from [configuration.unknownMember]
/// ```
public struct ConfigurationProblem: Error, Sendable {
    /// What kind of problem it is; stable.
    public let code: IssueCode

    /// The file's name, as the host gave it.
    public let file: String

    /// Where it is in the file: line, column in bytes, and offset.
    public let position: SourcePosition

    /// What was expected, in words.
    public let expected: String

    /// What was found; nil if nothing was there.
    public let found: String?

    /// What to do about it.
    public let advice: String?

    /// A second place that matters, such as the other one of two documents that contradict each other.
    public let related: ConfigurationPlace?

    let path: ConfigurationPath?

    init(
        _ code: IssueCode,
        in file: String,
        at position: SourcePosition,
        path: ConfigurationPath?,
        expected: String,
        found: String?,
        advice: String? = nil,
        related: ConfigurationPlace? = nil
    ) {
        self.code = code
        self.file = file
        self.position = position
        self.path = path
        self.expected = expected
        self.found = found
        self.advice = advice
        self.related = related
    }

    /// The line, counted from 1.
    public var line: Int { position.line }

    /// The column in bytes, counted from 1.
    public var column: Int { position.column }

    /// The place in the document as a JSON Pointer (RFC 6901); empty for the whole document.
    public var pointer: String { RecordPath(path?.steps ?? []).pointer }
}

extension ConfigurationProblem: Hashable {
    /// Whether two problems say the same of the same place.
    public static func == (left: Self, right: Self) -> Bool {
        left.code == right.code && left.file == right.file && left.position == right.position
            && left.expected == right.expected && left.found == right.found && left.advice == right.advice
            && left.related == right.related
    }

    /// Hashes the code and the place.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(file)
        hasher.combine(position)
    }
}

extension ConfigurationProblem: Comparable {
    /// Whether the first problem stands before the second: by file, by place, by code, and then by what they say.
    public static func < (left: Self, right: Self) -> Bool {
        (left.file, left.position.offset, left.code.rawValue, left.expected, left.found ?? "")
            < (right.file, right.position.offset, right.code.rawValue, right.expected, right.found ?? "")
    }
}

extension ConfigurationProblem: CustomStringConvertible {
    /// The problem in one line, as compilers print theirs; control characters in what it quotes are escaped.
    public var description: String {
        var text = "\(file):\(line):\(column): error: expected \(expected)"
        if let found { text += ", found \(found)" }
        if let advice { text += "; \(advice)" }
        if let related { text += " (see \(related))" }
        return "\(text) [\(code)]".onOneLine
    }
}

extension IssueCode {
    /// A configuration document has a member that its form does not know.
    public static let unknownMember: Self = "configuration.unknownMember"
    /// A value is of the right type and still none that its member takes.
    public static let unsuitableValue: Self = "configuration.unsuitableValue"
    /// A reader refused a document without saying why.
    public static let unexplainedRefusal: Self = "configuration.unexplainedRefusal"
    /// Two documents of the same rank say something about the same key.
    public static let configurationConflict: Self = "configuration.conflict"
    /// Two documents have the same name and version.
    public static let duplicateVersion: Self = "configuration.duplicateVersion"
}
