public import ConcordModel
public import ConcordValidation

extension Rulebook {
    /// The rules of customers.
    public static let customer = RuleSet<Customer> {
        customerReadiness
        customerParties
        customerAccount
        customerIdentifiers
    }
}
