#if SQLite
import ConcordAdapters
import ConcordConfiguration
import ConcordOwnership
import ConcordSQLite
import ConcordTesting
import ConcordValues
import Testing

/// Whatever is stored, the file answers as memory does.
@Suite struct StoreModelTests {
    @Test(arguments: 1...24 as ClosedRange<UInt64>)
    func theFileAnswersAsMemoryDoes(_ seed: UInt64) async throws {
        let pool = StorePool()
        let folder = try TemporaryFolder()
        let options = SQLiteOptions(durability: .normal, readers: 1)
        let memory = MemoryStore()
        var file = try SQLiteStore(path: folder.file(), options: options)
        var random = SeededGenerator(seed: seed)
        for step in 1...40 {
            let commit = pool.commit(&random)
            let (expected, found) = (await refusal(memory, commit), await refusal(file, commit))
            try #require(expected == found, "seed \(seed), step \(step)")
            if random.happens(percent: 20) {
                let decision = Sample.decision("a-\(random.number(in: 1...5))")
                try await memory.submit(decision)
                try await file.submit(decision)
            }
            let key = Sample.hash("key \(random.number(in: 1...3))")
            let print = Sample.hash("print \(random.number(in: 1...2))")
            let time = random.one(of: pool.times)
            switch random.number(in: 0...5) {
            case 0, 1:
                let state = try await memory.begin(key, fingerprint: print, at: time)
                try #require(
                    try await file.begin(key, fingerprint: print, at: time) == state,
                    "seed \(seed), step \(step)"
                )
            case 2:
                try await memory.complete(key, TargetReceipt(version: .number(3)), at: time)
                try await file.complete(key, TargetReceipt(version: .number(3)), at: time)
            case 3:
                try await memory.abandon(key)
                try await file.abandon(key)
            case 4:
                let forgotten = try await memory.forget(before: time)
                try #require(try await file.forget(before: time) == forgotten, "seed \(seed), step \(step)")
            default: break
            }
            if random.happens(percent: 10) {
                try file.close()
                file = try SQLiteStore(path: folder.file(), options: options)
            }
            guard step % 4 == 0 else { continue }
            let own = try await StoreAccount(memory, pool)
            let others = try await StoreAccount(file, pool)
            if own != others {
                let differences = own.differences(from: others).joined(separator: "\n").prefix(4_000)
                Issue.record("seed \(seed), step \(step): \(differences)")
                return
            }
        }
        try file.close()
    }

    private func refusal(_ store: some IntegrationStore, _ commit: StoreCommit) async -> AdapterFailure? {
        do throws(AdapterFailure) {
            try await store.commit(commit)
            return nil
        } catch {
            return error
        }
    }
}
#endif
