import Concord
import Testing

@Suite("Workday: elements of web services")
struct WorkdayElementTests {
    // MARK: Workers

    @Test(arguments: 0..<2)
    func workersKeepTheLaws(index: Int) throws {
        let trial = try WorkdayTrial(Workday.worker, index)
        try trial.check()
        try trial.checkAnew()
        try trial.checkOddities()
    }

    @Test func workersAreRead() throws {
        let resource = try WorkdayTrial(Workday.worker).record()
        #expect(resource.id.text == "workday:test/Worker/4c1f0a9be2d74f03a1b65b0c9d3e7701")
        #expect(resource.header.externalReferences.map(\.objectType) == ["Worker", "Worker.Employee_ID"])
        #expect(resource.header.externalReferences.map(\.use) == [.primary, .secondary])
        #expect(resource.header.externalReferences[1].value == "30117")
        #expect(resource.header.externalReferences[0].tenant == "kestrel")
        #expect(resource.displayName == "Ilse Varga")
        #expect(resource.personName?.middle == "Noémi")
        #expect(resource.personName?.preferred == "Ilse Varga")
        #expect(resource.kind == .employee)
        #expect(resource.employeeNumber == "30117")
        #expect(resource.user?.value == "ivarga")
        #expect(resource.email == "ilse.varga@kestrel-partners.example")
        #expect(resource.status == .active)
        #expect(resource.employment?.description == "2019-03-01/..")
        #expect(resource.jobTitle == "Principal Consultant", "of the primary job, which is the second")
        #expect(resource.employmentType == .partTime)
        #expect(resource.weeklyHours?.description == "32")
        #expect(resource.fullTimeEquivalent?.description == "0.8")
        #expect(resource.role?.text == "workday:test/Job_Profile/b70d2e5510f84d6e9b1c4a3f00aa1201")
        #expect(resource.location?.text == "workday:test/Location/77e4c0d91ab3418fb2f6350ed8c90071")
        #expect(resource.manager?.text == "workday:test/Worker/d81f37cc52aa4be79c04e6b1803f5502")
        #expect(resource.employingEntity?.text == "workday:test/Company/9d2b6fe0714c4a5d8e33c1a0f7b54410")
        #expect(resource.costCentre?.text == "workday:test/Cost_Center/31b0c8f2a6de47f0873c55d1904eab10")
        #expect(resource.department?.text == "workday:test/Organization/0f3ae1c7d85b49c2a6d07c11be220f34")
        #expect(resource.grade == Coding("GRADE_P5", system: "workday/Compensation_Grade_ID", display: "P5"))
    }

    @Test func contingentWorkersHaveWhatTheyHave() throws {
        let resource = try WorkdayTrial(Workday.worker, 1).record()
        #expect(resource.id.text == "workday:test/Worker.Contingent_Worker_ID/C-2208")
        #expect(resource.displayName == "Tomas Ruiz (On Leave)")
        #expect(resource.kind == .contractor)
        #expect(resource.status == .onLeave)
        #expect(resource.employment?.from?.description == "2025-06-16")
        #expect(resource.employingEntity?.text == "workday:test/Company.Company_Reference_ID/KP_US")
        #expect(resource.personName == nil)
        #expect(resource.email == nil)
    }

    @Test func workersAreChangedWhereTheyChanged() throws {
        let trial = try WorkdayTrial(Workday.worker)
        let name = "/Worker_Data/Personal_Data/Name_Data/Legal_Name_Data/Name_Detail_Data"
        let status = "/Worker_Data/Employment_Data/Worker_Status_Data"
        let grade = "/Worker_Data/Compensation_Data/Compensation_Guidelines_Data/Compensation_Grade_Reference"
        try trial.change(["/Worker_Data/Worker_ID"]) { $0.employeeNumber = "30118" }
        try trial.change(["/Worker_Data/User_ID"]) { $0.user?.value = "ilse.varga" }
        try trial.change(["\(name)/Last_Name"]) { $0.personName?.family = "Varga <Kiss>" }
        try trial.change(["\(name)/Middle_Name"]) { $0.personName?.middle = nil }
        try trial.change(["\(status)/Termination_Date"]) {
            $0.employment = try DateInterval(from: LocalDate("2019-03-01"), through: LocalDate("2026-12-31"))
        }
        let text = try trial.change(["\(status)/Hire_Date"]) {
            $0.employment = try DateInterval(from: LocalDate("2019-04-01"), through: nil)
        }
        #expect(text.contains(#""Hire_Date":"2019-04-01""#))
        try trial.change(["\(grade)/@Descriptor"]) { $0.grade?.display = "P5 Principal" }
        // The other IDs named the old grade.
        try trial.change(
            [
                "\(grade)/@Descriptor", "\(grade)/ID/0/@type", "\(grade)/ID/0/#text", "\(grade)/ID/1/@type",
                "\(grade)/ID/1/#text",
            ]
        ) { $0.grade = Coding("GRADE_P6", system: "workday/Compensation_Grade_ID", display: "P6") }
        try trial.refuses { $0.jobTitle = "Partner" }
        try trial.refuses { $0.status = .terminated }
        try trial.refuses { $0.email = "i@varga.example" }
        try trial.refuses { $0.manager = "workday:test/Worker/1" }
        try trial.refuses { $0.grade = Coding("X", system: "elsewhere/grade") }
    }

    @Test func whatIsWrongWithAWorkerIsReported() throws {
        let trial = try WorkdayTrial(Workday.worker)
        let job = #""Employment_Data":{"Worker_Status_Data":{"Active":"1"},"Worker_Job_Data":["#
        let none = #"{"Worker_Descriptor":"A","Worker_Data":{\#(job)]}}}"#
        #expect(trial.issues(none).map(\.code) == [.missing])
        let id = ##""Worker_Reference":{"ID":[{"@type":"WID","#text":"w"}]}"##
        #expect(trial.issues(#"{\#(id),"Worker_Descriptor":"A"}"#).map(\.path.description) == ["status"])
        #expect(trial.issues(#"{\#(id),"Worker_Data":{\#(job)]}}}"#).map(\.path.description) == ["displayName"])
        let date =
            #"{\#(id),"Worker_Descriptor":"A","Worker_Data":{"Employment_Data":{"#
            + #""Worker_Status_Data":{"Active":"0","Hire_Date":"2019-02-30-08:00"}}}}"#
        #expect(trial.issues(date).map(\.code.rawValue) == ["date.noSuchDay"])
        let type =
            #"{\#(id),"Worker_Descriptor":"A","Worker_Data":{\#(job){"Position_Data":"#
            + ##"{"Position_Time_Type_Reference":{"ID":[{"@type":"Position_Time_Type_ID","#text":"Seasonal"}]},"##
            + #""Scheduled_Weekly_Hours":"some"}}]}}}"#
        #expect(trial.issues(type).map(\.code.rawValue) == ["code.unknown", "mapping.sourceType"])
        #expect(trial.issues(type).map(\.severity) == [.warning, .error])
    }

    // MARK: Projects

    @Test(arguments: 0..<2)
    func projectsKeepTheLaws(index: Int) throws {
        let trial = try WorkdayTrial(Workday.project, index)
        try trial.check()
        try trial.checkAnew()
        try trial.checkOddities()
    }

    @Test func projectsAreRead() throws {
        let project = try WorkdayTrial(Workday.project).record()
        #expect(project.id.text == "workday:test/Project/6ce0b9315f8e4a70b2d7e4c8111f0a26")
        #expect(project.number == "PRJ-0412")
        #expect(project.name == "Harbour scheduling")
        #expect(project.kind == .client)
        #expect(project.status == .active)
        #expect(project.phase == Coding("ON_TRACK", system: "workday/Project_Status_ID", display: "On track"))
        #expect(project.customer?.text == "workday:test/Customer/3f8a2c60d1b94e5f9a77016cbe4d9001")
        #expect(project.owningEntity?.text == "workday:test/Company/c5d1e9a4b0f74c2f8d6630aa19e7bb02")
        #expect(project.manager?.text == "workday:test/Worker/d81f37cc52aa4be79c04e6b1803f5502")
        #expect(project.planned?.description == "2026-01-12/2026-10-30")
        #expect(project.currency?.description == "GBP")
        #expect(project.billable == true)
        #expect(project.dimensions.map(\.name) == ["projectHierarchy"])
        #expect(project.dimensions[0].value.code == "PORTS")
        let other = try WorkdayTrial(Workday.project, 1).record()
        #expect(
            other.id.text == "workday:test/Project/f7213bd806ca4e7a95b1dd2e40c96a35",
            "the Workday ID, though second"
        )
        #expect(other.kind == .internal)
        #expect(other.status == .closed)
        #expect(other.header.lifecycle == .inactive)
        #expect(other.billable == false)
    }

    @Test func projectsAreChangedWhereTheyChanged() throws {
        let trial = try WorkdayTrial(Workday.project)
        let data = "/Project_Data"
        try trial.change(["\(data)/Project_Name"]) { $0.name = "Harbour & quays" }
        try trial.change(["\(data)/Workday_Project_ID"]) { $0.number = "PRJ-1" }
        try trial.change(["\(data)/Inactive"]) { $0.header.lifecycle = .inactive }
        try trial.change(["\(data)/Billable"]) { $0.billable = false }
        let text = try trial.change(["\(data)/End_Date"]) {
            $0.planned = try DateInterval(from: LocalDate("2026-01-12"), through: LocalDate("2026-12-31"))
        }
        #expect(text.contains(#""Start_Date":"2026-01-12-08:00""#), "the day that did not change keeps its offset")
        let company = "\(data)/Company_Reference/ID"
        try trial.change(["\(company)/0/#text", "\(company)/1/@type", "\(company)/1/#text"]) {
            $0.owningEntity = "workday:test/Company/0f0f"
        }
        try trial.change(
            ["\(company)/0/@type", "\(company)/0/#text", "\(company)/1/@type", "\(company)/1/#text"]
        ) { $0.owningEntity = "workday:test/Company.Company_Reference_ID/KP_IE" }
        try trial.change(
            [0, 1, 2]
                .flatMap { ["\(data)/Currency_Reference/ID/\($0)/@type", "\(data)/Currency_Reference/ID/\($0)/#text"] }
                .reduce(into: []) { $0.insert($1) }
        ) { $0.currency = .eur }
        let status = "\(data)/Project_Status_Reference"
        try trial.change(
            [
                "\(status)/@Descriptor", "\(status)/ID/0/@type", "\(status)/ID/0/#text", "\(status)/ID/1/@type",
                "\(status)/ID/1/#text",
            ]
        ) { $0.phase = Coding("AT_RISK", system: "workday/Project_Status_ID", display: "At risk") }
        try trial.change(["\(data)/Project_Hierarchy_Reference/ID/0/#text"]) { $0.dimensions[0].value.code = "RAIL" }
        let owner = "\(data)/Owner_Reference/ID"
        try trial.change(["\(owner)/0/@type", "\(owner)/0/#text", "\(owner)/1/@type", "\(owner)/1/#text"]) {
            $0.manager = "workday:test/Worker.Contingent_Worker_ID/C-1"
        }
        try trial.refuses { $0.status = .closed }
        try trial.refuses { $0.owningEntity = "netsuite:test/subsidiary/2" }
        // A reference that was not there is put at the end of its element.
        let other = try WorkdayTrial(Workday.project, 1)
        try other.change(["\(data)/Customer_Reference/ID/0/@type", "\(data)/Customer_Reference/ID/0/#text"]) {
            $0.customer = "workday:test/Customer/77"
            $0.kind = .client
        }
    }

    @Test func statesAreFoundByLabelOrID() throws {
        let start = ##"{"Project_Reference":{"ID":[{"@type":"WID","#text":"p"}]},"Project_Data":{"Project_Name":"A""##
        let trial = try WorkdayTrial(Workday.project)
        func project(_ state: String) throws -> MappedObject<Project> {
            trial.mapping.read("\(start),\"Project_State_Reference\":\(state)}}", in: trial.context)
        }
        let id = ##"[{"@type":"WID","#text":"s"},{"@type":"Project_State_ID","#text":"Closed"}]"##
        #expect(try project(#"{"ID":\#(id)}"#).records()[0].status == .closed)
        #expect(try project(#"{"@Descriptor":"Zu","ID":\#(id)}"#).records()[0].status == .closed)
        let unknown = try project(#"{"@Descriptor":"Zu"}"#)
        #expect(unknown.allIssues.map(\.severity) == [.warning])
        #expect(try unknown.records()[0].status.rawValue == "Zu")
        #expect(try trial.mapping.read(start + "}}", in: trial.context).records()[0].status == .active)
    }

    // MARK: Invoices

    @Test(arguments: 0..<2)
    func invoicesKeepTheLaws(index: Int) throws {
        let trial = try WorkdayTrial(Workday.customerInvoice, index)
        try trial.check()
        try trial.checkAnew()
        try trial.checkOddities()
    }

    @Test func invoicesAreRead() throws {
        let invoice = try WorkdayTrial(Workday.customerInvoice).record()
        #expect(invoice.id.text == "workday:test/Customer_Invoice/aa41c08be6f94b2d8c5f7e0d19b32001")
        #expect(
            invoice.header.externalReferences.map { "\($0.objectType)=\($0.value)" } == [
                "Customer_Invoice=aa41c08be6f94b2d8c5f7e0d19b32001",
                "Customer_Invoice.Customer_Invoice_Reference_ID=CI-318",
                "Customer_Invoice.Customer_Invoice_ID=CUSTOMER_INVOICE-3-318",
            ]
        )
        #expect(invoice.number == "INV-26-00318")
        #expect(invoice.type == .standard)
        #expect(invoice.documentStatus == .issued)
        #expect(invoice.postingStatus == .posted)
        #expect(invoice.paymentStatus == .partlyPaid)
        #expect(invoice.collectionStatus == .current)
        #expect(invoice.issuer.text == "workday:test/Company/c5d1e9a4b0f74c2f8d6630aa19e7bb02")
        #expect(invoice.soldTo.text == "workday:test/Customer/3f8a2c60d1b94e5f9a77016cbe4d9001")
        #expect(invoice.projects.map(\.text) == ["workday:test/Project/6ce0b9315f8e4a70b2d7e4c8111f0a26"])
        #expect(invoice.currency == .gbp)
        #expect(invoice.issueDate?.description == "2026-04-30")
        #expect(invoice.dueDate?.description == "2026-05-30")
        #expect(invoice.service?.description == "2026-04-01/2026-04-30")
        #expect(invoice.paymentTerms?.code == "NET_30")
        #expect(invoice.paymentTerms?.netDays == 30)
        #expect(invoice.purchaseOrders.map(\.number) == ["MF-77120"])
        #expect(invoice.notes == ["April, phases 1 & 2"])
        #expect(invoice.totals?.taxExclusive.description == "21200.00 GBP")
        #expect(invoice.totals?.taxTotal.description == "4240.00 GBP")
        #expect(invoice.totals?.payable.description == "25440.00 GBP")
        #expect(invoice.totals?.outstanding?.description == "20000.00 GBP")
    }

    @Test func linesAreRead() throws {
        let lines = try WorkdayTrial(Workday.customerInvoice).record().lines
        try #require(lines.count == 2)
        #expect(lines[0].id.text == "workday:test/Customer_Invoice_Line/b1c93f0a55d2440c9e0b7fd21c64a101")
        #expect(lines.map(\.number) == ["1", "2"])
        #expect(lines[0].description == "Scheduling design, 20 days")
        #expect(lines[0].item == Coding("CONSULTING", system: "workday/Sales_Item_ID", display: "Consulting"))
        #expect(lines[0].quantity?.description == "20 DAY")
        #expect(lines[0].unitPrice?.description == "1050.00 GBP")
        #expect(lines[0].amount?.description == "21000.00 GBP")
        #expect(lines[0].service?.description == "2026-04-01/2026-04-30")
        #expect(lines[0].dimensions.map(\.name) == ["revenueCategory", "Cost_Center", "Region"])
        #expect(lines[0].dimensions.map(\.value.code) == ["FEES", "4100", "NORTH"])
        #expect(lines[0].dimensions[1].value.display == "4100 Delivery London")
        #expect(
            lines[1].id.text == "workday:test/Customer_Invoice/aa41c08be6f94b2d8c5f7e0d19b32001/2",
            "without IDs, the invoice's and the order"
        )
        #expect(lines[1].description == "Travel", "the item's label")
        #expect(lines[1].note == "Two return tickets")
    }

    @Test func draftsHaveWhatTheyHave() throws {
        let invoice = try WorkdayTrial(Workday.customerInvoice, 1).record()
        #expect(invoice.issuer.text == "workday:test/Company.Company_Reference_ID/KP_AT")
        #expect(invoice.soldTo.text == "workday:test/Customer.Customer_ID/CUST-0104")
        #expect(invoice.currency == .eur, "the crosswalk says what its Workday ID stands for")
        #expect(invoice.documentStatus == .draft)
        #expect(invoice.postingStatus == .unposted)
        #expect(invoice.collectionStatus == .disputed)
        #expect(invoice.notes == [])
        #expect(invoice.totals == nil, "the line does not say its tax")
        #expect(invoice.lines[0].id.text.hasSuffix("Customer_Invoice_Line.Customer_Invoice_Line_Reference_ID/CIL-77"))
        #expect(invoice.lines[0].number == "00000001")
        #expect(invoice.lines[0].quantity?.description == "3.5 C62", "the unit is the tenant's own")
        #expect(invoice.lines[0].unitPrice == nil, "below zero, which no price is")
        #expect(invoice.lines[0].amount?.description == "-7.00 EUR")
        let rest = invoice.header.remarks?.unmapped?.text ?? ""
        #expect(rest.contains(#""Unit_Cost":"-2.00""#))
        #expect(rest.contains("PKG_LARGE"))
    }

    @Test func invoicesAreChangedWhereTheyChanged() throws {
        let trial = try WorkdayTrial(Workday.customerInvoice)
        let data = "/Customer_Invoice_Data"
        try trial.change(["\(data)/Invoice_Number"]) { $0.number = "INV-1" }
        try trial.change(["\(data)/Customer_Invoice_ID"]) { $0.header.externalReferences[2].value = "CI-1" }
        try trial.change(["\(data)/Due_Date_Override"]) { $0.dueDate = try LocalDate("2026-06-30") }
        try trial.change(["\(data)/Invoice_Date"]) { $0.issueDate = try LocalDate("2026-05-01") }
        try trial.change(["\(data)/Accounting_Date"]) { $0.accountingDate = nil }
        try trial.change(["\(data)/To_Date"]) {
            $0.service = try DateInterval(from: LocalDate("2026-04-01"), through: LocalDate("2026-05-01"))
        }
        try trial.change(["\(data)/Customer_PO_Number"]) { $0.purchaseOrders = [PurchaseOrderReference("MF-2")] }
        try trial.change(["\(data)/Memo"]) { $0.notes = ["<May> & June"] }
        try trial.change(
            ["\(data)/Payment_Terms_Reference/ID/0/#text", "\(data)/Payment_Terms_Reference/@Descriptor"]
        ) {
            $0.paymentTerms?.code = "NET_45"
            $0.paymentTerms?.name = "Net 45"
            $0.paymentTerms?.netDays = 45
        }
        let customer = "\(data)/Customer_Reference/ID"
        try trial.change(["\(customer)/0/#text", "\(customer)/1/@type", "\(customer)/1/#text"]) {
            $0.soldTo = "workday:test/Customer/0f0f"
        }
        let project = "\(data)/Billable_Project_Reference/ID"
        try trial.change(["\(project)/0/#text", "\(project)/1/@type", "\(project)/1/#text"]) {
            $0.projects = ["workday:test/Project/0f0f"]
        }
        try trial.refuses { $0.documentStatus = .cancelled }
        try trial.refuses { $0.paymentStatus = .paid }
        try trial.refuses { $0.collectionStatus = .disputed }
        try trial.refuses { $0.totals = nil }
    }

    @Test func linesAreChangedWhereTheyChanged() throws {
        let trial = try WorkdayTrial(Workday.customerInvoice)
        let lines = "/Customer_Invoice_Data/Customer_Invoice_Line_Replacement_Data"
        try trial.change(["\(lines)/0/Line_Item_Description"]) { $0.lines[0].description = "Design" }
        try trial.change(["\(lines)/1/Line_Item_Description"]) { $0.lines[1].description = "Trains" }
        try trial.change(["\(lines)/0/Unit_Cost"]) { $0.lines[0].unitPrice = Money(try ExactDecimal("1000.00"), .gbp) }
        try trial.change(["\(lines)/1/Memo"]) { $0.lines[1].note = "One ticket" }
        try trial.change(["\(lines)/0/Unit_of_Measure_Reference/ID/0/#text", "\(lines)/0/Quantity"]) {
            $0.lines[0].quantity = Quantity(try ExactDecimal("160"), .hour)
        }
        try trial.change(["\(lines)/0/Billable_Project_Reference/ID/0/#text"]) {
            $0.lines[0].project = "workday:test/Project/0f0f"
        }
        // A changed list of worktags says each of them by one ID.
        let tag = "\(lines)/1/Worktags_Reference/0"
        try trial.change(["\(tag)/@Descriptor", "\(tag)/ID/0/#text"]) {
            $0.lines[1].dimensions = [Dimension("Region", Coding("SOUTH", system: "workday/Region_Reference_ID"))]
        }
        let item = "\(lines)/0/Sales_Item_Reference"
        try trial.change(["\(item)/@Descriptor", "\(item)/ID/0/#text"]) {
            $0.lines[0].item = Coding("ADVICE", system: "workday/Sales_Item_ID", display: "Advice")
        }
        try trial.refuses { $0.lines[0].kind = .time }
    }

    @Test func linesComeGoAndChangePlaces() throws {
        let trial = try WorkdayTrial(Workday.customerInvoice)
        var invoice = try trial.record()
        invoice.lines.swapAt(0, 1)
        invoice.lines.append(
            InvoiceLine(id: "workday:test/new", number: "3", kind: .fee, description: "Licence") {
                $0.amount = Money(ExactDecimal(10), .gbp)
            }
        )
        let (object, _) = try trial.mapping.write([invoice], onto: Array(trial.payload.utf8), in: trial.context)
        let text = String(decoding: object, as: UTF8.self)
        let found = try #require(trial.mapping.read(text, in: trial.context).records().first)
        #expect(found.lines.map(\.number) == ["2", "1", "3"])
        #expect(text.contains(#""Calculated_Tax_Amount":"4200.00""#), "what no rule names stays with its line")
        #expect(text.contains(#"{"Line_Order":"3","Line_Item_Description":"Licence","Extended_Amount":10}"#))
    }

    @Test func whatIsWrongWithAnInvoiceIsReported() throws {
        let trial = try WorkdayTrial(Workday.customerInvoice)
        let id = ##""Customer_Invoice_Reference":{"ID":[{"@type":"WID","#text":"i"}]}"##
        func issues(_ data: String) -> [String] {
            trial.issues("{\(id),\"Customer_Invoice_Data\":{\(data)}}").map { "\($0.code.rawValue) \($0.path)" }
        }
        #expect(issues("") == ["field.missing issuer", "field.missing soldTo"])
        let parties =
            ##""Company_Reference":{"ID":[{"@type":"WID","#text":"c"}]},"##
            + ##""Customer_Reference":{"ID":[{"@type":"WID","#text":"k"}]}"##
        #expect(issues(parties) == [])
        let currency =
            ##","Currency_Reference":{"ID":[{"@type":"WID","#text":"x"},{"@type":"Currency_ID","#text":"Taler"}]}"##
        // The derived crosswalk gives no code either.
        #expect(issues(parties + currency) == ["code.unknown currency"])
        #expect(issues(parties + #","Document_Status":"Odd""#) == ["code.unknown documentStatus"])
        #expect(issues(parties + #","Invoice_Date":"2026-05-01T00:00:00Z""#).count == 1)
        #expect(issues(parties + #","Invoice_Date":"2026-05-01+25:00""#).count == 1)
        let line = #","Customer_Invoice_Line_Replacement_Data":[{"Quantity":"1"}]"#
        #expect(issues(parties + line) == ["field.missing lines[0].id"])
    }
}
