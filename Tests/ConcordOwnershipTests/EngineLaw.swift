import ConcordOwnership
import ConcordSchema
import ConcordTesting
import ConcordValues
import Testing

/// The laws of ownership, each as a check of one made-up history.
enum EngineLaw: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case L1_idempotence, L2_convergence, L3_batching, L4_union, L5_noLostUpdate, L6_nothingVanishes, L7_noEcho
    case L8_termination, L9_authority, L10_refusals, L11_groups, L12_determinism, L13_approvals, L14_handover
    case L15_asOf, L16_relinquish, L17_explanation, monotoneStatus

    var testDescription: String { rawValue }

    /// What of the law a history breaks; nil if it keeps it.
    func violation<Defects: EngineDefects>(_ history: EngineHistory, _ defects: Defects.Type) throws -> String? {
        switch self {
        case .L1_idempotence: try Self.idempotence(history, defects)
        case .L2_convergence: try Self.convergence(history, defects)
        case .L3_batching: try Self.batching(history, defects)
        case .L4_union: try Self.union(history, defects)
        case .L5_noLostUpdate: try Self.noLostUpdate(history, defects)
        case .L6_nothingVanishes: try Self.nothingVanishes(history, defects)
        case .L7_noEcho: try Self.noEcho(history, defects)
        case .L8_termination: try Self.termination(history, defects)
        case .L9_authority: try Self.authority(history, defects)
        case .L10_refusals: try Self.refusals(history, defects)
        case .L11_groups: try Self.groups(history, defects)
        case .L12_determinism: try Self.determinism(history, defects)
        case .L13_approvals: try Self.approvals(history, defects)
        case .L14_handover: try Self.handover(history, defects)
        case .L15_asOf: try Self.asOf(history, defects)
        case .L16_relinquish: try Self.relinquish(history, defects)
        case .L17_explanation: try Self.explanation(history)
        case .monotoneStatus: try Self.monotone(history, defects)
        }
    }

    static func evaluate<Defects: EngineDefects>(
        _ history: EngineHistory,
        _ ledger: ClaimLedger,
        at minutes: Int = 45,
        _: Defects.Type
    ) throws -> OwnedRecord {
        history.ownership.record(from: ledger, asOf: try Scene.minute(minutes), Defects.self)
    }

    private static func idempotence<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        let once = try history.record(D.self)
        var ledger = history.ledger
        for event in history.events { ledger.insert(event) }
        for approval in history.approvals { ledger.insert(approval) }
        if let difference = try evaluate(history, ledger, D.self).difference(from: once) {
            return "twice is not once:\n\(difference)"
        }
        // Saying again what one says changes nothing.
        for unit in once.units {
            guard let holder = unit.holders.first, unit.basis == .owner, case .value(let json) = unit.value,
                unit.path.text.first != "#"
            else { continue }
            let again = try Scene.says(
                holder.system,
                "again",
                at: 45,
                [:],
                version: 99,
                other: [ClaimEntry(unit.path, .value(json))]
            )
            var more = history.ledger
            more.insert(again)
            let after = try evaluate(history, more, D.self)
            let outcome = after.decisions(of: "again").first?.outcome
            if outcome != .unchanged, outcome != .echo {
                return "\(unit.path) said again is \(String(describing: outcome))"
            }
            if after.unit(unit.path)?.changes != unit.changes { return "\(unit.path) changed by repetition" }
        }
        return nil
    }

    private static func convergence<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        let record = try history.record(D.self)
        for salt in 1...4 as ClosedRange<UInt64> {
            let other = try evaluate(history, history.shuffled(salt), D.self)
            if let difference = other.difference(from: record) {
                return "another order gives another record:\n\(difference)"
            }
            if other.document != record.document { return "another order gives other bytes" }
        }
        return nil
    }

    private static func batching<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        let whole = try history.record(D.self)
        var random = SeededGenerator(seed: history.seed)
        let cut = random.number(in: 0...history.events.count)
        let parts = Scene.ledger(Array(history.events[cut...]), history.approvals)
            .union(Scene.ledger(Array(history.events[..<cut])))
        let difference = try evaluate(history, parts, D.self).difference(from: whole)
        return difference.map { "batches give another record:\n\($0)" }
    }

    private static func union<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        let third = history.events.count / 3
        let a = Scene.ledger(Array(history.events[..<(third * 2)]))
        let b = Scene.ledger(Array(history.events[third...]), history.approvals)
        let c = Scene.ledger(Array(history.events.reversed()))
        guard a.union(b) == b.union(a), a.union(b).union(c) == a.union(b.union(c)), a.union(a) == a else {
            return "ledgers do not join"
        }
        let (left, right) = (try evaluate(history, a.union(b), D.self), try evaluate(history, b.union(a), D.self))
        return left.difference(from: right).map { "joined ledgers give another record:\n\($0)" }
    }

    private static func noLostUpdate<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        let record = try history.record(D.self)
        let ids = Set(history.events.map(\.id))
        for decision in record.decisions {
            switch decision.outcome {
            case .accepted:
                let holders = record.unit(decision.unit)?.holders.map(\.event) ?? []
                if !holders.contains(decision.event) { return "accepted and not shown: \(decision)" }
            case .superseded(let event), .outranked(let event):
                if !ids.contains(event) { return "superseded by nobody: \(decision)" }
            default: break
            }
        }
        return nil
    }

    private static func nothingVanishes<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        let record = try history.record(D.self)
        for event in history.events {
            let said = Set(record.decisions(of: event.id).map(\.entry.text))
            for entry in event.entries where !said.contains(entry.path.text) {
                let isInGroup =
                    ["street", "city"].contains(entry.path.text) && !said.isDisjoint(with: ["street", "city"])
                if !isInGroup { return "nothing was decided about \(entry.path) of \(event.id)" }
            }
        }
        for decision in record.decisions {
            let unit = record.unit(decision.unit)
            switch decision.outcome {
            case .outranked, .refused:
                if unit?.dissent.contains(where: { $0.event == decision.event }) != true {
                    return "vanished: \(decision)"
                }
            case .pending:
                if unit?.pending.contains(where: { $0.voice.event == decision.event }) != true {
                    return "vanished: \(decision)"
                }
            default: break
            }
        }
        return nil
    }

    private static func refusals<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        let record = try history.record(D.self)
        if record.decisions != record.decisions.sorted() { return "decisions are not in order" }
        if record.exceptions != Set(record.exceptions).sorted() { return "exceptions are not in order, or twice" }
        for decision in record.decisions {
            guard case .refused(let reason) = decision.outcome, [.statusBackwards, .ambiguousKey].contains(reason)
            else {
                continue
            }
            if !record.exceptions.contains(where: { $0.events == [decision.event] && $0.unit == decision.unit }) {
                return "no exception for \(decision)"
            }
        }
        let other = try evaluate(history, history.shuffled(9), D.self)
        return other.exceptions == record.exceptions ? nil : "another order gives other exceptions"
    }

    private static func groups<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        let record = try history.record(D.self)
        guard let unit = record.unit("#address"), let holder = unit.holders.first, let shown = unit.value.json else {
            return nil
        }
        let event = history.events.first { $0.id == holder.event }
        let said = ["street", "city"]
            .compactMap { name -> String? in
                let value = event?.entries.first { $0.path.text == name }?.value.json
                return value.map { "\"\(name)\":\($0)" }
            }
        return "{\(said.joined(separator: ","))}" == shown ? nil : "\(shown) is not what \(holder.event) says"
    }

    private static func asOf<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        for minutes in [10, 25, 40] {
            let instant = try Scene.minute(minutes)
            let twice = Dictionary(grouping: Set(history.events), by: \.id).filter { $0.value.count > 1 }.keys
            let early = history.events.filter { $0.businessTime <= instant || twice.contains($0.id) }
            let ledger = Scene.ledger(early, history.approvals.filter { $0.time <= instant })
            let (all, some) = (
                try history.record(at: minutes, D.self), try evaluate(history, ledger, at: minutes, D.self)
            )
            if all.units != some.units { return "what holds later is seen at minute \(minutes)" }
        }
        return nil
    }

    private static func explanation(_ history: EngineHistory) throws -> String? {
        let trail = history.ownership.audit(history.ledger, asOf: try Scene.minute(45))
        let replayed = try trail.replay(history.ownership)
        if let difference = try replayed.difference(from: history.record(NoDefects.self)) {
            return "replaying gives another record:\n\(difference)"
        }
        return trail.entries.map(\.decision) == replayed.decisions ? nil : "replaying gives other decisions"
    }

    private static func monotone<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        let order = [#""draft""#, #""executed""#, #""closed""#]
        var reached = -1
        for minutes in stride(from: 1, through: 60, by: 3) {
            let code = try history.record(at: minutes, D.self).unit("status")
            if code?.basis == .override { return nil }
            guard let place = code?.value.json.flatMap(order.firstIndex) else { continue }
            if place < reached { return "the status goes back at minute \(minutes)" }
            reached = place
        }
        return nil
    }
}
