internal import ConcordAdapters
internal import ConcordConfiguration
internal import ConcordOwnership
internal import ConcordValues

extension ChangeSourceContract {
    func checkPages(_ readings: [SourceReading], _ run: inout ContractRun) async {
        let longest = max(1, (try? await source())?.capabilities.maximumPageSize ?? .max)
        await run.check(.sourcePageLimit) { trace in
            for step in readings.flatMap(\.steps) where step.page.items.count > min(step.limit, longest) {
                trace("page(after: \(step.cursor.words), limit: \(step.limit))")
                throw Discrepancy(
                    expected: "at most \(counted(min(step.limit, longest), "message"))",
                    seen: "\(step.page.items.count)"
                )
            }
        }
        await run.check(.sourceCursors) { trace in
            for reading in readings {
                let stuck = reading.steps.first { step in
                    step.page.next == step.cursor && (step.page.hasMore || !step.page.items.isEmpty)
                }
                guard let step = stuck ?? reading.circle else { continue }
                trace("page(after: \(step.cursor.words), limit: \(step.limit))")
                throw Discrepancy(
                    expected: "a cursor behind the page that was not given before, so that reading ends",
                    seen: "\(counted(step.page.items.count, "message")), and \"\(step.page.next)\" again"
                )
            }
        }
        await run.check(.sourceHasMore) { trace in
            for reading in readings {
                guard let step = reading.falseEnd else { continue }
                trace("page(after: \(step.cursor.words), limit: \(step.limit)) says that nothing is behind it")
                trace("page(after: \"\(step.page.next)\", limit: \(step.limit))")
                throw Discrepancy(expected: "no messages", seen: "there are more, with \(reading.words)")
            }
        }
    }

    func checkMessages(_ readings: [SourceReading], _ run: inout ContractRun) async {
        let items = readings.flatMap { $0.steps.flatMap(\.page.items) }
        let system = (try? await source())?.system
        await run.check(.sourceOwnSystem) { _ in
            guard let item = items.first(where: { $0.sequence.system != system }) else { return }
            throw Discrepancy(expected: "objects of \(system?.text ?? "")", seen: item.sequence.description)
        }
        await run.check(.sourceIntact) { _ in
            guard items.contains(where: { $0.digest != nil }) else {
                throw NotChecked(reason: "no message has a digest")
            }
            guard let item = items.first(where: { !$0.isIntact }) else { return }
            throw Discrepancy(
                expected: "the digest \(SourceItem.digest(of: item.content)) with \(item.words)",
                seen: item.digest.map(\.description) ?? ""
            )
        }
        await run.check(.sourceUniqueIDs) { _ in
            var faces: [String: SourceItem] = [:]
            for item in items where item.isIntact {
                let known = faces.updateValue(item, forKey: item.id)
                guard let known, SourceReading.Face(known) != SourceReading.Face(item) else { continue }
                let what =
                    known.sequence == item.sequence && known.version == item.version
                    ? "the same id with another content or time" : item.words
                throw Discrepancy(expected: "one message \(known.words)", seen: what)
            }
        }
        await run.check(.sourceStableIDs) { trace in
            try checkStableIDs(readings, trace)
        }
        guard !run.isBroken(.sourceStableIDs), !run.isBroken(.sourceUniqueIDs) else {
            for promise: AdapterPromise in [.sourceNothingLeftOut, .sourceOrder, .sourceSameOrder] {
                run.skip(promise, because: "messages cannot be told apart by their ids")
            }
            return
        }
        await run.check(.sourceNothingLeftOut) { trace in
            try checkNothingLeftOut(readings, trace)
        }
        await run.check(.sourceOrder) { trace in
            for reading in readings { try checkOrder(reading, trace) }
        }
        let isIncomplete = run.isBroken(.sourceNothingLeftOut)
        await run.check(.sourceSameOrder) { trace in
            guard !isIncomplete else {
                throw NotChecked(reason: "not every message comes, whatever the limits are")
            }
            let first = readings[0].ids
            for reading in readings.dropFirst() {
                for (sequence, ids) in reading.ids.sorted(by: { $0.key < $1.key }) where ids != first[sequence] {
                    trace("all pages with \(readings[0].words)")
                    trace("all pages with \(reading.words)")
                    throw Discrepancy(
                        expected: "of \(sequence): \((first[sequence] ?? []).joined(separator: ", "))",
                        seen: ids.joined(separator: ", ")
                    )
                }
            }
        }
    }

    private func checkStableIDs(_ readings: [SourceReading], _ trace: ContractSteps) throws {
        let first = readings[0]
        let firstIDs = Set(first.firsts.map(\.item.id))
        var byFace: [SourceReading.Face: String] = [:]
        for (item, _) in first.firsts { byFace[SourceReading.Face(item)] = item.id }
        for reading in readings.dropFirst() {
            let ids = Set(reading.firsts.map(\.item.id))
            for (item, place) in reading.firsts where !firstIDs.contains(item.id) {
                guard let known = byFace[SourceReading.Face(item)], !ids.contains(known) else { continue }
                let step = reading.steps[place]
                trace("page(after: nil, limit: \(first.steps[0].limit))")
                trace("page(after: \(step.cursor.words), limit: \(step.limit))")
                throw Discrepancy(expected: "the id \(known) with \(item.sequence)", seen: item.id)
            }
        }
    }

    private func checkNothingLeftOut(_ readings: [SourceReading], _ trace: ContractSteps) throws {
        let fullest = readings.max { $0.firsts.count < $1.firsts.count } ?? readings[0]
        for reading in readings {
            let ids = Set(reading.firsts.map(\.item.id))
            for other in readings {
                guard let place = other.firsts.firstIndex(where: { !ids.contains($0.item.id) }) else { continue }
                let before = place == 0 ? nil : other.firsts[place - 1].item.id
                let step = reading.firsts.first { $0.item.id == before }.map { reading.steps[$0.step] }
                if let step {
                    trace("page(after: \(step.cursor.words), limit: \(step.limit)) has \(before ?? "")")
                    trace("page(after: \"\(step.page.next)\", limit: \(step.limit))")
                } else {
                    trace("page(after: nil, limit: \(reading.steps[0].limit))")
                }
                throw Discrepancy(
                    expected:
                        "\(fullest.firsts.count) messages with every limit, among them \(other.firsts[place].item.words)",
                    seen: "\(reading.firsts.count) messages with \(reading.words); that one is left out"
                )
            }
        }
        let known = Set(fullest.firsts.map(\.item.sequence))
        guard let missing = objects.first(where: { !known.contains($0) }) else { return }
        throw Discrepancy(expected: "a message about \(missing), which the system has", seen: "none")
    }

    private func checkOrder(_ reading: SourceReading, _ trace: ContractSteps) throws {
        var last: [SequenceKey: (item: SourceItem, step: Int)] = [:]
        for (item, place) in reading.firsts {
            let known = last.updateValue((item, place), forKey: item.sequence)
            guard let known, !known.item.mayPrecede(item) else { continue }
            for step in Set([known.step, place]).sorted().map({ reading.steps[$0] }) {
                trace("page(after: \(step.cursor.words), limit: \(step.limit))")
            }
            throw Discrepancy(expected: "\(item.words), before \(known.item.words)", seen: "it came behind")
        }
    }
}

extension SourceItem {
    /// Whether the system may have said another message behind this one.
    fileprivate func mayPrecede(_ other: SourceItem) -> Bool {
        if version != other.version, version != .none, other.version != .none { return version < other.version }
        return time < other.time || time.isSamePoint(as: other.time)
    }
}
