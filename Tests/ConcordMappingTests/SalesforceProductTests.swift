import Concord
@testable import ConcordSystems
import Testing

@Suite("Products of Salesforce")
struct SalesforceProductTests {
    @Test func productsKeepTheLaws() throws { try PackTrial.expectLaws(Salesforce.product, .soldProduct, .soldProduct) }

    @Test func productsAreMappedAsWritten() throws {
        try PackTrial.expectTable(Salesforce.product, "salesforce-product.md")
    }

    @Test func productsHaveWhatTheyHave() throws {
        let items = try Self.items()
        try #require(items.count == 3)
        let item = items[0]
        #expect(item.id == "salesforce:emea/Product2/01t5g000000ArChAAK")
        #expect(item.name == "Architecture")
        #expect(item.code == "ARCH-H")
        #expect(item.description == "Target pictures, interfaces and reviews, by the hour")
        #expect(item.family == Coding("Consulting", system: "salesforce/Product2.Family"))
        #expect(item.unit == .hour)
        #expect(item.status == .active)
        #expect(item.kind == nil, "Salesforce does not say")
        #expect(item.header.modifiedBy == "0055g00000Bk4tTAAR")
        let rest = item.header.remarks?.unmapped?.text
        #expect(rest?.contains(#""ProductClass":"Simple""#) == true)
        #expect(rest?.contains(#""Practice__c":"Mobility""#) == true)
        // A product with little, and one that is no longer sold, in a unit of the organisation's own.
        #expect(items[1].code == nil)
        #expect(items[1].family == nil)
        #expect(items[1].unit == nil)
        #expect(items[2].id == "salesforce:emea/Product2/01t5g000000SpRtAAK")
        #expect(items[2].status == .inactive)
        #expect(items[2].unit == nil)
        #expect(items[2].header.remarks?.unmapped?.text.contains(#""QuantityUnitOfMeasure":"Sprint""#) == true)
    }

    @Test func linesNameProductsByTheirIds() throws {
        let ids = try Self.items().flatMap(\.header.externalReferences).map { "\($0.objectType)/\($0.value)" }
        let lines = try PartTrial.parts(
            Salesforce.opportunityLineItem,
            of: "salesforce/opportunity-line-item-query.json"
        )
        let entries = try PartTrial.parts(Salesforce.pricebookEntry, of: "salesforce/pricebook-query.json")
        let codings = lines.compactMap(\.part.service) + entries.compactMap(\.part.dimensions.workType)
        #expect(codings.count == 4)
        for coding in codings {
            #expect(coding.system == "salesforce/Product2")
            #expect(ids.contains("Product2/\(coding.code)"))
        }
    }

    @Test func unitsThatNobodyKnowsAreKept() throws {
        let members = #""Id":"01t5g000000ArChAAK","Name":"A","QuantityUnitOfMeasure":"#
        // A text that looks like a code of UN/ECE is the organisation's all the same.
        for name in [#""Sprint""#, #""HUR""#, #""BOX""#] {
            let outcome = try PackTrial.outcome(Salesforce.product, members + name)
            #expect(outcome.allIssues.map(\.code) == [.unknownCode])
            #expect(outcome.allIssues.map(\.severity) == [.warning])
            let item = try outcome.records()[0]
            #expect(item.unit == nil)
            #expect(item.header.remarks?.unmapped?.text == "{\"QuantityUnitOfMeasure\":\(name)}")
        }
    }

    @Test func unitsThatTheOrganisationDoesNotHaveAreNotWritten() throws {
        let payload = Array(#"{"Id":"01t5g000000ArChAAK","Name":"A","QuantityUnitOfMeasure":"Hour"}"#.utf8)
        let context = try PackTrial.context()
        var item = try Salesforce.product.read(String(decoding: payload, as: UTF8.self), in: context).records()[0]
        item.unit = .kilometre
        let (object, issues) = try Salesforce.product.write([item], onto: payload, in: context)
        #expect(object == payload)
        #expect(issues.map(\.code) == ["mapping.notWritable"])
    }

    @Test func anOverlaySaysWhatKindAFamilyIs() throws {
        let overlay = #"""
            { "overlay": "firm-products", "version": 1, "extends": "salesforce/product",
              "crosswalks": [ { "name": "firm-product-kind", "unmapped": "reject",
                                "rows": [["Consulting", "service"], ["Licences", "subscription"]] },
                              { "name": "unused", "unmapped": "reject", "rows": [["A", "b"]] } ],
              "rules": [
                { "set": "kind", "from": "/Family", "via": [{ "crosswalk": "firm-product-kind" }],
                  "because": "the families tell services from licences", "owner": "sales-operations" },
                { "extend": "salesforce-unit", "rows": [["Sprint", "E51"]],
                  "because": "a sprint is a job", "owner": "sales-operations" } ] }
            """#
        let document = try MappingOverlay.document(ConfigurationFile(Array(overlay.utf8), name: "products.json"))
        let mapping = try Salesforce.product.overlaid(by: [document])
        let members = #""Id":"01t5g000000ArChAAK","Name":"A","Family":"Licences","QuantityUnitOfMeasure":"Sprint""#
        let outcome = try PackTrial.outcome(mapping, members)
        #expect(outcome.allIssues == [])
        let item = try outcome.records()[0]
        #expect(item.kind == .subscription)
        #expect(item.family?.code == "Licences")
        #expect(item.unit == .job)
    }

    private static func items() throws -> [CatalogueItem] {
        try PackTrial.records(Salesforce.product, of: "salesforce/product-query.json", warnings: [.unknownCode])
    }
}

extension PayloadRecipe {
    static let soldProduct = pack(
        "01t",
        required: ["/Name"],
        [
            "/Name": names,
            "/ProductCode": [#""ARCH-H""#, #""0001""#, #""""#],
            "/Description": texts,
            "/Family": [#""Consulting""#, #""Food & Beverage""#],
            "/IsActive": flags,
            "/QuantityUnitOfMeasure": [#""Hours""#, #""Hour""#, #""Lump Sum""#, #""Sprint""#, #""""#],
        ]
    )
}

extension MappingExpectations where Target == CatalogueItem {
    fileprivate static let soldProduct = MappingExpectations(
        loose: ["/IsDeleted"],
        changes: packIdentity("Product2") + own
    )

    private static let own: [Change] = {
        var changes: [Change] = []
        changes.append(required("/Name", \.name, ["Neu \"1\"", "日本 / \u{1}"]))
        changes += field("/ProductCode", \.code, ["A\"1", "Ä\n2"])
        changes += field("/Description", \.description, ["É \"x\"", ""])
        changes += field("/Family", \.family, [Coding("Licences", system: "salesforce/Product2.Family")])
        changes.append(
            change("set /IsActive", ["/IsActive"], [CatalogueItemStatus.active, .inactive]) { $0.status = $1 }
        )
        changes.append(change("set the unit", ["/QuantityUnitOfMeasure"], [UnitCode.day, .lumpSum]) { $0.unit = $1 })
        changes.append(
            change("clear the unit", ["/QuantityUnitOfMeasure"], [0]) { item, _ in item.unit = nil }
        )
        return changes
    }()
}
