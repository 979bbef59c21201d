public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension NetSuite {
    /// `customerPayment`: money that a customer paid, with the documents of its `apply` list.
    ///
    /// Forms list the open documents too that nothing was applied to: they come as applications of nothing. Amounts are in
    /// the payment's currency, which is that of the documents. What is applied to a journal entry is taken for an invoice;
    /// the item's `type`, which is kept, tells.
    public static let customerPayment = Mapping<Payment>(
        "netsuite/customer-payment",
        version: 1,
        object: "customerPayment",
        api: api,
        update: update,
        fields: customerPaymentFields
    ) { rule in
        rule.netsuiteHeader("customerPayment")
        rule.same("/tranId", to: \.header.displayNumber)
        rule.constant(\.direction, .incoming, because: "refunds are records of another type")
        paymentMethod("paymentMethod")
        rule.drop("/paymentMethod/links", because: linksReason)
        rule.asking(paymentState, code: NetSuite.statusName) { paymentState in
            .derive(
                "state",
                from: ["/status/refName", "/status/id"],
                because: "NetSuite works the status out of approval, deposit and voiding"
            ) { input, record in
                let index = input[0].isPresent ? 0 : 1
                guard let status: String = input.value(index) else {
                    record.state = .settled
                    return
                }
                if let state = input.target(of: status, paymentState, source: index) {
                    record.state = PaymentState(rawValue: state)
                }
            }
        }
        rule.drop("/status/links", because: linksReason)
        paymentAmount
        rule.netsuiteMoney("/unapplied", to: \.unapplied, "unapplied")
        rule.netsuiteComputed(
            ["/applied", "/total", "/balance", "/pending"],
            because: "NetSuite works it out of the payment and what it is applied to"
        )
        currencyOfPayment
        rule.drop("/currency/links", because: linksReason)
        rule.same("/tranDate", to: \.receivedOn)
        rule.netsuiteReference("/customer", to: \.payer, object: "customer")
        rule.netsuiteReference("/subsidiary", to: \.legalEntity, object: "subsidiary")
        rule.same("/checkNum", to: \.bankReference)
        rule.same("/memo", to: \.remittance)
        rule.derive(
            "accountingPeriod",
            from: ["/postingPeriod/refName"],
            because: "NetSuite takes periods by id; the name is what people know them by"
        ) { input, record in
            record.accountingPeriod = input.value(0)
        }
        rule.drop("/postingPeriod/links", because: linksReason)
        rule.each("/apply/items", to: \.applications, key: "/doc/id") { item in
            item.netsuiteReference("/doc", to: \.invoice, object: "invoice")
            applied
            item.netsuiteMoney("/disc", to: \.discountTaken, "discountTaken", level: "^")
            item.derive(
                "payment",
                from: ["^/id"],
                because: "it is the payment that the list is in"
            ) { input, record in
                record.payment = input.canonicalID(0, objectType: "customerPayment")
            }
            item.drop("/links", because: linksReason)
            item.netsuiteComputed(
                ["/due", "/total"],
                because: "NetSuite reads it off the document that the amount is applied to"
            )
            item.keepRest()
        }
        rule.netsuiteList("apply", "applications", isNeeded: false)
        rule.netsuiteLinks([
            "customForm", "account", "arAcct", "department", "class", "location", "credit", "deposit", "paymentOption",
        ])
        rule.keepRest()
    }

    /// Where payments stand, by the names of NetSuite's statuses.
    public static let paymentState = Crosswalk(
        "netsuite-payment-state",
        unmapped: .keep,
        [
            .init("Deposited", "settled"), .init("Not Deposited", "settled", .narrower),
            .init("Undeposited", "settled", .narrower), .init("Pending Approval", "pending"),
            .init("Unapproved Payment", "pending"), .init("Payment In-Transit", "authorised"),
            .init("Declined", "failed"),
            .init("Rejected", "failed", .narrower), .init("Voided", "void"),
        ]
    )

    /// The name of a status where there is one, and else its id: what crosswalks of statuses are asked.
    @Sendable
    static func statusName(_ input: RuleInput) -> (code: String, source: Int)? {
        let index = input[0].isPresent ? 0 : 1
        return input[index].text.map { ($0, index) }
    }

    /// The way of paying; `unspecified` where there is none.
    private static func paymentMethod(_ name: String) -> MappingRule<Payment> {
        .convert(
            "same",
            ["/\(name)/id", "/\(name)/refName"],
            to: "method",
            law: .iso,
            note: "as a code of netsuite/paymentMethod, with its name; \"unspecified\" where there is none",
            read: { input, record in
                let code: String? = input.value(0)
                let title: String? = input.value(1)
                for index in 0..<2 where input[index].kind == .null || code == nil { input.keep(index) }
                record.method = Coding(
                    code ?? "unspecified",
                    system: code == nil ? nil : "netsuite/paymentMethod",
                    display: code == nil ? nil : title
                )
            },
            write: { record, output in
                guard record.method.system != nil else { return output.leave(1) }
                output.set(0, record.method.code)
                output.set(1, record.method.display)
            }
        )
    }

    private static var paymentAmount: MappingRule<Payment> {
        .convert(
            "money",
            ["/payment", "/currency/id", "/currency/refName"],
            to: "amount",
            law: .iso,
            note: "in the payment's currency; scale kept",
            read: { input, record in
                guard let amount: ExactDecimal = input.value(0) else {
                    if !input[0].isPresent { input.report(.missing, expected: "the amount that was paid") }
                    return
                }
                guard let currency = input.netsuiteCurrency(id: 1, name: 2) else { return }
                record.amount = MoneyInContext(Money(amount, currency))
            },
            write: { record, output in
                output.set(0, record.amount.transaction.amount)
                output.leave(1)
                output.leave(2)
            }
        )
    }

    /// The currency of a payment is that of its amount; it is kept by its names and written by the crosswalk's id.
    private static var currencyOfPayment: MappingRule<Payment> {
        .convert(
            "reference",
            ["/currency/id", "/currency/refName"],
            to: "amount",
            law: .lossy("NetSuite takes currencies by id, which only the identity crosswalk can say"),
            note: "the amount's currency, by id through the identity crosswalk",
            read: { input, _ in
                input.keep(1)
                if input.knownCurrency(0) == nil { input.keep(0) }
            },
            write: { record, output in
                output.leave(1)
                // Accounts with one currency do not send it.
                if record.amount.transaction.currency == output.context.currency {
                    let code = record.amount.transaction.currency.description
                    let id = output.context.identities.externalValue(
                        of: code,
                        in: output.context.system,
                        objectType: "currency"
                    )
                    if let id { output.assume(0, id) } else { output.leave(0) }
                } else {
                    output.setExternal(0, record.amount.transaction.currency.description, objectType: "currency")
                }
            }
        )
    }

    /// How much is applied to a document, and that it is.
    private static var applied: MappingRule<PaymentApplication> {
        .convert(
            "money",
            ["/amount", "/apply", "^/currency/id", "^/currency/refName"],
            to: "amount",
            law: .lossy("apply says again whether the amount is more than nothing"),
            note: "in the payment's currency; nothing where apply is false",
            read: { input, record in
                let amount: ExactDecimal? = input.value(0)
                let isApplied: Bool? = input.value(1)
                if amount?.isZero != false || isApplied == false { input.keep(0) }
                let isNothing = isApplied == false && amount?.isZero == false
                if input[1].kind == .null { input.keep(1) }
                guard let currency = input.netsuiteCurrency(id: 2, name: 3) else { return }
                record.amount = Money(isNothing ? .zero : amount ?? .zero, currency)
            },
            write: { record, output in
                if record.amount.amount.isZero {
                    output.leave(0)
                    output.set(1, false)
                } else if output.set(0, record.amount, in: output.netsuiteCurrency(id: 2, name: 3)) {
                    output.set(1, true)
                } else {
                    output.leave(1)
                }
            }
        )
    }
}
