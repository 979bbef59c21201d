/// The error of configuration that was refused: all that is wrong with it.
///
/// A document with one mistake is refused whole. Half of a policy is not a policy.
public struct ConfigurationRefusal: Error, Sendable, Hashable {
    /// The problems, sorted by file and place.
    public let problems: [ConfigurationProblem]

    /// How many more there are than were kept; see ``ConfigurationProblems/limit``.
    public let omitted: Int

    /// A refusal for the given problems.
    ///
    /// - Parameter problems: What is wrong; in any order.
    public init(_ problems: ConfigurationProblems) {
        self.problems = problems.list.sorted()
        omitted = problems.omitted
    }
}

extension ConfigurationRefusal: CustomStringConvertible {
    /// The problems, one a line.
    public var description: String {
        var lines = problems.map(\.description)
        if omitted > 0 { lines.append("and \(omitted) more") }
        return lines.joined(separator: "\n")
    }
}
