internal import ConcordAdapters
internal import ConcordConfiguration
internal import ConcordOwnership
internal import ConcordValues

extension StoreTrial {
    /// An outbox under trial: entries have numbers, by which they are told.
    private struct OutboxTrial {
        let store: any IntegrationStore
        let samples: StoreSamples
        let steps: ContractSteps
        /// The record of an entry with a number: the tens, so that 10 and 11 are about one record.
        func record(_ number: Int) -> RecordKey { samples.record(number / 10) }
        func entry(_ number: Int, attempts: Int = 0, notBefore: Int? = nil) -> OutboxEntry {
            var entry = samples.entry(number, of: record(number))
            entry.attempts = attempts
            entry.notBefore = notBefore.map(samples.time)
            entry.lastFailure = attempts > 0 ? "it failed" : nil
            return entry
        }

        func plan(_ numbers: Int...) async throws {
            for number in numbers {
                steps("plan entry \(number), of \(record(number))")
                try await StoreTrial.commit(store) { $0.planned = [entry(number)] }
            }
        }

        func attempt(_ number: Int, notBefore: Int? = nil) async throws {
            steps("begin entry \(number)" + (notBefore.map { ", to be tried again after \($0) seconds" } ?? ""))
            try await StoreTrial.commit(store) { $0.attempted = [entry(number, attempts: 1, notBefore: notBefore)] }
        }

        func deliver(_ number: Int) async throws {
            steps("entry \(number) is delivered")
            try await StoreTrial.commit(store) { $0.delivered = [entry(number).key] }
        }

        func demandDue(_ numbers: [Int], at seconds: Int = 100_000, limit: Int = 100) async throws {
            let due = try await store.due(for: samples.system, at: samples.time(seconds), limit: limit)
            try demand("entries that are due", words(due), is: numbers.map { "\($0)" }.joined(separator: ", "))
        }

        func demandEntries(_ numbers: [Int]) async throws {
            var records: [RecordKey] = []
            for number in 0..<10 { records.append(samples.record(number)) }
            let entries = try await store.entries(for: samples.system, of: records)
            try demand("entries", words(entries), is: numbers.map { "\($0)" }.joined(separator: ", "))
        }

        private func words(_ entries: [OutboxEntry]) -> String {
            entries.map { entry in
                (0..<100).first { self.entry($0).key == entry.key }.map { "\($0)" } ?? "an unknown one"
            }
            .joined(separator: ", ")
        }
    }

    private static func outboxCheck(
        _ name: String,
        _ words: String,
        _ body: @escaping @Sendable (OutboxTrial) async throws -> Void
    ) -> Check {
        Check("outbox.\(name)", words) { trial, steps in
            try await body(OutboxTrial(store: try await trial.make(), samples: trial.samples, steps: steps))
        }
    }

    static let outboxChecks: [Check] = [
        outboxCheck("order", "the first entry of each record is due, in the order in which they came") { trial in
            try await trial.plan(30, 10, 20, 40)
            try await trial.demandDue([30, 10, 20, 40])
            try await trial.demandDue([30, 10], limit: 2)
            try await trial.attempt(20)
            try await trial.demandDue([30, 10, 20, 40])
            let other = trial.samples.entry(50, of: trial.record(50), for: trial.samples.other)
            trial.steps("plan an entry for \(trial.samples.other)")
            try await commit(trial.store) { $0.planned = [other] }
            try await trial.demandDue([30, 10, 20, 40])
            let due = try await trial.store.due(for: trial.samples.other, at: trial.samples.time(9), limit: 9)
            try demand("entries for the other system", due, is: [other])
        },
        outboxCheck("exact", "an entry is given back as it was planned or tried last") { trial in
            try await trial.plan(10)
            let (system, records) = (trial.samples.system, [trial.record(10)])
            try demand("entries", try await trial.store.entries(for: system, of: records), is: [trial.entry(10)])
            try await trial.attempt(10, notBefore: 61)
            let tried = trial.entry(10, attempts: 1, notBefore: 61)
            try demand("entries", try await trial.store.entries(for: system, of: records), is: [tried])
        },
        outboxCheck("replaced", "a planned entry takes the place of those of its record that were never begun") {
            trial in
            try await trial.plan(10, 20, 11, 12)
            try await trial.demandEntries([12, 20])
            try await trial.demandDue([20, 12])
        },
        outboxCheck("begunKept", "an entry that was begun stays, and is sent before what was planned behind it") {
            trial in
            try await trial.plan(10)
            try await trial.attempt(10)
            try await trial.plan(11, 12)
            try await trial.demandEntries([10, 12])
            try await trial.demandDue([10])
            try await trial.deliver(10)
            try await trial.demandDue([12])
        },
        outboxCheck("plannedOnce", "an entry whose key is there is not planned again, nor taken back to its beginning")
        { trial in
            try await trial.plan(10)
            try await trial.attempt(10)
            try await trial.plan(11, 10)
            try await trial.demandEntries([10, 11])
            let first = try await trial.store.entries(for: trial.samples.system, of: [trial.record(10)]).first
            try demand("attempts of entry 10", first?.attempts, is: 1)
        },
        outboxCheck("settled", "what was never begun is forgotten when its system has all that it should") { trial in
            try await trial.plan(10, 20, 30)
            try await trial.attempt(20)
            try await trial.plan(21)
            trial.steps("entries 10 and 20 to 21 are settled")
            try await commit(trial.store) { commit in
                commit.settled = [10, 20, 90].map { (trial.samples.system, trial.record($0)) }
            }
            try await trial.demandEntries([20, 30])
        },
        outboxCheck("notBefore", "an entry that may not be tried yet is not due, nor is what stands behind it") {
            trial in
            try await trial.plan(10, 20)
            try await trial.attempt(10, notBefore: 60)
            try await trial.plan(11)
            try await trial.demandDue([20], at: 59)
            try await trial.demandDue([10, 20], at: 60)
            try await trial.attempt(20, notBefore: 90)
            let (store, system) = (trial.store, trial.samples.system)
            for (seconds, next) in [(0, 60), (60, 90), (90, nil)] as [(Int, Int?)] {
                let seen = try await store.nextDue(for: system, after: trial.samples.time(seconds))
                try demand("next due after \(seconds) seconds", seen, is: next.map(trial.samples.time))
            }
        },
        outboxCheck("parkedBlocks", "an entry that is parked blocks its record, and no other, until it is released") {
            trial in
            let sequence = trial.samples.sequence(1)
            try await trial.plan(10, 20)
            try await trial.attempt(10, notBefore: 60)
            trial.steps("park entry 10")
            let tried = trial.entry(10, attempts: 1, notBefore: 60)
            let letter = trial.samples.letter(tried, of: sequence)
            try await commit(trial.store) { $0.parked = [letter] }
            try await trial.demandDue([20])
            try await trial.plan(11)
            try await trial.demandDue([20])
            try await trial.demandEntries([10, 11, 20])
            try demand("entries that are not parked", try await trial.store.depth(for: trial.samples.system), is: 2)
            let next = try await trial.store.nextDue(for: trial.samples.system, after: trial.samples.time(0))
            try demand("next due", next, is: nil)
            trial.steps("release entry 10")
            try await commit(trial.store) { $0.released = [(sequence, [letter.id])] }
            try await trial.demandDue([10, 20], at: 1)
            try demand("entries that are not parked", try await trial.store.depth(for: trial.samples.system), is: 3)
        },
        outboxCheck("delivered", "an entry that is delivered is gone, parked or not, and nothing of it comes back") {
            trial in
            try await trial.plan(10, 20)
            try await trial.attempt(10)
            try await trial.deliver(10)
            try await trial.attempt(10)
            try await trial.demandEntries([20])
            try await trial.attempt(20)
            trial.steps("park entry 20")
            let letter = trial.samples.letter(trial.entry(20, attempts: 1), of: trial.samples.sequence(2))
            try await commit(trial.store) { $0.parked = [letter] }
            try await trial.deliver(20)
            try await trial.demandEntries([])
            try await trial.plan(21)
            try await trial.demandDue([21])
            try demand("entries", try await trial.store.depth(for: trial.samples.system), is: 1)
        },
    ]
}
