import ConcordAdapters
import ConcordTesting
import Synchronization

/// Sources that break one promise each, by the promise.
enum BrokenSources {
    static let all: [(promise: String, what: String, factory: ChangeSourceContract.Factory)] = [
        (
            "source.nothingLeftOut", "skips a message at the border of pages",
            {
                TwistedSource { inner, cursor, limit throws(AdapterFailure) in
                    var page = try await inner.page(after: cursor, limit: limit)
                    if page.hasMore, limit == 7 { page.next = SourceCursor("\((Int(page.next.text) ?? 0) + 1)") }
                    return page
                }
            }
        ),
        (
            "source.unknownCursor", "answers an unknown cursor with the beginning",
            {
                TwistedSource { inner, cursor, limit throws(AdapterFailure) in
                    try await inner.page(after: cursor.flatMap { Int($0.text) == nil ? nil : $0 }, limit: limit)
                }
            }
        ),
        (
            "source.sameAgain", "knows only the cursors that it gave itself",
            {
                let own = Mutex<Set<SourceCursor>>([])
                return TwistedSource { inner, cursor, limit throws(AdapterFailure) in
                    let isOwn = cursor.map { cursor in own.withLock { $0.contains(cursor) } } ?? true
                    guard isOwn else { throw AdapterFailure(.policy, "there is no such cursor in this session") }
                    let page = try await inner.page(after: cursor, limit: limit)
                    _ = own.withLock { $0.insert(page.next) }
                    return page
                }
            }
        ),
        (
            "source.stableIDs", "gives a message another id whenever it delivers it",
            {
                let count = Mutex(0)
                return TwistedSource { inner, cursor, limit throws(AdapterFailure) in
                    var page = try await inner.page(after: cursor, limit: limit)
                    page.items = page.items.map { item in
                        let number = count.withLock { count in
                            count += 1
                            return count
                        }
                        return item.with(id: "delivery-\(number)")
                    }
                    return page
                }
            }
        ),
        (
            "source.sequenceOrder", "gives the newest message of a page first",
            {
                TwistedSource { inner, cursor, limit throws(AdapterFailure) in
                    var page = try await inner.page(after: cursor, limit: limit)
                    page.items.reverse()
                    return page
                }
            }
        ),
        (
            "source.cancelled", "swallows cancellation",
            {
                TwistedSource { inner, cursor, limit throws(AdapterFailure) in
                    let result = await Task {
                        await Result { () async throws(AdapterFailure) in
                            try await inner.page(after: cursor, limit: limit)
                        }
                    }
                    .value
                    return try result.get()
                }
            }
        ),
        (
            "source.cancellationLosesNothing", "moves on when it is cancelled",
            {
                let lost = Mutex(0)
                return TwistedSource { inner, cursor, limit throws(AdapterFailure) in
                    if Task.isCancelled { lost.withLock { $0 = 1 } }
                    var page = try await inner.page(after: cursor, limit: limit)
                    page.items.removeFirst(min(lost.withLock { $0 }, page.items.count))
                    return page
                }
            }
        ),
        (
            "source.hasMore", "says that a full page is the last one",
            {
                TwistedSource { inner, cursor, limit throws(AdapterFailure) in
                    var page = try await inner.page(after: cursor, limit: limit)
                    if page.items.count == limit { page.hasMore = false }
                    return page
                }
            }
        ),
        (
            "source.pageLimit", "gives at least five messages",
            {
                TwistedSource { inner, cursor, limit throws(AdapterFailure) in
                    try await inner.page(after: cursor, limit: max(5, limit))
                }
            }
        ),
        (
            "source.cursorsGoOn", "gives the last page for ever",
            {
                TwistedSource { inner, cursor, limit throws(AdapterFailure) in
                    var page = try await inner.page(after: cursor, limit: limit)
                    page.hasMore = true
                    return page
                }
            }
        ),
        (
            "source.uniqueIDs", "takes the object's id for the message's",
            {
                TwistedSource { inner, cursor, limit throws(AdapterFailure) in
                    var page = try await inner.page(after: cursor, limit: limit)
                    page.items = page.items.map { $0.with(id: $0.sequence.id) }
                    return page
                }
            }
        ),
        (
            "source.current", "gives an object as it was first",
            {
                var source = TwistedSource { inner, cursor, limit throws(AdapterFailure) in
                    try await inner.page(after: cursor, limit: limit)
                }
                source.currentAnswer = { _, sequence throws(AdapterFailure) in
                    try AdapterFailure.checkCancellation()
                    return Acme.items.first { $0.sequence == sequence }
                }
                return source
            }
        ),
    ]
}

extension Result where Failure == AdapterFailure {
    /// What comes of some work.
    init(_ body: () async throws(AdapterFailure) -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}

extension SourceItem {
    /// The same with another id.
    func with(id: String) -> SourceItem {
        SourceItem(
            id: id,
            sequence: sequence,
            version: version,
            time: time,
            author: author,
            content: content,
            digest: digest
        )
    }
}
