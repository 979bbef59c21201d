public import ConcordModel
public import ConcordValidation

extension Rulebook {
    /// The rules of resources.
    public static let resource = RuleSet<Resource> {
        resourceEmployment
        resourceRates
    }
}
