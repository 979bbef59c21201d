public import ConcordValues
import Synchronization

/// A system that is read, in memory: what it is told to say, it says.
public final class MemorySource: ChangeSource {
    /// The system.
    public let system: SystemID

    /// What the system can do.
    public let capabilities: SourceCapabilities

    private let items: Mutex<[SourceItem]>

    /// A system.
    ///
    /// - Parameters:
    ///   - system: Its name.
    ///   - items: What it says, in its order.
    ///   - capabilities: What it can do.
    public init(
        _ system: SystemID,
        _ items: [SourceItem] = [],
        capabilities: SourceCapabilities = SourceCapabilities()
    ) {
        self.system = system
        self.capabilities = capabilities
        self.items = Mutex(items)
    }

    /// Says something more.
    public func say(_ item: SourceItem) { items.withLock { $0.append(item) } }

    /// The messages behind a cursor, which counts them.
    public func page(after cursor: SourceCursor?, limit: Int) async throws(AdapterFailure) -> SourcePage {
        try AdapterFailure.checkCancellation()
        let start = cursor.map { Int($0.text) } ?? 0
        guard let start, start >= 0, start <= items.withLock({ $0.count }) else {
            throw AdapterFailure(
                .policy,
                "there is no cursor \"\(cursor?.text ?? "")\"",
                system: system,
                remedy: "Begin again without a cursor."
            )
        }
        return items.withLock { items in
            let begin = min(start, items.count)
            let end = min(items.count, begin + max(1, min(limit, capabilities.maximumPageSize)))
            return SourcePage(
                items: Array(items[begin..<end]),
                next: SourceCursor("\(end)"),
                hasMore: end < items.count
            )
        }
    }

    /// The last message about an object.
    public func current(_ sequence: SequenceKey) async throws(AdapterFailure) -> SourceItem? {
        try AdapterFailure.checkCancellation()
        return items.withLock { $0.last { $0.sequence == sequence } }
    }
}
