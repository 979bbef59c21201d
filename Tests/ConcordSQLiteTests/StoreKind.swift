#if SQLite
import ConcordAdapters
import ConcordSQLite
import Testing

/// The stores that must keep the same promises.
enum StoreKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case memory
    case file

    var testDescription: String { rawValue }

    /// Does something with a new store.
    func withStore(_ body: (any IntegrationStore) async throws -> Void) async throws {
        switch self {
        case .memory: try await body(MemoryStore())
        case .file:
            let folder = try TemporaryFolder()
            let store = try SQLiteStore(path: folder.file(), options: .init(durability: .normal))
            try await body(store)
            try store.close()
            withExtendedLifetime(folder) {}
        }
    }
}
#endif
