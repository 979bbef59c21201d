public import ConcordValues

/// The values of a rule's parameters, as the firm has set them.
///
/// To ask for a parameter that the rule does not declare, or as another kind, is a mistake in the rule, and stops the
/// process when the rule is bound, which is before any record is read.
public struct RuleArguments: Sendable {
    private let parameters: [RuleParameter]
    private let values: [String: RuleParameter.Value]

    init(_ parameters: [RuleParameter], _ values: [String: RuleParameter.Value]) {
        self.parameters = parameters
        self.values = values
    }

    /// A whole number.
    public func integer(_ name: String) -> Int {
        guard case .integer(let number) = value(name) else { preconditionFailure(mistake(name, "a whole number")) }
        return number
    }

    /// A decimal.
    public func decimal(_ name: String) -> ExactDecimal {
        guard case .decimal(let number) = value(name) else { preconditionFailure(mistake(name, "a decimal")) }
        return number
    }

    /// True or false.
    public func flag(_ name: String) -> Bool {
        guard case .flag(let isTrue) = value(name) else { preconditionFailure(mistake(name, "true or false")) }
        return isTrue
    }

    /// Texts.
    public func texts(_ name: String) -> [String] {
        guard case .texts(let texts) = value(name) else { preconditionFailure(mistake(name, "texts")) }
        return texts
    }

    private func value(_ name: String) -> RuleParameter.Value? {
        values[name] ?? parameters.first { $0.name == name }?.standard
    }

    private func mistake(_ name: String, _ kind: String) -> String {
        "the rule asks for a parameter \(name) of \(kind), which it does not declare"
    }
}
