import ConcordAdapters
import ConcordConfiguration

/// Finds an exception by its id or the beginning of it.
struct ExceptionSearch {
    /// Where exceptions are kept.
    let store: any IntegrationStore

    /// The exception.
    ///
    /// - Throws: A ``CommandFailure`` if there is none, or several.
    func entry(_ id: String) throws(CommandFailure) -> ExceptionEntry {
        let found = try entries(id)
        guard let first = found.first else {
            throw CommandFailure(.rejected, "there is no open exception \(id); `concord exceptions list` has all")
        }
        guard found.count == 1 else {
            throw CommandFailure(.usage, "\(id) is the beginning of \(found.count) exceptions; give more of it")
        }
        return first
    }

    private func entries(_ id: String) throws(CommandFailure) -> [ExceptionEntry] {
        let store = store
        let result = Waiting.run { () throws(AdapterFailure) -> [ExceptionEntry] in
            if let whole = ContentHash(hexadecimal: id) {
                return try await store.exception(whole).map { [$0] } ?? []
            }
            let open = try await store.exceptions(ExceptionFilter(), limit: .max)
            return open.filter { $0.id.description.hasPrefix(id) }.map { ExceptionEntry($0, .open) }
        }
        do throws(AdapterFailure) { return try result.get() } catch { throw CommandFailure(error) }
    }
}
