public import ConcordModel
public import ConcordValidation

extension Rulebook {
    /// The rules of opportunities.
    public static let opportunity = RuleSet<Opportunity> {
        opportunityReadiness
        opportunityAmounts
    }
}
