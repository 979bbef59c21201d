internal import ConcordAdapters
internal import ConcordMapping
internal import ConcordOwnership
internal import ConcordValues

extension StoreTrial {
    /// Commits one thing.
    static func commit(_ store: any IntegrationStore, _ fill: (inout StoreCommit) -> Void) async throws {
        var commit = StoreCommit()
        fill(&commit)
        try await store.commit(commit)
    }

    static let claimChecks: [Check] = [
        Check("claims.kept", "a ledger gives back exactly what was said: events, approvals, what was sent") {
            trial,
            steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            var expected: [ClaimLedger] = []
            for number in 0..<4 {
                let record = samples.record(number)
                var ledger = ClaimLedger(record)
                for line in samples.lines(number, of: record) { ledger.insert(line) }
                expected.append(ledger)
                steps("commit the claims of \(record)")
                try await commit(store) { $0.claims = samples.lines(number, of: record) }
            }
            // Asked for in another order, with one that nobody spoke of.
            let order = [2, 0, 3, 1].map { expected[$0] } + [ClaimLedger(samples.record(77))]
            let seen = try await store.ledgers(of: order.map(\.record))
            try demand("records of the ledgers", seen.map(\.record), is: order.map(\.record))
            for (own, want) in zip(seen, order) where own != want {
                throw Discrepancy(
                    expected: "\(want.record): \(want.lines.joined(separator: " "))",
                    seen: own.lines.joined(separator: " ")
                )
            }
        },
        Check("claims.onlyGrow", "a ledger only grows: two events with one id are both kept") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let record = samples.record(0)
            for number in 1...3 {
                steps("commit an event with the id e-same, its version being \(number)")
                try await commit(store) { $0.claims = [samples.event(number, of: record, id: "e-same")] }
            }
            let ledger = try await store.ledgers(of: [record])[0]
            try demand("events", ledger.count, is: 3)
            try demand("events that are quarantined", ledger.quarantined.count, is: 3)
        },
        Check("claims.once", "what is said twice is there once") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let record = samples.record(0)
            for _ in 0..<2 {
                steps("commit the claims of \(record), each twice")
                try await commit(store) { $0.claims = samples.lines(1, of: record) + samples.lines(1, of: record) }
            }
            let ledger = try await store.ledgers(of: [record])[0]
            try demand("lines", ledger.lines.count, is: 3)
        },
        Check("claims.anyOrder", "a ledger does not depend on the order in which things were said") { trial, steps in
            let samples = trial.samples
            let record = samples.record(0)
            let lines = (1...4).flatMap { samples.lines($0, of: record) }
            var seen: [ClaimLedger] = []
            for order in [lines, lines.reversed()] {
                let store = try await trial.make()
                for line in order { try await commit(store) { $0.claims = [line] } }
                seen += try await store.ledgers(of: [record])
            }
            steps("commit 12 claims one by one; in another store the other way round")
            try demand(
                seen[0] == seen[1],
                "equal ledgers",
                but: "\(seen[0].lines.count) and \(seen[1].lines.count) lines"
            )
        },
        Check("claims.listed", "the records that somebody spoke of are listed sorted, page by page") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            var random = SeededGenerator(seed: samples.seed)
            let records = random.shuffled(
                (0..<12).map(samples.record) + [RecordKey("account", "z"), RecordKey("z", "a")]
            )
            try await commit(store) { commit in commit.claims = records.map { samples.event(1, of: $0, id: "e \($0)") }
            }
            var seen: [RecordKey] = []
            while true {
                steps("records(after: \(seen.last.map { "\($0)" } ?? "nil"), limit: 5)")
                let page = try await store.records(after: seen.last, limit: 5)
                try demand(page.count <= 5, "at most 5 records", but: "\(page.count)")
                if page.isEmpty || seen.count > records.count { break }
                seen += page
            }
            try demand("the records", seen, is: records.sorted())
        },
    ]

    static let copyChecks: [Check] = [
        Check("records.last", "the last document of each record is given, byte for byte") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let stored = (0..<3)
                .map {
                    StoredRecord(
                        key: samples.record($0 % 2),
                        document: [0xFF, UInt8($0), 0x00],
                        changedAt: samples.time($0)
                    )
                }
            for record in stored {
                steps("commit a document of \(record.key)")
                try await commit(store) { $0.records = [record] }
            }
            let seen = try await store.documents(of: [samples.record(0), samples.record(1), samples.record(77)])
            for (number, want) in [(0, stored[2]), (1, stored[1])] {
                let own = seen[samples.record(number)]
                try demand("the document of \(want.key)", own?.document, is: want.document)
                try demand("when \(want.key) changed", own?.changedAt, is: want.changedAt)
            }
            try demand("documents", seen.count, is: 2)
        },
        Check("originals.last", "the last object of each key is given, byte for byte, and none that is gone") {
            trial,
            steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let keys = (0..<4).map(samples.sequence)
            let rounds: [[(sequence: SequenceKey, object: [UInt8]?)]] = [
                [(keys[0], [0x00, 0xFF]), (keys[1], [1]), (keys[2], [])], [(keys[0], [0xC3]), (keys[1], nil)],
            ]
            for round in rounds {
                steps("commit objects \(round.map { "\($0.sequence.id): \($0.object.map { "\($0)" } ?? "gone")" })")
                try await commit(store) { $0.originals = round }
            }
            try demand("objects", try await store.originals(of: keys), is: [keys[0]: [0xC3], keys[2]: []])
        },
        Check("cursors.last", "the last cursor of each source is given, and nil for one that was never read") {
            trial,
            steps in
            let store = try await trial.make()
            for (source, cursor) in [("a", "1"), ("b", "ø ' \" \\"), ("a", "")] {
                steps("commit the cursor \"\(cursor)\" of \(source)")
                try await commit(store) { $0.cursors = [(source, SourceCursor(cursor))] }
            }
            try demand("cursor of a", try await store.cursor(of: "a")?.text, is: "")
            try demand("cursor of b", try await store.cursor(of: "b")?.text, is: "ø ' \" \\")
            try demand("cursor of c", try await store.cursor(of: "c")?.text, is: nil)
        },
    ]

    static let linkChecks: [Check] = [
        Check("links.kept", "an object is the record that it was linked to, and a record has all its objects") {
            trial,
            steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let keys = [
                ExternalKey(system: samples.other, objectType: "Account", value: "2"),
                ExternalKey(system: samples.other, objectType: "Account", value: "10"),
                ExternalKey(system: samples.system, objectType: "customer", value: "1"),
            ]
            for _ in 0..<2 {
                steps("commit links of three objects to c-1, and of one to c-2")
                try await commit(store) {
                    $0.links = keys.map { IdentityLink($0, "c-1") } + [IdentityLink(samples.external(5), "c-2")]
                }
            }
            let ids = try await store.canonicalIDs(of: keys + [samples.external(5), samples.external(6)])
            try demand("ids", keys.map { ids[$0] ?? "-" }, is: ["c-1", "c-1", "c-1"])
            try demand("id of an object of c-2", ids[samples.external(5)], is: "c-2")
            try demand("id of an object that nobody linked", ids[samples.external(6)], is: nil)
            let names = try await store.externalKeys(of: "c-1").map { "\($0.system)/\($0.objectType)/\($0.value)" }
            let sorted = ["netsuite:eu/customer/1", "salesforce/Account/10", "salesforce/Account/2"]
            try demand("objects of c-1, sorted", names, is: sorted)
            try demand("objects of c-9", try await store.externalKeys(of: "c-9").count, is: 0)
        },
        Check("links.notOver", "an object that belongs to a record is not linked to another one") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let key = samples.external(1)
            for links in [["c-1"], ["c-2"], ["c-1", "c-2"]] {
                steps("commit \(links.map { "the link \(key.value) is \($0)" }.joined(separator: " and "))")
                let outcome = await Outcome.of {
                    try await commit(store) { $0.links = links.map { IdentityLink(key, $0) } }
                }
                if links != ["c-1"] {
                    try demand(
                        outcome.failureClass == .policy,
                        "a failure of the class policy",
                        but: outcome.words { "it was stored" }
                    )
                }
                try demand("the record of \(key.value)", try await store.canonicalIDs(of: [key])[key], is: "c-1")
            }
            steps.clear()
            steps("commit that \(samples.external(2).value) is c-3 and c-4, in one commit")
            let both = await Outcome.of {
                try await commit(store) { $0.links = ["c-3", "c-4"].map { IdentityLink(samples.external(2), $0) } }
            }
            try demand(
                both.failureClass == .policy,
                "a failure of the class policy",
                but: both.words { "it was stored" }
            )
            try demand("names of c-3", try await store.externalKeys(of: "c-3").count, is: 0)
        },
    ]
}
