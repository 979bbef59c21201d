import ConcordOwnership
import ConcordSystems
import ConcordValues
import Testing

@testable import ConcordCommandLine

@Suite("The roles of systems that nobody named")
struct SystemRoleTests {
    @Test(
        "A role follows from the product, or is the product's name",
        arguments: [
            ("salesforce:emea", "crm"), ("icertis", "clm"), ("certinia:eu", "psa"), ("netsuite", "erp"),
            ("workday", "hr"),
            ("coupa", "procurement"), ("erp:eu", "erp"), ("steward", "steward"), ("concord", "library"), ("abacus", ""),
        ]
    )
    func roles(name: String, role: String) throws {
        let system = try SystemID(name)
        #expect(SystemRole(usualFor: system)?.rawValue ?? "" == role)
        // Policy's own words are none of a vendor's products.
        if ["erp:eu", "steward", "concord"].contains(name) { #expect(ProductKind.name(of: system) == nil) }
    }
}
