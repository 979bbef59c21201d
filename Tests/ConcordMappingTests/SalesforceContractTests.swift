import Concord
@testable import ConcordSystems
import Testing

@Suite("Contracts and orders of Salesforce")
struct SalesforceContractTests {
    @Test func contractsKeepTheLaws() throws { try PackTrial.expectLaws(Salesforce.contract, .contract, .contract) }

    @Test func ordersKeepTheLaws() throws { try PackTrial.expectLaws(Salesforce.order, .order, .order) }

    @Test func contractsAreMappedAsWritten() throws {
        try PackTrial.expectTable(Salesforce.contract, "salesforce-contract.md")
    }

    @Test func ordersAreMappedAsWritten() throws { try PackTrial.expectTable(Salesforce.order, "salesforce-order.md") }

    @Test func contractsHaveWhatTheyHave() throws {
        let contracts = try PackTrial.records(Salesforce.contract, of: "salesforce/contract-query.json")
        try #require(contracts.count == 3)
        let contract = contracts[0]
        #expect(contract.id == "salesforce:emea/Contract/8005g000000Kd2QAAS")
        #expect(contract.number == "00001482")
        #expect(contract.title == "Rahmenvertrag Northwind Rail")
        #expect(contract.type == .msa)
        #expect(contract.status == .active)
        #expect(contract.customer == "salesforce:emea/Account/0015g00000Nr4WaAAJ")
        #expect(contract.effective?.description == "2026-03-01/2029-02-28")
        #expect(contract.signature?.state == .signed)
        #expect(contract.signature?.signedOn?.description == "2026-02-19")
        #expect(contract.signature?.signatories.map(\.side) == [.customer, .firm])
        #expect(contract.signature?.signatories[0].contact == "salesforce:emea/Contact/0035g00000CuSt1AAF")
        #expect(contract.signature?.signatories[0].title == "Leiterin Einkauf")
        #expect(contract.signature?.signatories[1].resource == "salesforce:emea/User/0055g00000Bk4tTAAR")
        #expect(contract.executedOn?.description == "2026-02-19")
        #expect(contract.rateCard == "salesforce:emea/Pricebook2/01s5g000000PbEUAA0")
        #expect(contract.currency.description == "EUR")
        #expect(contract.header.remarks?.unmapped?.text.contains(#""SpecialTerms":"Skonto 2 %""#) == true)
        // A term without a last day; and a draft.
        #expect(contracts[1].effective?.description == "2026-01-31/2026-02-27")
        #expect(contracts[1].status == .inReview)
        #expect(contracts[1].signature?.state == .partlySigned)
        #expect(contracts[1].executedOn == nil)
        #expect(contracts[1].currency.description == "CHF")
        #expect(contracts[2].status == .draft)
        #expect(contracts[2].effective == nil)
        #expect(contracts[2].signature == nil)
        #expect(contracts[2].currency.description == "EUR", "the tenant's")
    }

    @Test func ordersHaveWhatTheyHave() throws {
        let orders = try PackTrial.records(Salesforce.order, of: "salesforce/order-query.json")
        try #require(orders.count == 3)
        let order = orders[0]
        #expect(order.id == "salesforce:emea/Order/8015g000000OrD1AAK")
        #expect(order.number == "00004711")
        #expect(order.type == .order)
        #expect(order.parent == "salesforce:emea/Contract/8005g000000Kd2QAAS")
        #expect(order.opportunity == "salesforce:emea/Opportunity/0065g00000Qd2LmAAJ")
        #expect(order.quote?.value == "0Q05g000000QuO1AAK")
        #expect(order.status == .active)
        #expect(order.effective?.description == "2026-09-01/2027-03-31")
        #expect(order.purchaseOrders.map(\.number) == ["4500098812"])
        #expect(order.totalValue == PackTrial.money("412000.00", "EUR"))
        #expect(order.signature?.state == .signed)
        #expect(order.executedOn?.description == "2026-08-12")
        #expect(order.lines == [])
        #expect(orders[1].type == .amendment)
        #expect(orders[1].totalValue == PackTrial.money("-18000.0", "EUR"))
        #expect(orders[2].parent == nil)
        #expect(orders[2].effective?.description == "2026-12-01/..")
        #expect(orders[2].status == .draft)
    }

    @Test(arguments: [
        ("2026-03-01", 12, "2027-02-28"), ("2024-02-29", 12, "2025-02-27"), ("2026-01-31", 1, "2026-02-27"),
        ("2026-11-15", 3, "2027-02-14"), ("2026-01-01", 120, "2035-12-31"),
    ])
    func termsAreMonths(_ start: String, _ months: Int, _ end: String) throws {
        let first = try LocalDate(start)
        let last = try LocalDate(end)
        #expect(first.lastDay(ofMonths: months) == last)
        #expect(first.months(toLastDay: last) == months)
        #expect(first.months(toLastDay: try last.adding(days: 3)) == nil)
        #expect(first.lastDay(ofMonths: 0) == nil)
        #expect(first.lastDay(ofMonths: .max) == nil)
        #expect(try LocalDate("9999-06-01").lastDay(ofMonths: 12) == nil)
    }

    @Test func termsThatDisagreeAreKept() throws {
        let members = #""Id":"8005g000000Kd2QAAS","AccountId":"0015g00000Nr4WaAAJ","Status":"Draft","#
        let other = try PackTrial.outcome(
            Salesforce.contract,
            members + #""StartDate":"2026-01-01","EndDate":"2026-06-15","ContractTerm":12"#
        )
        #expect(other.allIssues == [])
        #expect(try other.records()[0].effective?.description == "2026-01-01/2026-06-15")
        #expect(try other.records()[0].header.remarks?.unmapped?.text == #"{"ContractTerm":12}"#)
        let alone = try PackTrial.outcome(Salesforce.contract, members + #""ContractTerm":12"#)
        #expect(try alone.records()[0].effective == nil)
        #expect(try alone.records()[0].header.remarks?.unmapped?.text == #"{"ContractTerm":12}"#)
        let none = try PackTrial.outcome(
            Salesforce.contract,
            members + #""StartDate":"2026-01-01","ContractTerm":0"#
        )
        #expect(none.allIssues.map(\.code) == ["contract.term"])
    }
}

extension PayloadRecipe {
    private static let signing: [String: [String]] = [
        "/Name": names,
        "/AccountId": ids("001"),
        "/StatusCode": [#""Draft""#],
        "/EndDate": [#""2026-05-31""#, #""2026-05-20""#],
        "/Pricebook2Id": ids("01s"),
        "/CurrencyIsoCode": currencies,
    ]

    static let contract = pack(
        "800",
        required: ["/AccountId", "/Status"],
        signing.merging([
            "/ContractNumber": [#""00001482""#],
            "/Status": [#""Draft""#, #""In Approval Process""#, #""Activated""#],
            "/StartDate": [#""2026-03-01""#, #""2024-02-29""#],
            "/ContractTerm": ["12", "3"],
            "/CustomerSignedId": ids("003"),
            "/CustomerSignedDate": [#""2026-02-11""#, #""2026-02-20""#],
            "/CompanySignedId": ids("005"),
            "/CompanySignedDate": [#""2026-02-19""#],
            "/CustomerSignedTitle": texts,
        ]) { first, _ in first },
        adjust: { payload, _ in
            // A term counts from a start, and agrees with a last day.
            let start = payload.values["/StartDate"] ?? "null"
            let term = payload.values["/ContractTerm"] ?? "null"
            if term != "null", start == "null" { payload.values["/ContractTerm"] = nil }
            if term != "null", payload.values["/EndDate"] ?? "null" != "null" {
                payload.values["/EndDate"] = start == #""2026-03-01""# && term == "3" ? #""2026-05-31""# : "null"
            }
        }
    )

    static let order = pack(
        "801",
        required: ["/AccountId", "/Status"],
        signing.merging([
            "/OrderNumber": [#""00004711""#],
            "/IsReductionOrder": flags,
            "/ContractId": ids("800"),
            "/OpportunityId": ids("006"),
            "/QuoteId": ids("0Q0"),
            "/Status": [#""Draft""#, #""Activated""#],
            "/EffectiveDate": [#""2026-03-01""#, #""2024-02-29""#],
            "/CustomerAuthorizedById": ids("003"),
            "/CustomerAuthorizedDate": [#""2026-02-11""#, #""2026-02-20""#],
            "/CompanyAuthorizedById": ids("005"),
            "/CompanyAuthorizedDate": [#""2026-02-19""#],
            "/PoNumber": [#""4500098812""#],
            "/TotalAmount": amounts,
            "/OrderItems/records": ["[]"],
            "/OrderItems/totalSize": ["0"],
            "/OrderItems/done": ["true"],
            "/OrderItems/nextRecordsUrl": [#""/x""#],
        ]) { first, _ in first },
        adjust: { payload, _ in
            // An answer has a list, or is null as a whole.
            payload.values["/OrderItems/records"] = "[]"
        }
    )
}

extension MappingExpectations where Target == Contract {
    fileprivate static let contract = MappingExpectations(
        loose: ["/IsDeleted", "/EndDate", "/ContractTerm", "/CurrencyIsoCode"],
        changes: packIdentity("Contract") + shared + contractOnly
    )

    fileprivate static let order = MappingExpectations(
        loose: [
            "/IsDeleted", "/TotalAmount", "/CurrencyIsoCode", "/OrderItems/done", "/OrderItems/nextRecordsUrl",
        ],
        loosened: { order in
            var order = order
            order.totalValue = nil
            return order
        },
        changes: packIdentity("Order") + shared + orderOnly
    )

    private static let shared: [Change] = {
        var changes: [Change] = []
        changes += field("/Name", \.title, ["Neu \"1\""])
        changes += field("/Pricebook2Id", \.rateCard, ids("Pricebook2"))
        changes.append(required("/AccountId", \.customer, ids("Account")))
        return changes
    }()

    private static let contractOnly: [Change] = {
        var changes: [Change] = []
        changes += field("/ContractNumber", \.number, ["7"])
        changes.append(required("/Status", \.status, [.draft, .inReview, .active]))
        changes.append(
            required("/CurrencyIsoCode", \.currency, ["CHF", "USD"].compactMap { try? CurrencyCode($0) })
        )
        let days = ["2027-12-31", "2027-11-11", nil]
        changes.append(
            change("set the days", ["/StartDate", "/EndDate", "/ContractTerm"], days) { contract, last in
                let through = last.flatMap { try? LocalDate($0) }
                contract.effective = try? DateInterval(from: LocalDate("2027-01-01"), through: through)
            }
        )
        changes.append(
            change("clear the days", ["/StartDate", "/EndDate", "/ContractTerm"], [0]) { contract, _ in
                contract.effective = nil
            }
        )
        changes += signing(
            ["/CustomerSignedId", "/CustomerSignedDate", "/CustomerSignedTitle"],
            ["/CompanySignedId", "/CompanySignedDate"],
            title: "Chefin \"Einkauf\""
        )
        return changes
    }()

    private static let orderOnly: [Change] = {
        var changes: [Change] = []
        changes += field("/OrderNumber", \.number, ["7"])
        changes += field("/ContractId", \.parent, ids("Contract"))
        changes += field("/OpportunityId", \.opportunity, ids("Opportunity"))
        changes.append(required("/Status", \.status, [.draft, .active]))
        changes.append(interval("/EffectiveDate", "/EndDate", \.effective))
        changes.append(noInterval("/EffectiveDate", "/EndDate", \.effective))
        changes.append(
            change("set the currency", ["/CurrencyIsoCode"], ["CHF", "USD"]) { order, code in
                guard let currency = try? CurrencyCode(code) else { return }
                order.currency = currency
                order.totalValue = order.totalValue.map { Money($0.amount, currency) }
            }
        )
        changes.append(
            change("set the quote", ["/QuoteId"], ["0Q09Z00000AbCdEQAV", nil]) { order, id in
                order.quote = id.map {
                    ExternalReference(system: "salesforce:test", objectType: "Quote", value: $0)
                }
            }
        )
        changes.append(
            change("set the purchase order", ["/PoNumber"], ["PO \"9\"", nil]) { order, number in
                order.purchaseOrders = number.map { [PurchaseOrder(number: $0)] } ?? []
            }
        )
        changes += signing(
            ["/CustomerAuthorizedById", "/CustomerAuthorizedDate"],
            ["/CompanyAuthorizedById", "/CompanyAuthorizedDate"],
            title: nil
        )
        return changes
    }()

    private static func signing(_ customer: Set<String>, _ firm: Set<String>, title: String?) -> [Change] {
        [
            change("sign for the customer", customer, ["2026-03-05", nil]) { contract, day in
                var signatory = Signatory(side: .customer)
                signatory.contact = "salesforce:test/Contact/0039Z00000AbCdEQAV"
                signatory.signedOn = day.flatMap { try? LocalDate($0) }
                signatory.title = title
                sign(&contract, .customer, signatory)
            },
            change("sign for the firm", firm, ["2026-03-06", nil]) { contract, day in
                var signatory = Signatory(side: .firm)
                signatory.resource = "salesforce:test/User/0059Z00000AbCdEQAV"
                signatory.signedOn = day.flatMap { try? LocalDate($0) }
                sign(&contract, .firm, signatory)
            },
            change("unsign for the customer", customer, [0]) { contract, _ in sign(&contract, .customer, nil) },
            change("unsign for the firm", firm, [0]) { contract, _ in sign(&contract, .firm, nil) },
        ]
    }

    /// Puts a signatory in, and makes the rest agree.
    private static func sign(_ contract: inout Contract, _ side: SignatorySide, _ signatory: Signatory?) {
        var signatories = (contract.signature?.signatories ?? []).filter { $0.side != side }
        if let signatory { signatories.insert(signatory, at: side == .customer ? 0 : signatories.count) }
        contract.executedOn = nil
        contract.signature = nil
        guard !signatories.isEmpty else { return }
        let days = signatories.compactMap(\.signedOn)
        var signature = Signature(state: [.unsigned, .partlySigned, .signed][days.count])
        signature.signedOn = days.max()
        signature.signatories = signatories
        contract.signature = signature
        if days.count == 2 { contract.executedOn = days.max() }
    }
}
