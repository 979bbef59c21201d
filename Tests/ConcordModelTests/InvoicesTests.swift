import ConcordModel
import ConcordSchema
import ConcordValues
import Testing

/// Each record of this folder, as full as it gets, goes to JSON and back without a change.
@Suite struct InvoicesTests {
    @Test func invoice() throws {
        try roundTrip(Self.invoice())
    }

    @Test func allocation() throws {
        try roundTrip(Self.allocation())
    }

    @Test func payment() throws {
        try roundTrip(Self.payment())
    }

    @Test func draftNeedsLittle() throws {
        let draft = Invoice(
            id: "inv-1",
            header: try Self.header(),
            type: .standard,
            issuer: "le-de",
            soldTo: "c-77",
            currency: .eur
        )
        #expect(try Invoice(json: draft.json()) == draft)
        #expect(draft.documentStatus == .draft)
        #expect(draft.collectionStatus == .current)
    }

    @Test(arguments: [
        (#""rate":"0""#, "exchangeRate.notPositive"),
        (#""rate":"-1.08""#, "exchangeRate.notPositive"),
        (#""rate":"1.08","baseUnits":"0""#, "exchangeRate.notPositive"),
        (#""rate":"1.08","operation":"add""#, "exchangeRate.operation"),
    ])
    func rateIsRefused(parts: String, code: String) throws {
        let operation = parts.contains("operation") ? "" : #","operation":"divide""#
        let rate = #"{"source":"EUR","target":"USD",\#(parts)\#(operation),"date":"2026-03-31","kind":"spot"}"#
        let document = try Self.payment().jsonText().replacing(rateText(), with: rate)
        #expect(Draft<Payment>(json: document).issues.map(\.code.rawValue) == [code])
    }

    @Test func rateKeepsWhatItDoesNotKnow() throws {
        let document = try Self.payment().jsonText()
            .replacing(
                rateText(),
                with: rateText().dropLast() + #","fixing":"14:15"}"#
            )
        let draft = Draft<Payment>(json: document)
        #expect(draft.isAcceptable)
        #expect(try draft.record().jsonText() == document)
    }

    @Test func signComesFromTheType() {
        #expect(InvoiceType.creditNote.isCredit == true)
        #expect(InvoiceType.final.isCredit == false)
        #expect(InvoiceType(rawValue: "abatement").isCredit == nil)
    }

    @Test func sourceIsTyped() {
        #expect(AllocationSource.timeEntry("te-1").timeEntry == "te-1")
        #expect(AllocationSource.timeEntry("te-1").milestone == nil)
        #expect(AllocationSource.milestone("m-2", of: "k-9").container == "k-9")
        #expect(AllocationSource.scheduleItem("si-3", of: "k-9").scheduleItem == "si-3")
        #expect(AllocationSource.prepaidBalance("pb-4", of: "k-9").prepaidBalance == "pb-4")
        #expect(AllocationSource.costTransaction("ct-5").costTransaction == "ct-5")
        #expect(AllocationSource(.timeEntry, id: "").timeEntry == nil)
    }

    private func roundTrip<Record: CanonicalRecord>(_ record: Record) throws {
        let bytes = record.json()
        let draft = Draft<Record>(json: bytes)
        // A duplicate member would be an issue.
        #expect(draft.issues.map(\.description) == [])
        #expect(draft.present.paths == Record.schema.description.fields.map(\.name))
        let read = try draft.record()
        #expect(read == record)
        #expect(read.json() == bytes)
        #expect(read.changes(to: record).isEmpty)
    }

    private func rateText() throws -> String {
        var writer = JSONWriter()
        try Self.dollars(fixed: false).write(to: &writer)
        return writer.text()
    }
}

extension InvoicesTests {
    static func eur(_ amount: String) throws -> Money { Money(try ExactDecimal(amount), .eur) }
    static func day(_ text: String) throws -> LocalDate { try LocalDate(text) }
    static func percent(_ text: String) throws -> Percentage { try Percentage(text) }

    static func header() throws -> RecordHeader {
        RecordHeader(source: "netsuite:emea", asOf: try Instant("2026-04-02T08:30:00Z"))
    }

    static func dollars(fixed: Bool) throws -> ExchangeRate {
        try ExchangeRate(
            from: .eur,
            to: .usd,
            rate: ExactDecimal("1.0840"),
            date: day("2026-03-31"),
            kind: fixed ? .contract : .spot,
            provider: "European Central Bank",
            isFixedByContract: fixed
        )
    }

    static func seller() throws -> PartySnapshot {
        PartySnapshot(name: "Halvorsen & Pike") {
            $0.legalName = "Halvorsen & Pike GmbH"
            $0.legalEntity = "le-de"
            $0.address = Address.placeholder
            $0.taxRegistrations = [.placeholder]
            $0.registrations = [.placeholder]
            $0.electronicAddress = ElectronicAddress("DE811907980", scheme: "9930")
            $0.contact = ContactSnapshot {
                $0.name = PersonName.placeholder
                $0.department = "Accounts receivable"
                $0.email = "billing@halvorsen-pike.example"
                $0.phone = "+49 30 5550 0142"
            }
        }
    }

    static func buyer(_ name: String) -> PartySnapshot {
        PartySnapshot(name: name) {
            $0.customer = "c-77"
            $0.address = Address.placeholder
        }
    }

    static func vat(on amount: String? = nil, is tax: String? = nil) throws -> TaxLine {
        let taxable = try amount.map { try eur($0) }
        let tax = try tax.map { try eur($0) }
        let rate = try percent("19")
        let berlin = try Jurisdiction(CountryCode("DE"), subdivision: SubdivisionCode("DE-BE"))
        return TaxLine(category: .standard) {
            $0.rate = rate
            $0.taxable = taxable
            $0.amount = tax
            $0.tax = Coding("VAT")
            $0.code = Coding("VST19", system: "netsuite:emea/tax-codes")
            $0.jurisdiction = berlin
            $0.exemption = TaxExemption { $0.reason = "None; the standard rate holds" }
        }
    }

    static func lines() throws -> [InvoiceLine] {
        let march = try DateInterval(from: day("2026-03-01"), through: day("2026-03-31"))
        let spread = try DateInterval(from: day("2026-03-01"), through: day("2026-08-31"))
        let (hours, rate, gross, amount) = try (ExactDecimal("37.5"), eur("148.00"), eur("160.00"), eur("5550.00"))
        let (fee, before, done) = try (eur("12000.00"), eur("6000.00"), percent("75"))
        let (goodwill, less) = try (eur("550.00"), eur("-550.00"))
        let tax = try vat(on: "5550.00", is: "1054.50")
        let base = try vat()
        let rebate = try AllowanceCharge(.allowance, amount: eur("0.00")) { $0.reason = "Rounding of the rebate" }
        let time = InvoiceLine(
            id: "inv-147-1",
            number: "1",
            kind: .time,
            description: "Grid model review, senior consultant"
        ) {
            $0.note = "See the attached time sheet."
            $0.item = Coding("CONS-SR", system: "netsuite:emea/items", display: "Senior consulting")
            $0.quantity = Quantity(hours, .hour)
            $0.unitPrice = rate
            $0.grossUnitPrice = gross
            $0.priceBaseQuantity = 1
            $0.discount = Discount.placeholder
            $0.allowancesCharges = [rebate]
            $0.amount = amount
            $0.taxes = [tax]
            $0.service = march
            $0.contract = "k-2025-31"
            $0.contractLine = "k-2025-31-1"
            $0.project = "p-1001"
            $0.task = "p-1001-4.2"
            $0.purchaseOrder = PurchaseOrderReference("4500017731") { $0.line = "10" }
            $0.allocations = ["al-1", "al-2"]
            $0.intercompanyLine = "inv-ic-9-1"
            $0.revenueAccount = Coding("4400", system: "netsuite:emea/accounts")
            $0.dimensions = [Dimension("practice", Coding("grid"))]
        }
        let milestone = InvoiceLine(
            id: "inv-147-2",
            number: "2",
            kind: .progress,
            description: "Load forecast, acceptance of the second stage"
        ) {
            $0.quantity = Quantity(1, .one)
            $0.unitPrice = fee
            $0.amount = fee
            $0.taxes = [base]
            $0.milestone = "m-2"
            $0.progress = ProgressBilling {
                $0.percentComplete = done
                $0.previouslyInvoiced = before
            }
            $0.revenue = RevenueDeferral {
                $0.rule = Coding("straight-line")
                $0.period = spread
            }
        }
        let discount = InvoiceLine(id: "inv-147-3", number: "3", kind: .discount, description: "Goodwill for February")
        {
            $0.quantity = Quantity(-1, .one)
            $0.unitPrice = goodwill
            $0.amount = less
            $0.taxes = [base]
            $0.creditsLine = "inv-131-2"
        }
        return [time, milestone, discount]
    }

    static func totals() throws -> InvoiceTotals {
        let amounts = ["17000.00", "500.00", "100.00", "3418.94", "154.00", "2000.00", "830.00", "0.00", "10600.00"]
        let parts = try amounts.map(eur)
        return InvoiceTotals(
            taxExclusive: try eur("16600.00"),
            taxTotal: try eur("3154.00"),
            taxInclusive: try eur("19754.00"),
            payable: try eur("16770.00")
        ) {
            $0.lineTotal = parts[0]
            $0.allowanceTotal = parts[1]
            $0.chargeTotal = parts[2]
            $0.taxTotalInTaxCurrency = Money(parts[3].amount, .usd)
            $0.withholding = parts[4]
            $0.prepaid = parts[5]
            $0.retention = parts[6]
            $0.rounding = parts[7]
            $0.outstanding = parts[8]
        }
    }

    static func breakdown() throws -> TaxBreakdown {
        let rate = try percent("19")
        let berlin = try Jurisdiction(CountryCode("DE"), subdivision: SubdivisionCode("DE-BE"))
        let declared = Money(try ExactDecimal("3418.94"), .usd)
        return TaxBreakdown(category: .standard, taxable: try eur("16600.00"), amount: try eur("3154.00")) {
            $0.rate = rate
            $0.amountInTaxCurrency = declared
            $0.tax = Coding("VAT")
            $0.code = Coding("VST19")
            $0.jurisdiction = berlin
            $0.exemption = TaxExemption {
                $0.code = "VATEX-EU-AE"
                $0.reason = "Reverse charge"
                $0.certificate = "EX-2210"
            }
        }
    }

    static func application() throws -> PaymentApplication {
        let (discount, withheld, loss, rest) = try (eur("120.00"), eur("0.00"), eur("-3.17"), eur("0.00"))
        let (applied, undone) = try (day("2026-04-20"), day("2026-04-22"))
        return PaymentApplication(invoice: "inv-147", amount: try eur("6000.00")) {
            $0.instalment = 1
            $0.payment = "pay-88"
            $0.creditNote = "inv-149"
            $0.discountTaken = discount
            $0.withheld = withheld
            $0.exchangeGainLoss = loss
            $0.writtenOff = rest
            $0.appliedOn = applied
            $0.unappliedOn = undone
        }
    }

    static func means() -> PaymentMeans {
        PaymentMeans(Coding("59", system: "UNTDID 4461", display: "SEPA direct debit")) {
            $0.reference = "RF18 5390 0754 7034"
            $0.account = PaymentAccount("DE02120300000000202051") {
                $0.holder = "Halvorsen & Pike GmbH"
                $0.bank = "BYLADEM1001"
                $0.bankName = "Invented Bank"
                $0.currency = .eur
            }
            $0.debitedAccount = PaymentAccount("DE02500105170137075030")
            $0.mandate = "M-77-2"
            $0.creditor = "DE98ZZZ09999999999"
            $0.card = "4242"
            $0.link = "https://pay.halvorsen-pike.example/r/147"
        }
    }

    static func collection() throws -> CollectionCase {
        let (next, promised, made) = try (day("2026-05-18"), day("2026-05-15"), day("2026-05-05"))
        let action = CollectionAction(.reminder, at: try Instant("2026-05-04T07:00:00Z")) {
            $0.channel = Coding("email")
            $0.result = Coding("promised")
            $0.by = "Ines Okafor"
        }
        let promise = PaymentPromise(try eur("5000.00"), on: promised) { $0.madeOn = made }
        let dispute = InvoiceDispute(Coding("hours"), amount: try eur("1480.00")) {
            $0.status = .inReview
            $0.openedOn = made
            $0.closedOn = next
            $0.lines = ["inv-147-1"]
        }
        return CollectionCase {
            $0.level = 2
            $0.policy = Coding("standard-eu")
            $0.lastAction = action
            $0.nextActionOn = next
            $0.promise = promise
            $0.dispute = dispute
            $0.blocked = true
            $0.blockReason = Coding("dispute")
        }
    }

    static func invoice() throws -> Invoice {
        var invoice = Invoice(
            id: "inv-147",
            header: try header(),
            type: .progress,
            issuer: "le-de",
            soldTo: "c-77",
            currency: .eur
        )
        invoice.number = "R-2026-0147"
        invoice.corrects = ["inv-131"]
        invoice.precedingInvoices = [
            InvoiceReference("R-2026-0131") {
                $0.issueDate = try? day("2026-02-28")
                $0.invoice = "inv-131"
            }
        ]
        invoice.reason = Coding("goodwill")
        invoice.documentStatus = .sent
        invoice.postingStatus = .posted
        invoice.accountingPeriod = "2026-03"
        invoice.paymentStatus = .partlyPaid
        invoice.collectionStatus = .reminded
        invoice.deliveryStatus = .accepted
        invoice.approval = Approval(
            .approved,
            steps: [ApprovalStep(level: 1, actor: "Mara Lindqvist", decision: .approved)]
        )
        invoice.parties = try parties()
        invoice.issueDate = try day("2026-03-31")
        invoice.taxPointDate = try day("2026-03-31")
        invoice.taxPointBasis = .supply
        invoice.dueDate = try day("2026-04-30")
        invoice.service = try DateInterval(from: day("2026-03-01"), through: day("2026-03-31"))
        invoice.accountingDate = try day("2026-03-31")
        invoice.sentAt = try Instant("2026-04-01T06:12:44Z")
        invoice.paidOn = try day("2026-06-02")
        invoice.contract = "k-2025-31"
        invoice.projects = ["p-1001"]
        invoice.purchaseOrders = [
            PurchaseOrderReference("4500017731") {
                $0.line = "10"
                $0.release = "3"
                $0.issuedOn = try? day("2025-11-03")
            }
        ]
        invoice.buyerReference = "04011000-1234512345-06"
        invoice.billingSplit = "split-1"
        invoice.intercompanyInvoice = "inv-ic-9"
        invoice.taxCurrency = .usd
        invoice.exchange = try exchange()
        invoice.priceBasis = .exclusive
        invoice.lines = try lines()
        invoice.allowancesCharges = try allowancesCharges()
        invoice.taxBreakdown = [try breakdown()]
        invoice.withholdings = [
            TaxBreakdown(category: .standard, taxable: try eur("3080.00"), amount: try eur("154.00"))
        ]
        invoice.totals = try totals()
        invoice.functionalTotals = try totals()
        invoice.paymentTerms = PaymentTerms.placeholder
        invoice.instalments = try instalments()
        invoice.earlyDiscounts = [EarlyPaymentDiscount(until: try day("2026-04-10")) { $0.percent = try? percent("2") }]
        invoice.latePenalty = try penalty()
        invoice.paymentMeans = [means()]
        invoice.applications = [try application()]
        invoice.retention = try retention()
        invoice.writeOffs = [
            WriteOff(try eur("50.00")) {
                $0.reason = Coding("small-difference")
                $0.on = try? day("2026-06-02")
                $0.by = "Ines Okafor"
            }
        ]
        invoice.collection = try collection()
        invoice.language = try LanguageTag("de-DE")
        invoice.notes = ["Vielen Dank für Ihren Auftrag."]
        invoice.attachments = [.placeholder]
        return invoice
    }

    static func parties() throws -> InvoiceParties {
        let seller = try seller()
        return InvoiceParties {
            $0.seller = seller
            $0.billTo = buyer("Nordlicht Energie AG")
            $0.shipTo = buyer("Nordlicht Netz")
            $0.payer = buyer("Nordlicht Shared Services")
            $0.payee = buyer("Factoring Alster")
            $0.endClient = "c-78"
            $0.taxRepresentative = buyer("Fiscal Rep Oslo")
        }
    }

    static func exchange() throws -> InvoiceExchange {
        let (spot, fixed) = try (dollars(fixed: false), dollars(fixed: true))
        return InvoiceExchange {
            $0.tax = spot
            $0.pricing = fixed
            $0.payment = spot
            $0.functional = spot
        }
    }

    static func allowancesCharges() throws -> [AllowanceCharge] {
        let (base, percent, tax) = try (eur("10000.00"), percent("5"), vat())
        return [
            AllowanceCharge(.allowance, amount: try eur("500.00")) {
                $0.percent = percent
                $0.base = base
                $0.reasonCode = Coding("95", system: "UNTDID 5189")
                $0.reason = "Volume discount"
                $0.taxes = [tax]
            },
            AllowanceCharge(.charge, amount: try eur("100.00")) { $0.reason = "Travel flat rate" },
        ]
    }

    static func instalments() throws -> [Instalment] {
        let (first, second) = try (day("2026-04-30"), day("2026-05-31"))
        let (half, paid, off) = try (percent("50"), eur("6000.00"), eur("120.00"))
        let discount = EarlyPaymentDiscount(until: try day("2026-04-20")) { $0.amount = off }
        return [
            Instalment(number: 1, amount: try eur("8385.00")) {
                $0.due = first
                $0.percent = half
                $0.discount = discount
                $0.paid = paid
            },
            Instalment(number: 2, amount: try eur("8385.00")) { $0.due = second },
        ]
    }

    static func penalty() throws -> LatePenalty {
        let (rate, fee) = try (percent("9.12"), eur("40.00"))
        return LatePenalty {
            $0.annualRate = rate
            $0.fee = fee
            $0.graceDays = 0
            $0.terms = "Nine points above the base rate, section 288 BGB."
        }
    }

    static func retention() throws -> InvoiceRetention {
        let (percent, released) = try (percent("5"), eur("0.00"))
        let movement = RetentionMovement(.held, amount: try eur("830.00")) {
            $0.on = try? day("2026-03-31")
            $0.invoice = "inv-160"
            $0.reason = Coding("warranty")
        }
        return InvoiceRetention(held: try eur("830.00")) {
            $0.percent = percent
            $0.released = released
            $0.movements = [movement]
        }
    }

    static func allocation() throws -> InvoiceAllocation {
        let hours = try ExactDecimal("7.5")
        return InvoiceAllocation(
            id: "al-3",
            header: try header(),
            source: .timeEntry("te-5001"),
            sign: .credit,
            amount: try eur("1110.00"),
            at: try Instant("2026-04-02T08:29:58Z")
        ) {
            $0.invoice = "inv-149"
            $0.invoiceLine = "inv-149-1"
            $0.source.container = "sheet-2026-13"
            $0.quantity = Quantity(hours, .hour)
            $0.reverses = "al-1"
            $0.amendment = "k-2025-31-a2"
            $0.reason = Coding("wrong-rate")
        }
    }

    static func payment() throws -> Payment {
        let (rate, arrived) = try (dollars(fixed: false), day("2026-04-20"))
        let (fee, unapplied, application) = try (eur("1.50"), eur("0.00"), application())
        let functional = Money(try ExactDecimal("6504.00"), .usd)
        return Payment(
            id: "pay-88",
            header: try header(),
            direction: .incoming,
            method: Coding("sepa-credit-transfer"),
            state: .settled,
            amount: MoneyInContext(try eur("6000.00")) {
                $0.functional = functional
                $0.reporting = functional
                $0.rate = rate
            }
        ) {
            $0.stateReason = Coding("none")
            $0.fee = fee
            $0.receivedOn = arrived
            $0.payer = "c-77"
            $0.payerName = "NORDLICHT ENERGIE AG"
            $0.legalEntity = "le-de"
            $0.account = PaymentAccount("DE02120300000000202051")
            $0.bankReference = "2026042000117"
            $0.remittance = "R-2026-0147 less 2 %"
            $0.applications = [application]
            $0.unapplied = unapplied
            $0.reverses = "pay-80"
            $0.accountingPeriod = "2026-04"
        }
    }
}
