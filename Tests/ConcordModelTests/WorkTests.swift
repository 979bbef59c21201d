import ConcordModel
import ConcordSchema
import ConcordValues
import struct Foundation.Data
import class Foundation.JSONSerialization
import Testing

/// One full value of each record about work: written, read, and written again without a difference.
@Suite("Work")
struct WorkTests {
    @Test func projectsComeBackAsTheyWere() throws {
        try expectRoundTrip(try Self.project())
    }

    @Test func resourcesComeBackAsTheyWere() throws {
        try expectRoundTrip(try Self.resource())
    }

    @Test func assignmentsComeBackAsTheyWere() throws {
        try expectRoundTrip(try Self.assignment())
    }

    @Test func costsComeBackAsTheyWere() throws {
        try expectRoundTrip(try Self.cost())
    }

    @Test func timeEntriesComeBackAsTheyWere() throws {
        try expectRoundTrip(try Self.timeEntry())
    }

    @Test func theLeastThatIsNeededIsEnough() throws {
        let header = try Self.header()
        let days = try Self.days("2026-03-02", "2026-03-31")
        let project = Project(id: "p-1", header: header, name: "Intranet", kind: .internal, status: .proposed)
        #expect(try Project(json: project.json()) == project)
        let resource = Resource(
            id: "r-1",
            header: header,
            displayName: "Backend developer, to be named",
            kind: .generic,
            status: .pending
        )
        #expect(try Resource(json: resource.json()) == resource)
        let assignment = Assignment(
            id: "a-1",
            header: header,
            project: "p-1",
            status: .requested,
            commitment: .soft,
            interval: days
        )
        #expect(try Assignment(json: assignment.json()) == assignment)
        let cost = CostTransaction(
            id: "c-1",
            header: header,
            kind: .perDiem,
            date: try LocalDate("2026-03-02"),
            cost: MoneyInContext(try Self.eur("28.00"))
        )
        #expect(try CostTransaction(json: cost.json()) == cost)
    }

    @Test func aTaskThatChangesIsNamedByItsIdentity() throws {
        let before = try Self.project()
        var after = before
        after.tasks[1].percentComplete = Percentage(60)
        #expect(before.changes(to: after).map(\.path.description) == ["tasks[id=t-11].percentComplete"])
    }
}

// MARK: Checks

extension WorkTests {
    private func expectRoundTrip<Value: CanonicalRecord>(
        _ value: Value,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let json = value.json()
        let draft = Draft<Value>(json: json)
        #expect(draft.issues.isEmpty, sourceLocation: sourceLocation)
        let read = try draft.record()
        #expect(read == value, sourceLocation: sourceLocation)
        #expect(read.json() == json, sourceLocation: sourceLocation)

        // A reader that keeps one of two equal members has fewer than were written.
        let tree = try JSONSerialization.jsonObject(with: Data(json))
        #expect(Self.memberCount(tree) == Self.colonCount(json), sourceLocation: sourceLocation)

        let declared = Set(Value.schema.description.fields.map(\.name) + ["schema"])
        let written = (tree as? [String: Any]).map { Set($0.keys) }
        #expect(written == declared, "every field has a value", sourceLocation: sourceLocation)
    }

    private static func memberCount(_ value: Any) -> Int {
        if let object = value as? [String: Any] { return object.values.reduce(object.count) { $0 + memberCount($1) } }
        if let list = value as? [Any] { return list.reduce(0) { $0 + memberCount($1) } }
        return 0
    }

    /// The colons outside strings, of which each member has one.
    private static func colonCount(_ json: [UInt8]) -> Int {
        var count = 0
        var isInString = false
        var isEscaped = false
        for byte in json {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString.toggle()
            } else if byte == UInt8(ascii: ":"), !isInString {
                count += 1
            }
        }
        return count
    }
}

// MARK: Values

extension WorkTests {
    private static func header() throws -> RecordHeader {
        RecordHeader(source: "psa:emea", asOf: try Instant("2026-03-31T18:00:00Z"))
    }

    private static func days(_ from: String, _ through: String) throws -> DateInterval {
        try DateInterval(from: try LocalDate(from), through: try LocalDate(through))
    }

    private static func eur(_ amount: String) throws -> Money {
        Money(try ExactDecimal(amount), .eur)
    }

    private static func hours(_ value: String) throws -> Quantity {
        Quantity(try ExactDecimal(value), .hour)
    }

    private static func reference(_ objectType: String, _ value: String) -> ExternalReference {
        ExternalReference(system: "psa:emea", objectType: objectType, value: value)
    }

    private static func approval() throws -> Approval {
        let at = try Instant("2026-03-30T09:12:00+02:00")
        return Approval(
            .approved,
            steps: [
                ApprovalStep(level: 1, actor: "u-mbeki", decision: .delegated) { $0.onBehalfOf = "u-lund" },
                ApprovalStep(level: 2, actor: "u-oduya", decision: .approved) {
                    $0.at = at
                    $0.reason = "Within the budget"
                },
            ]
        )
    }

    private static func project() throws -> Project {
        var project = Project(
            id: "p-1001",
            header: try header(),
            name: "Harbour terminal: booking platform",
            kind: .client,
            status: .active
        )
        project.number = "PRJ-1001"
        project.customer = "c-nordhafen"
        project.contractLines = ["cl-10", "cl-20"]
        project.opportunity = "o-771"
        project.template = "tpl-platform"
        project.programme = "prg-ports"
        project.phase = Coding("build", system: "phases", display: "Build")
        project.health = ProjectHealth {
            $0.scope = .green
            $0.schedule = .yellow
            $0.cost = .green
            $0.overall = .yellow
        }
        project.postingControl = PostingControl {
            $0.timeOpen = true
            $0.expenseOpen = true
            $0.billingOpen = true
            $0.revenueOpen = false
        }
        project.planned = try days("2026-01-12", "2026-09-30")
        project.actual = try DateInterval(from: try LocalDate("2026-01-19"), through: nil)
        project.closedOn = try LocalDate("2026-10-15")
        project.parent = "p-1000"
        project.tasks = try tasks()
        project.owningEntity = "le-de"
        project.deliveringEntities = ["le-de", "le-pl"]
        project.transferPriceRule = "tp-cost-plus-8"
        project.dimensions = [Dimension("costCentre", Coding("4711"))]
        project.manager = "r-lund"
        project.controller = "r-oduya"
        project.salesLead = "r-ferrante"
        project.approvers = [
            ProjectApprover(level: 1, who: "u-mbeki") { $0.scope = .time },
            ProjectApprover(level: 2, who: "u-oduya"),
        ]
        project.team = ["a-1", "a-2"]
        project.billable = true
        project.billingMethod = .timeAndMaterials
        project.rateCard = "rc-2026"
        project.rounding = RoundingPolicy(
            name: "quarter-hours",
            version: 3,
            increment: Minutes(15),
            mode: .up
        )
        project.currency = .eur
        project.taxProfile = "tax-de"
        project.minimumTimeIncrement = Minutes(15)
        try setFigures(of: &project)
        project.calendar = "cal-hamburg"
        return project
    }

    private static func tasks() throws -> [ProjectTask] {
        let planned = try days("2026-01-12", "2026-04-30")
        let actual = try days("2026-01-19", "2026-04-24")
        let (effort, lag) = (try hours("320.0"), Quantity(2, .workingDay))
        return [
            ProjectTask(id: "t-10", name: "Build") { $0.wbsCode = "1" },
            ProjectTask(id: "t-11", name: "Berth booking") {
                $0.wbsCode = "1.1"
                $0.parent = "t-10"
                $0.billable = true
                $0.planned = planned
                $0.actual = actual
                $0.percentComplete = Percentage(40)
                $0.role = "role-developer"
                $0.effort = effort
            },
            ProjectTask(id: "t-12", name: "First berth booked") {
                $0.wbsCode = "1.2"
                $0.parent = "t-10"
                $0.isMilestone = true
                $0.predecessors = [
                    TaskDependency("t-11") {
                        $0.kind = .finishToFinish
                        $0.lag = lag
                    }
                ]
            },
        ]
    }

    private static func setFigures(of project: inout Project) throws {
        var budget = Budget()
        budget.version = "2"
        budget.effort = try hours("2400")
        budget.labour = try eur("168000.00")
        budget.expense = try eur("9000.00")
        budget.revenue = try eur("276000.00")
        project.budget = budget
        var estimate = EstimateAtCompletion()
        estimate.estimatedOn = try LocalDate("2026-03-31")
        estimate.effort = try hours("2510.5")
        estimate.cost = try eur("183400.00")
        estimate.revenue = try eur("276000.00")
        estimate.remainingEffort = try hours("1702.25")
        estimate.remainingCost = try eur("121000.00")
        project.estimateAtCompletion = estimate
        var actuals = ProjectActuals()
        actuals.through = try LocalDate("2026-03-31")
        actuals.effort = try hours("808.25")
        actuals.cost = try eur("62400.00")
        actuals.billed = try eur("71250.00")
        actuals.unbilled = try eur("18400.00")
        actuals.workInProgress = try eur("14100.00")
        actuals.recognised = try eur("85350.00")
        project.actuals = actuals
        project.percentComplete = Percentage(try ExactDecimal("34.02"))
        project.percentCompleteMethod = .costToCost
        var margin = ProjectMargin()
        margin.planned = try eur("99000.00")
        margin.plannedPercent = Percentage(try ExactDecimal("35.87"))
        margin.actual = try eur("22950.00")
        margin.actualPercent = Percentage(try ExactDecimal("26.89"))
        project.margin = margin
    }

    private static func resource() throws -> Resource {
        var resource = Resource(
            id: "r-kowalska",
            header: try header(),
            displayName: "Hania Kowalska",
            kind: .employee,
            status: .active
        )
        resource.personName = PersonName("Hania Kowalska")
        resource.person = "person-88"
        resource.user = reference("User", "0057Q00000B1xyz")
        resource.employeeNumber = "PL-0412"
        resource.email = "hania.kowalska@meridian.example"
        resource.employingEntity = "le-pl"
        resource.employmentType = .partTime
        resource.employment = try DateInterval(from: try LocalDate("2021-05-01"), through: nil)
        resource.jobTitle = "Senior developer"
        resource.grade = Coding("S3", system: "grades")
        resource.role = "role-developer"
        resource.department = "dep-engineering"
        resource.costCentre = "cc-4711"
        resource.manager = "r-lund"
        resource.location = "loc-gdansk"
        resource.vendor = "le-baltic-staffing"
        resource.calendar = "cal-gdansk"
        resource.timeZone = try TimeZoneID("Europe/Warsaw")
        resource.weeklyHours = 32
        resource.fullTimeEquivalent = try ExactDecimal("0.80")
        resource.targetUtilisation = Percentage(75)
        resource.absences = [
            Absence(on: try days("2026-04-06", "2026-04-10")) {
                $0.kind = .leave
                $0.share = Percentage(100)
                $0.approval = .approved
                $0.request = reference("TimeOff", "to-5531")
            }
        ]
        let year = try days("2026-01-01", "2026-12-31")
        resource.costRates = [
            EffectiveRate(side: .cost, try eur("41.20"), per: .hour, basis: .actual, validity: year),
            EffectiveRate(side: .cost, try eur("58.75"), per: .hour, basis: .loaded, validity: year) {
                $0.entity = "le-pl"
            },
        ]
        resource.defaultBillRate = "rce-developer-s3"
        resource.skills = [
            Skill(Coding("swift", system: "skills")) {
                $0.level = Coding("expert")
                $0.validity = year
            }
        ]
        resource.certifications = [
            Certification(Coding("psm-1", display: "Scrum master")) {
                $0.issuer = "Guild of Port Software"
                $0.number = "GPS-20417"
                $0.validity = year
            }
        ]
        resource.workAuthorisations = [
            WorkAuthorisation(in: try CountryCode("PL")) {
                $0.kind = Coding("citizenship")
                $0.number = "ZZC908172"
                $0.validity = year
            }
        ]
        resource.sensitivities = [FieldSensitivity("skills", .personal), FieldSensitivity("grade", .compensation)]
        return resource
    }

    private static func assignment() throws -> Assignment {
        var assignment = Assignment(
            id: "a-1",
            header: try header(),
            project: "p-1001",
            status: .confirmed,
            commitment: .hard,
            interval: try days("2026-02-02", "2026-04-30")
        )
        assignment.task = "t-11"
        assignment.resource = "r-kowalska"
        assignment.role = "role-developer"
        let spans = [
            AllocationSpan(on: try days("2026-02-02", "2026-02-27"), effort: try hours("96")),
            AllocationSpan(on: try days("2026-03-02", "2026-04-30"), effort: try hours("224")),
        ]
        let effort = try hours("320")
        assignment.allocation = Allocation(.contour) {
            $0.percent = Percentage(60)
            $0.effort = effort
            $0.contour = spans
        }
        assignment.billability = .billable
        assignment.contractLine = "cl-10"
        assignment.billRate = try billRate()
        assignment.costRate = ResolvedRate(try eur("58.75"), per: .hour)
        assignment.approver = "u-mbeki"
        assignment.demand = reference("ResourceRequest", "rr-2087")
        return assignment
    }

    private static func billRate() throws -> ResolvedRate {
        let at = try Instant("2026-03-31T18:00:00Z")
        return ResolvedRate(try eur("115.00"), per: .hour) {
            $0.cardEntry = "rce-developer-s3"
            $0.cardVersion = 4
            $0.resolutionTrace = ["project rate card rc-2026", "role developer, grade S3"]
            $0.overriddenBy = "u-oduya"
            $0.at = at
        }
    }

    private static func cost() throws -> CostTransaction {
        var cost = CostTransaction(
            id: "c-90",
            header: try header(),
            kind: .mileage,
            date: try LocalDate("2026-03-17"),
            cost: MoneyInContext(try eur("42.75"))
        )
        cost.category = Coding("car", system: "expense-categories", display: "Private car")
        cost.resource = "r-kowalska"
        cost.vendor = "le-baltic-staffing"
        cost.project = "p-1001"
        cost.task = "t-11"
        cost.internalDescription = "Train was cancelled"
        cost.customerDescription = "Gdańsk to the terminal and back: \"site visit\""
        cost.quantity = Quantity(try ExactDecimal("142.5"), .kilometre)
        cost.unitCost = try eur("0.30")
        cost.taxAmount = try eur("0.00")
        cost.taxRecoverable = false
        cost.receipt = DocumentReference("Mileage log, 17 March")
        cost.reimbursable = true
        cost.paidBy = .employee
        cost.costState = .posted
        cost.legalEntity = "le-pl"
        cost.approval = try approval()
        cost.billability = .billable
        cost.billingState = .billed
        cost.contractLine = "cl-20"
        cost.markup = Percentage(5)
        cost.billAmount = try eur("44.89")
        cost.allocations = ["ia-501"]
        cost.transferPrice = try eur("42.75")
        cost.corrects = "c-89"
        cost.locked = PostingLock(costSide: true, billSide: true, reason: "Invoiced")
        cost.accountingPeriod = "2026-03"
        cost.dimensions = [Dimension("practice", Coding("ports"))]
        return cost
    }

    private static func timeEntry() throws -> TimeEntry {
        var entry = TimeEntry(
            id: "te-7",
            header: try header(),
            resource: "r-kowalska",
            date: try LocalDate("2026-03-17"),
            timeZone: try TimeZoneID("Europe/Warsaw"),
            worked: Minutes(443),
            workType: Coding("development")
        )
        entry.start = try Instant("2026-03-17T08:30:00+01:00")
        entry.end = try Instant("2026-03-17T16:38:00+01:00")
        entry.breakMinutes = Minutes(45)
        entry.project = "p-1001"
        entry.task = "t-11"
        entry.assignment = "a-1"
        entry.customer = "c-nordhafen"
        entry.sheet = reference("Timecard", "tc-2026-12")
        entry.timeType = .regular
        entry.role = "role-developer"
        entry.location = Coding("home")
        entry.internalDescription = "Slower than hoped"
        entry.customerDescription = "Booking of berths"
        entry.workedQuantity = try hours("7.38")
        entry.billableQuantity = try hours("7.50")
        entry.costQuantity = try hours("7.38")
        entry.roundedQuantity = try hours("7.50")
        entry.roundingApplied = AppliedRounding(policy: "quarter-hours", version: 3, difference: Minutes(7))
        entry.approval = try approval()
        entry.billability = .billable
        entry.billingState = .partlyBilled
        entry.holdReason = Coding("awaiting-order")
        entry.contractLine = "cl-10"
        entry.billRate = try billRate()
        entry.billAmount = try eur("862.50")
        entry.allocations = ["ia-502", "ia-503"]
        entry.invoiceTextOverride = "Development"
        entry.costRate = ResolvedRate(try eur("58.75"), per: .hour)
        entry.costAmount = try eur("433.58")
        entry.costState = .reposted
        entry.payrollState = Coding("included", system: "adp:run", display: "In the March run")
        entry.revenueState = Coding("recognised", system: "netsuite:arm")
        entry.employingEntity = "le-pl"
        entry.performingEntity = "le-de"
        entry.transferPrice = try eur("468.26")
        entry.corrects = "te-6"
        entry.reversalOf = "te-5"
        entry.locked = PostingLock(costSide: true, billSide: false, reason: "Period closed")
        entry.accountingPeriod = "2026-03"
        entry.dimensions = [Dimension("practice", Coding("ports"))]
        return entry
    }
}
