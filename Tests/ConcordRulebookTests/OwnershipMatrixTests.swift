import ConcordConfiguration
import ConcordModel
import ConcordOwnership
import ConcordRulebook
import ConcordSchema
import ConcordTesting
import ConcordValues
import Foundation
import Testing

/// The default ownership matrix, and a firm's policy over it.
@Suite struct OwnershipMatrixTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Fixtures/policies/ownership").standardized

    private static func expectGolden(_ text: String, _ name: String) {
        let difference = GoldenFile(name).difference(from: text)
        if difference != "" { Issue.record("\(difference)") }
    }

    private static func stack() throws -> ConfigurationStack<OwnershipLayer> {
        try OwnershipLayer.stack(
            ["halden-marsh.json", "halden-marsh-emea.json"]
                .map { name in
                    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
                    return try OwnershipLayer.document(ConfigurationFile(bytes, name: name))
                }
        )
    }

    @Test(
        "Every field of every record is owned, and nothing is to be said but that systems and approvers are the firm's"
    )
    func analysis() {
        let analysis = OwnershipAnalysis(Rulebook.ownership, records: Rulebook.ownedRecords)
        #expect(analysis.errors.map(\.description) == [])
        #expect(analysis.warnings.map(\.code.rawValue) == ["ownership.noApprovers", "ownership.noSystems"])
    }

    @Test("The matrix is about each canonical record")
    func records() {
        #expect(Rulebook.ownership.records.map(\.record) == Rulebook.ownedRecords.map(\.name))
        #expect(Set(Rulebook.ownedRecords.map(\.name)).count == 15)
    }

    @Test("The matrix as a table")
    func markdown() {
        Self.expectGolden(OwnershipTable(Rulebook.ownership).markdown, "../../Documentation/OwnershipMatrix.md")
    }

    @Test("The matrix as a document, which gives the same matrix")
    func json() throws {
        let json = Rulebook.ownership.json()
        Self.expectGolden(json, "Golden/ownership.json")
        #expect(
            try OwnershipLayer.document(ConfigurationFile(json, name: "ownership.json")).content.policy
                == Rulebook.ownership
        )
    }

    @Test("A firm lays its systems, its approvers and its own rules over the matrix")
    func firm() throws {
        let day = try LocalDate("2026-05-01")
        let layer = try #require(Self.stack().layer(for: [:], on: day, over: Rulebook.ownership))
        #expect(layer.policy.header.description == "concord-ownership@1+halden-marsh@7")
        let policy = try CheckedOwnershipPolicy(layer, records: Rulebook.ownedRecords)
        #expect(policy.warnings.map(\.description) == [])
        let project = policy.writeFilter(for: "certinia", record: Project.schema.description, stage: "active")
        #expect(project.approvals["budget"] == ApprovalRequirement([.delivery], days: 14))
    }

    @Test("EMEA has two people look at billing")
    func region() throws {
        let day = try LocalDate("2026-05-01")
        let layer = try #require(Self.stack().layer(for: [.region: "EMEA"], on: day, over: Rulebook.ownership))
        let policy = try CheckedOwnershipPolicy(layer, records: Rulebook.ownedRecords)
        let customer = Customer.schema.description
        let emea = policy.writeFilter(for: "netsuite", record: customer, scope: OwnershipScope(region: "EMEA"))
        #expect(emea.approvals["paymentTerms"] == ApprovalRequirement([.finance], people: 2))
        #expect(policy.writeFilter(for: "netsuite", record: customer).approvals["paymentTerms"] == nil)
    }

    /// Who owns what, when: a row of the matrix each.
    @Test(
        "The owner of a field at a stage",
        arguments: [
            ("customer", "legalName", "prospect", "crm"), ("customer", "legalName", "contracted", "erp"),
            ("customer", "accountOwner", "contracted", "crm"), ("customer", "paymentTerms", "prospect", "erp"),
            ("opportunity", "amount", "won", "crm"), ("opportunity", "estimate", "open", "psa"),
            ("contract", "effective", "active", "clm"), ("contract", "schedules", "negotiation", "clm"),
            ("contract", "schedules", "active", "erp"), ("contract", "status", "active", "clm"),
            ("project", "name", "setup", "psa"), ("project", "budget", "setup", "crm"),
            ("project", "budget", "active", "psa"), ("project", "dimensions", "active", "erp"),
            ("time-entry", "worked", "open", "psa"), ("time-entry", "billingState", "invoiced", "erp"),
            ("resource", "manager", "", "hr"), ("resource", "skills", "", "psa"), ("resource", "costRates", "", "hr"),
            ("invoice", "lines", "draft", "psa"), ("invoice", "number", "issued", "erp"),
            ("invoice", "paymentStatus", "issued", "erp"), ("payment", "amount", "", "erp"),
            ("customer", "id", "contracted", "library"),
        ]
    )
    func owner(record: String, field: String, stage: String, role: String) throws {
        let ownership = try #require(Rulebook.ownership.ownership(of: record))
        let circumstance = OwnershipCircumstance(stage: stage.isEmpty ? nil : stage)
        let grants = ownership.effectiveGrants(for: [field], circumstance)
        let owner = grants.first { !$0.capabilities.isDisjoint(with: [.create, .update]) }
        #expect(owner?.role.rawValue == role)
    }

    @Test("What was issued or invoiced is never updated")
    func frozen() throws {
        for (record, field, stage) in [
            ("invoice", "totals", "issued"), ("invoice", "lines", "issued"), ("invoice", "paymentMeans", "issued"),
            ("time-entry", "worked", "invoiced"), ("invoice-allocation", "amount", ""),
        ] {
            let ownership = try #require(Rulebook.ownership.ownership(of: record))
            let grants = ownership.effectiveGrants(for: [field], OwnershipCircumstance(stage: stage))
            #expect(
                !grants.isEmpty && grants.allSatisfy { $0.capabilities.isDisjoint(with: [.update, .clear]) },
                "\(record)"
            )
        }
    }

    @Test("Bank details need two people")
    func bank() throws {
        for (record, field) in [("invoice", "paymentMeans"), ("payment", "account")] {
            let ownership = try #require(Rulebook.ownership.ownership(of: record))
            let grants = ownership.effectiveGrants(for: [field], OwnershipCircumstance(stage: "draft"))
            #expect(grants.first?.approval == ApprovalRequirement([.finance], people: 2))
        }
    }

    @Test("No status of the matrix leads from its end back")
    func statuses() throws {
        for record in Rulebook.ownership.records {
            let description = try #require(Rulebook.ownedRecords.first { $0.name == record.record })
            for status in record.statuses where status.field != ["@stage"] {
                guard case .code(_, let known)? = description.field(at: status.field)?.shape.unwrapped else {
                    Issue.record("\(record.record) \(status.field) has no codes")
                    continue
                }
                let named = Set(status.successors.keys).union(status.successors.values.flatMap { $0 })
                #expect(
                    named == Set(known),
                    "\(record.record).\(status.field): \(Set(known).symmetricDifference(named))"
                )
            }
        }
    }
}
