import Concord
import Synchronization

/// A store of which some commits fail, counted from 1.
final class FailingStore: StoreDecorator {
    let inner = MemoryStore()
    private let count = Mutex(0)
    private let failing: Set<Int>

    init(failing: Set<Int>) { self.failing = failing }

    func commit(_ commit: StoreCommit) async throws(AdapterFailure) {
        let number = count.withLock { count in
            count += 1
            return count
        }
        if failing.contains(number) { throw AdapterFailure(.transient, "the disk is full") }
        try await inner.commit(commit)
    }
}
