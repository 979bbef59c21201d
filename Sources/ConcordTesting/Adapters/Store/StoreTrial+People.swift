internal import ConcordAdapters
internal import ConcordConfiguration
internal import ConcordOwnership
internal import ConcordValues

extension StoreTrial {
    static let exceptionChecks: [Check] = [
        Check("exceptions.openedOnce", "an exception is opened once, and is given back as it was opened first") {
            trial,
            steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            for opened in [5, 9] {
                steps("open exception 1 at \(opened) seconds")
                try await commit(store) { $0.opened = [samples.exception(1, due: 100, risk: 410, opened: opened)] }
            }
            let first = samples.exception(1, due: 100, risk: 410, opened: 5)
            try demand("open exceptions", try await store.openCount(), is: 1)
            let entry = try await store.exception(first.id)
            try demand("when it was opened", entry?.exception.openedAt, is: first.openedAt)
            if entry != ExceptionEntry(first, .open) {
                throw Discrepancy(expected: "\(first)", seen: entry.map { "\($0)" } ?? "none")
            }
            try demand("an exception that there never was", try await store.exception(samples.hash("none")), is: nil)
        },
        Check("exceptions.urgency", "the most urgent come first: by due date, amount at risk, age and id") {
            trial,
            steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            var random = SeededGenerator(seed: samples.seed)
            let all = [
                samples.exception(1, due: 50, risk: 10), samples.exception(2, due: 40), samples.exception(3, due: 60),
                samples.exception(4, risk: 900, opened: 9), samples.exception(5, risk: 100, opened: 3),
                samples.exception(6, due: 60, opened: 1), samples.exception(7, due: 50, risk: 99),
            ]
            steps("open 7 exceptions")
            try await commit(store) { $0.opened = random.shuffled(all) }
            let sorted = all.sorted { $0.isMoreUrgent(than: $1) }.map { number(of: $0, in: all) }
            steps("exceptions(all, limit: 100)")
            let seen = try await store.exceptions(ExceptionFilter(), limit: 100).map { number(of: $0, in: all) }
            try demand("exceptions", seen, is: sorted)
            let some = try await store.exceptions(ExceptionFilter(), limit: 3).map { number(of: $0, in: all) }
            try demand("the first 3", some, is: Array(sorted.prefix(3)))
        },
        Check("exceptions.filter", "each condition of a filter holds for each exception that is given") {
            trial,
            steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let all = (0..<12).map { samples.exception($0, due: $0 % 3 == 0 ? nil : 50 + $0) }
            steps("open 12 exceptions")
            try await commit(store) { $0.opened = all }
            var filters = [ExceptionFilter](repeating: ExceptionFilter(), count: 6)
            filters[0].origin = .delivery
            filters[1].owner = .finance
            filters[2].record = samples.record(1)
            filters[3].system = samples.system
            filters[4].dueBefore = samples.time(57)
            (filters[5].origin, filters[5].record) = (.ownership, samples.record(2))
            for filter in filters {
                let expected = all.filter(filter.matches).sorted { $0.isMoreUrgent(than: $1) }
                let seen = try await store.exceptions(filter, limit: 100)
                try demand(
                    "exceptions with \(filter)",
                    seen.map { number(of: $0, in: all) },
                    is: expected.map { number(of: $0, in: all) }
                )
            }
        },
        Check("exceptions.resolved", "what somebody decided is kept, and does not open again") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let record = samples.record(1)
            steps("open exceptions 1 and 4, resolve them")
            try await commit(store) { $0.opened = [samples.exception(1), samples.exception(4)] }
            try await commit(store) { $0.resolved = [(record, samples.resolution(4))] }
            try await commit(store) { $0.resolved = [(record, samples.resolution(1))] }
            steps("open exception 1 again")
            try await commit(store) { $0.opened = [samples.exception(1, opened: 99)] }
            try demand("open exceptions", try await store.openCount(), is: 0)
            let state = try await store.exception(samples.exception(1).id)?.state
            try demand("exception 1", state, is: .resolved(samples.resolution(1)))
            let kept = try await store.resolutions(of: record)
            try demand("resolutions, in their order", kept, is: [samples.resolution(4), samples.resolution(1)])
        },
        Check("exceptions.firstDecision", "only what is open ends: of two decisions the first counts") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let record = samples.record(1)
            steps("open exception 1, resolve it by kim, then by lee, then withdraw it")
            try await commit(store) { $0.opened = [samples.exception(1)] }
            try await commit(store) { $0.resolved = [(record, samples.resolution(1))] }
            try await commit(store) { $0.resolved = [(record, samples.resolution(1, by: "lee", at: 50))] }
            try await commit(store) { $0.withdrawn = [(samples.exception(1).id, samples.time(60))] }
            let state = try await store.exception(samples.exception(1).id)?.state
            try demand("exception 1", state, is: .resolved(samples.resolution(1)))
            try demand("resolutions", try await store.resolutions(of: record), is: [samples.resolution(1)])
            steps("resolve exception 2, which there never was")
            try await commit(store) { $0.resolved = [(record, samples.resolution(2))] }
            try demand("exception 2", try await store.exception(samples.exception(2).id), is: nil)
        },
        Check("exceptions.withdrawn", "what is no longer so is not open, and opens again when it is so again") {
            trial,
            steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let id = samples.exception(1).id
            steps("open exception 1 at 5 seconds, withdraw it at 7")
            try await commit(store) { $0.opened = [samples.exception(1, opened: 5)] }
            try await commit(store) { $0.withdrawn = [(id, samples.time(7))] }
            try demand("exception 1", try await store.exception(id)?.state, is: .withdrawn(at: samples.time(7)))
            try demand("open exceptions", try await store.exceptions(ExceptionFilter(), limit: 9).count, is: 0)
            steps("open exception 1 at 9 seconds")
            try await commit(store) { $0.opened = [samples.exception(1, opened: 9)] }
            try demand("exception 1", try await store.exception(id)?.state, is: .open)
            let opened = try await store.exception(id)?.exception.openedAt
            try demand("when it was opened", opened, is: samples.time(9))
            try demand("number of open exceptions", try await store.openCount(), is: 1)
        },
    ]

    private static func number(of exception: QueuedException, in all: [QueuedException]) -> Int {
        (all.firstIndex(of: exception) ?? -1) + 1
    }

    static let approvalChecks: [Check] = [
        Check("approvals.paged", "every decision comes behind the cursor, in its order, once") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            let decisions = (0..<7).map { samples.decision($0, of: samples.record($0 % 2)) }
            for decision in decisions + decisions.prefix(3) {
                steps("submit \(decision.id)")
                try await store.submit(decision)
            }
            var seen: [ApprovalDecision] = []
            var cursor: SourceCursor?
            for _ in 0..<10 {
                steps("decisions(after: \(cursor.words), limit: 3)")
                let page = try await store.decisions(after: cursor, limit: 3)
                try demand(page.decisions.count <= 3, "at most 3 decisions", but: "\(page.decisions.count)")
                let again = try await store.decisions(after: cursor, limit: 3)
                try demand("the same page again", again.decisions.map(\.id), is: page.decisions.map(\.id))
                seen += page.decisions
                cursor = page.next
                if !page.hasMore { break }
            }
            try demand("decisions", seen.map(\.id), is: decisions.map(\.id))
            if seen != decisions { throw Discrepancy(expected: "\(decisions)", seen: "\(seen)") }
            steps("decisions(after: \(cursor.words), limit: 3)")
            let end = try await store.decisions(after: cursor, limit: 3)
            try demand("decisions behind the last", end.decisions.map(\.id), is: [])
            steps("submit a-8")
            try await store.submit(samples.decision(8, of: samples.record(0)))
            let later = try await store.decisions(after: end.next ?? cursor, limit: 3)
            try demand("decisions that came since", later.decisions.map(\.id), is: ["a-8"])
        },
        Check("approvals.unknownCursor", "a cursor that was never given is refused as policy") { trial, steps in
            let (store, samples) = (try await trial.make(), trial.samples)
            try await store.submit(samples.decision(1, of: samples.record(0)))
            steps("decisions(after: \"never given\", limit: 3)")
            let outcome = await Outcome.of { try await store.decisions(after: SourceCursor("never given"), limit: 3) }
            try demand(
                outcome.failureClass == .policy,
                "a failure of the class policy",
                but: outcome.words { "\(counted($0.decisions.count, "decision"))" }
            )
        },
    ]
}
