public import ConcordModel
public import ConcordValidation

extension Rulebook {
    /// The rules of payments.
    public static let payment = RuleSet<Payment> {
        paymentContent
        paymentApplications
    }
}
