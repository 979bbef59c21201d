#if SQLite
import GRDB

/// The forms that a store's file has had, oldest first; a file is brought to the newest when it is opened.
///
/// A migration that was released is never changed: what changes is another migration.
enum StoreMigrations {
    /// What SQLite's header says that the file is: `Conc`.
    static let applicationID: Int64 = 0x436F_6E63

    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("concord-1") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: first)
        }
        return migrator
    }

    private static let first = """
        -- Records that somebody spoke of, or that something is known about, by a number that their rows share.
        CREATE TABLE record (
            number INTEGER PRIMARY KEY, name TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (name, id)
        );
        -- What was said. A line's place is its record's number, 24 bits further left, and its own number in the record:
        -- a record's lines stand together in the file, are read in one go, and need no index.
        CREATE TABLE claim (place INTEGER PRIMARY KEY, hash BLOB NOT NULL, line TEXT NOT NULL);
        CREATE TABLE document (
            record INTEGER PRIMARY KEY REFERENCES record, changedAt TEXT NOT NULL, document BLOB NOT NULL
        );
        CREATE TABLE original (
            number INTEGER PRIMARY KEY, system TEXT NOT NULL, object TEXT NOT NULL, id TEXT NOT NULL,
            bytes BLOB NOT NULL, UNIQUE (system, object, id)
        );
        CREATE TABLE link (
            system TEXT NOT NULL, object TEXT NOT NULL, id TEXT NOT NULL, canonical TEXT NOT NULL,
            PRIMARY KEY (system, object, id)
        ) WITHOUT ROWID;
        CREATE INDEX link_canonical ON link (canonical);
        CREATE TABLE cursor (source TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;

        -- What is to be sent, in the order of the numbers. The first entry of a record and system bars those behind it.
        CREATE TABLE outbox (
            number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, system TEXT NOT NULL,
            record INTEGER NOT NULL REFERENCES record, attempts INTEGER NOT NULL, parked INTEGER NOT NULL,
            isFirst INTEGER NOT NULL, dueSeconds INTEGER, dueNanoseconds INTEGER, entry TEXT NOT NULL
        );
        CREATE INDEX outbox_lane ON outbox (record, system, number);
        CREATE INDEX outbox_due ON outbox (system, dueSeconds, dueNanoseconds, number)
            WHERE isFirst = 1 AND parked = 0;
        -- How many entries that are not parked each system has, so that nobody counts them.
        CREATE TABLE backlog (system TEXT PRIMARY KEY, entries INTEGER NOT NULL) WITHOUT ROWID;

        CREATE TABLE receipt (
            key BLOB PRIMARY KEY, fingerprint BLOB NOT NULL, begun TEXT NOT NULL, receipt TEXT,
            doneSeconds INTEGER, doneNanoseconds INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX receipt_done ON receipt (doneSeconds, doneNanoseconds) WHERE receipt IS NOT NULL;

        CREATE TABLE letter (
            number INTEGER PRIMARY KEY, system TEXT NOT NULL, object TEXT NOT NULL, id TEXT NOT NULL,
            message TEXT NOT NULL, outbound BLOB, letter TEXT NOT NULL, UNIQUE (system, object, id, message)
        );

        -- 0 is open, 1 resolved, 2 withdrawn.
        CREATE TABLE exception (
            id BLOB PRIMARY KEY, state INTEGER NOT NULL, origin TEXT NOT NULL, owner TEXT, recordName TEXT,
            recordID TEXT, system TEXT, dueMissing INTEGER NOT NULL, dueSeconds INTEGER NOT NULL,
            dueNanoseconds INTEGER NOT NULL, riskMissing INTEGER NOT NULL, currency TEXT NOT NULL, risk TEXT NOT NULL,
            openedSeconds INTEGER NOT NULL, openedNanoseconds INTEGER NOT NULL, exception TEXT NOT NULL, ending TEXT
        );
        CREATE INDEX exception_urgency ON exception (
            dueMissing, dueSeconds, dueNanoseconds, riskMissing, currency, risk DESC, openedSeconds, openedNanoseconds, id
        ) WHERE state = 0;
        CREATE INDEX exception_record ON exception (recordName, recordID) WHERE state = 0;
        CREATE TABLE resolution (
            number INTEGER PRIMARY KEY, recordName TEXT NOT NULL, recordID TEXT NOT NULL, resolution TEXT NOT NULL
        );
        CREATE INDEX resolution_record ON resolution (recordName, recordID);
        CREATE TABLE approval (number INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, line TEXT NOT NULL);
        """
}
#endif
