import ConcordOwnership
import ConcordValues

/// The roles that well-known products play in most firms, for claims that come without a policy that says so.
enum ProductRoles {
    /// The role of a system by the product in its name; a product may also be named by its role, as in `erp:eu`.
    static func role(of system: SystemID) -> SystemRole? { roles[system.product] }

    private static let roles: [String: SystemRole] = [
        "crm": .crm, "salesforce": .crm, "hubspot": .crm, "dynamics": .crm, "pipedrive": .crm,
        "clm": .clm, "agiloft": .clm, "docusign": .clm, "icertis": .clm, "ironclad": .clm,
        "psa": .psa, "certinia": .psa, "kantata": .psa, "openair": .psa, "projector": .psa,
        "erp": .erp, "netsuite": .erp, "intacct": .erp, "sap": .erp, "business-central": .erp,
        "hr": .hr, "workday": .hr, "bamboohr": .hr, "personio": .hr, "hibob": .hr,
        "procurement": .procurement, "coupa": .procurement, "ariba": .procurement,
        "steward": .steward, "concord": .library,
    ]
}
