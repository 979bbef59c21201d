#if SQLite
public import ConcordAdapters
import GRDB

/// The store in one file: everything of an integration in one SQLite database, on the machine's own disk.
///
/// ```swift
/// let store = try SQLiteStore(path: "/var/lib/concord/firm.sqlite")
/// ```
///
/// It keeps every promise of `IntegrationStore`. One commit is one transaction, which lasts when it returns. Any number
/// may read while somebody writes, in several processes too; of two who write, one waits. It needs a disk with locks
/// that hold: no network share.
///
/// What it keeps in memory does not grow with the file. Keys are told apart by their bytes.
///
/// The file stands with its `-wal` and `-shm` beside it: copy them together, or with SQLite's `.backup`.
public final class SQLiteStore: IntegrationStore, Sendable {
    /// The file.
    public let path: String

    private let pool: DatabasePool

    /// Opens the store, and makes the file if it is not there.
    ///
    /// - Parameters:
    ///   - path: The file; its folder must exist.
    ///   - options: How the store works.
    /// - Throws: What kept it from being opened. A file that a newer version wrote, or another application, is refused
    ///   and not touched.
    public init(path: String, options: SQLiteOptions = .init()) throws(AdapterFailure) {
        self.path = path
        do {
            pool = try Self.open(path, options)
        } catch {
            throw AdapterFailure(error, at: path)
        }
    }

    private static func open(_ path: String, _ options: SQLiteOptions) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.label = "concord"
        configuration.maximumReaderCount = max(1, options.readers)
        let (seconds, attoseconds) = options.busyTimeout.components
        configuration.busyMode = .timeout(Double(min(max(seconds, 0), 86_400)) + Double(attoseconds) / 1e18)
        let kibibytes = max(64, options.cacheBytes / 1_024)
        configuration.prepareDatabase { db in
            // What is there is looked at before anything is written.
            try refuseForeign(db, path)
            // Events and vendors' objects have a kilobyte and more: several of them fit on a page. Only a new file takes it.
            try db.execute(sql: "PRAGMA page_size = 8192; PRAGMA cache_size = -\(kibibytes)")
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction { db in
            let level = options.durability == .full ? "FULL" : "NORMAL"
            // A commit of a batch is some megabytes: the log is carried over every few commits, and not at each.
            try db.execute(sql: "PRAGMA synchronous = \(level); PRAGMA wal_autocheckpoint = 4000")
        }
        try StoreMigrations.all.migrate(pool)
        return pool
    }

    private static func refuseForeign(_ db: Database, _ path: String) throws {
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
        if isEmpty { return }
        let application = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        // A file that somebody else is making at this moment has GRDB's own tables and nothing more.
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
        let isBeingMade = tables.allSatisfy { $0.hasPrefix("grdb_") }
        guard application == StoreMigrations.applicationID || isBeingMade else {
            throw AdapterFailure.foreignFile(path)
        }
        let known = Set(StoreMigrations.all.migrations)
        let newer = try StoreMigrations.all.appliedIdentifiers(db).subtracting(known)
        if !newer.isEmpty { throw AdapterFailure.newerFile(path, newer.sorted()) }
    }

    /// Closes the file.
    ///
    /// Nothing is lost without it; what asks the store afterwards fails.
    ///
    /// - Throws: What kept it from being closed: somebody is at work in it.
    public func close() throws(AdapterFailure) {
        do {
            try pool.close()
        } catch {
            throw AdapterFailure(error, at: path)
        }
    }

    /// Stores everything in one step.
    public func commit(_ commit: StoreCommit) async throws(AdapterFailure) {
        if commit.isEmpty { return }
        try await write { db in
            var transaction = StoreTransaction(db)
            try transaction.apply(commit)
        }
    }

    /// Reads what holds at one moment.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(AdapterFailure) -> Value {
        do {
            return try await pool.read(body)
        } catch {
            throw AdapterFailure(error, at: path)
        }
    }

    /// Writes in one transaction.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(AdapterFailure) -> Value {
        do {
            return try await pool.write(body)
        } catch {
            throw AdapterFailure(error, at: path)
        }
    }
}
#endif
