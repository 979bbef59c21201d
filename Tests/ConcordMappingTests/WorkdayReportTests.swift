import Concord
import Testing

@Suite("Workday: rows of reports")
struct WorkdayReportTests {
    @Test(arguments: 0..<3)
    func workersKeepTheLaws(index: Int) throws {
        let trial = try WorkdayTrial(Workday.workerReport, index)
        try trial.check()
        try trial.checkAnew()
        try trial.checkOddities()
    }

    @Test(arguments: 0..<2)
    func projectsKeepTheLaws(index: Int) throws {
        let trial = try WorkdayTrial(Workday.projectReport, index)
        try trial.check()
        try trial.checkAnew()
        try trial.checkOddities()
    }

    @Test(arguments: 0..<2)
    func invoicesKeepTheLaws(index: Int) throws {
        let trial = try WorkdayTrial(Workday.customerInvoiceReport, index)
        try trial.check()
        try trial.checkAnew()
        try trial.checkOddities()
    }

    @Test func rowsStandInAnEnvelope() throws {
        var reader = PayloadReader(envelope: Workday.reportEnvelope)
        try WorkdayFixture.bytes("worker-report.json").withUnsafeBytes { reader.append($0) }
        reader.finish()
        var names: [String] = []
        let context = try WorkdayTrial<Resource>.context()
        while let payload = reader.next() {
            #expect(payload.issue == nil)
            names += try Workday.workerReport.read(payload.bytes, in: context).records().map(\.displayName)
        }
        #expect(names == ["Ilse Varga", "Tomas Ruiz (On Leave)", "Orla Quinn (Terminated)"])
    }

    @Test func workersAreRead() throws {
        let resource = try WorkdayTrial(Workday.workerReport).record()
        #expect(resource.id.text == "workday:test/Worker/4c1f0a9be2d74f03a1b65b0c9d3e7701")
        #expect(resource.header.externalReferences.map(\.objectType) == ["Worker", "Worker.Employee_ID"])
        #expect(resource.header.externalReferences[0].sourceVersion == "2026-04-28T06:12:44.317-07:00")
        #expect(resource.header.modifiedAt?.description == "2026-04-28T06:12:44.317-07:00")
        #expect(resource.employeeNumber == "30117")
        #expect(resource.displayName == "Ilse Varga")
        #expect(resource.personName?.middle == "Noémi")
        #expect(resource.kind == .employee)
        #expect(resource.status == .active)
        #expect(resource.employmentType == .partTime)
        #expect(resource.employment?.description == "2019-03-01/..")
        #expect(resource.weeklyHours?.description == "32")
        #expect(resource.fullTimeEquivalent?.description == "0.8")
        #expect(resource.employingEntity?.text == "workday:test/Company/9d2b6fe0714c4a5d8e33c1a0f7b54410")
        #expect(resource.costCentre?.text == "workday:test/Cost_Center.Cost_Center_Reference_ID/4410")
        #expect(resource.manager?.text == "workday:test/Worker/d81f37cc52aa4be79c04e6b1803f5502")
        #expect(resource.grade == Coding("P5", system: "workday/Compensation_Grade"))
        let rest = resource.header.remarks?.unmapped?.text ?? ""
        #expect(rest.contains(#""Company":"Kestrel Partners Austria GmbH""#), "labels are kept")
        #expect(rest.contains(#""Company_ID":"KP_AT""#), "so are second names")
        let contingent = try WorkdayTrial(Workday.workerReport, 1).record()
        #expect(contingent.kind == .contractor)
        #expect(contingent.status == .onLeave)
        #expect(contingent.header.externalReferences[1].objectType == "Worker.Contingent_Worker_ID")
        #expect(contingent.employment?.description == "2025-06-16/2026-12-31")
        #expect(contingent.manager?.text == "workday:test/Worker.Employee_ID/30002")
        #expect(try WorkdayTrial(Workday.workerReport, 2).record().status == .terminated)
    }

    @Test func bothFormsOfAWorkerAgree() throws {
        let element = try WorkdayTrial(Workday.worker).record()
        let row = try WorkdayTrial(Workday.workerReport).record()
        let differences = Set(element.changes(to: row).map { $0.path.fields.first ?? "" })
        // The report has the grade's label and the cost centre's reference ID, and stamps that the element has not.
        #expect(differences == ["header", "grade", "costCentre"])
    }

    @Test func workersAreChangedWhereTheyChanged() throws {
        let trial = try WorkdayTrial(Workday.workerReport)
        try trial.change(["/Worker"]) { $0.displayName = "Ilse V." }
        try trial.change(["/Legal_Last_Name"]) { $0.personName?.family = "Kiss" }
        try trial.change(["/Email"]) { $0.email = "iv@kestrel-partners.example" }
        try trial.change(["/Business_Title"]) { $0.jobTitle = "Partner" }
        try trial.change(["/Time_Type"]) { $0.employmentType = .fullTime }
        try trial.change(["/FTE"]) { $0.fullTimeEquivalent = try ExactDecimal("0.9") }
        try trial.change(["/Scheduled_Weekly_Hours"]) { $0.weeklyHours = try ExactDecimal("36") }
        try trial.change(["/Company_WID"]) { $0.employingEntity = "workday:test/Company/0f0f" }
        try trial.change(["/Cost_Center_ID"]) {
            $0.costCentre = "workday:test/Cost_Center.Cost_Center_Reference_ID/4420"
        }
        try trial.change(["/Manager_WID", "/Manager_ID"]) { $0.manager = "workday:test/Worker.Employee_ID/30003" }
        try trial.change(["/Termination_Date"]) {
            $0.employment = try DateInterval(from: LocalDate("2019-03-01"), through: LocalDate("2026-12-31"))
        }
        try trial.refuses { $0.status = .terminated }
        try trial.refuses { $0.kind = .team }
    }

    @Test func projectsAreRead() throws {
        let project = try WorkdayTrial(Workday.projectReport).record()
        let element = try WorkdayTrial(Workday.project).record()
        #expect(project.id == element.id)
        #expect(project.name == element.name)
        #expect(project.number == element.number)
        #expect(project.customer == element.customer)
        #expect(project.owningEntity == element.owningEntity)
        #expect(project.manager == element.manager)
        #expect(project.planned == element.planned)
        #expect(project.status == .active)
        #expect(project.kind == .client)
        #expect(project.phase == Coding("On track", system: "workday/Project_Status"))
        #expect(project.currency == .gbp)
        let other = try WorkdayTrial(Workday.projectReport, 1).record()
        #expect(other.kind == .internal)
        #expect(other.status == .closed)
        #expect(other.planned?.description == "2025-02-03/..")
    }

    @Test func projectsAreChangedWhereTheyChanged() throws {
        let trial = try WorkdayTrial(Workday.projectReport)
        try trial.change(["/Project_Name"]) { $0.name = "Quays" }
        try trial.change(["/Inactive"]) { $0.header.lifecycle = .inactive }
        try trial.change(["/Billable"]) { $0.billable = false }
        try trial.change(["/Currency"]) { $0.currency = .eur }
        try trial.change(["/Project_Status"]) { $0.phase = Coding("At risk", system: "workday/Project_Status") }
        try trial.change(["/Customer_WID"]) { $0.customer = "workday:test/Customer/0f0f" }
        try trial.refuses { $0.status = .closed }
    }

    @Test func invoicesAreRead() throws {
        let invoice = try WorkdayTrial(Workday.customerInvoiceReport).record()
        let element = try WorkdayTrial(Workday.customerInvoice).record()
        #expect(invoice.id == element.id)
        #expect(invoice.issuer == element.issuer)
        #expect(invoice.soldTo == element.soldTo)
        #expect(invoice.projects == element.projects)
        #expect(invoice.dueDate == element.dueDate)
        #expect(invoice.service == element.service)
        #expect(invoice.documentStatus == .issued)
        #expect(invoice.paymentStatus == .partlyPaid)
        #expect(invoice.totals?.payable == element.totals?.payable)
        #expect(invoice.totals?.taxExclusive == element.totals?.taxExclusive)
        #expect(invoice.totals?.outstanding?.description == "20000.00 GBP")
        #expect(invoice.lines.map(\.id) == element.lines.map(\.id))
        #expect(invoice.lines.map(\.amount) == element.lines.map(\.amount))
        #expect(invoice.lines[0].quantity?.description == "20 C62")
        #expect(invoice.lines[0].dimensions.map(\.value.code) == ["Professional fees"])
        #expect(invoice.lines[1].description == "Travel")
        let draft = try WorkdayTrial(Workday.customerInvoiceReport, 1).record()
        #expect(draft.documentStatus == .draft)
        #expect(draft.soldTo.text == "workday:test/Customer.Customer_ID/CUST-0104")
        #expect(draft.totals == nil)
        #expect(draft.currency == .eur)
    }

    @Test func invoicesAreChangedWhereTheyChanged() throws {
        let trial = try WorkdayTrial(Workday.customerInvoiceReport)
        try trial.change(["/Invoice_Number"]) { $0.number = "INV-1" }
        try trial.change(["/Due_Date"]) { $0.dueDate = try LocalDate("2026-06-30") }
        try trial.change(["/Memo"]) { $0.notes = ["May"] }
        try trial.change(["/Customer_WID"]) { $0.soldTo = "workday:test/Customer/0f0f" }
        try trial.change(["/Invoice_Lines_group/0/Unit_Cost"]) {
            $0.lines[0].unitPrice = Money(try ExactDecimal("1000.00"), .gbp)
        }
        try trial.change(["/Invoice_Lines_group/1/Line_Item_Description"]) { $0.lines[1].description = "Trains" }
        try trial.change(["/Invoice_Lines_group/0/Revenue_Category"]) {
            $0.lines[0].dimensions = [
                Dimension("revenueCategory", Coding("Licences", system: "workday/Revenue_Category"))
            ]
        }
        try trial.refuses { $0.paymentStatus = .paid }
        try trial.refuses { $0.totals = nil }
    }

    @Test func whatIsWrongWithARowIsReported() throws {
        let worker = try WorkdayTrial(Workday.workerReport)
        #expect(
            worker.issues(#"{"Workday_ID":"w","Worker":"A","Worker_Type":"Robot"}"#).map(\.path.description)
                == ["kind", "status"]
        )
        let invoice = try WorkdayTrial(Workday.customerInvoiceReport)
        let row = #"{"Workday_ID":"i","Company_ID":"c","Invoice_Date":"4/30/26"}"#
        #expect(invoice.issues(row).map(\.path.description) == ["soldTo", "issueDate"])
    }

    // MARK: The crosswalk

    @Test func otherIDsAreAskedForWhereTheWorkdayIDIsNotKnown() throws {
        var identities = IdentityTable()
        for (type, value, id) in [
            ("Worker", "w", "firm/worker/1"), ("Company.Company_Reference_ID", "KP_AT", "firm/entity/at"),
            ("Worker.Employee_ID", "30002", "firm/worker/2"),
        ] { identities.insert(ExternalKey(system: "workday:test", objectType: type, value: value), as: id) }
        var context = try WorkdayTrial<Resource>.context()
        context.identities = identities
        let row =
            #"{"Workday_ID":"w","Worker":"A","Worker_Type":"Employee","Active":"1","#
            + #""Company_WID":"c","Company_ID":"KP_AT","Manager_ID":"30002"}"#
        let mapped = Workday.workerReport.read(row, in: context)
        let resource = try #require(mapped.records().first)
        #expect(resource.employingEntity?.text == "firm/entity/at")
        #expect(resource.manager?.text == "firm/worker/2")
        let (same, issues) = try Workday.workerReport.write([resource], onto: Array(row.utf8), in: context)
        #expect(String(decoding: same, as: UTF8.self) == row)
        #expect(issues == [])
        let unknown = Workday.workerReport.read(row.replacing("30002", with: "1"), in: context)
        #expect(unknown.allIssues.map(\.code) == [.unresolvedReference])
    }
}
