import ConcordConfiguration
import ConcordModel
import ConcordOwnership
import ConcordSchema
import ConcordValues
import Testing

/// What is made from a policy: the table, the filters, and the form of the report.
@Suite struct PolicyTableTests {
    @Test("The table as Markdown")
    func markdown() throws {
        let policy = try PolicyFixtures.document("tidewater.json").content.policy
        PolicyFixtures.expectGolden(OwnershipTable(policy).markdown, "tidewater.md")
    }

    @Test("The page loads nothing and escapes what it shows")
    func html() throws {
        let rule = OwnershipRule(
            "a<b>",
            .field(["name"]),
            grants: [OwnershipGrant("\"><script>", .own)],
            because: "<img src=x> & more"
        )
        let policy = OwnershipPolicy(
            ConfigurationHeader(name: "<x>", version: 1),
            records: [RecordOwnership("<r>", rules: [rule])],
            systems: [:]
        )
        let html = OwnershipTable(policy).html
        #expect(html.contains("default-src 'none'"))
        #expect(!html.contains("<img") && !html.contains("<x>") && !html.contains("<r>") && !html.contains("http://"))
        #expect(html.split(separator: "<script>").count == 2)
        #expect(html.contains("&lt;img src=x&gt; &amp; more"))
    }

    @Test("A filter says what a system may write and is sent")
    func filters() throws {
        let layer = try PolicyFixtures.document("tidewater.json").content
        let policy = try CheckedOwnershipPolicy(layer, records: PolicyFixtures.records)
        let customer = Customer.schema.description
        let erp = policy.writeFilter(for: "erp:books", record: customer)
        #expect(erp.update == ["addresses", "preferredCurrency", "paymentTerms", "invoiceDelivery", "language"])
        #expect(erp.owned == erp.update)
        #expect(erp.approvals.isEmpty)
        #expect(erp.propose.contains("name") && !erp.propose.contains("paymentTerms"))
        #expect(erp.circumstance.stage == "prospect")
        let signed = policy.writeFilter(
            for: "erp:books",
            record: customer,
            stage: "contracted",
            scope: .init(region: "EMEA")
        )
        #expect(signed.owned.contains("legalName"))
        #expect(signed.approvals["paymentTerms"] == ApprovalRequirement(["finance"], people: 2, days: 30))
        let crm = policy.writeFilter(for: "crm:pipeline-2019", record: customer)
        #expect(crm.system == "crm:pipeline")
        #expect(crm.create.contains("paymentTerms") && !crm.update.contains("paymentTerms"))
        #expect(policy.writeFilter(for: "hr:nobody", record: customer).sent == [])
        #expect(policy.writeFilter(for: "erp:books", record: Project.schema.description).sent == [])
        PolicyFixtures.expectGolden(signed.json(), "write-filter.json")
    }

    @Test("A prohibition of any rule takes from what another one grants")
    func prohibition() {
        let ownership = RecordOwnership(
            "customer",
            rules: [
                OwnershipRule(
                    "all",
                    .record,
                    grants: [OwnershipGrant(.crm, .own)],
                    prohibitions: [OwnershipProhibition(.erp, .update), OwnershipProhibition(nil, .clear)]
                ),
                OwnershipRule("terms", .field(["paymentTerms"]), grants: [OwnershipGrant(.erp, .own)]),
            ]
        )
        let grants = ownership.effectiveGrants(for: ["paymentTerms"], OwnershipCircumstance())
        #expect(grants == [OwnershipGrant(.erp, [.create, .observe])])
    }

    @Test("The report of what systems say")
    func report() throws {
        let header = ConfigurationHeader(name: "tidewater", version: 3)
        let report = ReconciliationReport(
            record: "customer",
            title: "Brightwater Energy",
            policy: header,
            fields: [
                .init(
                    "paymentTerms",
                    owner: "erp:books",
                    rule: "customer.billing",
                    decision: "Amara Hale refused 60 days on 2026-03-15: too long.",
                    statements: [
                        .init("erp:books", "30 days", since: "2026-02-01", standing: .holds),
                        .init("crm:pipeline", "60 days", since: "2026-03-14", standing: .dissents, note: "sold | so"),
                    ]
                ),
                .init(
                    "name",
                    owner: "crm:pipeline",
                    statements: [.init("crm:pipeline", "Brightwater", standing: .holds)]
                ),
                .init(
                    "language",
                    owner: nil,
                    statements: [
                        .init("crm:pipeline", "en", standing: .provisional),
                        .init("clm:vault", nil, standing: .pending),
                    ]
                ),
            ]
        )
        PolicyFixtures.expectGolden(report.markdown, "reconciliation.md")
        let agreed = ReconciliationReport(record: "customer", title: "X", policy: header, fields: [])
        #expect(agreed.markdown == "# X\n\ncustomer, decided by tidewater@3. All systems agree.\n")
    }
}
