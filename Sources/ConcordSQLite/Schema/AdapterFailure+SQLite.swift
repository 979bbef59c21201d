#if SQLite
import ConcordAdapters
import GRDB

extension AdapterFailure {
    /// What an error of the database means for who must act.
    ///
    /// - Parameters:
    ///   - error: The error.
    ///   - path: The file's path.
    init(_ error: any Error, at path: String) {
        switch error {
        case let failure as AdapterFailure: self = failure
        case is CancellationError: self = .cancelled
        case let damage as StoredFormDamage:
            self = AdapterFailure(
                .policy,
                "the store \(path) holds something that cannot be read: \(damage.what)",
                remedy: "Restore the file from a backup; only the store writes to it."
            )
        case let error as DatabaseError: self.init(error, at: path)
        default: self = AdapterFailure(.unknown, "the store \(path) failed: \(error)")
        }
    }

    private init(_ error: DatabaseError, at path: String) {
        let says = "(\(error.resultCode)" + (error.message.map { ": \($0)" } ?? "") + ")"
        switch error.resultCode {
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .cancelled
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self = AdapterFailure(
                .locked,
                "the store \(path) is being written to by somebody else \(says)",
                remedy: "If it stays so, find the process that holds the file, or wait longer (busyTimeout)."
            )
        case .SQLITE_FULL:
            self = AdapterFailure(
                .transient,
                "the disk of the store \(path) is full \(says)",
                remedy: "Make room on the disk; nothing is lost, and it goes on by itself."
            )
        case .SQLITE_IOERR, .SQLITE_NOMEM, .SQLITE_PROTOCOL:
            self = AdapterFailure(
                .transient,
                "the store \(path) could not be read or written \(says)",
                remedy: "If it stays so, look at the disk and at the machine's memory."
            )
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT:
            self = AdapterFailure(
                .policy,
                "the store \(path) is damaged, or no store \(says)",
                remedy: "Restore the file from a backup, with its -wal file beside it."
            )
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
            self = AdapterFailure(
                .policy,
                "the store \(path) cannot be opened and written \(says)",
                remedy: "See that its folder exists, and that this user may write to the folder and the file."
            )
        case .SQLITE_TOOBIG:
            self = AdapterFailure(
                .validation,
                "something is too large for the store \(path) \(says)",
                remedy: "A row has at most 1,000,000,000 bytes."
            )
        default: self = AdapterFailure(.unknown, "the store \(path) failed \(says)")
        }
    }

    /// That the file was written by a newer version.
    static func newerFile(_ path: String, _ forms: [String]) -> AdapterFailure {
        AdapterFailure(
            .policy,
            "the store \(path) was written by a newer version of Concord (\(forms.joined(separator: ", ")))",
            remedy: "Open it with that version; a newer file is never written by an older version."
        )
    }

    /// That the file is another application's.
    static func foreignFile(_ path: String) -> AdapterFailure {
        AdapterFailure(
            .policy,
            "\(path) is a database of another application",
            remedy: "Name a file of its own for the store; it is made if it is not there."
        )
    }
}
#endif
