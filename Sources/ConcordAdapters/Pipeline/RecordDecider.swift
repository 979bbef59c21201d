import ConcordConfiguration
import ConcordMapping
import ConcordOwnership
import ConcordSchema
import ConcordValues

/// Decides about one record after the other.
struct RecordDecider: Sendable {
    let now: Instant
    let targets: [TargetRoute]
    let settings: IntegrationSettings
    let terms: ExceptionTerms
    let isWatched: Bool

    /// Takes in what was said about a record, and adds what follows.
    ///
    /// - Parameter writer: Memory for its document: for who decides about many, one after the other.
    func decide(
        _ held: HeldRecord,
        _ lines: ArraySlice<ClaimLine>,
        _ outcome: inout RecordOutcome,
        in writer: inout JSONWriter
    ) {
        let first = outcome.commit.claims.count
        let lateBefore = outcome.account.late
        let before = held.claims.changeCount
        let cases = held.claims.mayNeedAttention ? openCases(held) : []
        let isFresh = held.claims.ledger.isEmpty
        for line in lines {
            if let taken = take(line, held, &outcome.account) { outcome.commit.claims.append(taken) }
        }
        if outcome.commit.claims.count == first { return }
        outcome.account.records += 1
        // What came late may change since when something holds, though not how often it changed.
        let hasChanged = held.claims.changeCount != before || outcome.account.late > lateBefore
        let isNoisy = held.claims.mayNeedAttention
        let casesNow = isNoisy ? self.cases(of: held.claims.record) : []
        if !cases.isEmpty || !casesNow.isEmpty { note(cases, casesNow, &outcome) }
        if hasChanged, settings.storesDocuments {
            writer.removeAll()
            held.claims.writeDocument(to: &writer)
            let stored = StoredRecord(key: held.key, document: writer.bytes(), changedAt: now)
            outcome.commit.records.append(stored)
            if isWatched { outcome.signals.append(.changed(stored)) }
        }
        plan(held, isFresh: isFresh, &outcome)
        if isWatched {
            for line in outcome.commit.claims[first...] {
                guard case .event(let event) = line else { continue }
                let result = EventOutcome(hasChanged: hasChanged, exceptions: casesNow.count)
                outcome.signals.append(.taken(record: held.key, from: event.system, result))
            }
        }
    }

    /// Takes in one line, and gives it if it is new.
    private func take(_ line: ClaimLine, _ held: HeldRecord, _ account: inout RunAccount) -> ClaimLine? {
        let asOf = held.claims.asOf < now ? now : held.claims.asOf
        switch line {
        case .event(let event):
            // A system whose clock is a little ahead is not in the future.
            let start = event.businessTime
            let isSkewed = asOf < start && start < asOf.advanced(by: settings.clockSkew)
            let decision = held.claims.decide(event, asOf: isSkewed ? start : asOf)
            if decision.isLate { account.late += 1 }
            guard decision.admission == .new || decision.admission == .mismatch else { return nil }
            account.claims += 1
            return line
        case .approval(let approval):
            let count = held.claims.ledger.approvals.count
            held.claims.insert(approval, asOf: asOf < approval.time ? approval.time : asOf)
            let isNew = held.claims.ledger.approvals.count != count
            if isNew { account.approvals += 1 }
            return isNew ? line : nil
        case .emission(let emission):
            if held.claims.ledger.hasSent(emission.id) { return nil }
            held.claims.insert(emission, asOf: asOf < emission.time ? emission.time : asOf)
            return line
        }
    }

    // MARK: - Exceptions

    private func openCases(_ held: HeldRecord) -> [QueuedException] { cases(of: held.claims.record) }

    private func cases(of record: OwnedRecord) -> [QueuedException] {
        if record.exceptions.isEmpty { return [] }
        let context = terms.context(record.record)
        let cases = record.cases(
            context: { _ in context },
            due: { now.advanced(by: terms.time(.ownership, $0.kind.rawValue)) },
            revealing: terms.revealing
        )
        return QueuedException.exceptions(cases, at: now)
    }

    private func note(_ before: [QueuedException], _ after: [QueuedException], _ outcome: inout RecordOutcome) {
        let known = Set(before.map(\.id))
        let present = Set(after.map(\.id))
        for found in after where !known.contains(found.id) {
            outcome.commit.opened.append(found)
            outcome.account.opened += 1
            if isWatched { outcome.signals.append(.opened(found)) }
        }
        for found in before where !present.contains(found.id) {
            outcome.commit.withdrawn.append((found.id, now))
            outcome.account.withdrawn += 1
            if isWatched { outcome.signals.append(.closed(found, at: now, isResolved: false)) }
        }
    }

    // MARK: - What is to be sent

    private func plan(_ held: HeldRecord, isFresh: Bool, _ outcome: inout RecordOutcome) {
        for target in targets where target.takes(held.key.name) {
            let system = target.system
            var plan = held.claims.emission(for: system)
            // What was sent under this key would do nothing if it were sent once more.
            if let key = plan?.key, held.claims.ledger.hasSent(key.description) { plan = nil }
            let known = held.plans[system]
            held.plans[system] = .some(plan?.key)
            if let plan {
                if known == .some(plan.key) { continue }
                outcome.commit.planned.append(OutboxEntry(plan, plannedAt: now))
                outcome.account.planned += 1
                if isWatched { outcome.signals.append(.planned(system: system, record: held.key)) }
            } else if known != .some(nil), !(isFresh && known == nil) {
                outcome.commit.settled.append((system, held.key))
            }
        }
    }
}
