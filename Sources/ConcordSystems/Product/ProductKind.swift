public import ConcordValues

/// What well-known products are for most firms: `salesforce` is a `crm`, `netsuite` an `erp`.
///
/// Kinds are texts in the words of the trade: `crm`, `clm`, `psa`, `erp`, `hr`, `procurement`. What a kind of product may do
/// is a matter of policy, of which this floor knows nothing.
public enum ProductKind {
    /// The kind of product that a system is, by the product in its name.
    ///
    /// - Parameter system: The system: `salesforce:emea`.
    /// - Returns: The kind; nil if the product is not among the known ones.
    public static func name(of system: SystemID) -> String? {
        kinds.first { $0.products.contains(system.product) }?.name
    }

    private static let kinds: [(name: String, products: [String])] = [
        ("crm", ["salesforce", "hubspot", "dynamics", "pipedrive"]),
        ("clm", ["agiloft", "docusign", "icertis", "ironclad"]),
        ("psa", ["certinia", "kantata", "openair", "projector"]),
        ("erp", ["netsuite", "intacct", "sap", "business-central"]),
        ("hr", ["workday", "bamboohr", "personio", "hibob"]),
        ("procurement", ["coupa", "ariba"]),
    ]
}
