import ConcordModel
import ConcordSchema
import ConcordValues
import Testing

@Suite("Contracts and rate cards")
struct ContractsTests {
    @Test func aContractComesBackAsItWasWritten() throws {
        try expectRoundTrip(try Self.contract())
    }

    @Test func aRateCardComesBackAsItWasWritten() throws {
        try expectRoundTrip(try Self.rateCard())
    }

    @Test func aDraftNeedsLittle() throws {
        try expectRoundTrip(
            Contract(id: "k-2", header: try Self.header(), type: .sow, customer: "c-7", currency: .eur)
        )
    }

    @Test func anAmendedPriceShowsAsOneChangeOfItsLine() throws {
        let before = try Self.contract()
        var after = before
        after.lines[0].unitPrice = try Self.eur("149.00")
        #expect(before.changes(to: after).map(\.path.description) == ["lines[id=kl-1].unitPrice.amount"])
    }

    @Test(arguments: [
        (RoundingMode.up, RoundingRule.up), (.down, .down), (.halfUp, .halfUp), (.halfEven, .halfEven),
    ])
    func aRoundingModeIsARule(mode: RoundingMode, rule: RoundingRule) {
        #expect(mode.rule == rule)
    }

    @Test func aDayThatIsNoWeekdayIsRefusedWithTheSevenThatAre() {
        let anchor = #"{"kind": "weekday", "weekday": "Monday"}"#
        let schedule = #"{"id": "bs-1", "frequency": "weekly", "anchor": \#(anchor)}"#
        let draft = Draft<Contract>(json: #"{"schema": "contract/2", "schedules": [\#(schedule)]}"#)
        let issue = draft.issues.first { $0.code == "weekday.name" }
        #expect(issue?.path.description == "schedules[0].anchor.weekday")
        #expect(issue?.expected == "one of monday, tuesday, wednesday, thursday, friday, saturday, sunday")
    }

    @Test func timeThatIsNotRoundedHasNoRule() {
        #expect(RoundingMode.exact.rule == nil)
        #expect(RoundingMode(rawValue: "nextTuesday").rule == nil)
    }

    /// Writes and reads a record twice; a draft without issues has no duplicate and no unknown member.
    private func expectRoundTrip<Value: CanonicalRecord>(_ record: Value) throws {
        let document = record.json()
        let draft = Draft<Value>(json: document)
        #expect(draft.issues == [])
        let read = try draft.record()
        #expect(read == record)
        #expect(read.changes(to: record) == [])
        #expect(read.remainder.isEmpty)
        #expect(String(decoding: read.json(), as: UTF8.self) == String(decoding: document, as: UTF8.self))
    }
}

// A fixed-fee and time-and-materials contract of the invented firm Halden Voss with the invented Brackwater Foods.
extension ContractsTests {
    private static func eur(_ amount: String) throws -> Money { Money(try ExactDecimal(amount), .eur) }

    private static func percent(_ number: String) throws -> Percentage { Percentage(try ExactDecimal(number)) }

    private static func hours(_ number: String) throws -> Quantity { Quantity(try ExactDecimal(number), .hour) }

    private static func day(_ text: String) throws -> LocalDate { try LocalDate(text) }

    private static func days(_ from: String?, _ through: String?) throws -> DateInterval {
        try DateInterval(from: from.map { text in try day(text) }, through: through.map { text in try day(text) })
    }

    private static func header() throws -> RecordHeader {
        RecordHeader(source: "ironclad", asOf: try Instant("2026-03-04T17:21:09Z"))
    }

    static func contract() throws -> Contract {
        let (first, last) = (try day("2026-01-01"), try day("2026-12-31"))
        let year = try DateInterval(from: first, through: last)
        let total = try eur("428000.00")
        let rounding = try roundingPolicy()
        let parts = (
            lines: try [line()], milestones: try [milestone()], schedules: try [schedule()],
            amendments: try [amendment()], limits: try [limit()], orders: try [purchaseOrder()], splits: try splits()
        )
        let terms = (
            signature: try signature(), renewal: try renewal(), termination: try termination(),
            expenses: try expensePolicy(), time: try timePolicy(), retention: try retention()
        )
        let original = try eur("400000.00")
        let change = try eur("28000.00")
        let billed = try eur("96512.50")
        let funded = try eur("250000.00")
        let signed = try day("2025-12-18")
        return Contract(id: "k-1", header: try header(), type: .sow, customer: "c-1", currency: .eur) {
            $0.number = "SOW-2026-014"
            $0.title = "Warehouse system, phase 2"
            $0.parent = "k-0"
            $0.opportunity = "o-77"
            $0.quote = ExternalReference(system: "salesforce:emea", objectType: "Quote", value: "0Q0Aa000001")
            $0.status = .active
            $0.statusReason = Coding("signed", system: "ironclad:status", display: "Signed by both parties")
            $0.signature = terms.signature
            $0.executedOn = signed
            $0.effective = year
            $0.noticePeriod = Quantity(3, .month)
            $0.renewal = terms.renewal
            $0.termination = terms.termination
            $0.contractingEntity = "le-de"
            $0.deliveringEntities = ["le-de", "le-pl"]
            $0.billingSplits = parts.splits
            $0.totalValue = total
            $0.originalValue = original
            $0.changeValue = change
            $0.billedToDate = billed
            $0.fundedAmount = funded
            $0.isCommitted = true
            $0.lines = parts.lines
            $0.milestones = parts.milestones
            $0.schedules = parts.schedules
            $0.amendments = parts.amendments
            $0.limits = parts.limits
            $0.purchaseOrders = parts.orders
            $0.paymentTerms = PaymentTerms(netDays: 30)
            $0.rateCard = "rc-1"
            $0.expensePolicy = terms.expenses
            $0.rounding = rounding
            $0.timePolicy = terms.time
            $0.retention = terms.retention
            $0.taxProfile = "tp-1"
            $0.governingLaw = Jurisdiction(.germany)
            $0.acceptance = AcceptanceTerms {
                $0.isRequired = true
                $0.period = Quantity(10, .workingDay)
                $0.isDeemed = true
            }
            $0.documents = [DocumentReference("SOW-2026-014 signed.pdf")]
            $0.version = 2
            $0.asAmendedThrough = "am-1"
        }
    }

    private static func line() throws -> ContractLine {
        let price = try eur("145.00")
        let amount = try eur("208800.00")
        let limit = try limit()
        let balance = try prepaidBalance()
        let retention = try retention()
        let (markup, rebate) = (try percent("8"), try percent("2.5"))
        let rebateAmount = try eur("5220.00")
        let standalone = try eur("220000.00")
        let year = try days("2026-01-01", "2026-12-31")
        let start = try day("2026-01-12")
        return ContractLine(id: "kl-1", billingMethod: .timeAndMaterials) {
            $0.number = "10"
            $0.description = "Integration work by the hour"
            $0.projects = ["p-1"]
            $0.includes = LineScope {
                $0.time = true
                $0.expense = true
                $0.material = false
                $0.fee = false
                $0.subcontract = true
            }
            $0.chargeability = [
                Chargeability(billability: .complimentary) {
                    $0.role = "r-trainee"
                    $0.category = Coding("onboarding", display: "Onboarding")
                }
            ]
            $0.quantity = Quantity(180, .day)
            $0.priceUnit = .hour
            $0.unitPrice = price
            $0.lineAmount = amount
            $0.rateCard = "rc-1"
            $0.markup = markup
            $0.discount = Discount {
                $0.percent = rebate
                $0.amount = rebateAmount
                $0.reason = Coding("volume")
                $0.effective = year
            }
            $0.limits = [limit]
            $0.prepaidBalance = balance
            $0.retention = retention
            $0.taxCategory = .standard
            $0.purchaseOrder = "4500011873"
            $0.billingSchedule = "bs-1"
            $0.service = year
            $0.billingStart = start
            $0.revenueRule = RevenueRule(method: .asInvoiced) {
                $0.performanceObligation = "PO-1"
                $0.standaloneSellingPrice = standalone
                $0.wipPolicy = Coding("atCost")
            }
            $0.introducedBy = "am-1"
            $0.predecessor = "kl-0"
            $0.successor = "kl-2"
            $0.effective = year
        }
    }

    private static func limit() throws -> BillingLimit {
        let (amount, used) = (try eur("220000.00"), try eur("96512.50"))
        let (cap, worked) = (try hours("1440"), try hours("665.6"))
        let warning = try percent("80")
        let year = try days("2026-01-01", nil)
        return BillingLimit(id: "bl-1", kind: .notToExceed, scope: .task) {
            $0.behaviour = .needsApproval
            $0.amount = amount
            $0.quantity = cap
            $0.consumedAmount = used
            $0.consumedQuantity = worked
            $0.warnAt = warning
            $0.period = .quarterly
            $0.project = "p-1"
            $0.task = "t-3"
            $0.role = "r-architect"
            $0.resource = "e-42"
            $0.purchaseOrder = "4500011873"
            $0.overrunApprovedBy = "Ilse Marwick"
            $0.effective = year
        }
    }

    private static func milestone() throws -> Milestone {
        let amount = try eur("60000.00")
        let (due, reached) = (try day("2026-04-30"), try day("2026-04-24"))
        let share = try percent("15")
        return Milestone(id: "ms-1", name: "Goods-in live in Bremen") {
            $0.contractLine = "kl-2"
            $0.project = "p-1"
            $0.task = "t-9"
            $0.amount = amount
            $0.percent = share
            $0.due = due
            $0.reachedOn = reached
            $0.status = .accepted
            $0.acceptance = Acceptance {
                $0.by = "Tomas Reuter"
                $0.on = reached
                $0.document = DocumentReference("Acceptance 3.pdf")
                $0.isDeemed = false
            }
            $0.isRevenueTrigger = true
            $0.invoiceLines = ["il-19"]
            $0.allocations = ["ia-55"]
        }
    }

    private static func schedule() throws -> BillingSchedule {
        let (run, fixed) = (try day("2026-02-02"), try day("2026-01-28"))
        let january = try days("2026-01-01", "2026-01-31")
        let amount = try eur("18000.00")
        return BillingSchedule(id: "bs-1", frequency: .custom) {
            $0.name = "Every four weeks"
            $0.interval = Quantity(4, .week)
            $0.anchor = BillingAnchor(kind: .weekday) {
                $0.dayOfMonth = 31
                $0.weekday = .monday
                $0.month = 1
            }
            $0.timing = .arrears
            $0.offsetDays = -2
            $0.cutOff = BillingCutOff(basis: .periodEnd) {
                $0.dayOfMonth = 28
                $0.date = fixed
                $0.offsetDays = -3
            }
            $0.proration = .workingDays
            $0.items = [
                ScheduleItem(id: "si-1") {
                    $0.runDate = run
                    $0.service = january
                    $0.amount = amount
                    $0.milestone = "ms-1"
                    $0.status = .invoiced
                    $0.invoice = "i-9"
                    $0.allocations = ["ia-56", "ia-57"]
                },
                ScheduleItem(id: "si-2"),
            ]
        }
    }

    private static func amendment() throws -> Amendment {
        let (asked, from) = (try day("2026-02-10"), try day("2026-01-01"))
        let delta = try eur("28000.00")
        let more = try hours("160")
        let (old, new) = (try JSONText(#"{"amount": "140.00", "currency": "EUR"}"#), try JSONText("-0.50"))
        let signature = try signature()
        return Amendment(id: "am-1", sequence: 1, type: .changeOrder) {
            $0.number = "CR-01"
            $0.status = .executed
            $0.reasonCode = Coding("scope", display: "More scope")
            $0.requestedOn = asked
            $0.executedOn = asked
            $0.effectiveFrom = from
            $0.supersedes = "am-0"
            $0.signature = signature
            $0.scopeText = "Adds the Bremen site; prices rise from January on."
            $0.changes = [
                AmendedField(path: "lines[id=kl-1].unitPrice") {
                    $0.before = old
                    $0.after = new
                },
                AmendedField(path: "lines[id=kl-2]") { $0.after = new },
            ]
            $0.valueDelta = delta
            $0.quantityDelta = more
            $0.lineChanges = [
                LineChange(action: .end, line: "kl-0") {
                    $0.successor = "kl-1"
                    $0.effectiveFrom = from
                    $0.valueDelta = delta.negated
                    $0.quantityDelta = more.negated
                }
            ]
            $0.scheduleChanges = [
                ScheduleChange(action: .modify) {
                    $0.schedule = "bs-1"
                    $0.item = "si-2"
                    $0.milestone = "ms-1"
                    $0.date = asked
                    $0.amountDelta = delta
                }
            ]
            $0.isRetroactive = true
            $0.rebillPolicy = .creditAndRebill
            $0.affected = AffectedRecords {
                $0.timeEntries = ["te-1", "te-2"]
                $0.costTransactions = ["ct-1"]
                $0.invoiceLines = ["il-3"]
                $0.milestones = ["ms-1"]
                $0.scheduleItems = ["si-1"]
            }
            $0.revenueTreatment = .cumulativeCatchUp
            $0.documents = [DocumentReference("CR-01.pdf")]
        }
    }

    private static func purchaseOrder() throws -> PurchaseOrder {
        let (authorised, consumed) = (try eur("250000.00"), try eur("96512.50"))
        let year = try days("2026-01-01", "2026-12-31")
        return PurchaseOrder(number: "4500011873") {
            $0.issuer = "c-2"
            $0.authorised = authorised
            $0.consumed = consumed
            $0.validity = year
            $0.status = .open
            $0.lines = [
                PurchaseOrderLine(number: "00010") {
                    $0.description = "Consulting"
                    $0.contractLine = "kl-1"
                    $0.authorised = authorised
                    $0.consumed = consumed
                    $0.quantity = Quantity(180, .day)
                }
            ]
            $0.document = DocumentReference("4500011873.pdf")
        }
    }

    private static func retention() throws -> RetentionTerms {
        let (held, cap, released) = (try eur("4825.63"), try eur("20000.00"), try eur("0.00"))
        let (share, half, done) = (try percent("5"), try percent("50"), try percent("100"))
        let date = try day("2027-06-30")
        return RetentionTerms {
            $0.percent = share
            $0.amount = held
            $0.basis = .perInvoice
            $0.cap = cap
            $0.releaseSchedule = [
                ReleaseStep(percent: half) { $0.percentComplete = done },
                ReleaseStep(percent: half) {
                    $0.date = date
                    $0.event = Coding("finalAcceptance")
                },
            ]
            $0.heldToDate = held
            $0.releasedToDate = released
        }
    }

    private static func prepaidBalance() throws -> PrepaidBalance {
        let (bought, used, cap) = (try hours("40"), try hours("12.25"), try hours("10"))
        let (price, spent) = (try eur("5600.00"), try eur("1715.00"))
        let last = try day("2026-12-31")
        return PrepaidBalance(id: "pb-1", unit: .hours) {
            $0.purchasedAmount = price
            $0.purchasedQuantity = bought
            $0.consumedAmount = spent
            $0.consumedQuantity = used
            $0.expires = last
            $0.rollover = .cap
            $0.rolloverCapAmount = spent
            $0.rolloverCapQuantity = cap
            $0.overageRate = "re-1"
            $0.drawdownOrder = 1
        }
    }

    private static func splits() throws -> [BillingSplit] {
        let share = try percent("60")
        let most = try eur("100000.00")
        return [
            BillingSplit(id: "sp-1", payer: "c-1") {
                $0.share = share
                $0.amount = most
                $0.priority = 1
                $0.takesRoundingResidual = true
                $0.contractLines = ["kl-1"]
                $0.purchaseOrder = "4500011873"
            },
            BillingSplit(id: "sp-2", payer: "c-2") { $0.rule = .remainder },
        ]
    }

    private static func signature() throws -> Signature {
        let date = try day("2025-12-18")
        return Signature(state: .signed) {
            $0.signedOn = date
            $0.signatories = [
                Signatory(side: .customer) {
                    $0.name = "Tomas Reuter"
                    $0.title = "Head of Logistics"
                    $0.contact = "ct-5"
                    $0.signedOn = date
                },
                Signatory(side: .firm) {
                    $0.name = "Ilse Marwick"
                    $0.resource = "e-1"
                    $0.legalEntity = "le-de"
                },
            ]
            $0.document = DocumentReference("SOW-2026-014 signed.pdf")
        }
    }

    private static func renewal() throws -> Renewal {
        let uplift = try percent("3.5")
        let notice = try day("2026-09-30")
        return Renewal {
            $0.isAutomatic = true
            $0.interval = Quantity(12, .month)
            $0.upliftPercent = uplift
            $0.noticeBy = notice
        }
    }

    private static func termination() throws -> Termination {
        let fee = try eur("15000.00")
        let notice = try day("2026-08-31")
        return Termination(on: try day("2026-11-30")) {
            $0.noticeGivenOn = notice
            $0.reason = Coding("convenience")
            $0.fee = fee
        }
    }

    private static func expensePolicy() throws -> ExpensePolicy {
        let (cap, threshold) = (try eur("12000.00"), try eur("25.00"))
        let markup = try percent("0")
        return ExpensePolicy {
            $0.chargeable = .billable
            $0.categories = [Chargeability(billability: .nonBillable) { $0.category = Coding("meals") }]
            $0.markup = markup
            $0.cap = cap
            $0.receiptsRequired = true
            $0.receiptThreshold = threshold
        }
    }

    private static func timePolicy() throws -> TimePolicy {
        let factor = try ExactDecimal("1.50")
        let half = try percent("50")
        return TimePolicy {
            $0.minimumIncrement = Minutes(15)
            $0.dailyCap = Minutes(600)
            $0.overtimeRules = [
                OvertimeRule(timeType: .overtime) {
                    $0.afterDaily = Minutes(480)
                    $0.afterWeekly = Minutes(2400)
                    $0.multiplier = factor
                    $0.needsApproval = true
                }
            ]
            $0.travelRule = TravelRule(billability: .billable) {
                $0.ratePercent = half
                $0.cap = Minutes(240)
            }
        }
    }

    private static func roundingPolicy() throws -> RoundingPolicy {
        let factor = try ExactDecimal("1.00")
        return RoundingPolicy(name: "quarter-hour", version: 3, increment: Minutes(15), mode: .up) {
            $0.scope = .day
            $0.appliesTo = .both
            $0.minimum = Minutes(30)
            $0.factor = factor
        }
    }

    static func rateCard() throws -> RateCard {
        let year = try days("2026-01-01", "2026-12-31")
        let (amount, least, most) = (try eur("1160.00"), try eur("900.00"), try eur("1400.00"))
        let share = try percent("25")
        let (day, night) = (try ExactDecimal("8.0"), try ExactDecimal("1.25"))
        let rounding = try roundingPolicy()
        let owner = RateCardOwner(level: .project) {
            $0.legalEntity = "le-de"
            $0.customer = "c-1"
            $0.contract = "k-1"
            $0.project = "p-1"
        }
        return RateCard(
            id: "rc-1",
            header: try header(),
            name: "Brackwater 2026",
            owner: owner,
            side: .bill,
            currency: .eur,
            effective: year
        ) {
            $0.version = 4
            $0.status = .active
            $0.priority = 10
            $0.copiedFrom = "rc-0"
            $0.entries = [
                RateCardEntry(id: "re-1", unit: .day, effective: year) {
                    $0.dimensions = RateDimensions {
                        $0.role = "r-architect"
                        $0.grade = Coding("G7")
                        $0.resource = "e-42"
                        $0.skill = Coding("sap-ewm")
                        $0.location = Coding("remote")
                        $0.legalEntity = "le-de"
                        $0.workType = Coding("build")
                        $0.timeType = .overtime
                        $0.category = Coding("mileage")
                        $0.project = "p-1"
                        $0.task = "t-3"
                    }
                    $0.hoursPerUnit = day
                    $0.basis = .markupPercent
                    $0.amount = amount
                    $0.percent = share
                    $0.multiplier = night
                    $0.minimum = least
                    $0.maximum = most
                    $0.rounding = rounding
                },
                RateCardEntry(id: "re-2", unit: .hour, effective: .always),
            ]
        }
    }
}
