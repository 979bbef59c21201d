internal import ConcordAdapters
internal import ConcordOwnership

extension ChangeSourceContract {
    func checkRepetition(_ readings: [SourceReading], _ run: inout ContractRun) async {
        await run.check(.sourceSameAgain) { trace in
            var random = SeededGenerator(seed: seed)
            let steps = random.shuffled(readings.flatMap(\.steps)).prefix(12)
            let known = try await source()
            for step in steps {
                for (who, source) in [("the same adapter", known), ("a new adapter", try await source())] {
                    trace.clear()
                    trace("page(after: \(step.cursor.words), limit: \(step.limit))")
                    trace("page(after: \(step.cursor.words), limit: \(step.limit)) by \(who)")
                    let again = try await source.page(after: step.cursor, limit: step.limit)
                    let (old, new) = (step.page.items, again.items)
                    let count = min(old.count, new.count)
                    // A page may be shorter or longer than before; what both have is the same.
                    if old.prefix(count) == new.prefix(count), old.isEmpty || !new.isEmpty { continue }
                    throw Discrepancy(
                        expected: old.map(\.id).joined(separator: ", "),
                        seen: new.isEmpty ? "no messages" : new.map(\.id).joined(separator: ", ")
                    )
                }
            }
        }
        await run.check(.sourceUnknownCursor) { trace in
            let source = try await source()
            trace("page(after: \"\(unknownCursor)\", limit: 2)")
            let outcome = await Outcome.of { try await source.page(after: unknownCursor, limit: 2) }
            let beginning = readings.flatMap(\.steps).first { $0.cursor == nil }?.page.items.first
            try demand(
                outcome.failureClass == .policy,
                "a failure of the class policy",
                but: outcome.words { page in
                    page.items.first.map { $0 == beginning } ?? false
                        ? "\(counted(page.items.count, "message")) from the beginning"
                        : "\(counted(page.items.count, "message"))"
                }
            )
        }
    }

    func checkObjects(_ readings: [SourceReading], _ run: inout ContractRun) async {
        await run.check(.sourceCurrent) { trace in
            let source = try await source()
            guard source.capabilities.readsSingleObjects else {
                throw NotChecked(reason: "the source says that it reads no single objects")
            }
            var last: [SequenceKey: SourceItem] = [:]
            for (item, _) in readings[0].firsts { last[item.sequence] = item }
            var random = SeededGenerator(seed: seed)
            for sequence in random.shuffled(last.keys.sorted()).prefix(12) {
                guard let item = last[sequence] else { continue }
                trace.clear()
                trace("current(\(sequence))")
                let current = try await source.current(sequence)
                switch item.content {
                case .removed:
                    try demand(
                        current == nil || current?.content == .removed,
                        "nothing, or that it is gone, as \(item.words) says",
                        but: current?.words ?? ""
                    )
                case .object:
                    try demand(
                        current?.content == item.content && current?.sequence == sequence,
                        "the content of \(item.words)",
                        but: current.map { "another one: \($0.words)" } ?? "nothing"
                    )
                }
            }
            guard let missingObject else { return }
            trace.clear()
            trace("current(\(missingObject))")
            let missing = try await source.current(missingObject)
            try demand(missing == nil, "nothing, because there is no such object", but: missing?.words ?? "")
        }
    }

    func checkCancellation(_ readings: [SourceReading], _ run: inout ContractRun) async {
        let step = readings[2].steps[readings[2].steps.count / 2]
        let call = "page(after: \(step.cursor.words), limit: \(step.limit))"
        await run.check(.sourceCancelled) { trace in
            let source = try await source()
            trace("\(call) in a task that was cancelled before")
            let before = await Outcome.ofCancelled(.before, patience: patience) {
                try await source.page(after: step.cursor, limit: step.limit)
            }
            try demand(
                before.failureClass == .cancelled,
                "the failure cancelled",
                but: before.words { "\(counted($0.items.count, "message"))" }
            )
            trace.clear()
            trace("\(call) in a task that is cancelled meanwhile")
            let meanwhile = await Outcome.ofCancelled(.meanwhile, patience: patience) {
                try await source.page(after: step.cursor, limit: step.limit)
            }
            if case .answered = meanwhile {
            } else {
                try demand(
                    meanwhile.failureClass == .cancelled,
                    "the failure cancelled, or the messages",
                    but: meanwhile.words { _ in "" }
                )
            }
            guard source.capabilities.readsSingleObjects, let item = readings[0].firsts.first?.item else { return }
            trace.clear()
            trace("current(\(item.sequence)) in a task that was cancelled before")
            let current = await Outcome.ofCancelled(.before, patience: patience) {
                try await source.current(item.sequence)
            }
            try demand(
                current.failureClass == .cancelled,
                "the failure cancelled",
                but: current.words { _ in "an answer" }
            )
        }
        await run.check(.sourceCancelledLosesNothing) { trace in
            let source = try await source()
            for moment in [CancellationMoment.before, .meanwhile] {
                let outcome = await Outcome.ofCancelled(moment, patience: patience) {
                    try await source.page(after: step.cursor, limit: step.limit)
                }
                if case .silent = outcome { throw NotChecked(reason: "the source does not answer a cancelled task") }
                trace("\(call) in a task that is cancelled")
                trace(call)
                let again = try await source.page(after: step.cursor, limit: step.limit)
                try demand(
                    again.items == step.page.items,
                    step.page.items.map(\.id).joined(separator: ", "),
                    but: again.items.isEmpty ? "no messages" : again.items.map(\.id).joined(separator: ", ")
                )
                trace.clear()
            }
        }
    }

    func checkFailures(_ run: inout ContractRun) async {
        await run.check(.sourceFailures) { trace in
            guard !failing.isEmpty else {
                throw NotChecked(reason: "no source that fails was handed over: expect(.transient) { … }")
            }
            for (failureClass, factory) in failing {
                let source = try await factory()
                trace.clear()
                trace("page(after: nil, limit: 1) of a source that is to fail as \(failureClass.rawValue)")
                let outcome = await Outcome.of { try await source.page(after: nil, limit: 1) }
                try demand(
                    outcome.failureClass == failureClass,
                    "a failure of the class \(failureClass.rawValue)",
                    but: outcome.words { "\(counted($0.items.count, "message"))" }
                )
                guard failureClass == .rateLimited, case .failed(let failure) = outcome else { continue }
                try demand(
                    failure.retryAfter != nil,
                    "how long the system asks to be left alone (retryAfter)",
                    but: "nothing of it"
                )
            }
        }
    }
}
