internal import ConcordAdapters
internal import ConcordConfiguration
internal import ConcordOwnership

extension ChangeTargetContract {
    func checkReading(_ trial: inout TargetTrial, _ run: inout ContractRun) async {
        let (read, holding) = (trial.change(), (0..<4).map { _ in trial.change() })
        await run.check(.targetReadBack) { trace in
            let target = try await target()
            guard target.capabilities.readsBack else {
                throw NotChecked(reason: "the target says that it cannot tell whether a change was applied")
            }
            trace("receipt(of: \(read.words))")
            let before = try await target.receipt(of: read)
            try demand(before == nil, "nothing, because it was not applied", but: before?.words ?? "")
            trace("apply(\(read.words))")
            let receipt = try await target.apply(read)
            trace("receipt(of: \(read.words))")
            let after = try await target.receipt(of: read)
            try demand(
                after?.objectID == receipt.objectID && after?.version == receipt.version,
                receipt.words,
                but: after?.words ?? "nothing"
            )
        }
        await run.check(.targetHolds) { trace in
            guard held != nil else { throw NotChecked(reason: Self.unheld) }
            let target = try await target()
            for change in holding {
                trace.clear()
                trace("apply(\(change.words))")
                _ = try await target.apply(change)
                try await checkHeld(change)
            }
        }
        await run.check(.targetNew) { trace in
            guard let newObject else { throw NotChecked(reason: "no new object was handed over: set `newObject`") }
            let target = try await target()
            trace("apply(\(newObject.words)), which is new")
            let receipt = try await target.apply(newObject)
            try demand(receipt.objectID != nil, "a receipt with the object's id", but: receipt.words)
        }
    }

    func checkOrder(_ trial: inout TargetTrial, _ run: inout ContractRun) async {
        let (first, second) = (trial.change(), trial.change())
        await run.check(.targetOrder) { trace in
            guard held != nil else { throw NotChecked(reason: Self.unheld) }
            let target = try await target()
            for change in [first, second] {
                trace("apply(\(change.words))")
                _ = try await target.apply(change)
            }
            try await checkHeld(second)
        }
        let several = (0..<4).map { trial.change($0) }
        await run.check(.targetObjects) { trace in
            let target = try await target()
            var lanes: [SequenceKey: TargetChange] = [:]
            for change in several { lanes[change.sequence] = change }
            let changes = lanes.values.prefix(max(1, target.capabilities.maximumConcurrency))
            trace("apply(…) of \(changes.count) objects at once")
            let outcomes = await withTaskGroup(of: Outcome<TargetReceipt>.self) { group in
                for change in changes { group.addTask { await Outcome.of { try await target.apply(change) } } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            for outcome in outcomes {
                if case .answered = outcome { continue }
                throw Discrepancy(expected: "a receipt for each", seen: outcome.words { _ in "" })
            }
            for change in changes { try await checkHeld(change) }
        }
    }

    func checkRefusals(_ trial: inout TargetTrial, _ run: inout ContractRun) async {
        let none = "no change that is refused was handed over: expect(.validation, of: …)"
        await run.check(.targetWhole) { trace in
            guard !refused.isEmpty else { throw NotChecked(reason: none) }
            guard let held else { throw NotChecked(reason: Self.unheld) }
            for (_, change) in refused {
                let target = try await target()
                let before = try await held(change.sequence)
                trace.clear()
                trace("apply(\(change.words)), which fails")
                _ = await Outcome.of { try await target.apply(change) }
                let after = try await held(change.sequence)
                for path in Set(before.keys).union(after.keys).sorted() {
                    let (old, new) = (before[path] ?? .absent, after[path] ?? .absent)
                    try demand(old == new, "\(change.sequence) holds \(path) \(old), as before", but: "\(new)")
                }
            }
        }
        await run.check(.targetFailures) { trace in
            guard !refused.isEmpty else { throw NotChecked(reason: none) }
            for (failureClass, change) in refused {
                let target = try await target()
                trace.clear()
                trace("apply(\(change.words)), which is to fail as \(failureClass.rawValue)")
                let outcome = await Outcome.of { try await target.apply(change) }
                try demand(
                    outcome.failureClass == failureClass,
                    "a failure of the class \(failureClass.rawValue)",
                    but: outcome.words { $0.words }
                )
                guard case .failed(let failure) = outcome else { continue }
                if failureClass == .rateLimited {
                    try demand(failure.retryAfter != nil, "how long to wait (retryAfter)", but: "nothing of it")
                }
                if failureClass == .validation {
                    try demand(!failure.issues.isEmpty, "an issue that says which value is wrong", but: "no issue")
                }
            }
        }
        await run.check(.targetFree) { trace in
            guard !refused.isEmpty else { throw NotChecked(reason: none) }
            for (_, change) in refused {
                let target = try await target()
                trace.clear()
                trace("apply(\(change.words)), which fails")
                _ = await Outcome.of { try await target.apply(change) }
                if target.capabilities.readsBack {
                    trace("receipt(of: \(change.words))")
                    let receipt = try await target.receipt(of: change)
                    try demand(receipt == nil, "nothing, because it was not applied", but: receipt?.words ?? "")
                }
                trace("apply(\(change.words)) again")
                let again = await Outcome.of { try await target.apply(change) }
                if case .answered(let receipt) = again, receipt.isRepetition {
                    throw Discrepancy(expected: "the failure, or a change that is applied now", seen: receipt.words)
                }
            }
        }
    }

    func checkCancellation(_ trial: inout TargetTrial, _ run: inout ContractRun) async {
        let changes = [(CancellationMoment.before, trial.change()), (.meanwhile, trial.change())]
        await run.check(.targetCancelled) { trace in
            for (moment, change) in changes {
                let target = try await target()
                trace.clear()
                trace("apply(\(change.words)) in a task that is cancelled")
                let outcome = await Outcome.ofCancelled(moment, patience: patience) { try await target.apply(change) }
                if case .answered = outcome {
                } else {
                    try demand(
                        outcome.failureClass == .cancelled,
                        "the receipt, or the failure cancelled",
                        but: outcome.words { _ in "" }
                    )
                }
                trace("apply(\(change.words))")
                let receipt = try await target.apply(change)
                if case .answered(let known) = outcome, target.capabilities.keyRetention != nil {
                    try demand(
                        receipt.isRepetition && receipt.version == known.version,
                        "a repetition of: \(known.words)",
                        but: receipt.words
                    )
                }
                try await checkHeld(change)
            }
        }
    }
}
