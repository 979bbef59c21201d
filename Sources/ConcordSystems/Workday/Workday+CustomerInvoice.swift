public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Workday {
    /// `wd:Customer_Invoice`: a demand for money with its lines, as `Get_Customer_Invoices` answers and
    /// `Submit_Customer_Invoice` takes.
    ///
    /// Element names are those of a sample message. Statuses are Workday's to work out and are read only; their words
    /// are from general knowledge. Totals are added up from the lines, where their tax is known, since the element has
    /// none; they are not written. Adjustments of invoices are elements of another type.
    public static let customerInvoice = Mapping<Invoice>(
        "workday/customer-invoice",
        version: 1,
        object: "wd:Customer_Invoice",
        api: api,
        fields: customerInvoiceFields
    ) { rule in
        rule.workdayIdentity(
            "/Customer_Invoice_Reference",
            object: "Customer_Invoice",
            besides: "Customer_Invoice_ID"
        )
        invoiceID
        rule.constant(\.type, .standard, because: "adjustments are elements of another type")
        rule.workdayReference(
            "\(invoiceData)/Company_Reference",
            to: \.issuer,
            "issuer",
            object: "Company",
            types: companyTypes
        )
        rule.workdayCurrency(
            "\(invoiceData)/Currency_Reference",
            "currency",
            isRequired: true,
            get: { $0.currency },
            set: { $0.currency = $1 }
        )
        rule.workdayReference(
            "\(invoiceData)/Customer_Reference",
            to: \.soldTo,
            "soldTo",
            object: "Customer",
            types: customerTypes
        )
        rule.workdayReference(
            "\(invoiceData)/Billable_Project_Reference",
            to: \.projects,
            "projects",
            object: "Project",
            types: projectTypes
        )
        rule.same("\(invoiceData)/Invoice_Number", to: \.number)
        rule.workdayDate("\(invoiceData)/Invoice_Date", to: \.issueDate, "issueDate")
        rule.workdayDate("\(invoiceData)/Accounting_Date", to: \.accountingDate, "accountingDate")
        rule.workdayInterval(
            from: "\(invoiceData)/From_Date",
            through: "\(invoiceData)/To_Date",
            to: \.service,
            "service"
        )
        rule.workdayDate("\(invoiceData)/Due_Date_Override", to: \.dueDate, "dueDate")
        collectionStatus
        paymentTerms
        invoiceStates("\(invoiceData)/Document_Status", "\(invoiceData)/Payment_Status")
        rule.constant(\.deliveryStatus, .pending, because: "the element does not say whether it reached its recipient")
        purchaseOrder("\(invoiceData)/Customer_PO_Number")
        memo("\(invoiceData)/Memo")
        invoiceLines
        totals
        rule.keepRest()
    }

    /// Where invoices stand as documents, by Workday's words.
    public static let documentStatus = Crosswalk(
        "workday-document-status",
        unmapped: .keep,
        [
            .init("Draft", "draft"), .init("In Progress", "inReview"), .init("Approved", "issued"),
            .init("Denied", "draft", .narrower), .init("Canceled", "cancelled"), .init("Cancelled", "cancelled"),
        ]
    )

    /// How much of invoices is paid, by Workday's words.
    public static let paymentStatus = Crosswalk(
        "workday-payment-status",
        unmapped: .keep,
        [
            .init("Unpaid", "unpaid"), .init("Partially Paid", "partlyPaid"), .init("Paid", "paid"),
            .init("Written Off", "writtenOff"),
        ]
    )

    static let invoiceData = "/Customer_Invoice_Data"

    // MARK: Names

    /// The reference ID, which stands in the data too, and there alone where the reference has no other than the
    /// Workday ID.
    private static var invoiceID: MappingRule<Invoice> {
        .convert(
            "same",
            ["\(invoiceData)/Customer_Invoice_ID"],
            to: "header.externalReferences",
            law: .iso,
            note: "a second name of the object, if the reference has not said it",
            read: { input, record in
                guard let value: String = input.value(0), !value.isEmpty else { return input.keep(0) }
                let name = "Customer_Invoice.Customer_Invoice_ID"
                guard !record.header.externalReferences.contains(where: { $0.objectType == name }) else {
                    // Where the two are not the same, what stands here is nobody's name.
                    if !record.header.externalReferences.contains(where: { $0.objectType == name && $0.value == value })
                    {
                        input.keep(0)
                    }
                    return
                }
                record.header.externalReferences.append(
                    ExternalReference(
                        system: input.context.system,
                        objectType: name,
                        value: value,
                        use: .secondary
                    )
                )
            },
            write: { record, output in
                let reference = record.header.externalReferences.first { reference in
                    reference.system == output.context.system
                        && reference.objectType == "Customer_Invoice.Customer_Invoice_ID"
                }
                output.set(0, reference?.value)
            }
        )
    }

    // MARK: Statuses

    /// Document, posting and payment.
    static func invoiceStates(_ document: String, _ payment: String) -> [MappingRule<Invoice>] {
        [
            .asking(documentStatus) { table in
                .convert(
                    "derive",
                    [document],
                    to: "documentStatus",
                    law: .oneWay("Workday works the status out of approval"),
                    note: "crosswalk \(table.name); draft where there is none",
                    read: { input, record in
                        input.keep(0)
                        let status: String? = input.value(0)
                        let code = status.flatMap { input.workdayCode($0, table) } ?? "draft"
                        record.documentStatus = DocumentStatus(rawValue: code)
                    },
                    write: nil
                )
            },
            .derive(
                "postingStatus",
                from: [document],
                because: "invoices are in the books from their approval on, until they are cancelled"
            ) { _, record in
                record.postingStatus =
                    switch record.documentStatus {
                    case .issued: .posted
                    case .cancelled: .reversed
                    default: .unposted
                    }
            },
            .asking(paymentStatus) { table in
                .convert(
                    "derive",
                    [payment],
                    to: "paymentStatus",
                    law: .oneWay("Workday works the status out of what was applied"),
                    note: "crosswalk \(table.name); unpaid where there is none",
                    read: { input, record in
                        input.keep(0)
                        let status: String? = input.value(0)
                        let code = status.flatMap { input.workdayCode($0, table) } ?? "unpaid"
                        record.paymentStatus = PaymentStatus(rawValue: code)
                    },
                    write: nil
                )
            },
        ]
    }

    private static var collectionStatus: MappingRule<Invoice> {
        .convert(
            "derive",
            ["\(invoiceData)/Dispute_Date", "\(invoiceData)/Dispute_Amount"],
            to: "collectionStatus",
            law: .oneWay("disputes are kept with their amounts and reasons"),
            note: "disputed where there is an amount or a date of a dispute, else current",
            read: { input, record in
                let amount: ExactDecimal? = input.value(1)
                for index in 0..<2 { input.keep(index) }
                let hasDate = input[0].text.map { !$0.isEmpty } ?? false
                record.collectionStatus = amount.map { !$0.isZero } ?? hasDate ? .disputed : .current
            },
            write: nil
        )
    }

    // MARK: Terms and texts

    private static var paymentTerms: MappingRule<Invoice> {
        let reference = "\(invoiceData)/Payment_Terms_Reference"
        return .convert(
            "same",
            ["\(reference)/ID", "\(reference)/@Descriptor"],
            to: "paymentTerms",
            law: .lossy(oneID),
            note: "Payment_Terms_ID and label; the days where one of them is \"Net 30\" or the like",
            read: { input, record in
                let ids: TypedIDs? = input.value(0)
                guard let code = ids?["Payment_Terms_ID"] else {
                    for index in 0..<2 { input.keep(index) }
                    return
                }
                let name: String? = input.value(1)
                if input[1].kind == .null { input.keep(1) }
                let days = name.flatMap(netDays) ?? netDays(code)
                record.paymentTerms = PaymentTerms(netDays: days) { terms in
                    terms.code = code
                    terms.name = name
                }
            },
            write: { record, output in
                guard let terms = record.paymentTerms, let code = terms.code else {
                    if record.paymentTerms != nil { output.leave(0) }
                    return output.leave(1)
                }
                output.set(0, TypedIDs("Payment_Terms_ID", code))
                if let name = terms.name { output.set(1, name) } else { output.leave(1) }
            }
        )
    }

    /// The days that the name of terms of payment gives: 30 for `Net 30` and `NET_30`.
    static func netDays(_ name: String) -> Int? {
        let words = name.split { $0 == " " || $0 == "_" }
        guard words.count == 2, words[0].lowercased() == "net", let days = Int(words[1]), (0...999).contains(days)
        else {
            return name.lowercased() == "due on receipt" || name.lowercased() == "immediate" ? 0 : nil
        }
        return days
    }

    /// The customer's number of its purchase order.
    static func purchaseOrder(_ pointer: String) -> MappingRule<Invoice> {
        .convert(
            "same",
            [pointer],
            to: "purchaseOrders",
            law: .lossy("Workday has one purchase order"),
            note: "the customer's number; the first of the list",
            read: { input, record in
                guard let number: String = input.value(0), !number.isEmpty else { return input.keep(0) }
                record.purchaseOrders = [PurchaseOrderReference(number)]
            },
            write: { record, output in output.set(0, record.purchaseOrders.first?.number) }
        )
    }

    /// What the customer reads on the invoice.
    static func memo(_ pointer: String) -> MappingRule<Invoice> {
        .convert(
            "same",
            [pointer],
            to: "notes",
            law: .lossy("Workday has one memo"),
            note: "the first of the list",
            read: { input, record in
                guard let text: String = input.value(0), !text.isEmpty else { return input.keep(0) }
                record.notes = [text]
            },
            write: { record, output in output.set(0, record.notes.first) }
        )
    }

    // MARK: Totals

    private static var totals: MappingRule<Invoice> {
        .convert(
            "derive",
            [
                "\(invoiceData)/Customer_Invoice_Line_Replacement_Data", "\(invoiceData)/Tax_Code_Data",
                "\(invoiceData)/Amount_Due", "\(invoiceData)/Currency_Reference/ID",
            ],
            to: "totals",
            law: .oneWay("Workday adds them up from the lines"),
            note: "lines and tax added up, if every line or every tax code says its tax; Amount_Due is outstanding",
            read: { input, record in
                input.keep(1)
                input.keep(2)
                let lines = Element(input[0])?.items ?? []
                let codes = Element(input[1])?.items ?? []
                guard !lines.isEmpty, let net = sum(lines, "Extended_Amount"),
                    let tax = sum(lines, "Calculated_Tax_Amount") ?? (codes.isEmpty ? nil : sum(codes, "Tax_Amount")),
                    let total = try? net.adding(tax)
                else { return }
                let due: ExactDecimal? = input.value(2)
                guard let currency = input.workdayCurrency(3) else { return }
                record.totals = InvoiceTotals(
                    taxExclusive: Money(net, currency),
                    taxTotal: Money(tax, currency),
                    taxInclusive: Money(total, currency),
                    payable: Money(total, currency)
                ) { totals in
                    totals.lineTotal = Money(net, currency)
                    totals.outstanding = due.map { Money($0, currency) }
                }
            },
            write: nil
        )
    }

    /// The sum of a number that every element has; nil if one has none.
    private static func sum(_ elements: [Element], _ name: String) -> ExactDecimal? {
        var sum: ExactDecimal?
        for element in elements {
            guard let text = element[name]?.text, let number = try? ExactDecimal(text) else { return nil }
            guard let next = try? (sum ?? .zero).adding(number) else { return nil }
            sum = next
        }
        return sum
    }
}
