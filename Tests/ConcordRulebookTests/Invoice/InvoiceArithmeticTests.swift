import ConcordModel
import ConcordRulebook
import ConcordSchema
import ConcordTesting
import ConcordValidation
import ConcordValues
import Testing

/// The sums of invoices, against whole numbers of cents that are added up by hand.
@Suite struct InvoiceArithmeticTests {
    private static let validator = ValidationPolicy("rulebook", version: 1) { Rulebook.invoice }
        .validator(for: Invoice.self, in: Circumstances(today: .placeholder))

    private func findings(_ invoice: Invoice) -> [String] {
        Self.validator.verdict(on: invoice).findings.map { $0.text(showing: [.open, .commercial]) }
    }

    @Test("made-up invoices that add up have no findings, and with one cent off they have", arguments: UInt64(1)...60)
    func sums(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let invoice = try made(&random)
        #expect(findings(invoice) == [], "seed \(seed)")
        var totals = try #require(invoice.totals)
        var wrong = invoice
        switch random.number(in: 0...4) {
        case 0: wrong.lines[0].amount = try wrong.lines[0].amount?.adding(Money(cents(1), .eur))
        case 1: totals.lineTotal = try totals.lineTotal?.adding(Money(cents(1), .eur))
        case 2: totals.taxInclusive = try totals.taxInclusive.adding(Money(cents(1), .eur))
        case 3: wrong.taxBreakdown[0].taxable = try wrong.taxBreakdown[0].taxable.adding(Money(cents(-1), .eur))
        default: wrong.taxBreakdown[0].amount = try wrong.taxBreakdown[0].amount.adding(Money(cents(-1), .eur))
        }
        wrong.totals = totals
        #expect(findings(wrong) != [], "seed \(seed)")
    }

    @Test("a credit note of the same work has the same sums, and a taken back line a negative quantity")
    func credit() throws {
        var random = SeededGenerator(seed: 7)
        var invoice = try made(&random)
        invoice.type = .creditNote
        #expect(findings(invoice) == [])
        let line = invoice.lines[0]
        var back = line
        back.id = "il-back"
        back.number = "99"
        back.quantity = line.quantity?.negated
        back.amount = line.amount?.negated
        invoice.lines.append(back)
        let codes = Set(Self.validator.verdict(on: invoice).findings.map(\.code.rawValue))
        #expect(codes == ["invoice.BR-CO-10", "invoice.BR-S-08"])
    }

    @Test("an invoice that holds nothing, and one that holds too much, are told of and stop nothing")
    func extremes() throws {
        let blank = Invoice.schema.blank
        let everything = ValidationPolicy("rulebook", version: 1) { Rulebook.invoice }
            .validator(
                for: Invoice.self,
                in: Circumstances(today: .placeholder, readyFor: [.bill, .post, .peppol])
            )
        #expect(!everything.verdict(on: blank).findings.isEmpty)

        var random = SeededGenerator(seed: 3)
        var huge = try made(&random)
        let most = try Money(ExactDecimal(String(repeating: "9", count: 38)), .eur)
        for index in huge.lines.indices {
            huge.lines[index].amount = most
            huge.lines[index].unitPrice = most
            huge.lines[index].quantity = Quantity(most.amount, .hour)
        }
        for index in huge.taxBreakdown.indices {
            huge.taxBreakdown[index].amount = most
            huge.taxBreakdown[index].taxable = most
        }
        let total = InvoiceTotals(taxExclusive: most, taxTotal: most, taxInclusive: most, payable: most) {
            $0.lineTotal = most
            $0.allowanceTotal = most.negated
            $0.prepaid = most.negated
            $0.outstanding = most
        }
        huge.totals = total
        huge.instalments = [Instalment(number: 1, amount: most), Instalment(number: 2, amount: most)]
        huge.applications = [PaymentApplication(invoice: huge.id, amount: most) { $0.writtenOff = most }]
        huge.retention = InvoiceRetention(held: most) {
            $0.percent = Percentage(most.amount)
            $0.movements = [RetentionMovement(.held, amount: most), RetentionMovement(.held, amount: most)]
        }
        huge.withholdings = [huge.taxBreakdown[0], huge.taxBreakdown[0]]
        huge.earlyDiscounts = [
            EarlyPaymentDiscount(until: .last) {
                $0.percent = Percentage(most.amount)
                $0.amount = most
            }
        ]
        huge.paymentTerms = PaymentTerms(netDays: .max) {
            $0.netMonths = .max
            $0.dueDay = .min
        }
        huge.issueDate = .last
        huge.dueDate = .last
        let codes = Set(everything.verdict(on: huge).findings.map(\.code.rawValue))
        for code in ["BR-CO-10", "BR-CO-13", "BR-CO-14", "BR-CO-15", "PEPPOL-EN16931-R120", "BR-CO-17", "outstanding"] {
            #expect(codes.contains("invoice.\(code)"), "\(code)")
        }
    }

    private func cents(_ number: Int) throws -> ExactDecimal {
        try ExactDecimal(coefficient: Int128(number), scale: 2)
    }

    /// An invoice whose sums are computed in whole cents.
    private func made(_ random: inout SeededGenerator) throws -> Invoice {
        var bases: [Int: Int] = [:]
        var lines: [InvoiceLine] = []
        for number in 1...random.number(in: 1...7) {
            let quarters = random.number(in: 1...160)
            let price = random.number(in: 1...29_999)
            let amount = (quarters * price * 2 + 4) / 8
            let rate = [19, 7][random.number(in: 0...1)]
            bases[rate, default: 0] += amount
            let quantity = Quantity(try cents(quarters * 25), .hour)
            let (unitPrice, lineAmount) = (Money(try cents(price), .eur), Money(try cents(amount), .eur))
            let line = try InvoiceLine(
                id: RecordID("il-\(number)"),
                number: "\(number)",
                kind: .fee,
                description: "Work"
            ) {
                $0.quantity = quantity
                $0.unitPrice = unitPrice
                $0.amount = lineAmount
                $0.taxes = [
                    TaxLine(category: rate == 19 ? .standard : .reduced) { $0.rate = Percentage(ExactDecimal(rate)) }
                ]
            }
            lines.append(line)
        }
        var taxTotal = 0
        var rows: [TaxBreakdown] = []
        for (rate, base) in bases.sorted(by: { $0.key < $1.key }) {
            let tax = (base * rate * 2 + 100) / 200
            taxTotal += tax
            rows.append(
                TaxBreakdown(
                    category: rate == 19 ? .standard : .reduced,
                    taxable: Money(try cents(base), .eur),
                    amount: Money(try cents(tax), .eur)
                ) { $0.rate = Percentage(ExactDecimal(rate)) }
            )
        }
        let sum = bases.values.reduce(0, +)
        let exclusive = Money(try cents(sum), .eur)
        let inclusive = Money(try cents(sum + taxTotal), .eur)
        let totals = InvoiceTotals(
            taxExclusive: exclusive,
            taxTotal: Money(try cents(taxTotal), .eur),
            taxInclusive: inclusive,
            payable: inclusive
        ) {
            $0.lineTotal = exclusive
            $0.outstanding = inclusive
        }
        return Invoice(
            id: "in-made",
            header: .placeholder,
            type: .standard,
            issuer: "le-made",
            soldTo: "cu-made",
            currency: .eur
        ) {
            $0.lines = lines
            $0.taxBreakdown = rows
            $0.totals = totals
        }
    }
}
