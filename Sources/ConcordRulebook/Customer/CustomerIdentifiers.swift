internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// A customer's numbers and codes of published lists.
    static let customerIdentifiers = RuleSet<Customer> {
        ValidationRule.registrations(
            "customer.registrationNumber",
            actor: .sales,
            home: { customer in customer.addresses.first { $0.country != nil }?.country.map { Jurisdiction($0) } },
            \.registrations
        )
        ValidationRule(
            "customer.addressScheme",
            "The scheme of an address in a network for invoices is of the list of electronic addresses.",
            clause: "EN 16931 BR-CL-25",
            actor: .billing,
            remedy: "Choose the scheme of the identifier, such as 0204 for a Leitweg-ID."
        ) { customer, examination in
            guard let scheme = customer.invoiceDelivery?.addressScheme, customer.invoiceDelivery?.channel == .network,
                !StandardCodeList.addressSchemes.contains(scheme)
            else { return }
            examination.report(
                at: \.invoiceDelivery.addressScheme,
                expected: "a scheme of the list of electronic addresses",
                observed: scheme
            )
        }
    }
}
