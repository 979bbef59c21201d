internal import ConcordAdapters
internal import ConcordConfiguration
internal import ConcordOwnership

extension ChangeTargetContract {
    func checkKeys(_ trial: inout TargetTrial, _ run: inout ContractRun) async {
        let promises: [AdapterPromise] = [
            .targetOnce, .targetUndoes, .targetOutlives, .targetMismatch, .targetConcurrent,
        ]
        if let target = try? await target(), target.capabilities.keyRetention == nil {
            for promise in promises {
                run.skip(
                    promise,
                    because: "the target says that it takes no keys; check it inside of its IdempotentTarget"
                )
            }
            return
        }
        let (once, older, newer, outliving) = (trial.change(), trial.change(), trial.change(), trial.change())
        let (honest, later, shared) = (trial.change(1), trial.change(1), trial.change())
        await run.check(.targetOnce) { trace in
            let target = try await target()
            try await checkAgain(once, target, target, trace)
        }
        await run.check(.targetUndoes) { trace in
            guard held != nil else { throw NotChecked(reason: Self.unheld) }
            let target = try await target()
            for change in [older, newer, older] {
                trace("apply(\(change.words))")
                _ = try await target.apply(change)
            }
            try await checkHeld(newer)
        }
        await run.check(.targetOutlives) { trace in
            try await checkAgain(outliving, try await target(), try await target(), trace)
        }
        await run.check(.targetMismatch) { trace in
            let target = try await target()
            trace("apply(\(honest.words))")
            let receipt = try await target.apply(honest)
            let other = TargetChange(
                key: honest.key,
                sequence: later.sequence,
                isNew: false,
                record: later.record,
                values: later.values,
                body: later.body
            )
            trace("apply(\(later.words)) under the same key")
            let outcome = await Outcome.of { try await target.apply(other) }
            if case .answered(let again) = outcome {
                try demand(
                    again.isRepetition && again.version == receipt.version,
                    "a failure of the class policy, or the first receipt as a repetition",
                    but: "a new receipt: \(again.words)"
                )
            } else {
                try demand(
                    outcome.failureClass == .policy,
                    "a failure of the class policy",
                    but: outcome.words { _ in "" }
                )
            }
            if held != nil { try await checkHeld(honest) }
        }
        await run.check(.targetConcurrent) { trace in
            let target = try await target()
            trace("apply(\(shared.words)) in 8 tasks at once")
            let outcomes = await withTaskGroup(of: Outcome<TargetReceipt>.self) { group in
                for _ in 0..<8 { group.addTask { await Outcome.of { try await target.apply(shared) } } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let receipts = outcomes.compactMap { if case .answered(let receipt) = $0 { receipt } else { nil } }
            let firsts = receipts.count { !$0.isRepetition }
            // Some systems refuse a key that is under way; that is a lock, and asking again helps.
            if let bad = outcomes.first(where: { $0.failureClass.map { !$0.isRetryable } ?? false }) {
                throw Discrepancy(expected: "receipts, or failures that pass", seen: bad.words { _ in "" })
            }
            try demand(
                firsts == 1 || firsts == 0 && receipts.isEmpty,
                "one receipt of an applied change, and repetitions",
                but: "\(firsts) receipts of an applied change"
            )
            try demand(
                Set(receipts.map(\.version)).count <= 1,
                "one version in all receipts",
                but: receipts.map { "\($0.version)" }.sorted().joined(separator: ", ")
            )
        }
    }

    /// Applies a change twice.
    private func checkAgain(
        _ change: TargetChange,
        _ first: any ChangeTarget,
        _ second: any ChangeTarget,
        _ trace: ContractSteps
    ) async throws {
        trace("apply(\(change.words))")
        let receipt = try await first.apply(change)
        try demand(!receipt.isRepetition, "a receipt that is no repetition", but: receipt.words)
        trace("apply(\(change.words)) again")
        let again = try await second.apply(change)
        var expected = receipt
        expected.isRepetition = true
        try demand(again == expected, expected.words, but: again.words)
    }

    static let unheld = "what the system holds cannot be asked for: set `held`"

    /// Demands that the system holds what a change says.
    func checkHeld(_ change: TargetChange) async throws {
        guard let held else { return }
        let values = try await held(change.sequence)
        for entry in change.values {
            let value = values[entry.path] ?? .absent
            let isHeld = entry.value == value || entry.value.json == nil && value.json == nil
            try demand(isHeld, "\(change.sequence) holds \(entry.path) \(entry.value)", but: "\(value)")
        }
    }
}

extension TargetChange {
    /// The change in a few words.
    var words: String { "\(key.description.prefix(8)) of \(sequence.object)/\(sequence.id)" }
}

extension TargetReceipt {
    /// The receipt in a few words.
    var words: String {
        "\(isRepetition ? "repetition" : "applied"), object \(objectID ?? "-"), version \(version)"
    }
}
