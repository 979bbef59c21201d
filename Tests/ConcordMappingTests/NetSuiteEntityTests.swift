import Concord
@testable import ConcordMapping
import Testing

@Suite("NetSuite: customers, jobs, employees and time")
struct NetSuiteEntityTests {
    // MARK: Customers

    @Test(arguments: 0..<3)
    func customersKeepTheLaws(index: Int) throws {
        let trial = try NetSuiteTrial(NetSuite.customer, fixture: "customer", index)
        try trial.check()
        try trial.checkAnew()
    }

    @Test func customersAreRead() throws {
        let customer = try NetSuiteTrial(NetSuite.customer, fixture: "customer").record()
        #expect(customer.id.text == "netsuite:test/customer/4711")
        #expect(customer.header.displayNumber == "C-1042")
        #expect(customer.header.externalReferences.map(\.value) == ["4711", "crm-0090"])
        #expect(customer.header.externalReferences[1].objectType == "customer.externalId")
        #expect(customer.header.modifiedAt?.description == "2026-04-30T16:02:00Z")
        #expect(customer.header.createdAt?.description == "2021-03-09T10:15:00Z")
        #expect(customer.name == "Brückner Anlagenbau GmbH")
        #expect(customer.kind == .organisation)
        #expect(customer.status == .active)
        #expect(customer.statusReason?.display == "CUSTOMER-Closed Won")
        #expect(customer.parent?.text == "netsuite:test/customer/4700")
        #expect(customer.accountOwner?.text == "netsuite:test/employee/88")
        #expect(customer.availableTo.map(\.text) == ["netsuite:test/subsidiary/2"])
        #expect(customer.preferredCurrency == .eur)
        #expect(customer.paymentTerms?.netDays == 30)
        #expect(customer.creditLimits.map(\.limit.description) == ["250000.00 EUR"])
        #expect(customer.contactPoints.map(\.kind) == [.email, .phone, .web])
        #expect(customer.addresses.map(\.use) == [.billing, nil])
        #expect(customer.addresses[0].lines == ["Lerchenauer Str. 12", "Gebäude B"])
        #expect(customer.addresses[0].country?.description == "DE")
        #expect(customer.addresses[1].locality == "Passau")
    }

    @Test func peopleAndLeadsAreTold() throws {
        let person = try NetSuiteTrial(NetSuite.customer, fixture: "customer", 1).record()
        #expect(person.name == "Noor van Dael")
        #expect(person.kind == .individual)
        #expect(person.status == .inactive)
        #expect(person.header.lifecycle == .inactive)
        #expect(person.preferredCurrency == .usd)
        #expect(person.paymentTerms?.netDays == nil)
        #expect(try NetSuiteTrial(NetSuite.customer, fixture: "customer", 2).record().status == .prospect)
    }

    @Test func customersAreChangedWhereTheyChanged() throws {
        let trial = try NetSuiteTrial(NetSuite.customer, fixture: "customer")
        try trial.change(["/companyName"]) { $0.name = "Brückner \"Neu\" AG" }
        try trial.change(["/entityId"]) { $0.header.displayNumber = "C-7" }
        try trial.change(["/externalId"]) { $0.header.externalReferences[1].value = "crm-1" }
        try trial.change(["/parent/id"]) { $0.parent = "netsuite:test/customer/12" }
        try trial.change(["/category/id", "/category/refName"]) {
            $0.segment = Coding("4", system: "netsuite/customerCategory", display: "Handel")
        }
        try trial.change(["/currency/id"]) {
            $0.preferredCurrency = .gbp
            $0.creditLimits = [CreditLimit(Money(try ExactDecimal("250000.00"), .gbp))]
        }
        try trial.change(["/creditLimit"]) {
            $0.creditLimits = [CreditLimit(Money(try ExactDecimal("10.50"), .eur))]
        }
        try trial.change(["/subsidiary/id"]) { $0.availableTo = ["netsuite:test/subsidiary/3"] }
        try trial.change(["/phone"]) { $0.contactPoints[1].value = "+49 1" }
        try trial.change(["/fax"]) { $0.contactPoints.insert(ContactPoint(.fax, "+49 2"), at: 2) }
        try trial.change(["/addressBook/items/1/addressBookAddress/city"]) { $0.addresses[1].locality = "Vilshofen" }
        try trial.change(["/addressBook/items/0/addressBookAddress/addr2"]) { $0.addresses[0].lines[1] = "Tor 3" }
        try trial.change(["/isInactive"]) {
            $0.header.lifecycle = .inactive
            $0.status = .inactive
        }
        try trial.refuses { $0.status = .prospect }
        try trial.refuses { $0.preferredCurrency = .chf }
        try NetSuiteTrial(NetSuite.customer, fixture: "customer", 1).refuses { $0.name = "Nora Dael" }
    }

    @Test func currenciesThatNobodyKnowsAreReported() throws {
        let trial = try NetSuiteTrial(NetSuite.customer, fixture: "customer", 2)
        let name = #"{"id":"1","companyName":"A","currency":{"id":"9","refName":"Taler"}}"#
        #expect(trial.issues(name).map(\.source) == ["/currency/refName"])
        let id = #"{"id":"1","companyName":"A","currency":{"id":"9"}}"#
        #expect(trial.issues(id).map(\.code) == [.unresolvedReference])
        let none = #"{"id":"1","companyName":"A","creditLimit":5}"#
        #expect(trial.issues(none) == [])
    }

    @Test func whatCannotBeReadIsReported() throws {
        let trial = try NetSuiteTrial(NetSuite.customer, fixture: "customer", 2)
        #expect(trial.issues(#"{"id":"1"}"#).map(\.code) == [.missing])
        #expect(trial.issues(#"{"companyName":"A"}"#).map(\.code) == [.missing])
        let link = #"{"id":"1","companyName":"A","addressBook":{"links":[{"rel":"self"}]}}"#
        #expect(trial.issues(link).map(\.code.rawValue) == ["netsuite.notExpanded"])
        #expect(trial.issues(link).map(\.severity) == [.warning])
    }

    // MARK: Jobs

    @Test(arguments: 0..<2)
    func jobsKeepTheLaws(index: Int) throws {
        let trial = try NetSuiteTrial(NetSuite.job, fixture: "job", index)
        try trial.check()
        try trial.checkAnew()
    }

    @Test func jobsAreRead() throws {
        let project = try NetSuiteTrial(NetSuite.job, fixture: "job").record()
        #expect(project.number == "P-2026-017")
        #expect(project.name == "Leitsystem Passau")
        #expect(project.kind == .client)
        #expect(project.customer?.text == "netsuite:test/customer/4711")
        #expect(project.status == .active)
        #expect(project.phase == Coding("2", system: "netsuite/jobStatus", display: "In Progress"))
        #expect(project.planned?.from?.description == "2026-02-01")
        #expect(project.planned?.through?.description == "2026-11-30")
        #expect(project.billingMethod == .timeAndMaterials)
        #expect(project.percentComplete?.description == "37.5")
        #expect(project.currency == .eur)
        #expect(try NetSuiteTrial(NetSuite.job, fixture: "job", 1).record().kind == .internal)
    }

    @Test func jobsAreChangedWhereTheyChanged() throws {
        let trial = try NetSuiteTrial(NetSuite.job, fixture: "job")
        try trial.change(["/companyName"]) { $0.name = "Neu" }
        try trial.change(["/entityId"]) { $0.number = "P-1" }
        try trial.change(["/parent/id"]) { $0.customer = "netsuite:test/customer/4712" }
        try trial.change(["/entityStatus/id", "/entityStatus/refName"]) {
            $0.phase = Coding("1", system: "netsuite/jobStatus", display: "Closed")
            $0.status = .closed
        }
        try trial.change(["/projectedEndDate"]) {
            $0.planned = try DateInterval(from: LocalDate("2026-02-01"), through: LocalDate("2027-01-31"))
        }
        try trial.change(["/projectManager/id"]) { $0.manager = "netsuite:test/employee/70" }
        try trial.change(["/jobBillingType/id"]) { $0.billingMethod = .fixedPrice }
        try trial.change(["/percentComplete"]) { $0.percentComplete = Percentage(try ExactDecimal("40")) }
        try trial.change(["/isInactive"]) { $0.header.lifecycle = .inactive }
        try trial.refuses { $0.status = .onHold }
    }

    // MARK: Employees

    @Test(arguments: 0..<2)
    func employeesKeepTheLaws(index: Int) throws {
        let trial = try NetSuiteTrial(NetSuite.employee, fixture: "employee", index)
        try trial.check()
        try trial.checkAnew()
    }

    @Test func employeesAreRead() throws {
        let resource = try NetSuiteTrial(NetSuite.employee, fixture: "employee").record()
        #expect(resource.displayName == "Ines Aumann")
        #expect(resource.personName?.given == "Ines")
        #expect(resource.personName?.middle == nil)
        #expect(resource.status == .active)
        #expect(resource.employment?.from?.description == "2019-09-01")
        #expect(resource.employment?.through == nil)
        #expect(resource.department?.text == "netsuite:test/department/5")
        #expect(resource.manager?.text == "netsuite:test/employee/70")
        #expect(resource.employeeNumber == "E-0088")
        #expect(try NetSuiteTrial(NetSuite.employee, fixture: "employee", 1).record().status == .inactive)
    }

    @Test func employeesAreChangedWhereTheyChanged() throws {
        let trial = try NetSuiteTrial(NetSuite.employee, fixture: "employee")
        try trial.change(["/entityId"]) { $0.displayName = "I. Aumann" }
        try trial.change(["/lastName"]) { $0.personName?.family = "Aumann-Reik" }
        try trial.change(["/middleName"]) { $0.personName?.middle = "Karla" }
        try trial.change(["/title"]) { $0.jobTitle = "Partner" }
        try trial.change(["/releaseDate"]) {
            $0.employment = try DateInterval(from: LocalDate("2019-09-01"), through: LocalDate("2026-12-31"))
        }
        try trial.change(["/isInactive"]) { $0.status = .inactive }
        try trial.change(["/department/id"]) { $0.department = "netsuite:test/department/6" }
        try trial.refuses { $0.status = .onLeave }
    }

    // MARK: Items

    @Test(arguments: 0..<2)
    func serviceItemsKeepTheLaws(index: Int) throws {
        let trial = try NetSuiteTrial(NetSuite.serviceSaleItem, fixture: "service-sale-item", index)
        try trial.check(warnings: index == 1 ? [.unknownCode] : [])
        try trial.checkAnew(but: ["unit"])
    }

    @Test func serviceItemsAreRead() throws {
        let item = try NetSuiteTrial(NetSuite.serviceSaleItem, fixture: "service-sale-item").record()
        #expect(item.id.text == "netsuite:test/item/301")
        #expect(item.code == "SEN-CONS")
        #expect(item.name == "Senior Consulting")
        #expect(item.kind == .service)
        #expect(item.status == .active)
        #expect(item.unit == .hour)
        #expect(item.revenueAccount?.code == "54")
        #expect(item.revenueAccount?.system == "netsuite/account")
        #expect(item.dimensions.map(\.name) == ["department", "class"])
        #expect(item.header.externalReferences.map(\.value) == ["301", "svc-senior"])
        // Without a name to show, in a unit of the account's own.
        let other = try NetSuiteTrial(NetSuite.serviceSaleItem, fixture: "service-sale-item", 1).record()
        #expect(other.name == "Consulting")
        #expect(other.code == "Consulting")
        #expect(other.status == .inactive)
        #expect(other.unit == nil)
    }

    @Test func linesAndTimeNameServiceItemsByTheirIds() throws {
        let item = try NetSuiteTrial(NetSuite.serviceSaleItem, fixture: "service-sale-item").record()
        let line = try NetSuiteTrial(NetSuite.invoice, fixture: "invoice").record().lines[0]
        let entry = try NetSuiteTrial(NetSuite.timeBill, fixture: "time-bill").record()
        let reference = try #require(item.header.externalReferences.first)
        for coding in [line.item, entry.workType] {
            #expect(coding?.system == "netsuite/\(reference.objectType)")
            #expect(coding?.code == reference.value)
        }
    }

    @Test func serviceItemsAreChangedWhereTheyChanged() throws {
        let trial = try NetSuiteTrial(NetSuite.serviceSaleItem, fixture: "service-sale-item")
        try trial.change(["/itemId"]) { $0.code = "SEN" }
        try trial.change(["/displayName"]) { $0.name = "Senior \"Consulting\"" }
        try trial.change(["/salesDescription"]) { $0.description = "Beratung" }
        try trial.change(["/isInactive"]) { $0.status = .inactive }
        try trial.change(["/incomeAccount/id", "/incomeAccount/refName"]) {
            $0.revenueAccount = Coding("55", system: "netsuite/account", display: "4020")
        }
        try trial.change(["/class/id"]) { $0.dimensions[1].value.code = "3" }
        try trial.refuses { $0.status = .draft }
        try trial.refuses { $0.unit = .day }
        let other = try NetSuiteTrial(NetSuite.serviceSaleItem, fixture: "service-sale-item", 1)
        try other.change(["/displayName"]) { $0.name = "Beratung" }
    }

    @Test func serviceItemsHaveANameOrNumber() throws {
        let trial = try NetSuiteTrial(NetSuite.serviceSaleItem, #"{"id":"9","displayName":""}"#)
        #expect(trial.issues(trial.payload).map(\.code) == [.missing])
        let shown = try NetSuiteTrial(NetSuite.serviceSaleItem, #"{"id":"9","displayName":"Workshop"}"#).record()
        #expect(shown.name == "Workshop")
        #expect(shown.code == nil)
    }

    // MARK: Time

    @Test(arguments: 0..<2)
    func timeKeepsTheLaws(index: Int) throws {
        let trial = try NetSuiteTrial(NetSuite.timeBill, fixture: "time-bill", index)
        try trial.check()
        try trial.checkAnew(but: ["billingState"])
    }

    @Test func timeIsRead() throws {
        let entry = try NetSuiteTrial(NetSuite.timeBill, fixture: "time-bill").record()
        #expect(entry.worked == Minutes(450))
        #expect(entry.workedQuantity == nil)
        #expect(entry.date.description == "2026-05-04")
        #expect(entry.timeZone.description == "Europe/Berlin")
        #expect(entry.resource.text == "netsuite:test/employee/88")
        #expect(entry.project?.text == "netsuite:test/job/6001")
        #expect(entry.task?.text == "netsuite:test/projectTask/710")
        #expect(entry.workType.code == "301")
        #expect(entry.approval.state == .approved)
        #expect(entry.billability == .billable)
        #expect(entry.billingState == .unbilled)
        #expect(entry.billRate?.amount.description == "165.00 USD")
        let other = try NetSuiteTrial(NetSuite.timeBill, fixture: "time-bill", 1).record()
        #expect(other.worked == Minutes(135))
        #expect(other.workedQuantity?.value.description == "2.25")
        #expect(other.workType.code == "unspecified")
        #expect(other.billability == .nonBillable)
        #expect(other.billingState == .nonBillable)
    }

    @Test(arguments: [("\"0:05\"", 5), ("\"12:00\"", 720), ("7.5", 450), ("\"7.5\"", 450), ("0.33", 20), ("0", 0)])
    func hoursAreRead(hours: String, minutes: Int64) throws {
        let text =
            #"{"id":"1","tranDate":"2026-05-05","employee":{"id":"8"},"hours":\#(hours),"approvalStatus":{"id":"1"}}"#
        let trial = try NetSuiteTrial(NetSuite.timeBill, text)
        #expect(try trial.record().worked == Minutes(minutes))
        try trial.check()
    }

    @Test(arguments: ["\"7:5\"", "\"7:60\"", "\"-1:00\"", "\":30\"", "\"7:30:00\"", "-1", "true", "null", "\"\""])
    func hoursThatAreNoneAreReported(hours: String) throws {
        let text =
            #"{"id":"1","tranDate":"2026-05-05","employee":{"id":"8"},"hours":\#(hours),"approvalStatus":{"id":"1"}}"#
        let trial = try NetSuiteTrial(NetSuite.timeBill, text)
        #expect(trial.issues(text).map(\.source) == ["/hours"])
    }

    @Test func timeIsChangedWhereItChanged() throws {
        let trial = try NetSuiteTrial(NetSuite.timeBill, fixture: "time-bill")
        let text = try trial.change(["/hours"]) { $0.worked = Minutes(65) }
        #expect(text.contains(#""hours": "1:05""#))
        try trial.change(["/tranDate"]) { $0.date = try LocalDate("2026-05-06") }
        try trial.change(["/memo"]) { $0.customerDescription = "Abnahme" }
        try trial.change(["/approvalStatus/id"]) { $0.approval.state = .rejected }
        try trial.change(["/isBillable"]) {
            $0.billability = .nonBillable
            $0.billingState = .nonBillable
        }
        try trial.change(["/customer/id"]) { $0.project = "netsuite:test/job/6002" }
        try trial.change(["/item/id", "/item/refName"]) {
            $0.workType = Coding("302", system: "netsuite/item", display: "Consulting")
        }
        try trial.change(["/rate"]) { $0.billRate = ResolvedRate(Money(try ExactDecimal("170.00"), .usd), per: .hour) }
        try trial.refuses { $0.billingState = .billed }
        try trial.refuses { $0.worked = Minutes(-65) }
        let decimal = try NetSuiteTrial(NetSuite.timeBill, fixture: "time-bill", 1)
        try decimal.change(["/hours"]) {
            $0.workedQuantity = Quantity(try ExactDecimal("3.00"), .hour)
            $0.worked = Minutes(180)
        }
    }
}
