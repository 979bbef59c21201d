import ConcordOwnership
import ConcordSystems
import ConcordValues

extension SystemRole {
    /// The role that a system plays in most firms, for claims that come without a policy that says so.
    ///
    /// A system may also be named by its role, as in `erp:eu`.
    init?(usualFor system: SystemID) {
        let known: [SystemRole] = [.crm, .clm, .psa, .erp, .hr, .procurement, .steward]
        let product = system.product
        if product == "concord" {
            self = .library
        } else if let role = known.first(where: { $0.rawValue == product }) {
            self = role
        } else if let kind = ProductKind.name(of: system) {
            self.init(rawValue: kind)
        } else {
            return nil
        }
    }
}
