import ConcordOwnership
import ConcordSchema
import ConcordValues

extension EngineLaw {
    private static let peers: [SystemID] = ["clm", "crm", "erp:eu", "psa"]

    /// One round: everybody is sent what they should have, and answers.
    private static func round<D: EngineDefects>(
        _ history: EngineHistory,
        _ ledger: inout ClaimLedger,
        _ number: Int,
        _: D.Type,
        answer: (SystemID, ClaimEntry) throws -> ClaimEntry?
    ) throws -> Int {
        let asOf = try Scene.minute(60 + number * 2)
        let plans = peers.compactMap { history.ownership.emission(for: $0, from: ledger, asOf: asOf, D.self) }
        for plan in plans {
            ledger.insert(plan.sent(at: asOf))
            let entries = try plan.values.compactMap { try answer(plan.system, $0) }
            if entries.isEmpty { continue }
            ledger.insert(
                try Scene.says(
                    plan.system,
                    "answer-\(plan.system)-\(number)",
                    at: 61 + number * 2,
                    [:],
                    version: Int64(1000 + number),
                    other: entries
                )
            )
        }
        return plans.reduce(0) { $0 + $1.values.count }
    }

    static func noEcho<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        var ledger = history.ledger
        let before = try evaluate(history, ledger, at: 60, D.self)
        _ = try round(history, &ledger, 0, D.self) { $1 }
        let after = try evaluate(history, ledger, at: 61, D.self)
        for unit in before.units where after.unit(unit.path)?.value != unit.value {
            return "\(unit.path) changed by its own echo"
        }
        let more = try round(history, &ledger, 1, D.self) { $1 }
        return more == 0 ? nil : "\(more) values are sent again"
    }

    static func termination<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        // Peers that write everything in capitals.
        var ledger = history.ledger
        var rounds = 0
        while try round(
            history,
            &ledger,
            rounds,
            D.self,
            answer: { _, entry in
                guard case .value(let json) = entry.value, json.text.first == "\"" else { return entry }
                return ClaimEntry(entry.path, .value(try JSONText(json.text.uppercased())))
            }
        ) > 0 {
            rounds += 1
            if rounds > peers.count + 1 { return "still sending after \(rounds) rounds" }
        }
        // A peer that never answers.
        var silent = history.ledger
        rounds = 0
        var sent = 0
        while true {
            let count = try round(history, &silent, rounds, D.self) { system, entry in system == "psa" ? nil : entry }
            if count == 0 { break }
            sent += count
            rounds += 1
            if rounds > peers.count + 1 { return "still sending to who does not answer" }
        }
        let final = try evaluate(history, silent, at: 60 + (rounds - 1) * 2, D.self)
        var last: [ClaimPath: ClaimValue] = [:]
        for emission in silent.emissions where emission.system == "psa" {
            for entry in emission.values { last[entry.path] = entry.value }
        }
        for (path, value) in last where final.unit(path)?.value == value {
            let isNoted = final.exceptions.contains {
                $0.kind == .unacknowledged && $0.systems == ["psa"] && $0.unit == path
            }
            if !isNoted { return "nobody is told that psa does not answer about \(path)" }
        }
        return nil
    }
}
