public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

/// Rows of SuiteQL: columns in lower case, ids and amounts as text, flags as `T` and `F`, nothing where there is no value.
///
/// Rows are answers and cannot be sent back; what is written onto one shows what changed, under the columns' names. They
/// have the same identities as the records that they are of.
///
/// Dates come in the form that the user prefers, which does not say whether the day or the month is first. Ask for
/// `TO_CHAR(trandate, 'YYYY-MM-DD') AS trandate`; other forms are refused. Ask for `BUILTIN.DF(currency) AS currencyname`
/// where the identity crosswalk does not know the account's currencies.
extension NetSuite {
    /// A row of `customer`.
    public static let customerRow = Mapping<Customer>(
        "netsuite/customer-row",
        version: 1,
        object: "customer",
        api: suiteQL,
        update: suiteQLUpdate
    ) { rule in
        rule.netsuiteRowHeader("customer")
        rule.same("/entityid", to: \.header.displayNumber)
        rule.derive(
            "name",
            from: ["/isperson", "/companyname", "/altname", "/firstname", "/lastname", "/entityid"],
            because: "a row is not written; a firm's name and a person's stand in different columns"
        ) { input, record in
            let company: String? = input.value(1)
            let other: String? = input.value(2)
            let parts = (3...4).compactMap { index -> String? in input.value(index) }
            let person = parts.isEmpty ? nil : parts.joined(separator: " ")
            let number: String? = input.value(5)
            let isPerson = input[0].text == "T"
            record.kind = isPerson ? .individual : .organisation
            guard let name = (isPerson ? person ?? company : company ?? person) ?? other ?? number else {
                input.report(.missing, source: 1, expected: "a name", remedy: "Ask for the columns in the query.")
                return
            }
            record.name = name
        }
        rule.derive("kind", from: ["/isperson"], because: "it is read with the name") { input, record in
            record.kind = input[0].text == "T" ? .individual : .organisation
        }
        rule.netsuiteRowInactive()
        rule.derive("status", from: ["/isinactive"], because: "the flag is kept as the lifecycle") { input, record in
            record.status = input[0].text == "T" ? .inactive : .active
        }
        rule.reference("/parent", to: \.parent, object: "customer")
        rule.reference("/salesrep", to: \.accountOwner, object: "employee")
        rule.reference("/representingsubsidiary", to: \.representsEntity, object: "subsidiary")
        rule.derive(
            "isIntercompany",
            from: ["/representingsubsidiary"],
            because: "it is whether the customer represents a subsidiary, which is kept as that"
        ) { input, record in
            record.isIntercompany = input[0].isPresent
        }
        rule.derive(
            "preferredCurrency",
            from: ["/currency", "/currencyname"],
            because: "a row is not written; the currency is told by the crosswalk or by its name"
        ) { input, record in
            guard input[0].isPresent || input[1].isPresent else { return }
            record.preferredCurrency = input.netsuiteCurrency(id: 0, name: 1)
        }
        rule.keepRest()
    }

    /// A row of `transaction` of the type `CustInvc`: an invoice without its lines.
    ///
    /// The subsidiary is the main line's: join `transactionline` for it. Totals are read if `taxtotal` is there beside
    /// `foreigntotal`.
    public static let invoiceRow = documentRow("netsuite/invoice-row", "invoice", .standard)

    /// A row of `transaction` of the type `CustCred`: a credit memo without its lines.
    ///
    /// What is said of ``invoiceRow`` holds here too. Amounts are as SuiteQL shows them: ask for them without their sign if
    /// yours are below zero.
    public static let creditMemoRow = documentRow("netsuite/credit-memo-row", "creditMemo", .creditNote)

    private static func documentRow(_ name: String, _ object: String, _ type: InvoiceType) -> Mapping<Invoice> {
        Mapping<Invoice>(
            name,
            version: 1,
            object: object,
            api: suiteQL,
            update: suiteQLUpdate
        ) { rule in
            rule.netsuiteRowHeader(object)
            rule.constant(\.type, type, because: "the query asks for transactions of one type")
            rule.drop("/type", because: "the query asks for transactions of one type")
            rule.same("/tranid", to: \.number)
            rowStates
            rule.constant(
                \.collectionStatus,
                .current,
                because: "dunning has records of its own, where it is installed"
            )
            rule.constant(\.deliveryStatus, .pending, because: "the row does not say whether it reached its recipient")
            rule.reference("/entity", to: \.soldTo, object: "customer")
            rule.reference("/subsidiary", to: \.issuer, object: "subsidiary")
            rule.same("/trandate", to: \.issueDate)
            rule.same("/duedate", to: \.dueDate)
            rule.netsuiteRowCurrency { $0.currency = $1 }
            rule.derive(
                "totals",
                from: ["/foreigntotal", "/taxtotal", "/foreignamountunpaid", "/currency", "/currencyname"],
                because: "NetSuite works the totals out of the lines"
            ) { input, record in
                guard let total: ExactDecimal = input.value(0), let tax: ExactDecimal = input.value(1) else {
                    for index in 0..<3 { input.keep(index) }
                    return
                }
                let unpaid: ExactDecimal? = input.value(2)
                guard let currency = input.netsuiteCurrency(id: 3, name: 4) else { return }
                guard let net = try? total.subtracting(tax) else { return }
                var totals = InvoiceTotals(
                    taxExclusive: Money(net, currency),
                    taxTotal: Money(tax, currency),
                    taxInclusive: Money(total, currency),
                    payable: Money(total, currency)
                )
                if let unpaid { totals.outstanding = Money(unpaid, currency) }
                record.totals = totals
            }
            rule.keepRest()
        }
    }

    /// Where invoices stand, by the letters of SuiteQL.
    public static let invoiceStatusLetter = Crosswalk(
        "netsuite-invoice-status-letter",
        unmapped: .reject,
        [
            .init("A", "issued"), .init("B", "issued"), .init("D", "inReview"), .init("E", "draft", .narrower),
            .init("V", "void"),
        ]
    )

    static let suiteQL = "SuiteQL (REST query v1), 2024.1 to 2025.2"

    private static var rowStates: [MappingRule<Invoice>] {
        [
            .asking(invoiceStatusLetter, code: letterOfStatus) { invoiceStatusLetter in
                .derive(
                    "documentStatus",
                    from: ["/status"],
                    because: "NetSuite works the status out of approval, payment and voiding"
                ) { input, record in
                    guard let status: String = input.value(0) else {
                        record.documentStatus = .issued
                        return
                    }
                    guard let code = input.target(of: letter(status), invoiceStatusLetter) else { return }
                    record.documentStatus = DocumentStatus(rawValue: code)
                }
            },
            .asking(invoiceStatusLetter, code: letterOfStatus) { invoiceStatusLetter in
                .derive(
                    "postingStatus",
                    from: ["/status"],
                    because: "documents are in the books once they are approved, until they are voided"
                ) { input, record in
                    record.postingStatus =
                        switch invoiceStatusLetter.target(
                            of: letter(input[0].text ?? "A"),
                            on: input.context.day(for: invoiceStatusLetter)
                        ) {
                        case "issued": .posted
                        case "void": .reversed
                        default: .unposted
                        }
                }
            },
            .derive(
                "paymentStatus",
                from: ["/foreignamountpaid", "/foreignamountunpaid", "/foreigntotal", "/status"],
                because: "NetSuite works it out of what was applied"
            ) { input, record in
                let paid: ExactDecimal? = input.value(0)
                let unpaid: ExactDecimal? = input.value(1)
                let total: ExactDecimal? = input.value(2)
                if letter(input[3].text ?? "") == "B" {
                    record.paymentStatus = .paid
                } else if let paid, paid > ExactDecimal.zero {
                    record.paymentStatus = .partlyPaid
                } else if let unpaid, let total, unpaid < total {
                    record.paymentStatus = unpaid > ExactDecimal.zero ? .partlyPaid : .paid
                } else {
                    record.paymentStatus = .unpaid
                }
            },
        ]
    }

    @Sendable
    static func letterOfStatus(_ input: RuleInput) -> (code: String, source: Int)? {
        input[0].text.map { (letter($0), 0) }
    }

    /// The letter of a status that may have the type of transaction before it.
    static func letter(_ status: String) -> String {
        status.split(separator: ":").last.map(String.init) ?? status
    }
}
