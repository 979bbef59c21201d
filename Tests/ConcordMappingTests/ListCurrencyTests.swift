import Concord
import ConcordMapping
import Testing

@Suite("Currencies of lists")
struct ListCurrencyTests {
    /// The currency's rule stands before the list's, or behind it.
    static let mappings: [Mapping<Basket>] = [
        Basket.mapping,
        Mapping<Basket>("test/basket", version: 1, object: "basket") { rule in
            rule.identity("/id", version: "/lastModifiedDate", object: "basket")
            rule.each("/item/items", to: \.lines, key: "/line") { line in
                line.same("/line", to: \.number)
                line.money(amount: "/amount", currency: "^/currency/refName", to: \.amount)
                line.keepRest()
            }
            rule.same("/currency/refName", to: \.currency)
            rule.keepRest()
        },
    ]

    private let payload = #"""
        {"id":"77","currency":{"refName":"EUR"},"item":{"items":[{"line":1,"amount":10.00},{"line":2,"amount":5}]}}
        """#

    private func basket(_ mapping: Mapping<Basket>) throws -> Basket {
        try #require(mapping.read(payload, in: MappingLawsTests.context()).records().first)
    }

    private func money(_ amount: String, _ currency: String) throws -> Money {
        Money(try ExactDecimal(amount), try CurrencyCode(currency))
    }

    @Test(arguments: 0..<2)
    func anAmountInAnotherCurrencyIsNotWritten(number: Int) throws {
        let mapping = Self.mappings[number]
        var record = try basket(mapping)
        record.lines[1].amount = try money("7.00", "GBP")
        let (object, issues) = try mapping.write([record], onto: Array(payload.utf8), in: MappingLawsTests.context())
        #expect(String(decoding: object, as: UTF8.self) == payload)
        #expect(
            issues.map(\.description) == [
                "error mapping.otherCurrency at lines[1].amount from /item/items/1/amount: expected an amount in EUR, "
                    + "the currency of the object around it, not in GBP, found \"7.00 GBP\". "
                    + "It was left as it is. Convert it to EUR, or change the object's currency."
            ]
        )
    }

    @Test(arguments: 0..<2)
    func theWholeObjectMayChangeItsCurrency(number: Int) throws {
        let mapping = Self.mappings[number]
        var record = try basket(mapping)
        record.currency = .gbp
        record.lines[0].amount = try money("8.60", "GBP")
        record.lines[1].amount = try money("4.30", "GBP")
        let context = try MappingLawsTests.context()
        let (object, issues) = try mapping.write([record], onto: Array(payload.utf8), in: context)
        #expect(issues == [])
        let expected = payload.replacing("EUR", with: "GBP").replacing("10.00", with: "8.60")
            .replacing(":5}", with: ":4.30}")
        #expect(String(decoding: object, as: UTF8.self) == expected)
        // Half of it is not.
        record.lines[1].amount = try money("5", "EUR")
        #expect(try mapping.write([record], onto: Array(payload.utf8), in: context).issues.map(\.severity) == [.error])
    }

    @Test(arguments: 0..<2)
    func withoutACurrencyTheTenantsHolds(number: Int) throws {
        let mapping = Self.mappings[number]
        var record = try basket(mapping)
        record.currency = nil
        record.lines = [Basket.Line(number: 1, amount: try money("1", "USD"))]
        let context = try MappingLawsTests.context()
        var anew = mapping.writeNew([record], in: context)
        #expect(String(decoding: anew.object, as: UTF8.self).contains(#""items":[{"line":1,"amount":1}]"#))
        #expect(anew.issues == [])
        record.lines[0].amount = try money("1", "EUR")
        anew = mapping.writeNew([record], in: context)
        #expect(String(decoding: anew.object, as: UTF8.self).contains(#""items":[{"line":1}]"#))
        #expect(anew.issues.map(\.code) == [.otherCurrency])
        var other = context
        other.currency = nil
        anew = mapping.writeNew([record], in: other)
        #expect(anew.issues.map(\.expected) == ["an object with a currency, of which the amount in EUR is one"])
        // What was taken away from an object does not hold any more.
        #expect(
            try mapping.write([record], onto: Array(payload.utf8), in: context).issues.map(\.code) == [.otherCurrency]
        )
    }

    @Test func invoicesRefuseLinesInAnotherCurrency() throws {
        let trial = try NetSuiteTrial(NetSuite.invoice, fixture: "invoice")
        var record = try trial.record()
        let usd = Money(try ExactDecimal("9900.00"), .usd)
        record.lines[0].amount = usd
        let original = Array(trial.payload.utf8)
        let (object, issues) = try trial.mapping.write([record], onto: original, in: trial.context)
        #expect(object == original)
        #expect(
            issues.map { "\($0.severity) \($0.code) \($0.path)" } == ["error mapping.otherCurrency lines[0].amount"]
        )
        #expect(issues[0].expected.contains("EUR"))
        // A new object knows its currency by what was kept of the old one.
        let anew = trial.mapping.writeNew([record], in: trial.context)
        let errors = anew.issues.filter { $0.severity == .error }
        #expect(errors.map { "\($0.code) \($0.path)" } == ["mapping.otherCurrency lines[0].amount"])
        // What NetSuite works out by itself is remarked upon; what is refused already is not said again.
        #expect(anew.issues.allSatisfy { $0 == errors.first || $0.code == .notWritable })
        #expect(!anew.issues.contains { $0.code == .notWritable && $0.path.description.hasSuffix(".amount") })
        #expect(!String(decoding: anew.object, as: UTF8.self).contains("9900"))
        // A currency that changes with its lines is written, though the name beside it is NetSuite's.
        let gbp = try CurrencyCode("GBP")
        record = try trial.record()
        record.currency = gbp
        for index in record.lines.indices {
            record.lines[index].amount = record.lines[index].amount.map { Money($0.amount, gbp) }
            record.lines[index].unitPrice = record.lines[index].unitPrice.map { Money($0.amount, gbp) }
        }
        let update = try trial.mapping.write([record], onto: original, as: .vendorPatch, in: trial.context)
        #expect(update.text == #"{"currency":{"id":"2"}}"#)
        #expect(update.issues.filter { $0.severity == .error } == [])
        // One that the account does not know is not, and then neither are its lines.
        record.currency = try CurrencyCode("JPY")
        record.lines[0].amount = Money(try ExactDecimal("9900"), try CurrencyCode("JPY"))
        let refused = try trial.mapping.write([record], onto: original, in: trial.context)
        #expect(refused.object == original)
        #expect(refused.issues.contains { $0.code == .otherCurrency && $0.path.description == "lines[0].amount" })
    }

    @Test func paymentsRefuseApplicationsInAnotherCurrency() throws {
        let trial = try NetSuiteTrial(NetSuite.customerPayment, fixture: "customer-payment")
        var record = try trial.record()
        let jpy = try CurrencyCode("JPY")
        let index = try #require(record.applications.firstIndex { !$0.amount.amount.isZero })
        record.applications[index].amount = Money(try ExactDecimal("1"), jpy)
        record.unapplied = Money(try ExactDecimal("2"), jpy)
        let original = Array(trial.payload.utf8)
        let (object, issues) = try trial.mapping.write([record], onto: original, in: trial.context)
        #expect(object == original)
        #expect(
            issues.filter { $0.code == .otherCurrency }.map(\.path.description)
                == ["unapplied", "applications[\(index)].amount"]
        )
        // The items of the list have no key, so that it is also said to differ as a whole.
        #expect(issues.filter { $0.severity == .error }.count == 2, "\(issues.map(\.description))")
    }

    /// One rule has nothing to say of the currency, the other takes it for the tenant's: in either order.
    @Test(arguments: [true, false])
    func oneRulesSilenceIsNotAnothers(isFirst: Bool) throws {
        let mapping = Mapping<Basket>("test/basket", version: 1, object: "basket") { rule in
            rule.identity("/id", version: "/version", object: "basket")
            order(isFirst)
        }
        let context = try MappingLawsTests.context()
        let payload = #"{"id":"1","currency":"EUR"}"#
        var record = try #require(mapping.read(payload, in: context).records().first)
        record.currency = .usd
        let (object, issues) = try mapping.write([record], onto: Array(payload.utf8), in: context)
        #expect(String(decoding: object, as: UTF8.self) == #"{"id":"1","currency":"USD"}"#)
        #expect(issues == [])
    }

    private func order(_ isFirst: Bool) -> [MappingRule<Basket>] {
        let silent = MappingRule<Basket>
            .convert(
                "same",
                ["/currency"],
                to: "lines",
                law: .iso,
                note: "",
                read: { _, _ in },
                write: { $1.leave(0) }
            )
        let assuming = MappingRule<Basket>
            .convert(
                "same",
                ["/currency"],
                to: "currency",
                law: .iso,
                note: "",
                read: { $1.currency = $0.value(0) },
                write: { record, output in
                    if let currency = record.currency { output.setCurrency(0, currency) }
                }
            )
        return isFirst ? [silent, assuming] : [assuming, silent]
    }
}
