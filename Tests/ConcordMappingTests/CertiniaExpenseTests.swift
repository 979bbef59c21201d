import Concord
import Testing

@Suite("Certinia expenses")
struct CertiniaExpenseTests {
    @Test func theyKeepTheLaws() throws { try PackTrial.expectLaws(Certinia.expense, .certiniaExpense, .expense) }

    @Test func theyAreMappedAsWritten() throws { try PackTrial.expectTable(Certinia.expense, "certinia-expense.md") }

    @Test func theyHaveWhatTheyHave() throws {
        let costs = try PackTrial.records(Certinia.expense, of: "certinia/expenses.json")
        try #require(costs.count == 3)
        let cost = costs[0]
        #expect(cost.id == "salesforce:emea/pse__Expense__c/a1p5g000000QwErAAK")
        #expect(cost.header.displayNumber == "E-031177")
        #expect(cost.kind == .expense)
        #expect(cost.category == Coding("Lodging (Room and Tax)", system: "certinia/pse__Expense__c.pse__Type__c"))
        #expect(cost.date.description == "2026-11-04")
        #expect(cost.resource == "salesforce:emea/Contact/0035g00000Lm6FTAAZ")
        #expect(cost.project == "salesforce:emea/pse__Proj__c/a3r5g000000d0SbAAI")
        #expect(cost.internalDescription == "Hotel Duisburg, 1 Nacht (Frühstück \"privat\")")
        #expect(cost.customerDescription == nil)
        #expect(cost.cost.transaction == PackTrial.money("142.80", "EUR"))
        #expect(cost.taxAmount == PackTrial.money("9.34", "EUR"))
        #expect(cost.reimbursable == true)
        #expect(cost.approval.state == .approved)
        #expect(cost.billability == .billable)
        #expect(cost.billingState == .unbilled)
        #expect(cost.markup?.description == "5.00")
        #expect(cost.billAmount == PackTrial.money("149.94", "EUR"))
        #expect(cost.quantity == nil)
        let rest = cost.header.remarks?.unmapped?.text ?? ""
        #expect(rest.contains(#""pse__Expense_Report__c":"a1o5g000000ReP1AAK""#))
        #expect(!rest.contains("pse__Amount_To_Bill__c"))
        // A drive, held back; and one in a currency of its own, billed.
        #expect(costs[1].kind == .mileage)
        #expect(costs[1].quantity?.value.description == "212.00")
        #expect(costs[1].quantity?.unit == .kilometre)
        #expect(costs[1].billingState == .onHold)
        #expect(costs[1].reimbursable == nil)
        #expect(costs[2].cost.transaction == PackTrial.money("88.0", "CHF"))
        #expect(costs[2].billAmount == PackTrial.money("92.31", "EUR"))
        #expect(costs[2].billingState == .billed)
        #expect(costs[2].reimbursable == false)
        #expect(costs[2].approval.state == .submitted)
    }

    @Test func whatIsMissingIsReported() throws {
        let id = #""Id":"a1p5g000000QwErAAK","pse__Expense_Date__c":"2026-11-04","pse__Status__c":"Draft""#
        #expect(try PackTrial.outcome(Certinia.expense, id).allIssues.map(\.source) == ["/pse__Amount__c"])
        let drive = try PackTrial.outcome(Certinia.expense, id + #","pse__Amount__c":12,"pse__Distance__c":40"#)
        #expect(drive.allIssues.map(\.severity) == [.warning])
        let record = try drive.records()[0]
        #expect(record.kind == .mileage)
        #expect(record.quantity == nil)
        #expect(record.header.remarks?.unmapped?.text == #"{"pse__Distance__c":40}"#)
    }
}

extension PayloadRecipe {
    static let certiniaExpense = pack(
        "a1p",
        required: ["/pse__Expense_Date__c", "/pse__Amount__c", "/pse__Status__c"],
        [
            "/Name": [#""E-031177""#],
            "/pse__Type__c": [#""Airfare""#, #""Auto Mileage""#, #""Lodging (Room and Tax)""#],
            "/pse__Distance__c": ["212.00", "0", "1.2E2"],
            "/pse__Rate_Unit__c": [#""Mile""#, #""Kilometer""#],
            "/pse__Expense_Date__c": [#""2026-11-04""#, #""2024-02-29""#],
            "/pse__Resource__c": ids("003"),
            "/pse__Project__c": ids("a3r"),
            "/pse__Description__c": texts,
            "/pse__Incurred_Tax__c": ["9.34", "0"],
            "/pse__Amount__c": amounts,
            "/CurrencyIsoCode": currencies,
            "/pse__Non_Reimbursible__c": flags,
            "/pse__Status__c": [#""Draft""#, #""Submitted""#, #""Approved""#, #""Rejected""#],
            "/pse__Billable__c": flags,
            "/pse__Billed__c": flags,
            "/pse__Billing_Hold__c": flags,
            "/pse__Billable_Fee_Percentage__c": ["5.00", "0"],
            "/pse__Billing_Amount__c": amounts,
            "/pse__Billing_Currency__c": [#""EUR""#, #""USD""#],
            "/pse__Submitted__c": flags,
            "/pse__Approved__c": flags,
            "/pse__Amount_To_Bill__c": [#""EUR 142.80""#],
            "/pse__Amount_To_Reimburse__c": [#""EUR 142.80""#],
            "/pse__Billable_Fee_Flat__c": [#""EUR 0.00""#],
            "/pse__Billable_Amount__c": ["142.80"],
            "/pse__Non_Billable_Amount__c": ["0"],
        ]
    )
}

extension MappingExpectations where Target == CostTransaction {
    fileprivate static let expense = MappingExpectations(
        loose: [
            "/IsDeleted", "/CurrencyIsoCode", "/pse__Billed__c", "/pse__Billing_Hold__c", "/pse__Billing_Currency__c",
        ],
        changes: packIdentity("pse__Expense__c") + fields + amounts
    )

    private static let fields: [Change] = {
        var changes: [Change] = []
        changes += field("/Name", \.header.displayNumber, ["E-1"])
        changes += field("/pse__Resource__c", \.resource, ids("Contact"))
        changes += field("/pse__Project__c", \.project, ids("pse__Proj__c"))
        changes += field("/pse__Description__c", \.internalDescription, ["a\u{0}b", ""])
        changes += field("/pse__Billable_Fee_Percentage__c", \.markup, [Percentage(ExactDecimal(7))])
        changes += field("/pse__Non_Reimbursible__c", \.reimbursable, [true, false], clears: false)
        changes.append(required("/pse__Expense_Date__c", \.date, ["2027-12-31"].compactMap { try? LocalDate($0) }))
        changes.append(required("/pse__Status__c", \.approval.state, [.draft, .submitted, .approved, .rejected]))
        changes.append(required("/pse__Billable__c", \.billability, [.billable, .nonBillable]))
        changes.append(
            change(
                "set the billing",
                ["/pse__Billed__c", "/pse__Billing_Hold__c"],
                [BillingState.billed, .onHold, .unbilled]
            ) { $0.billingState = $1 }
        )
        changes.append(
            change("set the type", ["/pse__Type__c"], ["Auto Mileage", "Taxi"]) { cost, type in
                let rest = cost.header.remarks?.unmapped?.text ?? ""
                let isFar = rest.contains(#""pse__Distance__c":"#) && !rest.contains(#""pse__Distance__c":null"#)
                cost.kind = type == "Auto Mileage" || cost.quantity != nil || isFar ? .mileage : .expense
                cost.category = Coding(type, system: "certinia/pse__Expense__c.pse__Type__c")
            }
        )
        return changes
    }()

    private static let amounts: [Change] = {
        var changes: [Change] = []
        changes.append(
            change("set the amount", ["/pse__Amount__c", "/CurrencyIsoCode", "/pse__Incurred_Tax__c"], ["USD", "CHF"]) {
                cost,
                currency in
                guard let amount = PackTrial.money("77.10", currency) else { return }
                cost.cost = MoneyInContext(amount)
                cost.taxAmount = PackTrial.money("7.00", currency)
            }
        )
        changes.append(
            change("clear the tax", ["/pse__Incurred_Tax__c"], [0]) { cost, _ in
                cost.taxAmount = nil
                CostTransaction.schema.setNull(\.taxAmount, in: &cost)
            }
        )
        changes.append(
            change("set what is billed", ["/pse__Billing_Amount__c", "/pse__Billing_Currency__c"], ["USD", "CHF"]) {
                $0.billAmount = PackTrial.money("80.00", $1)
            }
        )
        changes.append(
            change("set the drive", ["/pse__Distance__c", "/pse__Rate_Unit__c"], [UnitCode.mile, .kilometre]) {
                cost,
                unit in
                cost.quantity = Quantity(ExactDecimal(42), unit)
                cost.kind = .mileage
            }
        )
        return changes
    }()
}
