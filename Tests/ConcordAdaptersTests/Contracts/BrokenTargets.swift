import ConcordAdapters
import ConcordConfiguration
import ConcordOwnership
import ConcordTesting
import ConcordValues
import Synchronization

/// Targets that break one promise each, by the promise.
enum BrokenTargets {
    typealias Twist = @Sendable (MemoryTarget) -> any ChangeTarget

    /// A target that refuses what is wrong, as it should.
    static let strict: Twist = { memory in
        TwistedTarget(memory) { inner, change throws(AdapterFailure) in
            if change.isRefused { throw .wrongPhone }
            return try await inner.apply(change)
        }
    }

    static let all: [(promise: String, what: String, twist: Twist)] = [
        (
            "target.once", "forgets keys",
            { memory in
                let count = Mutex(0)
                return TwistedTarget(memory) { inner, change throws(AdapterFailure) in
                    if change.isRefused { throw .wrongPhone }
                    let number = count.withLock { count in
                        count += 1
                        return count
                    }
                    return try await inner.apply(change.with(key: ContentHash(ofBytes: Array("\(number)".utf8))))
                }
            }
        ),
        (
            "target.keysOutlive", "keeps keys to itself",
            { memory in
                let own = Mutex<[ContentHash: TargetReceipt]>([:])
                return TwistedTarget(memory) { inner, change throws(AdapterFailure) in
                    if change.isRefused { throw .wrongPhone }
                    if var known = own.withLock({ $0[change.key] }) {
                        known.isRepetition = true
                        return known
                    }
                    let key = ContentHash(ofBytes: Array("\(change.key) \(inner.changes.count)".utf8))
                    let receipt = try await inner.apply(change.with(key: key))
                    own.withLock { $0[change.key] = receipt }
                    return receipt
                }
            }
        ),
        (
            "target.otherContent", "takes the key of a change for part of its content",
            { memory in
                TwistedTarget(memory) { inner, change throws(AdapterFailure) in
                    if change.isRefused { throw .wrongPhone }
                    let key = ContentHash(ofBytes: Array("\(change.key) \(change.values)".utf8))
                    return try await inner.apply(change.with(key: key))
                }
            }
        ),
        (
            "target.allOrNothing", "applies what stands before a wrong value",
            { memory in
                TwistedTarget(memory) { inner, change throws(AdapterFailure) in
                    guard change.isRefused else { return try await inner.apply(change) }
                    let key = ContentHash(ofBytes: Array("half of \(change.key)".utf8))
                    _ = try await inner.apply(change.with(key: key, values: Array(change.values.prefix(1))))
                    throw .wrongPhone
                }
            }
        ),
        (
            "target.failureClasses", "says unknown of every failure",
            { memory in
                TwistedTarget(memory) { inner, change throws(AdapterFailure) in
                    if change.isRefused { throw AdapterFailure(.unknown, "POST /clients answered 422") }
                    return try await inner.apply(change)
                }
            }
        ),
        (
            "target.failureIsNoResult", "remembers the key of what failed",
            { memory in
                let failed = Mutex<Set<ContentHash>>([])
                return TwistedTarget(memory) { inner, change throws(AdapterFailure) in
                    guard change.isRefused else { return try await inner.apply(change) }
                    let isKnown = failed.withLock { !$0.insert(change.key).inserted }
                    if isKnown { return TargetReceipt(objectID: "1", isRepetition: true) }
                    throw .wrongPhone
                }
            }
        ),
        (
            "target.readBack", "does not find what it applied",
            { memory in
                var target = TwistedTarget(memory) { inner, change throws(AdapterFailure) in
                    if change.isRefused { throw .wrongPhone }
                    return try await inner.apply(change)
                }
                target.readAnswer = { _, _ throws(AdapterFailure) in nil }
                return target
            }
        ),
        (
            "target.holds", "does not take values away",
            { memory in
                TwistedTarget(memory) { inner, change throws(AdapterFailure) in
                    if change.isRefused { throw .wrongPhone }
                    return try await inner.apply(change.with(values: change.values.filter { $0.value != .cleared }))
                }
            }
        ),
    ]
}
