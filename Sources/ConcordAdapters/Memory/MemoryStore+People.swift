public import ConcordConfiguration
public import ConcordOwnership
public import ConcordValues
import Synchronization

extension MemoryStore: ExceptionQueue {
    /// The exceptions that are open.
    public func exceptions(
        _ filter: ExceptionFilter,
        limit: Int
    ) async throws(AdapterFailure) -> [QueuedException] {
        contents.withLock { contents in
            let found = contents.open.compactMap { contents.exceptions[$0]?.exception }.filter(filter.matches)
            return Array(found.sorted { $0.isMoreUrgent(than: $1) }.prefix(max(0, limit)))
        }
    }

    /// An exception, open or not.
    public func exception(_ id: ContentHash) async throws(AdapterFailure) -> ExceptionEntry? {
        contents.withLock { $0.exceptions[id] }
    }

    /// How many are open.
    public func openCount() async throws(AdapterFailure) -> Int {
        contents.withLock { $0.open.count }
    }

    /// What people decided about a record's exceptions.
    public func resolutions(of record: RecordKey) async throws(AdapterFailure) -> [ExceptionResolution] {
        contents.withLock { $0.resolutions[record] ?? [] }
    }
}

extension MemoryStore: ApprovalDesk {
    /// What was decided since.
    public func decisions(after cursor: SourceCursor?, limit: Int) async throws(AdapterFailure) -> ApprovalPage {
        let start = cursor.map { Int($0.text) } ?? 0
        guard let start, start >= 0, start <= contents.withLock({ $0.approvals.count }) else {
            throw AdapterFailure(
                .policy,
                "there is no cursor \"\(cursor?.text ?? "")\" of decisions",
                remedy: "Begin again without a cursor."
            )
        }
        return contents.withLock { contents in
            let begin = start
            let end = begin + min(contents.approvals.count - begin, max(1, limit))
            return ApprovalPage(
                Array(contents.approvals[begin..<end]),
                next: end == 0 ? cursor : SourceCursor("\(end)"),
                hasMore: end < contents.approvals.count
            )
        }
    }

    /// Takes somebody's decision.
    public func submit(_ decision: ApprovalDecision) async throws(AdapterFailure) {
        contents.withLock { contents in
            if !contents.approvals.contains(decision) { contents.approvals.append(decision) }
        }
    }
}

extension MemoryStore: IdempotencyStore {
    /// Begins something under a key, if nobody has.
    public func begin(
        _ key: ContentHash,
        fingerprint: ContentHash,
        at time: Instant
    ) async throws(AdapterFailure) -> IdempotencyState {
        contents.withLock { contents in
            guard let known = contents.receipts[key] else {
                contents.receipts[key] = MemoryReceipt(fingerprint: fingerprint, begun: time)
                return .new
            }
            if known.fingerprint != fingerprint { return .mismatch }
            return known.completed.map { .completed($0.receipt) } ?? .begun(at: known.begun)
        }
    }

    /// Says what came of it.
    public func complete(
        _ key: ContentHash,
        _ receipt: TargetReceipt,
        at time: Instant
    ) async throws(AdapterFailure) {
        contents.withLock { contents in
            if contents.receipts[key]?.completed == nil { contents.receipts[key]?.completed = (receipt, time) }
        }
    }

    /// Says that nothing came of it.
    public func abandon(_ key: ContentHash) async throws(AdapterFailure) {
        contents.withLock { contents in
            if contents.receipts[key]?.completed == nil { contents.receipts[key] = nil }
        }
    }

    /// Forgets keys that were completed before a time.
    @discardableResult
    public func forget(before time: Instant) async throws(AdapterFailure) -> Int {
        contents.withLock { contents in
            let old = contents.receipts.filter { _, receipt in
                receipt.completed.map { $0.at.isEarlier(than: time) } ?? false
            }
            for key in old.keys { contents.receipts[key] = nil }
            return old.count
        }
    }
}
