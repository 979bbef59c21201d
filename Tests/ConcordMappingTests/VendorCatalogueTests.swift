import Concord
import Testing

@testable import ConcordMapping

@Suite("Vendors' fields")
struct VendorCatalogueTests {
    /// The catalogues of the mappings that declare fields.
    static let all: [VendorCatalogue] = [
        Salesforce.account.catalogue, Salesforce.opportunity.catalogue, Salesforce.contract.catalogue,
        Salesforce.order.catalogue, Salesforce.product.catalogue, Salesforce.user.catalogue, Certinia.project.catalogue,
        Certinia.resource.catalogue, Certinia.assignment.catalogue, Certinia.timecardHeader.catalogue,
        Certinia.expense.catalogue, Certinia.rateCard.catalogue, Certinia.billingDocument.catalogue,
        NetSuite.customer.catalogue, NetSuite.job.catalogue, NetSuite.employee.catalogue, NetSuite.timeBill.catalogue,
        NetSuite.salesOrder.catalogue, NetSuite.serviceSaleItem.catalogue, NetSuite.invoice.catalogue,
        NetSuite.creditMemo.catalogue, NetSuite.customerPayment.catalogue,
        Salesforce.contact.alone.catalogue, Salesforce.opportunityLineItem.alone.catalogue,
        Salesforce.orderItem.alone.catalogue, Salesforce.pricebook.catalogue, Salesforce.pricebookEntry.alone.catalogue,
        Certinia.billingDocumentLine.alone.catalogue, Certinia.milestone.alone.catalogue, Certinia.timecard.catalogue,
        Certinia.billingEventItem.catalogue, Workday.worker.catalogue, Workday.project.catalogue,
        Workday.customerInvoice.catalogue, Workday.workerReport.catalogue, Workday.projectReport.catalogue,
        Workday.customerInvoiceReport.catalogue,
    ]

    @Test(arguments: all)
    func fieldsStandOnceAndHaveTheirForm(_ catalogue: VendorCatalogue) {
        #expect(catalogue.convention != nil)
        #expect(catalogue.fields.count >= 16)
        #expect(Set(catalogue.fields.map(\.pointer)).count == catalogue.fields.count)
        for field in catalogue.fields {
            #expect(field.pointer.hasPrefix("/") && !field.pointer.contains("//"), "\(field.pointer)")
            #expect(catalogue.field(at: field.pointer) == field)
            #expect(field.codeSet == nil || field.type == .code, "\(field.pointer)")
            #expect(field.references == nil || field.type == .reference, "\(field.pointer)")
            #expect(field.type != .day || field.dateKind != nil, "\(field.pointer)")
        }
    }

    /// What the pack declares and what its rules tell must agree.
    @Test func rulesAndDeclarationsAgree() throws {
        func check<Target>(_ mapping: Mapping<Target>) {
            // What the update does not take is nothing that can be written.
            let catalogue = mapping.catalogue
            for pointer in mapping.update.readOnly where catalogue.fields.contains(where: { $0.pointer == pointer }) {
                #expect(catalogue.field(at: pointer)?.isWritable == false, "\(mapping.name)\(pointer)")
            }
            let inferred = Mapping<Target>(
                mapping.name,
                mapping.version,
                mapping.object,
                mapping.api,
                .everything,
                nil,
                parts: mapping.parts.map { part in
                    (part.title, part.rules.map(\.rule), part.presence.map { mapping.plan.pointers[$0] })
                }
            )
            .catalogue
            let declared = Dictionary(
                (mapping.declaredFields?.fields ?? []).map { ($0.pointer, $0) },
                uniquingKeysWith: { _, last in last }
            )
            for field in inferred.fields {
                guard let other = declared[field.pointer], field.type != .any, other.type != .any else { continue }
                // A text may be a code, an id, or a text with nothing more to it: rules read them alike.
                let texts: Set<VendorField.FieldType> = [.text, .code, .reference]
                let numbers: Set<VendorField.FieldType> = [.number, .money]
                let isSame =
                    field.type == other.type || texts.isSuperset(of: [field.type, other.type])
                    || numbers.isSuperset(of: [field.type, other.type])
                #expect(isSame, "\(mapping.name)\(field.pointer): \(field.type) by its rule, declared \(other.type)")
            }
        }
        check(Salesforce.account)
        check(Salesforce.opportunity)
        check(Salesforce.contract)
        check(Salesforce.order)
        check(Salesforce.product)
        check(Salesforce.user)
        check(Certinia.project)
        check(Certinia.resource)
        check(Certinia.assignment)
        check(Certinia.timecardHeader)
        check(Certinia.expense)
        check(Certinia.rateCard)
        check(Certinia.billingDocument)
        check(NetSuite.customer)
        check(NetSuite.job)
        check(NetSuite.employee)
        check(NetSuite.serviceSaleItem)
        check(NetSuite.timeBill)
        check(NetSuite.salesOrder)
        check(NetSuite.invoice)
        check(NetSuite.creditMemo)
        check(NetSuite.customerPayment)
        check(Salesforce.contact.alone)
        check(Salesforce.opportunityLineItem.alone)
        check(Salesforce.orderItem.alone)
        check(Salesforce.pricebook)
        check(Salesforce.pricebookEntry.alone)
        check(Certinia.billingDocumentLine.alone)
        check(Certinia.milestone.alone)
        check(Certinia.timecard)
        check(Certinia.billingEventItem)
        check(Workday.worker)
        check(Workday.project)
        check(Workday.customerInvoice)
        check(Workday.workerReport)
        check(Workday.projectReport)
        check(Workday.customerInvoiceReport)
    }

    @Test func partsAndReportsHaveFieldsToo() {
        let contact = Salesforce.contact.alone.catalogue
        #expect(contact.field(at: "/Birthdate")?.type == .day)
        #expect(contact.field(at: "/AccountId")?.references == "Account")
        #expect(contact.field(at: "/Departement") == nil)
        #expect(contact.nearest(to: "/Departement") == "/Department")
        #expect(Certinia.milestone.alone.catalogue.field(at: "/pse__Opportunity_Product__c")?.type == .reference)
        let worker = Workday.worker.catalogue
        #expect(worker.field(at: "/Worker_Data/Employment_Data/Worker_Status_Data/Seniority_Date")?.type == .day)
        #expect(worker.field(at: "/Worker_Data/Qualification_Data/Education")?.type == .any)
        #expect(worker.field(at: "/Worker_Data/Employmnt_Data") == nil)
        let invoice = Workday.customerInvoice.catalogue
        #expect(invoice.field(at: "/Customer_Invoice_Data/Company_Reference/ID")?.references == "Company")
        #expect(invoice.field(at: "/Customer_Invoice_Data/Amount_Due")?.isWritable == false)
        // Whoever makes a report names its columns.
        let report = Workday.workerReport.catalogue
        #expect(report.field(at: "/CF_Utilization_Tier")?.type == .any)
        #expect(report.field(at: "/Hire_Date")?.type == .day)
        #expect(
            report.fields.allSatisfy { $0.isWritable == false },
            "\(report.fields.filter { $0.isWritable != false })"
        )
    }

    @Test func aFieldIsWhatRuleAndPackSay() throws {
        let fields = Salesforce.opportunity.catalogue
        let stage = try #require(fields.field(at: "/StageName"))
        #expect(stage.type == .code)
        #expect(stage.codeSet == "salesforce/Opportunity.StageName")
        #expect(stage.presence == .always)
        #expect(stage.targets == ["stage.source", "stage.canonical", "status"])
        #expect(fields.field(at: "/CloseDate")?.type == .day)
        #expect(fields.field(at: "/CloseDate")?.dateKind == .plain)
        #expect(fields.field(at: "/Amount")?.type == .money)
        #expect(fields.field(at: "/ExpectedRevenue")?.isWritable == false)
        #expect(fields.field(at: "/Probability")?.unit == "%")
        #expect(fields.field(at: "/AccountId")?.references == "Account")
        #expect(NetSuite.invoice.catalogue.field(at: "/item/items/*/amount")?.type == .money)
        #expect(NetSuite.invoice.catalogue.field(at: "/item/items")?.type == .list)
    }

    @Test func whatAFirmAddsIsKnownByItsName() {
        let fields = Salesforce.opportunity.catalogue
        for pointer in ["/Region__c", "/Region__r/Name", "/Account/Name", "/Owner/Manager/Name", "/attributes/url"] {
            #expect(fields.field(at: pointer)?.type == .any, "\(pointer)")
        }
        for pointer in ["/Region", "/__c", "/Acount/Name", "/StageName/x", "/Region__r", "/Name__"] {
            #expect(fields.field(at: pointer) == nil, "\(pointer)")
        }
        let project = Certinia.project.catalogue
        #expect(project.field(at: "/pse__Stagee__c") == nil)
        #expect(project.nearest(to: "/pse__Stagee__c") == "/pse__Stage__c")
        #expect(project.field(at: "/Practice_Lead__c")?.type == .any)
        #expect(project.field(at: "/pse__Account__r/Name")?.type == .any)
        let invoice = NetSuite.invoice.catalogue
        #expect(invoice.field(at: "/custbody_reviewer/id")?.type == .any)
        #expect(invoice.field(at: "/item/items/*/custcol_phase")?.type == .any)
        #expect(invoice.field(at: "/department/id")?.type == .reference)
        #expect(invoice.field(at: "/departmnt/id") == nil)
        #expect(invoice.field(at: "/entity")?.type == .object)
    }

    @Test func aMappingThatDeclaresNothingKnowsItsRules() {
        let mapping = Mapping<Opportunity>("acme/deal", version: 1, object: "Deal") { rule in
            rule.same("/title", to: \.name)
        }
        #expect(mapping.catalogue.fields.map(\.pointer) == ["/title"])
        #expect(mapping.catalogue.convention == nil)
        // Nothing can be said against a source.
        #expect(mapping.catalogue.field(at: "/other")?.type == .any)
    }

    @Test func theNotationIsRead() throws {
        let fields = VendorFields(
            VendorConvention(prefixes: ["cust"], referenceMembers: ["id", "refName"]),
            """
            number hours~[h]!
            localday when?
            as lines/*/%
            reference item->item
            """
        )
        .fields
        #expect(
            fields.map(\.pointer) == ["/hours", "/when", "/lines/*/item", "/lines/*/item/id", "/lines/*/item/refName"]
        )
        #expect(fields[0].unit == "h")
        #expect(fields[0].presence == .optional)
        #expect(fields[0].isWritable == false)
        #expect(fields[1].dateKind == .localised)
        #expect(fields[1].presence == .nullable)
        #expect(fields[3].references == "item")
        #expect(VendorField(type: "reference", "a-b->C")?.pointer == "/a-b")
        for text in ["a[h", "?", "a?^", "->C", ""] {
            #expect(VendorField(type: "number", text) == nil, "\(text)")
        }
        #expect(VendorField(type: "nombre", "a") == nil)
    }

    @Test func itIsPrinted() throws {
        try expectGolden(Salesforce.opportunity.catalogue.markdown, "fields-salesforce-opportunity.md")
        var writer = JSONWriter()
        NetSuite.customerPayment.catalogue.write(to: &writer)
        try expectGolden(
            writer.text().split(separator: "},{").joined(separator: "},\n{") + "\n",
            "fields-netsuite-customer-payment.json"
        )
    }
}
