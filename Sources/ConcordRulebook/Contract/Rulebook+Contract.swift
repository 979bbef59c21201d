public import ConcordModel
public import ConcordValidation

extension Rulebook {
    /// The rules of contracts; those of their amendments are ``amendment``.
    public static let contract = RuleSet<Contract> {
        contractReadiness
        contractAmounts
        contractLimits
        contractTerm
        contractParts
    }
}
