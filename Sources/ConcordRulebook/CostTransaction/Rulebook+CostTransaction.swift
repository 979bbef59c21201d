public import ConcordModel
public import ConcordValidation

extension Rulebook {
    /// The rules of cost transactions.
    public static let costTransaction = RuleSet<CostTransaction> {
        costReadiness
        costAmounts
    }
}
