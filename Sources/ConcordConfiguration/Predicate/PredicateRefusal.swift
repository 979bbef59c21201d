/// The error of a predicate that was refused: all that is wrong with it.
public struct PredicateRefusal: Error, Sendable, Hashable {
    /// The problems, in the order of the text; one alone if the text is no predicate.
    public let problems: [PredicateProblem]

    /// A refusal for the given problems.
    public init(problems: [PredicateProblem]) {
        self.problems = problems
    }
}

extension PredicateRefusal: CustomStringConvertible {
    /// The problems, one a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
