internal import ConcordAdapters
internal import ConcordConfiguration
internal import ConcordOwnership
internal import ConcordValues

extension StoreTrial {
    static let keyChecks: [Check] = [
        Check("keys.beginOnce", "of several that begin one key at once, one is told that it is new") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            for round in 0..<4 {
                let key = samples.hash("key \(round)")
                steps.clear()
                steps("begin one key in \(trial.tasks) tasks at once")
                let states = try await withThrowingTaskGroup(of: IdempotencyState.self) { group in
                    for _ in 0..<trial.tasks {
                        group.addTask {
                            try await store.begin(key, fingerprint: samples.hash("a"), at: samples.time(round))
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                try demand("tasks that are told that it is new", states.count { $0 == .new }, is: 1)
                let begun = IdempotencyState.begun(at: samples.time(round))
                try demand("tasks that are told that it was begun", states.count { $0 == begun }, is: trial.tasks - 1)
            }
        },
        Check("keys.states", "a key is new, then begun, then completed; something else under it is a mismatch") {
            trial,
            steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let (key, content) = (samples.hash("key"), samples.hash("content"))
            func begin(_ fingerprint: ContentHash, at seconds: Int) async throws -> IdempotencyState {
                steps("begin the key with \(fingerprint == content ? "its content" : "another content")")
                return try await store.begin(key, fingerprint: fingerprint, at: samples.time(seconds))
            }
            try demand("the key", try await begin(content, at: 1), is: .new)
            try demand("the key", try await begin(content, at: 2), is: .begun(at: samples.time(1)))
            try demand("the key", try await begin(samples.hash("other"), at: 3), is: .mismatch)
            steps("complete the key")
            try await store.complete(key, samples.receipt(1), at: samples.time(4))
            try demand("the key", try await begin(content, at: 5), is: .completed(samples.receipt(1)))
            steps("complete the key with another receipt")
            try await store.complete(key, samples.receipt(3), at: samples.time(6))
            try demand("the key", try await begin(content, at: 7), is: .completed(samples.receipt(1)))
            try demand("the key", try await begin(samples.hash("other"), at: 8), is: .mismatch)
        },
        Check("keys.abandoned", "a key that is abandoned is free again, but not one that was completed") {
            trial,
            steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let (key, content) = (samples.hash("key"), samples.hash("content"))
            _ = try await store.begin(key, fingerprint: content, at: samples.time(1))
            steps("begin, abandon and begin the key")
            try await store.abandon(key)
            let again = try await store.begin(key, fingerprint: samples.hash("other"), at: samples.time(2))
            try demand("the key", again, is: .new)
            try await store.complete(key, samples.receipt(2), at: samples.time(3))
            steps("complete, abandon and begin the key")
            try await store.abandon(key)
            let done = try await store.begin(key, fingerprint: samples.hash("other"), at: samples.time(4))
            try demand("the key", done, is: .completed(samples.receipt(2)))
            steps("abandon a key that nobody began")
            try await store.abandon(samples.hash("unknown"))
        },
        Check("keys.forgotten", "keys that were completed before a time are forgotten, and no others") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let content = samples.hash("content")
            let names = ["old", "older", "at", "later", "begun"]
            for name in names {
                _ = try await store.begin(samples.hash(name), fingerprint: content, at: samples.time(0))
            }
            for (name, seconds) in [("older", 10), ("old", 20), ("at", 30), ("later", 40)] {
                try await store.complete(samples.hash(name), samples.receipt(1), at: samples.time(seconds))
            }
            steps("complete keys at 10, 20, 30 and 40 seconds, and begin one")
            steps("forget before 30 seconds")
            let count = try await store.forget(before: samples.time(30))
            try demand("keys that were forgotten", count, is: 2)
            var fresh: [String] = []
            for name in names {
                let state = try await store.begin(samples.hash(name), fingerprint: content, at: samples.time(50))
                if state == .new { fresh.append(name) }
            }
            try demand("keys that are new again", fresh, is: ["old", "older"])
        },
    ]

    static let parkingChecks: [Check] = [
        Check("parking.order", "the letters of a sequence are kept in the order in which they were parked, each once") {
            trial,
            steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let sequence = samples.sequence(0)
            let letters = [5, 2, 9, 4].map { samples.letter($0, of: sequence) }
            for _ in 0..<2 {
                for letter in letters {
                    steps("park \(letter.id)")
                    try await commit(store) { $0.parked = [letter] }
                }
            }
            let seen = try await store.letters(of: sequence)
            try demand("letters", seen.map(\.id), is: letters.map(\.id))
            for (own, want) in zip(seen, letters) where own != want {
                throw Discrepancy(expected: "\(want)", seen: "\(own)")
            }
            try demand("letters of another sequence", try await store.letters(of: samples.sequence(1)).count, is: 0)
        },
        Check("parking.released", "a sequence is parked as long as it has letters") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let (sequence, free) = (samples.sequence(0), samples.sequence(1))
            try await commit(store) { $0.parked = [1, 2, 3].map { samples.letter($0, of: sequence) } }
            for (ids, left) in [(["m-2"], ["m-1", "m-3"]), (["m-9"], ["m-1", "m-3"]), (["m-3", "m-1"], [])] {
                steps("release \(ids.joined(separator: ", "))")
                try await commit(store) { $0.released = [(sequence, ids)] }
                try demand("letters", try await store.letters(of: sequence).map(\.id), is: left)
                let parked = try await store.parked(among: [free, sequence])
                try demand("whether it is parked", parked == [sequence], is: !left.isEmpty)
            }
        },
        Check("parking.listed", "the sequences that are parked are listed sorted, page by page") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            var random = SeededGenerator(seed: samples.seed)
            let sequences = random.shuffled(
                (0..<9).map(samples.sequence) + [SequenceKey(samples.other, "Account", "1")]
            )
            try await commit(store) { $0.parked = sequences.map { samples.letter(1, of: $0) } }
            var seen: [SequenceKey] = []
            while true {
                steps("parkedSequences(after: \(seen.last.map { "\($0)" } ?? "nil"), limit: 4)")
                let page = try await store.parkedSequences(after: seen.last, limit: 4)
                try demand(page.count <= 4, "at most 4 sequences", but: "\(page.count)")
                if page.isEmpty || seen.count > sequences.count { break }
                seen += page
            }
            try demand("the sequences", seen, is: sequences.sorted())
        },
    ]
}
