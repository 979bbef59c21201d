/// The error of a policy that the engine cannot take: all that is wrong with it.
public struct OwnershipRefusal: Error, Sendable, Hashable {
    /// One thing that is wrong.
    public struct Problem: Sendable, Hashable {
        /// What kind of problem it is; stable: `ownership.tie`.
        public let code: String

        /// What the problem is about: a path, a group, a list.
        public let subject: String

        /// The rules that are part of it, sorted.
        public let rules: [String]

        /// What was expected, in words.
        public let expected: String
    }

    /// What is wrong, each thing once, sorted by code and subject.
    public let problems: [Problem]
}

extension OwnershipRefusal: CustomStringConvertible {
    /// The problems, one a line.
    public var description: String {
        problems.map { problem in
            let rules = problem.rules.isEmpty ? "" : " (\(problem.rules.joined(separator: ", ")))"
            return "\(problem.code) at \(problem.subject)\(rules): expected \(problem.expected)"
        }
        .joined(separator: "\n")
    }
}
