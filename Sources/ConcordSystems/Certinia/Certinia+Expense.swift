public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Certinia {
    /// `pse__Expense__c`: a cost that somebody incurred on a project.
    ///
    /// An expense is in the currency of the project or of the organisation (`CurrencyIsoCode`), and is billed in that of
    /// `pse__Billing_Currency__c`. The description is taken for the firm's own eyes: nothing in Certinia says that a
    /// customer may read it.
    public static let expense = Mapping<CostTransaction>(
        "certinia/expense",
        version: 1,
        object: "pse__Expense__c",
        api: api,
        update: Salesforce.update.without("/Name"),
        fields: expenseFields
    ) { rule in
        rule.salesforceHeader("pse__Expense__c")
        rule.same("/Name", to: \.header.displayNumber)
        rule.coding("/pse__Type__c", to: \.category, list: "certinia/pse__Expense__c.pse__Type__c")
        rule.derive(
            "kind",
            from: ["/pse__Type__c", "/pse__Distance__c"],
            because: "it is read off type and distance, which are kept as category and quantity"
        ) { input, record in
            record.kind = input[0].text == "Auto Mileage" || input[1].isPresent ? .mileage : .expense
        }
        rule.same("/pse__Expense_Date__c", to: \.date)
        rule.reference("/pse__Resource__c", to: \.resource, object: "Contact", normalise: Salesforce.normalised)
        rule.reference("/pse__Project__c", to: \.project, object: "pse__Proj__c", normalise: Salesforce.normalised)
        rule.same("/pse__Description__c", to: \.internalDescription)
        distance
        // The tax shares the amount's currency, and has no say in it where there is none.
        rule.money(amount: "/pse__Incurred_Tax__c", currency: "/CurrencyIsoCode", to: \.taxAmount)
        expenseAmount
        rule.salesforceOpposite("/pse__Non_Reimbursible__c", to: \.reimbursable, "reimbursable")
        rule.code("/pse__Status__c", to: \.approval.state, expenseStatus)
        rule.salesforceFlag("/pse__Billable__c", to: \.billability, "billability", yes: .billable, no: .nonBillable)
        expenseBilling
        rule.constant(\.costState, .unposted, because: "the expense does not say; the accounting system does")
        rule.same("/pse__Billable_Fee_Percentage__c", to: \.markup)
        rule.money(amount: "/pse__Billing_Amount__c", currency: "/pse__Billing_Currency__c", to: \.billAmount)
        rule.drop("/pse__Submitted__c", because: "it repeats the status")
        rule.drop("/pse__Approved__c", because: "it repeats the status")
        rule.drop("/pse__Amount_To_Bill__c", because: formulaReason)
        rule.drop("/pse__Amount_To_Reimburse__c", because: formulaReason)
        rule.drop("/pse__Billable_Fee_Flat__c", because: formulaReason)
        rule.drop("/pse__Billable_Amount__c", because: "it is the amount, if the expense is billable")
        rule.drop("/pse__Non_Billable_Amount__c", because: "it is the amount, if the expense is not billable")
        rule.keepRest()
    }

    /// The statuses that Certinia ships with.
    public static let expenseStatus = Crosswalk(
        "certinia-expense-status",
        unmapped: .reject,
        [
            .init("Draft", "draft"), .init("Submitted", "submitted"), .init("Approved", "approved"),
            .init("Rejected", "rejected"),
        ]
    )

    private static let formulaReason = "it is text for people, made by a formula; amount and currency are beside it"

    /// How far somebody drove.
    private static var distance: MappingRule<CostTransaction> {
        .convert(
            "units",
            ["/pse__Distance__c", "/pse__Rate_Unit__c"],
            to: "quantity",
            law: .iso,
            note: "Kilometer and Mile; a distance without a unit is kept as it is",
            read: { input, record in
                let distance: ExactDecimal? = input.value(0)
                let unit: UnitCode? =
                    switch input[1].text {
                    case "Kilometer": .kilometre
                    case "Mile": .mile
                    default: nil
                    }
                guard let distance, let unit else {
                    for index in 0..<2 { input.keep(index) }
                    if input[0].isPresent {
                        input.report(
                            .unknownCode,
                            source: 1,
                            expected: "\"Kilometer\" or \"Mile\"; the distance is kept beside the record",
                            severity: .warning
                        )
                    }
                    return
                }
                record.quantity = Quantity(distance, unit)
            },
            write: { record, output in
                guard let quantity = record.quantity else { return output.leave(1) }
                guard quantity.unit == .kilometre || quantity.unit == .mile else {
                    return (0..<2).forEach(output.leave)
                }
                output.set(0, quantity.value)
                output.set(1, quantity.unit == .mile ? "Mile" : "Kilometer")
            }
        )
    }

    /// The cost itself, without which there is none.
    private static var expenseAmount: MappingRule<CostTransaction> {
        .convert(
            "money",
            ["/pse__Amount__c", "/CurrencyIsoCode"],
            to: "cost.transaction",
            law: .iso,
            note: "currency of the field, or of the tenant; scale kept; required",
            read: { input, record in
                guard let amount: ExactDecimal = input.value(0) else {
                    if !input[0].isPresent {
                        input.report(
                            .missing,
                            expected: "the amount; a cost must have one",
                            remedy: "Fill the field in the source, or ask for it in the query."
                        )
                    }
                    return
                }
                if input[1].kind == .null { input.keep(1) }
                guard let currency = input.currency(1) else { return }
                record.cost = MoneyInContext(Money(amount, currency))
            },
            write: { record, output in
                output.set(0, record.cost.transaction.amount)
                output.setCurrency(1, record.cost.transaction.currency)
            }
        )
    }

    /// Where the expense stands in billing: billed, held back, or neither.
    private static var expenseBilling: MappingRule<CostTransaction> {
        .convert(
            "code",
            ["/pse__Billed__c", "/pse__Billing_Hold__c"],
            to: "billingState",
            law: .lossy("two flags have three states"),
            note: "billed is billed; else held is onHold; else unbilled",
            read: { input, record in
                let isBilled: Bool? = input.value(0)
                let isHeld: Bool? = input.value(1)
                for index in 0..<2 where input[index].kind == .null { input.keep(index) }
                if isBilled == true {
                    record.billingState = .billed
                    // It says so of a hold that came too late.
                    if isHeld == true { input.keep(1) }
                } else {
                    record.billingState = isHeld == true ? .onHold : .unbilled
                }
            },
            write: { record, output in
                switch record.billingState {
                case .billed:
                    output.set(0, true)
                    output.leave(1)
                case .onHold:
                    output.assume(0, false)
                    output.set(1, true)
                case .unbilled:
                    output.assume(0, false)
                    output.assume(1, false)
                default: (0..<2).forEach(output.leave)
                }
            }
        )
    }
}
