public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension NetSuite {
    /// `invoice`: a demand for money, with the lines of its `item` list, and behind them those of `time`, `expCost` and
    /// `itemCost` that are billed with it.
    ///
    /// Status and totals are NetSuite's to work out, and are read only. A line of time or cost has a number that says where
    /// it stands, `time/88201` or `expCost/7001/2`, and is written back there. What could be billed and is not (`apply` is
    /// false) is no line, and stays as it is; a line that is taken out is not billed any more.
    ///
    /// Accounts without subsidiaries have one legal entity; the identity crosswalk is asked for it as subsidiary `1`.
    public static let invoice = Mapping<Invoice>(
        "netsuite/invoice",
        version: 1,
        object: "invoice",
        api: api,
        update: update,
        fields: invoiceFields
    ) { rule in
        rule.constant(\.type, .standard, because: "the record's type says it")
        billingDocument("invoice")
        rule.same("/dueDate", to: \.dueDate)
        rule.netsuiteTerms(to: \.paymentTerms)
        source(of: "salesOrder", named: "Sales Order", target: "contract") { record in
            record.contract?.text
        } set: { record, id in
            record.contract = try? RecordID(id)
        }
        rule.drop("/createdFrom/links", because: linksReason)
        rule.keepRest()
    }

    /// `creditMemo`: an invoice's giving back, by the rules of invoices.
    public static let creditMemo = Mapping<Invoice>(
        "netsuite/credit-memo",
        version: 1,
        object: "creditMemo",
        api: api,
        update: update,
        fields: creditMemoFields
    ) { rule in
        rule.constant(\.type, .creditNote, because: "the record's type says it")
        billingDocument("creditMemo")
        source(of: "invoice", named: "Invoice", target: "corrects") { record in
            record.corrects.first?.text
        } set: { record, id in
            record.corrects = (try? RecordID(id)).map { [$0] } ?? []
        }
        rule.drop("/createdFrom/links", because: linksReason)
        rule.netsuiteLinks(["apply"])
        rule.keepRest()
    }

    /// Where documents stand, by the names of NetSuite's statuses.
    public static let documentStatus = Crosswalk(
        "netsuite-document-status",
        unmapped: .keep,
        [
            .init("Open", "issued"), .init("Paid In Full", "issued"), .init("Fully Applied", "issued"),
            .init("Pending Approval", "inReview"), .init("Rejected", "draft", .narrower), .init("Voided", "void"),
        ]
    )

    /// The approval statuses of transactions, by the ids of NetSuite's own list.
    public static let transactionApproval = Crosswalk(
        "netsuite-transaction-approval",
        unmapped: .reject,
        [.init("1", "submitted"), .init("2", "approved"), .init("3", "rejected")]
    )

    /// What kinds of lines items make, by the ids of NetSuite's types of items.
    public static let itemType = Crosswalk(
        "netsuite-item-type",
        unmapped: .fixed("fee"),
        [
            .init("Service", "fee"), .init("OthCharge", "fee"), .init("NonInvtPart", "material"),
            .init("InvtPart", "material"), .init("Assembly", "material"), .init("Kit", "material"),
            .init("DwnLdItem", "material"), .init("Discount", "discount"), .init("Markup", "fee"),
            .init("Description", "text"), .init("Subtotal", "text"), .init("Payment", "advance"),
        ]
    )

    // MARK: What invoices and credit memos share

    private static func billingDocument(_ object: String) -> [MappingRule<Invoice>] {
        typealias Rule = MappingRule<Invoice>
        return Rule.netsuiteHeader(object) + [Rule.same("/tranId", to: \.number)] + states
            + Rule.netsuiteReference("/entity", to: \.soldTo, object: "customer")
            + [issuer, Rule.drop("/subsidiary/links", because: linksReason), project]
            + [
                Rule.drop("/job/links", because: linksReason), Rule.same("/tranDate", to: \.issueDate),
                Rule.interval(
                    from: "/startDate",
                    through: "/endDate",
                    to: \.service,
                    note: "from the start through the end"
                ),
                accountingPeriod, Rule.drop("/postingPeriod/links", because: linksReason), purchaseOrder, message,
            ]
            + Rule.netsuiteCurrency(to: \.currency, "currency")
            + [totals, invoiceLines(of: object)] + Rule.netsuiteList("item", "lines", isNeeded: true)
            + billedLines(of: object)
            + Rule.netsuiteComputed(
                ["/estGrossProfit", "/estGrossProfitPercent", "/totalCostEstimate"],
                because: "NetSuite estimates it out of the lines"
            )
            + Rule.netsuiteLinks([
                "customForm", "account", "department", "class", "location", "billingAddress", "shippingAddress",
                "salesRep", "salesTeam", "partners", "nexus", "billAddressList", "shipAddressList",
            ])
    }

    /// The name of a status where there is one, and else its id.
    @Sendable
    private static func invoiceStatusName(_ input: RuleInput) -> (code: String, source: Int)? {
        let index = input[1].isPresent ? 1 : 0
        return input[index].text.map { ($0, index) }
    }

    private static var states: [MappingRule<Invoice>] {
        [
            .asking(documentStatus, code: invoiceStatusName) { documentStatus in
                .derive(
                    "documentStatus",
                    from: ["/status/id", "/status/refName"],
                    because: "NetSuite works the status out of approval, payment and voiding"
                ) { input, record in
                    let index = input[1].isPresent ? 1 : 0
                    guard let status: String = input.value(index) else {
                        record.documentStatus = .issued
                        return
                    }
                    if let code = input.target(of: status, documentStatus, source: index) {
                        record.documentStatus = DocumentStatus(rawValue: code)
                    }
                }
            },
            .asking(documentStatus, code: invoiceStatusName) { documentStatus in
                .derive(
                    "postingStatus",
                    from: ["/status/id", "/status/refName"],
                    because: "documents are in the books once they are approved, until they are voided"
                ) { input, record in
                    let status = input[1].text ?? input[0].text ?? "Open"
                    record.postingStatus =
                        switch documentStatus.target(of: status, on: input.context.day(for: documentStatus)) {
                        case "issued": .posted
                        case "void": .reversed
                        default: .unposted
                        }
                }
            },
            .constant(\.collectionStatus, .current, because: "dunning has records of its own, where it is installed"),
            .constant(\.deliveryStatus, .pending, because: "the record does not say whether it reached its recipient"),
            .drop("/status/links", because: linksReason),
            .derive(
                "paymentStatus",
                from: ["/amountRemaining", "/amountPaid", "/total", "/status/refName"],
                because: "NetSuite works it out of what was applied"
            ) { input, record in
                let remaining: ExactDecimal? = input.value(0)
                let paid: ExactDecimal? = input.value(1)
                let total: ExactDecimal? = input.value(2)
                let status = input[3].text
                if status == "Paid In Full" || status == "Fully Applied" {
                    record.paymentStatus = .paid
                } else if let paid, paid > ExactDecimal.zero {
                    record.paymentStatus = .partlyPaid
                } else if let remaining, let total, remaining < total {
                    record.paymentStatus = remaining > ExactDecimal.zero ? .partlyPaid : .paid
                } else {
                    record.paymentStatus = .unpaid
                }
            },
            .asking(transactionApproval) { transactionApproval in
                .convert(
                    "code",
                    ["/approvalStatus/id"],
                    to: "approval",
                    law: .iso,
                    note: "crosswalk \(transactionApproval.name)",
                    read: { input, record in
                        guard let code: String = input.value(0) else {
                            if !input[0].isPresent { input.keep(0) }
                            return
                        }
                        guard let state = input.target(of: code, transactionApproval) else { return }
                        record.approval = Approval(ApprovalState(rawValue: state))
                    },
                    write: { record, output in
                        if let approval = record.approval {
                            output.set(0, approval.state.rawValue, through: transactionApproval)
                        }
                    }
                )
            },
            .drop("/approvalStatus/links", because: linksReason),
        ]
    }

    /// The subsidiary; the firm itself where the account has none.
    private static var issuer: MappingRule<Invoice> {
        .convert(
            "reference",
            ["/subsidiary/id"],
            to: "issuer",
            law: .lossy("accounts without subsidiaries go by subsidiary 1, which is written where there was none"),
            note: "subsidiary through the identity crosswalk; subsidiary 1 where the account has none",
            read: { input, record in
                if input[0].isPresent, input[0].text != "" {
                    if let id: RecordID<LegalEntity> = input.canonicalID(0, objectType: "subsidiary") {
                        record.issuer = id
                    }
                    return
                }
                input.keep(0)
                let key = ExternalKey(system: input.context.system, objectType: "subsidiary", value: "1")
                guard let text = input.context.identities.canonicalID(of: key),
                    let id = try? RecordID<LegalEntity>(text)
                else {
                    input.report(
                        .missing,
                        expected: "a subsidiary, or a legal entity that the identity crosswalk knows as subsidiary 1",
                        remedy: "Add the firm's legal entity to the crosswalk."
                    )
                    return
                }
                record.issuer = id
            },
            write: { record, output in output.setExternal(0, record.issuer.text, objectType: "subsidiary") }
        )
    }

    private static var project: MappingRule<Invoice> {
        .convert(
            "reference",
            ["/job/id"],
            to: "projects",
            law: .lossy("NetSuite bills one project with a document"),
            note: "job through the identity crosswalk; the first of the list",
            read: { input, record in
                let id: RecordID<Project>? = input.canonicalID(0, objectType: "job")
                if let id { record.projects = [id] } else if !input[0].isPresent { input.keep(0) }
            },
            write: { record, output in
                if let id = record.projects.first { output.setExternal(0, id.text, objectType: "job") }
            }
        )
    }

    private static var accountingPeriod: MappingRule<Invoice> {
        .derive(
            "accountingPeriod",
            from: ["/postingPeriod/refName"],
            because: "NetSuite takes periods by id; the name is what people know them by"
        ) { input, record in
            record.accountingPeriod = input.value(0)
        }
    }

    private static var purchaseOrder: MappingRule<Invoice> {
        .convert(
            "same",
            ["/otherRefNum"],
            to: "purchaseOrders",
            law: .lossy("NetSuite has one purchase order"),
            note: "the customer's number; the first of the list",
            read: { input, record in
                guard let number: String = input.value(0), !number.isEmpty else {
                    if !input[0].isPresent || input[0].text == "" { input.keep(0) }
                    return
                }
                record.purchaseOrders = [PurchaseOrderReference(number)]
            },
            write: { record, output in output.set(0, record.purchaseOrders.first?.number) }
        )
    }

    private static var message: MappingRule<Invoice> {
        .convert(
            "same",
            ["/message"],
            to: "notes",
            law: .lossy("NetSuite has one message"),
            note: "the message to the customer; the first of the list",
            read: { input, record in
                guard let text: String = input.value(0), !text.isEmpty else {
                    if !input[0].isPresent || input[0].text == "" { input.keep(0) }
                    return
                }
                record.notes = [text]
            },
            write: { record, output in output.set(0, record.notes.first) }
        )
    }

    /// What the document was made from, if it is of the kind that the field is about.
    ///
    /// The reference itself does not say the kind of its object; its name begins with it, in the language of the user.
    private static func source(
        of objectType: String,
        named title: String,
        target: String,
        get: @escaping @Sendable (Invoice) -> String?,
        set: @escaping @Sendable (inout Invoice, String) -> Void
    ) -> MappingRule<Invoice> {
        .convert(
            "reference",
            ["/createdFrom/id", "/createdFrom/refName"],
            to: target,
            law: .iso,
            note: "\(objectType) through the identity crosswalk, if the name begins with \"\(title)\"; else it is kept",
            read: { input, record in
                input.keep(1)
                guard let value: String = input.value(0), input[1].text?.hasPrefix(title + " ") == true else {
                    input.keep(0)
                    return
                }
                let key = ExternalKey(system: input.context.system, objectType: objectType, value: value)
                guard let id = input.context.identities.canonicalID(of: key) else {
                    input.report(
                        .unresolvedReference,
                        expected: "an object of type \(objectType) that the identity crosswalk knows",
                        severity: .warning,
                        remedy: "Load the \(objectType) first, or add it to the crosswalk."
                    )
                    input.keep(0)
                    return
                }
                set(&record, id)
            },
            write: { record, output in
                if let id = get(record) { output.setExternal(0, id, objectType: objectType) }
            }
        )
    }

    private static var totals: MappingRule<Invoice> {
        .derive(
            "totals",
            from: [
                "/total", "/taxTotal", "/subtotal", "/amountRemaining", "/shippingCost", "/discountTotal",
                "/currency/id", "/currency/refName",
            ],
            because: "NetSuite works the totals out of the lines"
        ) { input, record in
            guard let total: ExactDecimal = input.value(0) else { return }
            let tax: ExactDecimal = input.value(1) ?? .zero
            guard let currency = input.netsuiteCurrency(id: 6, name: 7) else { return }
            guard let net = try? total.subtracting(tax) else {
                input.report("invoice.totals", source: 1, expected: "a tax that can be taken off the total")
                return
            }
            let lines: ExactDecimal? = input.value(2)
            let remaining: ExactDecimal? = input.value(3)
            let shipping: ExactDecimal? = input.value(4)
            let discount: ExactDecimal? = input.value(5)
            var totals = InvoiceTotals(
                taxExclusive: Money(net, currency),
                taxTotal: Money(tax, currency),
                taxInclusive: Money(total, currency),
                payable: Money(total, currency)
            )
            if let lines { totals.lineTotal = Money(lines, currency) }
            if let remaining { totals.outstanding = Money(remaining, currency) }
            if let shipping { totals.chargeTotal = Money(shipping, currency) }
            // NetSuite writes what is taken off with a minus, the model without.
            if let discount, let amount = try? ExactDecimal.zero.subtracting(discount) {
                totals.allowanceTotal = Money(amount, currency)
            }
            record.totals = totals
        }
    }
}
