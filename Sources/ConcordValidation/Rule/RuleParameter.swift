public import ConcordValues

/// Something of a rule that a firm may set: a limit, a tolerance, a list of codes.
public struct RuleParameter: Sendable, Hashable {
    /// A parameter's value.
    public enum Value: Sendable, Hashable {
        /// A whole number.
        case integer(Int)
        /// A decimal; written as a string in documents, so that it keeps its decimals.
        case decimal(ExactDecimal)
        /// True or false.
        case flag(Bool)
        /// Texts, such as codes.
        case texts([String])
    }

    /// The name by which documents set it.
    public let name: String

    /// The value that holds unless somebody sets another; others are of the same kind.
    public let standard: Value

    /// What it is, with its unit.
    public let documentation: String

    /// A whole number.
    public static func integer(_ name: String, _ standard: Int, _ documentation: String) -> Self {
        Self(name: name, standard: .integer(standard), documentation: documentation)
    }

    /// A decimal.
    public static func decimal(_ name: String, _ standard: ExactDecimal, _ documentation: String) -> Self {
        Self(name: name, standard: .decimal(standard), documentation: documentation)
    }

    /// True or false.
    public static func flag(_ name: String, _ standard: Bool, _ documentation: String) -> Self {
        Self(name: name, standard: .flag(standard), documentation: documentation)
    }

    /// Texts, such as codes.
    public static func texts(_ name: String, _ standard: [String], _ documentation: String) -> Self {
        Self(name: name, standard: .texts(standard), documentation: documentation)
    }
}

extension RuleParameter.Value: CustomStringConvertible {
    /// The value as documents write it.
    public var description: String {
        switch self {
        case .integer(let number): "\(number)"
        case .decimal(let number): "\"\(number)\""
        case .flag(let isTrue): "\(isTrue)"
        case .texts(let texts): "[" + texts.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
        }
    }
}
