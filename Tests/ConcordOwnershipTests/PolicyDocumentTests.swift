import ConcordConfiguration
import ConcordModel
import ConcordOwnership
import ConcordSchema
import ConcordTesting
import ConcordValues
import Testing

/// Policies as documents: read, refused, layered, written back.
@Suite struct PolicyDocumentTests {
    @Test("A document says what a policy in Swift says")
    func reading() throws {
        let policy = try PolicyFixtures.document("tidewater.json").content.policy
        #expect(policy.header.description == "tidewater@3")
        #expect(policy.role(of: "crm:pipeline-2019") == .crm)
        #expect(policy.approvers["finance"] == .named(["Amara Hale", "Jonas Weir", "Petra Lund"]))
        let customer = try #require(policy.ownership(of: "customer"))
        #expect(
            customer.groups.first { $0.name == "address" }
                == FieldGroup("address", [["addresses"], ["language"]], isAtomic: true)
        )
        #expect(customer.lists == [ListTreatment(["contacts"], .keyed(by: "id")), ListTreatment(["rateCards"], .set)])
        #expect(customer.stage == StageSource("@stage", initial: "prospect"))
        #expect(customer.comparisons == [FieldComparison(["name"], [.foldsCase, .foldsWhitespace])])
        let rule = try #require(customer.rules.first { $0.id == "customer.billing@EMEA" })
        #expect(
            rule
                == OwnershipRule(
                    "customer.billing@EMEA",
                    .group("billing"),
                    scope: OwnershipScope(region: "EMEA"),
                    grants: [
                        OwnershipGrant(.erp, .own, approval: ApprovalRequirement(["finance"], people: 2, days: 30))
                    ],
                    because: "EMEA invoices in nine currencies."
                )
        )
        let address = try #require(customer.rules.first { $0.id == "customer.address" })
        #expect(address.prohibitions == [OwnershipProhibition(.clm, .propose)])
    }

    @Test("What is written is read again as the same policy", arguments: ["tidewater.json", "tidewater-emea.json"])
    func writing(name: String) throws {
        let document = try PolicyFixtures.document(name)
        let again = try PolicyFixtures.document(text: document.content.policy.json(), name: name)
        #expect(again.content.policy == document.content.policy)
        #expect(again.content.policy.json() == document.content.policy.json())
        #expect(again.content.policy.hash == document.content.policy.hash)
    }

    @Test("Any policy is written and read as itself", arguments: 1...200)
    func property(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let policy = PolicyGenerator.policy(&random)
        let again = try PolicyFixtures.document(text: policy.json()).content.policy
        #expect(again == policy, "seed \(seed)")
        #expect(again.hash == policy.hash, "seed \(seed)")
    }

    @Test("A narrower document lies over a wider one, from its day on, for those it is for")
    func layers() throws {
        let stack = try OwnershipLayer.stack([
            PolicyFixtures.document("tidewater-emea.json"), PolicyFixtures.document("tidewater.json"),
        ])
        let day = try LocalDate("2026-05-01")
        let everywhere = try #require(stack.layer(for: [:], on: day))
        #expect(everywhere.policy.header.description == "tidewater@3")
        let early = try #require(stack.layer(for: [.region: "EMEA"], on: LocalDate("2026-03-31")))
        #expect(early.policy == everywhere.policy)
        let emea = try #require(stack.layer(for: [.region: "EMEA"], on: day))
        #expect(emea.policy.header.description == "tidewater@3+tidewater-emea@2")
        #expect(emea.policy.systems.count == 4)
        let customer = try #require(emea.policy.ownership(of: "customer"))
        #expect(customer.rules.map(\.id).filter { $0 == "customer.address" }.count == 1)
        #expect(customer.rules.first { $0.id == "customer.address" }?.grants.first?.role == "ledger")
        #expect(customer.rules.last?.id == "customer.dunning")
        #expect(customer.comparisons == everywhere.policy.ownership(of: "customer")?.comparisons)
        #expect(customer.groups == everywhere.policy.ownership(of: "customer")?.groups)
        let checked = try CheckedOwnershipPolicy(emea, records: PolicyFixtures.records)
        #expect(checked.hash != everywhere.policy.hash)
        #expect(checked.hash == emea.policy.hash)
        #expect(
            emea.places.nearest(["records", "customer", "rules", "customer.address", "grants", "0"])?.file
                == "tidewater-emea.json"
        )
        #expect(emea.places.nearest(["records", "customer", "rules", "customer.billing"])?.file == "tidewater.json")
        // What stood inside a rule that was replaced is not there any more.
        #expect(emea.places[["records", "customer", "rules", "customer.address", "forbid", "0"]] == nil)
        #expect(stack.layer(for: [:], on: day, over: nil)?.policy == everywhere.policy)
        #expect(try OwnershipLayer.stack([]).layer(for: [:], on: day) == nil)
    }

    @Test("Two documents of one layer do not decide the same matter")
    func conflict() throws {
        let other = """
            { "ownership": "tidewater-terms", "version": 1, "systems": { "erp:books": "erp" },
              "records": { "customer": { "rules": [
                { "rule": "customer.billing", "group": "billing", "grants": [ { "role": "crm", "may": "own" } ] } ] } } }
            """
        let documents = [
            try PolicyFixtures.document("tidewater.json"), try PolicyFixtures.document(text: other, name: "terms.json"),
        ]
        let refusal = #expect(throws: ConfigurationRefusal.self) { try OwnershipLayer.stack(documents) }
        PolicyFixtures.expectGolden("\(refusal.map(\.description) ?? "")\n", "policy-conflict.txt")
    }

    @Test("Each wrong policy is told of with its place")
    func wrong() throws {
        var text = ""
        let names = try PolicyFixtures.names(in: "wrong")
        #expect(names.count >= 25)
        for name in names {
            text += "--- \(name)\n"
            do {
                let document = try OwnershipLayer.document(try PolicyFixtures.file("wrong/\(name)"))
                _ = try CheckedOwnershipPolicy(document.content, records: PolicyFixtures.records)
                Issue.record("\(name) is not wrong")
            } catch let error as ConfigurationRefusal {
                text += "\(error)\n"
            } catch let error as OwnershipRefusal {
                text += "\(error)\n"
                #expect(error.findings.allSatisfy { $0.place != nil && $0.severity == .error }, "\(name)")
            }
        }
        PolicyFixtures.expectGolden(text, "wrong-policies.txt")
    }

    @Test("Bytes that are no policy are refused and harm nothing", arguments: 1...100)
    func damaged(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var bytes = Array(try PolicyFixtures.document("tidewater.json").content.policy.json().utf8)
        for _ in 0..<random.number(in: 1...4) {
            let index = random.number(in: 0...bytes.count - 1)
            if random.happens(percent: 50) {
                bytes.remove(at: index)
            } else {
                bytes[index] = UInt8(random.number(in: 32...126))
            }
        }
        let file = ConfigurationFile(bytes, name: "damaged.json")
        if let document = try? OwnershipLayer.document(file) {
            _ = OwnershipAnalysis(document.content, records: PolicyFixtures.records)
        }
    }
}
