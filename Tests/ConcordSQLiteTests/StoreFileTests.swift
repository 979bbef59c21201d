#if SQLite
import ConcordAdapters
import ConcordConfiguration
import ConcordMapping
import ConcordOwnership
import ConcordSQLite
import ConcordValues
import Foundation
import GRDB
import Testing

/// What only a file can do, and only a file can suffer.
@Suite struct StoreFileTests {
    @Test func aFileIsOpenedAgain() async throws {
        let folder = try TemporaryFolder()
        let pool = StorePool()
        let first = try SQLiteStore(path: folder.file())
        var commit = StoreCommit()
        commit.claims = [Sample.event("e-1"), Sample.event("e-1"), Sample.event("e-2")]
        commit.planned = [Sample.entry("1")]
        commit.parked = [Sample.letter("m-1")]
        commit.opened = [Sample.exception("exception 1")]
        try await first.commit(commit)
        try await first.commit(commit)
        let before = try await StoreAccount(first, pool)
        try first.close()
        let second = try SQLiteStore(path: folder.file())
        #expect(try await StoreAccount(second, pool) == before)
        #expect(try await second.ledgers(of: [Sample.northwind])[0].count == 2)
    }

    /// The commit breaks in its middle, as a full disk or a fault of the file would break it.
    @Test(arguments: ["claim", "document", "link", "outbox", "letter", "exception", "cursor"])
    func aCommitThatBreaksLeavesNothing(_ table: String) async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file())
        let other = try DatabaseQueue(path: folder.file())
        try await other.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER breaks BEFORE INSERT ON \(table)
                    BEGIN SELECT RAISE(ABORT, 'the disk is on fire'); END
                    """
            )
        }
        let pool = StorePool()
        let before = try await StoreAccount(store, pool)
        var commit = StoreCommit()
        commit.claims = [Sample.event("e-1", pool.records[0])]
        commit.records = [StoredRecord(key: pool.records[0], document: [], changedAt: Sample.nine)]
        commit.originals = [(pool.sequences[0], [1])]
        commit.links = [IdentityLink(pool.externalKeys[0], "cu-1")]
        commit.planned = [Sample.entry("1", pool.records[0], to: "crm")]
        commit.parked = [Sample.letter("m-1", of: pool.sequences[0])]
        commit.opened = [Sample.exception(pool.exceptions[0])]
        commit.cursors = [("crm", SourceCursor("1"))]
        let failure = await #expect(throws: AdapterFailure.self) { try await store.commit(commit) }
        #expect(failure?.what.contains(folder.file()) == true)
        #expect(failure?.what.contains("the disk is on fire") == true)
        #expect(try await StoreAccount(store, pool) == before)
        try await other.write { try $0.execute(sql: "DROP TRIGGER breaks") }
        try await store.commit(commit)
        #expect(try await store.cursor(of: "crm") == SourceCursor("1"))
    }

    @Test func aNewerFileIsRefused() async throws {
        let folder = try TemporaryFolder()
        try SQLiteStore(path: folder.file()).close()
        let queue = try DatabaseQueue(path: folder.file())
        try await queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('concord-99')") }
        try queue.close()
        let failure = #expect(throws: AdapterFailure.self) { try SQLiteStore(path: folder.file()) }
        #expect(failure?.failureClass == .policy)
        #expect(failure?.description.contains("newer version of Concord (concord-99)") == true)
    }

    @Test func anotherApplicationsFileIsRefused() async throws {
        let folder = try TemporaryFolder()
        let queue = try DatabaseQueue(path: folder.file())
        try await queue.write { try $0.execute(sql: "CREATE TABLE player (name TEXT)") }
        try queue.close()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
        let failure = #expect(throws: AdapterFailure.self) { try SQLiteStore(path: folder.file()) }
        #expect(failure?.failureClass == .policy)
        #expect(failure?.what.contains("another application") == true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file())) == bytes)
    }

    @Test func whatIsNoDatabaseIsRefused() throws {
        let folder = try TemporaryFolder()
        try Data(repeating: 65, count: 9_000).write(to: URL(fileURLWithPath: folder.file()))
        let failure = #expect(throws: AdapterFailure.self) { try SQLiteStore(path: folder.file()) }
        #expect(failure?.failureClass == .policy)
        let missing = #expect(throws: AdapterFailure.self) { try SQLiteStore(path: folder.file("no/folder.sqlite")) }
        #expect(missing?.failureClass == .policy)
        #expect(missing?.remedy?.contains("folder exists") == true)
    }

    @Test func whoHoldsTheFileIsWaitedFor() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file(), options: .init(busyTimeout: .milliseconds(1)))
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: folder.file(), configuration: configuration)
        try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        var commit = StoreCommit()
        commit.cursors = [("crm", SourceCursor("1"))]
        let failure = await #expect(throws: AdapterFailure.self) { try await store.commit(commit) }
        #expect(failure?.failureClass == .locked)
        // Who reads does not wait.
        #expect(try await store.cursor(of: "crm") == nil)
        try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
        try await store.commit(commit)
    }

    @Test func whoWasCancelledStoresNothing() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file())
        var commit = StoreCommit()
        commit.cursors = [("crm", SourceCursor("1"))]
        let task = Task { [commit] in
            withUnsafeCurrentTask { $0?.cancel() }
            try await store.commit(commit)
        }
        let failure = await #expect(throws: AdapterFailure.self) { try await task.value }
        #expect(failure == .cancelled)
        #expect(try await store.cursor(of: "crm") == nil)
    }

    @Test func manyReadWhileOneWrites() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file(), options: .init(durability: .normal))
        let keys = (0..<8).map { RecordKey("customer", "cu-\($0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for step in 1...60 {
                    var commit = StoreCommit()
                    commit.claims = keys.map { Sample.event("e-\(step)", $0) }
                    commit.cursors = [("crm", SourceCursor("\(step)"))]
                    try await store.commit(commit)
                    // What returned is seen.
                    #expect(try await store.cursor(of: "crm") == SourceCursor("\(step)"))
                }
            }
            for _ in 0..<6 {
                group.addTask {
                    var last = 0
                    while last < 60 {
                        let counts = Set(try await store.ledgers(of: keys).map(\.count))
                        // Every commit is there whole, or not at all, and none goes away again.
                        #expect(counts.count == 1)
                        let count = try #require(counts.first)
                        #expect(count >= last)
                        last = max(last, count)
                        if count == 0 { await Task.yield() }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func aSystemWithoutANameIsRefused() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file())
        var commit = StoreCommit()
        commit.claims = [Sample.event("e-1", system: "Net Suite")]
        let failure = await #expect(throws: AdapterFailure.self) { try await store.commit(commit) }
        #expect(failure?.failureClass == .mapping)
    }

    @Test func whatWasDamagedIsNamed() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.file())
        var commit = StoreCommit()
        commit.claims = [Sample.event("e-1")]
        try await store.commit(commit)
        let other = try DatabaseQueue(path: folder.file())
        try await other.write { try $0.execute(sql: "UPDATE claim SET line = '{\"event\":1}'") }
        let failure = await #expect(throws: AdapterFailure.self) { try await store.ledgers(of: [Sample.northwind]) }
        #expect(failure?.failureClass == .policy)
        #expect(failure?.what.contains("a line about customer/cu-northwind") == true)
    }

    /// A query that is asked all the time looks at what it gives, and at nothing else.
    @Test func frequentQuestionsUseAnIndex() async throws {
        let folder = try TemporaryFolder()
        try SQLiteStore(path: folder.file()).close()
        let queue = try DatabaseQueue(path: folder.file())
        let questions = [
            "SELECT number FROM outbox WHERE system = 'a' AND isFirst = 1 AND parked = 0 AND dueSeconds IS NULL AND "
                + "dueNanoseconds IS NULL ORDER BY number LIMIT 5": "outbox_due",
            "SELECT entry FROM outbox WHERE system = 'a' AND isFirst = 1 AND parked = 0 AND dueSeconds IS NOT NULL AND "
                + "(dueSeconds, dueNanoseconds) > (1, 2) ORDER BY dueSeconds, dueNanoseconds, number LIMIT 1":
                "outbox_due",
            "SELECT exception FROM exception WHERE state = 0 ORDER BY dueMissing, dueSeconds, dueNanoseconds, "
                + "riskMissing, currency, risk DESC, openedSeconds, openedNanoseconds, id LIMIT 5": "exception_urgency",
            "SELECT count(*) FROM exception WHERE state = 0": "exception_",
        ]
        for (question, index) in questions {
            let plan = try await queue.read { db in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(question)").map { $0["detail"] as String }
            }
            #expect(plan.count == 1 && plan[0].contains(index), "\(question): \(plan)")
        }
    }
}
#endif
