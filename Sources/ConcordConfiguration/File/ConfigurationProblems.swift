public import ConcordSchema

/// Collects what is wrong with a document while it is read, so that its author hears of everything at once.
public struct ConfigurationProblems: Sendable {
    /// How many problems are kept; a document with more is the wrong document.
    public static let limit = 1000

    /// The name of the file that is read.
    public let file: String

    /// The problems so far, in the order in which they were found.
    public private(set) var list: [ConfigurationProblem] = []

    /// How many were found beyond the limit.
    public private(set) var omitted = 0

    /// Collects the problems of a file.
    ///
    /// - Parameter file: The file's name, as messages should show it.
    public init(file: String) {
        self.file = file
    }

    /// Whether nothing is wrong so far.
    public var isEmpty: Bool { list.isEmpty }

    /// Adds what is wrong with a value.
    ///
    /// - Parameters:
    ///   - code: What kind of problem it is; of your own kind, if you have one.
    ///   - value: The value.
    ///   - expected: What was expected, in words.
    ///   - advice: What to do about it.
    ///   - related: A second place that matters.
    public mutating func add(
        _ code: IssueCode,
        at value: ConfigurationValue,
        expected: String,
        advice: String? = nil,
        related: ConfigurationPlace? = nil
    ) {
        let problem = ConfigurationProblem(
            code,
            in: file,
            at: value.position,
            path: value.path,
            expected: expected,
            found: value.summary,
            advice: advice,
            related: related
        )
        add(problem)
    }

    /// Adds what is wrong with a predicate that a string of the document holds, at its place in the file.
    ///
    /// - Parameters:
    ///   - problem: What is wrong, at a place in the predicate's text.
    ///   - value: The string.
    public mutating func add(_ problem: PredicateProblem, in value: ConfigurationValue) {
        let problem = ConfigurationProblem(
            problem.code,
            in: file,
            at: value.position(ofByte: problem.position.offset),
            path: value.path,
            expected: problem.expected,
            found: problem.found,
            advice: problem.advice
        )
        add(problem)
    }

    /// Adds a problem.
    ///
    /// - Parameter problem: The problem, of this file or of another one.
    public mutating func add(_ problem: ConfigurationProblem) {
        if list.count < Self.limit { list.append(problem) } else { omitted += 1 }
    }

    /// Adds what the JSON reader says of the document.
    mutating func add(_ issue: Issue) {
        let position = issue.position ?? SourcePosition(offset: 0, line: 1, column: 1)
        var path: ConfigurationPath?
        for step in issue.path.steps { path = ConfigurationPath(path, step) }
        let problem = ConfigurationProblem(
            issue.code,
            in: file,
            at: position,
            path: path,
            expected: issue.expected,
            found: issue.observed ?? "the end of the file",
            related: issue.related.map { ConfigurationPlace(file: file, position: $0) }
        )
        add(problem)
    }
}
