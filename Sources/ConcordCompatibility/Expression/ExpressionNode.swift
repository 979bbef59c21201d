/// A regular expression as a tree.
indirect enum ExpressionNode: Sendable {
    case empty
    case characters(CharacterSet)
    case start
    case end
    case sequence([ExpressionNode])
    case choice([ExpressionNode])
    case repetition(ExpressionNode, Int, Int?)
}

/// Why a regular expression cannot be used: it is no expression, uses what is not regular, or is too large.
public struct RegularExpressionError: Error, Sendable, Hashable {
    /// What is wrong, for a person.
    public let reason: String
}
