import ConcordAdapters
import ConcordConfiguration
import ConcordOwnership
import ConcordSchema
import ConcordValues
import Testing

/// What stores keep as text: what is written and read again is the same, and a person can read it.
@Suite struct JSONFormTests {
    private static let account = SequenceKey("salesforce:emea", "Account", "001")
    private static let hash = ContentHash(ofBytes: [])
    private static let digits = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    private static func instant(_ text: String) throws -> Instant { try Instant(text) }

    /// Whether a value comes back from its text, also from one with members that nobody knows.
    private func comesBack<Form: JSONForm & Equatable>(_ form: Form) throws -> Bool {
        let text = form.jsonText()
        let newer = #"{"from the future":[{"a":null}]"# + (text == "{}" ? "" : ",") + text.dropFirst()
        return try Form(json: text) == form && Form(json: newer) == form
    }

    @Test(
        arguments: [
            (#"{"Id":"001","n":1.10}"#, #""payload":{"Id":"001","n":1.10}"#),
            ("{\n}", #""text":"{\n}""#),
            ("null", #""payload":null"#),
            ("", #""text":"""#),
        ]
    )
    func anObjectStandsAsItCame(_ object: String, _ written: String) throws {
        let time = try Self.instant("2026-03-02T10:00:00.500+01:00")
        let item = SourceItem(
            id: "m-1",
            sequence: Self.account,
            version: .number(7),
            time: time,
            author: "kim",
            content: .object(Array(object.utf8)),
            digest: Self.hash
        )
        let start =
            #"{"item":"m-1","sequence":{"system":"salesforce:emea","object":"Account","id":"001"},"version":7,"#
            + #""at":"2026-03-02T10:00:00.500+01:00","author":"kim","#
        #expect(item.jsonText() == start + written + #","digest":"\#(Self.digits)"}"#)
        #expect(try comesBack(item))
        #expect(try comesBack(SourceItem(id: "m-2", sequence: Self.account, time: time, content: .removed)))
        #expect(try comesBack(SourceItem(id: "m-3", sequence: Self.account, time: time, content: .object([0, 255]))))
    }

    @Test(
        arguments: [
            (Duration.seconds(30), "30"), (.milliseconds(30_500), "30.5"), (.milliseconds(-250), "-0.25"), (.zero, "0"),
            (Duration(secondsComponent: .min, attosecondsComponent: -1), "-9223372036854775808.000000000000000001"),
        ]
    )
    func aFailureSaysWhenToComeBack(_ duration: Duration, _ written: String) throws {
        let failure = AdapterFailure(
            .rateLimited,
            "answered 429",
            system: "netsuite",
            remedy: "wait",
            retryAfter: duration,
            issues: [Issue(.missing, expected: "an id")]
        )
        #expect(failure.jsonText().contains(#""retryAfter":"\#(written)""#))
        #expect(try comesBack(failure))
        #expect(try comesBack(AdapterFailure(.unknown, "it broke")))
    }

    @Test func aFailureOfANewKindIsUnknown() throws {
        #expect(try AdapterFailure(json: #"{"class":"eclipse","what":"it is dark"}"#).failureClass == .unknown)
    }

    @Test(arguments: ["", "-", ".", "1.", "1.0000000000000000001", "9223372036854775808", "1e3", "+1", "1.2.3", "１"])
    func whatIsNoTimeIsRefused(_ text: String) {
        let json = #"{"class":"locked","what":"x","retryAfter":"\#(text)"}"#
        #expect((try? AdapterFailure(json: json)) == nil)
    }

    @Test func anEntryComesBackInItsOrder() throws {
        let text =
            #"{"emission":"\#(Self.digits)","system":"netsuite","record":"customer","id":"c-1","#
            + #""plannedAt":"2026-03-02T09:00:00Z","attempts":2,"notBefore":"2026-03-02T09:05:00Z","lastFailure":"503","#
            + #""values":[{"unit":"z","value":{"a":[1.10]}},{"unit":"b","is":"cleared"},{"unit":"a","value":null}]}"#
        let entry = try OutboxEntry(json: text)
        #expect(entry.jsonText() == text)
        #expect(entry.plan.values.map(\.path.text) == ["z", "b", "a"])
        #expect(entry.plan.values[1].value == .cleared)
        let failure = AdapterFailure(.locked, "an approval locks it")
        let time = try Self.instant("2026-03-02T10:00:00Z")
        #expect(try comesBack(DeadLetter(.outbound(entry), of: Self.account, because: failure, parkedAt: time)))
        let item = SourceItem(id: "m-1", sequence: Self.account, time: time, content: .removed)
        #expect(try comesBack(DeadLetter(.inbound(item), of: Self.account, because: nil, parkedAt: time)))
    }

    @Test(arguments: [#"{"terms":30}"#.utf8.map { $0 }, [0, 255], [], Array("{\n}".utf8)] as [[UInt8]])
    func whatIsHandedOverComesBackToTheByte(_ body: [UInt8]) throws {
        let text =
            #"{"emission":"\#(Self.digits)","system":"netsuite","record":"customer","id":"c-1","#
            + #""plannedAt":"2026-03-02T09:00:00Z","values":[{"unit":"a","value":30}]}"#
        let plan = try OutboxEntry(json: text).plan
        let change = TargetChange(
            key: plan.key,
            sequence: SequenceKey(plan.system, "customer", "7"),
            isNew: true,
            record: plan.record,
            values: plan.values,
            body: body
        )
        let time = try Self.instant("2026-03-02T10:00:00Z")
        #expect(try comesBack(OutboxEntry(plan, plannedAt: time, change: change)))
    }

    @Test func anExceptionIsReadable() throws {
        let text =
            #"{"exception":"\#(Self.digits)","origin":"ownership","kind":"approvalNeeded","record":"customer","id":"c-1","#
            + #""parts":[{"unit":"paymentTerms","approval":{"roles":["finance","people"],"people":3,"days":14,"#
            + #""missing":["finance"],"base":"\#(Self.digits)","proposed":"\#(Self.digits)","policy":"acme@7"}},"#
            + #"{"unit":"currency"}],"sequence":{"system":"netsuite","object":"customer","id":"7"},"#
            + #""says":"netsuite wants a change","details":["now: 30"],"owner":"finance","#
            + #""atStake":{"client":"Northwind Rail AG","project":"p-1","stage":"executed","openInvoices":2,"#
            + #""amountAtRisk":{"amount":"41000.00","currency":"EUR"}},"actions":["approve","reject"],"#
            + #""openedAt":"2026-03-02T09:00:00Z","due":"2026-03-04T09:00:00Z"}"#
        let exception = try QueuedException(json: text)
        #expect(exception.jsonText() == text)
        #expect(try comesBack(exception))
        let time = try Self.instant("2026-03-02T10:00:00Z")
        let least = QueuedException(id: Self.hash, origin: .intake, kind: "mapping", headline: "", openedAt: time)
        #expect(try comesBack(least))
        #expect(try comesBack(ExceptionResolution(of: Self.hash, .override, by: "kim", at: time, reason: "agreed")))
        #expect(try comesBack(TargetReceipt(objectID: "1", version: .text("a"), isRepetition: true)))
        #expect(try comesBack(TargetReceipt()))
    }

    @Test func whatIsMissingIsNamed() {
        let refusal = #expect(throws: Refusal.self) { try OutboxEntry(json: #"{"emission":"\#(Self.digits)"}"#) }
        #expect(refusal?.issues.first?.expected == "the member system")
        let stranger = #expect(throws: Refusal.self) {
            try QueuedException(json: #"{"exception":"\#(Self.digits)","origin":"moon"}"#)
        }
        #expect(stranger?.issues.first?.expected == "one of intake, validation, ownership, delivery")
    }
}
