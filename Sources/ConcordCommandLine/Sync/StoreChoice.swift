import ConcordAdapters

#if SQLite
import ConcordSQLite
#endif

/// Where a synchronisation keeps what it knows.
enum StoreChoice {
    /// The store in a file; one in memory if there is none.
    ///
    /// - Throws: A ``CommandFailure`` if the file cannot be used, or the command cannot use files.
    static func open(_ file: String?) throws(CommandFailure) -> any IntegrationStore {
        guard let file else { return MemoryStore() }
        #if SQLite
        do throws(AdapterFailure) {
            return try SQLiteStore(path: file)
        } catch {
            throw CommandFailure(.cannotCreate, "\(error)")
        }
        #else
        throw CommandFailure(
            .usage,
            "--store \(file): the command is built without its store; build or run it with --traits CommandLine,SQLite"
        )
        #endif
    }

    /// The store in a file that is there.
    ///
    /// - Throws: A ``CommandFailure`` if there is none, or it cannot be used.
    static func openExisting(_ file: String) throws(CommandFailure) -> any IntegrationStore {
        guard Platform.exists(file) else {
            throw CommandFailure(.noInput, "there is no store \(file); `concord sync --store \(file)` makes one")
        }
        return try open(file)
    }
}
