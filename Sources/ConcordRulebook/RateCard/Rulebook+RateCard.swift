public import ConcordModel
public import ConcordValidation

extension Rulebook {
    /// The rules of rate cards.
    public static let rateCard = RuleSet<RateCard> {
        rateCardRates
        rateCardOwner
    }
}
