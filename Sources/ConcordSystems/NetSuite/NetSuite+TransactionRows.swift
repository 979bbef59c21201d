public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

/// Rows of `transaction` beside those of invoices; what is said of ``invoiceRow`` holds here too.
extension NetSuite {
    /// A row of `transaction` of the type `SalesOrd`: a sales order without its lines, as a contract of the type order.
    public static let salesOrderRow = Mapping<Contract>(
        "netsuite/sales-order-row",
        version: 1,
        object: "salesOrder",
        api: suiteQL,
        update: suiteQLUpdate
    ) { rule in
        rule.netsuiteRowHeader("salesOrder")
        rule.drop("/type", because: "the query asks for transactions of one type")
        rule.constant(\.type, .order, because: "the query asks for sales orders")
        rule.same("/tranid", to: \.number)
        rule.same("/memo", to: \.title)
        rule.asking(orderStatus, code: letterOfStatus) { orderStatus in
            .derive("status", from: ["/status"], because: "a row is not written") { input, record in
                guard let status: String = input.value(0) else {
                    input.keep(0)
                    return
                }
                guard let code = input.target(of: letter(status), orderStatus) else { return }
                record.status = ContractStatus(rawValue: code)
            }
        }
        rule.reference("/entity", to: \.customer, object: "customer")
        rule.reference("/subsidiary", to: \.contractingEntity, object: "subsidiary")
        rule.same("/trandate", to: \.executedOn)
        rule.netsuiteRowCurrency { $0.currency = $1 }
        rule.derive(
            "totalValue",
            from: ["/foreigntotal", "/taxtotal", "/currency", "/currencyname"],
            because: "NetSuite works the total out of the lines; what an order is worth is the total without tax"
        ) { input, record in
            guard let total: ExactDecimal = input.value(0) else {
                for index in 0..<2 { input.keep(index) }
                return
            }
            let tax: ExactDecimal = input.value(1) ?? .zero
            guard let currency = input.netsuiteCurrency(id: 2, name: 3) else { return }
            record.totalValue = (try? total.subtracting(tax)).map { Money($0, currency) }
        }
        rule.derive("purchaseOrders", from: ["/otherrefnum"], because: "a row is not written") { input, record in
            guard let number: String = input.value(0), !number.isEmpty else {
                input.keep(0)
                return
            }
            record.purchaseOrders = [PurchaseOrder(number: number)]
        }
        rule.keepRest()
    }

    /// A row of `transaction` of the type `CustPymt`: a payment without what it is applied to.
    ///
    /// Ask for `BUILTIN.DF(status) AS statusname` and `BUILTIN.DF(paymentmethod) AS paymentmethodname`: states and ways of
    /// paying are known by their names. Amounts are as SuiteQL shows them: ask for them without their sign if yours are
    /// below zero.
    public static let customerPaymentRow = Mapping<Payment>(
        "netsuite/customer-payment-row",
        version: 1,
        object: "customerPayment",
        api: suiteQL,
        update: suiteQLUpdate
    ) { rule in
        rule.netsuiteRowHeader("customerPayment")
        rule.drop("/type", because: "the query asks for transactions of one type")
        rule.same("/tranid", to: \.header.displayNumber)
        rule.constant(\.direction, .incoming, because: "refunds are transactions of another type")
        rule.derive(
            "method",
            from: ["/paymentmethod", "/paymentmethodname"],
            because: "a row is not written"
        ) { input, record in
            let code: String? = input.value(0)
            let name: String? = input.value(1)
            for index in 0..<2 where input[index].kind == .null || code == nil { input.keep(index) }
            record.method =
                code.map { Coding($0, system: "netsuite/paymentMethod", display: name) } ?? Coding("unspecified")
        }
        rule.asking(paymentState) { paymentState in
            .derive("state", from: ["/statusname"], because: "a row is not written") { input, record in
                guard let status: String = input.value(0) else {
                    input.keep(0)
                    record.state = .settled
                    return
                }
                if let state = input.target(of: status, paymentState) { record.state = PaymentState(rawValue: state) }
            }
        }
        rule.convert(
            "money",
            ["/foreigntotal", "/currency", "/currencyname"],
            to: "amount",
            law: .lossy("the currency is kept beside the record"),
            note: "in the payment's currency, by the crosswalk or by its name",
            read: { input, record in
                for index in 1...2 { input.keep(index) }
                guard let amount: ExactDecimal = input.value(0) else {
                    if !input[0].isPresent { input.report(.missing, expected: "the amount that was paid") }
                    return
                }
                guard let currency = input.netsuiteCurrency(id: 1, name: 2) else { return }
                record.amount = MoneyInContext(Money(amount, currency))
            },
            write: { record, output in
                output.set(0, record.amount.transaction.amount)
                for index in 1...2 { output.leave(index) }
            }
        )
        rule.same("/trandate", to: \.receivedOn)
        rule.reference("/entity", to: \.payer, object: "customer")
        rule.reference("/subsidiary", to: \.legalEntity, object: "subsidiary")
        rule.same("/memo", to: \.remittance)
        rule.keepRest()
    }
}
