#if SQLite
import ConcordAdapters
import ConcordConfiguration
import ConcordMapping
import ConcordOwnership
import ConcordValues
import Testing

/// What the protocols promise, of every store.
@Suite struct StorePromisesTests {
    private func commit(_ store: any IntegrationStore, _ fill: (inout StoreCommit) -> Void) async throws {
        var commit = StoreCommit()
        fill(&commit)
        try await store.commit(commit)
    }

    @Test(arguments: StoreKind.allCases)
    func claimsOnlyGrowAndAreThereOnce(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let other = Sample.event("e-1", Sample.northwind, [ClaimEntry("paymentTerms", .unreadable)])
            try await commit(store) { $0.claims = [Sample.event("e-1"), Sample.event("e-2", Sample.halden)] }
            try await commit(store) { $0.claims = [Sample.event("e-1"), other, .approval(Sample.decision("a-1"))] }
            try await commit(store) {
                $0.claims = [.emission(Sample.entry("1").plan.sent(at: Sample.ten)), .approval(Sample.decision("a-1"))]
            }
            var expected = ClaimLedger(Sample.northwind)
            for line in [Sample.event("e-1"), other, .approval(Sample.decision("a-1"))] { expected.insert(line) }
            expected.insert(Sample.entry("1").plan.sent(at: Sample.ten))
            let stranger = RecordKey("customer", "nobody")
            let found = try await store.ledgers(of: [stranger, Sample.northwind])
            #expect(found == [ClaimLedger(stranger), expected])
            #expect(found[1].isQuarantined("e-1"))
            #expect(try await store.records(after: nil, limit: 10) == [Sample.halden, Sample.northwind])
            #expect(try await store.records(after: Sample.halden, limit: 10) == [Sample.northwind])
            #expect(try await store.records(after: nil, limit: 1) == [Sample.halden])
            #expect(try await store.records(after: nil, limit: -1) == [])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func whatCameLastCounts(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let document = StoredRecord(key: Sample.northwind, document: [123, 125], changedAt: Sample.nine)
            let newer = StoredRecord(key: Sample.northwind, document: [], changedAt: Sample.ten)
            try await commit(store) {
                $0.records = [document]
                $0.originals = [(Sample.account, [1, 0, 2]), (Sample.contact, [])]
                $0.cursors = [("crm", SourceCursor("1")), ("crm", SourceCursor("2"))]
            }
            #expect(try await store.documents(of: [Sample.northwind, Sample.halden]) == [Sample.northwind: document])
            #expect(try await store.originals(of: [Sample.account]) == [Sample.account: [1, 0, 2]])
            #expect(try await store.originals(of: [Sample.contact]) == [Sample.contact: []])
            try await commit(store) {
                $0.records = [newer]
                $0.originals = [(Sample.account, nil)]
            }
            #expect(try await store.documents(of: [Sample.northwind]) == [Sample.northwind: newer])
            #expect(try await store.originals(of: [Sample.account]) == [:])
            #expect(try await store.cursor(of: "crm") == SourceCursor("2"))
            #expect(try await store.cursor(of: "erp") == nil)
            #expect(try await store.records(after: nil, limit: 10) == [])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func anObjectIsOneRecord(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await commit(store) {
                $0.links = [IdentityLink(Sample.key("b"), "cu-1"), IdentityLink(Sample.key("a"), "cu-1")]
            }
            try await commit(store) { $0.links = [IdentityLink(Sample.key("a"), "cu-1")] }
            for links in [
                [IdentityLink(Sample.key("a"), "cu-2")],
                [IdentityLink(Sample.key("c"), "cu-1"), IdentityLink(Sample.key("c"), "cu-2")],
            ] {
                let failure = await #expect(throws: AdapterFailure.self) {
                    try await commit(store) {
                        $0.claims = [Sample.event("lost")]
                        $0.links = links
                    }
                }
                #expect(failure?.failureClass == .policy)
            }
            // Nothing of what was refused is there.
            #expect(try await store.ledgers(of: [Sample.northwind])[0].count == 0)
            let keys = ["a", "b", "c"].map { Sample.key($0) }
            #expect(try await store.canonicalIDs(of: keys) == [keys[0]: "cu-1", keys[1]: "cu-1"])
            #expect(try await store.externalKeys(of: "cu-1") == [keys[0], keys[1]])
            #expect(try await store.externalKeys(of: "cu-2") == [])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func theOutboxKeepsOrder(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let system: SystemID = "salesforce:emea"
            let (one, two) = (Sample.entry("1"), Sample.entry("2"))
            let other = Sample.entry("1", Sample.halden)
            try await commit(store) { $0.planned = [one, other] }
            // What was never begun gives way to what is planned later.
            try await commit(store) { $0.planned = [two] }
            #expect(try await store.due(for: system, at: Sample.nine, limit: 9) == [other, two])
            #expect(try await store.due(for: system, at: Sample.nine, limit: 1) == [other])
            #expect(try await store.due(for: system, at: Sample.nine, limit: -1) == [])
            #expect(try await store.depth(for: system) == 2)
            // What was begun stays, and bars what comes behind it.
            let begun = Sample.entry("2", attempts: 1, notBefore: Sample.ten)
            let three = Sample.entry("3")
            try await commit(store) { $0.attempted = [begun] }
            try await commit(store) { $0.planned = [three] }
            #expect(try await store.entries(for: system, of: [Sample.northwind]) == [begun, three])
            #expect(try await store.due(for: system, at: Sample.nine, limit: 9) == [other])
            #expect(try await store.nextDue(for: system, after: Sample.nine) == Sample.ten)
            #expect(try await store.nextDue(for: system, after: Sample.ten) == nil)
            #expect(try await store.due(for: system, at: Sample.ten, limit: 9) == [other, begun])
            try await commit(store) { $0.delivered = [begun.key] }
            #expect(try await store.due(for: system, at: Sample.nine, limit: 9) == [other, three])
            try await commit(store) { $0.settled = [(system, Sample.northwind)] }
            #expect(try await store.due(for: system, at: Sample.nine, limit: 9) == [other])
            #expect(try await store.due(for: "netsuite", at: Sample.nine, limit: 9) == [])
            #expect(try await store.depth(for: system) == 1)
            #expect(try await store.depth(for: "netsuite") == 0)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aSequenceWaitsAsLongAsItHasLetters(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let system: SystemID = "salesforce:emea"
            let entry = Sample.entry("1", attempts: 3, notBefore: Sample.eleven)
            let failure = AdapterFailure(.mapping, "the object has no id")
            let letters = [
                Sample.letter("m-1", failure: failure), Sample.letter("m-2"), Sample.letter(entry),
            ]
            try await commit(store) {
                $0.planned = [entry]
                $0.parked = letters
            }
            try await commit(store) { $0.parked = [Sample.letter("m-2", failure: failure)] }
            #expect(try await store.letters(of: Sample.account) == letters)
            #expect(try await store.parked(among: [Sample.account, Sample.contact]) == [Sample.account])
            #expect(try await store.depth(for: system) == 0)
            #expect(try await store.due(for: system, at: Sample.eleven, limit: 9) == [])
            #expect(try await store.entries(for: system, of: [Sample.northwind]) == [entry])
            try await commit(store) { $0.parked = [Sample.letter("m-3", of: Sample.contact)] }
            #expect(try await store.parkedSequences(after: nil, limit: 9) == [Sample.account, Sample.contact])
            #expect(try await store.parkedSequences(after: Sample.account, limit: 9) == [Sample.contact])
            #expect(try await store.parkedSequences(after: nil, limit: -1) == [])
            try await commit(store) { $0.released = [(Sample.account, ["m-2", "nobody"])] }
            #expect(try await store.letters(of: Sample.account) == [letters[0], letters[2]])
            try await commit(store) { $0.released = [(Sample.account, ["m-1", entry.key.description])] }
            #expect(try await store.parked(among: [Sample.account]) == [])
            // Who took it up wants it tried now.
            #expect(try await store.due(for: system, at: Sample.nine, limit: 9).map(\.key) == [entry.key])
            #expect(try await store.depth(for: system) == 1)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func anExceptionIsOpenedOnceAndEndsOnce(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let exceptions = ["1", "2", "3"].map { Sample.exception($0) }
            try await commit(store) { $0.opened = exceptions }
            try await commit(store) { $0.opened = [Sample.exception("1", openedAt: Sample.ten)] }
            #expect(try await store.exception(exceptions[0].id) == ExceptionEntry(exceptions[0], .open))
            #expect(try await store.openCount() == 3)
            try await commit(store) {
                $0.withdrawn = [(exceptions[1].id, Sample.ten)]
                $0.resolved = [
                    (Sample.northwind, Sample.resolution("1")), (Sample.northwind, Sample.resolution("2")),
                    (nil, Sample.resolution("3")), (Sample.northwind, Sample.resolution("nobody")),
                ]
            }
            try await commit(store) { $0.opened = [exceptions[0], exceptions[2]] }
            #expect(try await store.openCount() == 0)
            #expect(try await store.exceptions(.init(), limit: 9) == [])
            #expect(try await store.exception(exceptions[0].id)?.state == .resolved(Sample.resolution("1")))
            #expect(try await store.exception(exceptions[1].id)?.state == .withdrawn(at: Sample.ten))
            #expect(try await store.exception(Sample.hash("nobody")) == nil)
            #expect(try await store.resolutions(of: Sample.northwind) == [Sample.resolution("1")])
            // What was withdrawn opens again, as it is now.
            let again = Sample.exception("2", due: Sample.eleven, openedAt: Sample.ten, record: Sample.halden)
            try await commit(store) { $0.opened = [again] }
            var filter = ExceptionFilter()
            filter.record = Sample.halden
            #expect(try await store.exceptions(filter, limit: 9) == [again])
            #expect(try await store.exception(again.id) == ExceptionEntry(again, .open))
        }
    }

    @Test(arguments: StoreKind.allCases)
    func theMostUrgentComesFirst(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let exceptions = [
                Sample.exception("due first", due: Sample.instant("2026-03-02T10:30:00+01:00")),
                Sample.exception("euro, more", due: Sample.ten, risk: try Self.money("1000.5", "EUR")),
                Sample.exception("euro, less", due: Sample.ten, risk: try Self.money("999.99", "EUR")),
                Sample.exception("dollar", due: Sample.ten, risk: try Self.money("5000000", "USD")),
                Sample.exception("no money", due: Sample.ten),
                Sample.exception("never due, old"),
                Sample.exception("never due", openedAt: Sample.ten, record: Sample.halden),
            ]
            try await commit(store) { $0.opened = exceptions.reversed() }
            let found = try await store.exceptions(.init(), limit: 99)
            #expect(found.map(\.id) == exceptions.map(\.id))
            #expect(try await store.exceptions(.init(), limit: 2) == Array(exceptions.prefix(2)))
            #expect(try await store.exceptions(.init(), limit: -2) == [])
            var filter = ExceptionFilter()
            filter.record = Sample.halden
            #expect(try await store.exceptions(filter, limit: 9) == [exceptions[6]])
            filter = ExceptionFilter()
            filter.dueBefore = Sample.instant("2026-03-02T11:00:00+01:00")
            #expect(try await store.exceptions(filter, limit: 9) == [exceptions[0]])
            filter.owner = .legal
            #expect(try await store.exceptions(filter, limit: 9) == [])
            filter = ExceptionFilter()
            filter.origin = .ownership
            filter.system = "salesforce:emea"
            filter.owner = .finance
            #expect(try await store.exceptions(filter, limit: 99).count == 7)
        }
    }

    private static func money(_ amount: String, _ currency: String) throws -> Money {
        Money(try ExactDecimal(amount), try CurrencyCode(currency))
    }

    @Test(arguments: StoreKind.allCases)
    func decisionsComeBackBehindTheirCursor(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            #expect(try await store.decisions(after: nil, limit: 9) == ApprovalPage([], next: nil, hasMore: false))
            for id in ["a-1", "a-2", "a-2", "a-3"] { try await store.submit(Sample.decision(id)) }
            let first = try await store.decisions(after: nil, limit: 2)
            #expect(first.decisions.map(\.id) == ["a-1", "a-2"] && first.hasMore)
            let second = try await store.decisions(after: first.next, limit: .max)
            #expect(second.decisions.map(\.id) == ["a-3"] && !second.hasMore)
            let third = try await store.decisions(after: second.next, limit: 2)
            #expect(third.decisions.isEmpty && third.next == second.next && !third.hasMore)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aKeyIsBegunOnce(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let (key, print) = (Sample.hash("key"), Sample.hash("print"))
            let receipt = TargetReceipt(objectID: "001", version: .text("3"))
            #expect(try await store.begin(key, fingerprint: print, at: Sample.nine) == .new)
            #expect(try await store.begin(key, fingerprint: print, at: Sample.ten) == .begun(at: Sample.nine))
            #expect(try await store.begin(key, fingerprint: key, at: Sample.ten) == .mismatch)
            try await store.abandon(key)
            #expect(try await store.begin(key, fingerprint: print, at: Sample.ten) == .new)
            try await store.complete(key, receipt, at: Sample.ten)
            try await store.complete(key, TargetReceipt(), at: Sample.eleven)
            try await store.abandon(key)
            #expect(try await store.begin(key, fingerprint: print, at: Sample.ten) == .completed(receipt))
            #expect(try await store.forget(before: Sample.ten) == 0)
            #expect(try await store.forget(before: Sample.eleven) == 1)
            #expect(try await store.begin(key, fingerprint: print, at: Sample.eleven) == .new)
            try await store.complete(Sample.hash("nobody"), receipt, at: Sample.ten)
        }
    }
}
#endif
