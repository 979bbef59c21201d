import ConcordOwnership
import ConcordTesting
import ConcordValues

extension EngineLaw {
    /// The stage and the legal entity that judge what is said at a time.
    private struct Axes {
        let stage: String
        let entity: String?
    }

    /// What judges each event of a history, by its business time.
    ///
    /// The stage is that of the minute before, the legal entity that of the time itself; histories are in whole minutes.
    private static func axes(_ history: EngineHistory) throws -> [Instant: Axes] {
        var axes: [Instant: Axes] = [:]
        // Of events that contradict each other none counts.
        let claims = Dictionary(grouping: Set(history.events), by: \.id).values.filter { $0.count == 1 }.joined()
            .map { $0.only(["@stage", "@entity"]) }
        func code(_ path: ClaimPath, at time: Instant) -> String? {
            history.ownership.record(from: Scene.ledger(claims), asOf: time).unit(path)?.value.json?
                .split(separator: "\"").first.map(String.init)
        }
        for time in Set(history.events.map(\.businessTime)) {
            let before = try Instant(secondsSince1970: time.secondsSince1970 - 60, offset: .utc)
            axes[time] = Axes(stage: code("@stage", at: before) ?? "prospect", entity: code("@entity", at: time))
        }
        return axes
    }

    /// The rule that decides about a path, found the slow way.
    private static func rule(_ axes: Axes?, _ path: ClaimPath) -> OwnershipRule? {
        let (stage, entity) = (axes?.stage, axes?.entity)
        let text = path.text.split(separator: "[").first.map(String.init) ?? path.text
        let groups = ["billing": ["paymentTerms", "creditLimit"], "address": ["#address"]]
        func rank(_ rule: OwnershipRule) -> [Int]? {
            if let wanted = rule.stage, wanted.rawValue != stage { return nil }
            if let wanted = rule.scope.legalEntity, wanted != entity { return nil }
            var target: Int
            switch rule.target {
            case .record: target = 0
            case .group(let name):
                guard groups[name]?.contains(text) == true else { return nil }
                target = 1
            case .field(let names):
                guard text == names.joined(separator: ".") else { return nil }
                target = 2
            }
            return [target, rule.scope.legalEntity == nil ? 0 : 1, rule.stage == nil ? 0 : 1]
        }
        return Scene.rules.compactMap { rule in rank(rule).map { ($0, rule) } }
            .max { $0.0.lexicographicallyPrecedes($1.0) }?
            .1
    }

    private static func role(_ system: SystemID) -> SystemRole? { Scene.policy().role(of: system) }

    /// The policy in which the owner of most fields may do nothing, and the ERP may; worked out once.
    private static let strict = Result {
        var rules = Scene.rules
        rules[0] = OwnershipRule(
            "all",
            .record,
            grants: rules[0].grants + [OwnershipGrant(.erp, .own)],
            prohibitions: [OwnershipProhibition(.crm, [.create, .update, .clear, .propose])]
        )
        return try Scene.compiled(rules)
    }

    static func authority<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        let record = try history.record(D.self)
        let axes = try axes(history)
        for unit in record.units where unit.basis != .none && unit.basis != .override {
            guard let holder = unit.holders.first, let event = history.events.first(where: { $0.id == holder.event })
            else { continue }
            if holder.outcome == .pending { return "\(unit.path) shows what waits" }
            let rule = rule(axes[event.businessTime], unit.path)
            let grant = rule?.grants.first { $0.role == role(event.system) }?.capabilities ?? []
            let needed: CapabilitySet = unit.value == .cleared ? .clear : [.create, .update]
            // What is said again at another stage was let when it was said first.
            let isFirst = holder.outcome == .accepted
            if isFirst, grant.isDisjoint(with: needed.union(unit.basis == .approved ? .propose : [])) {
                return "\(unit.path) shows what \(event.system) may not say (\(rule?.id ?? "no rule"))"
            }
            if unit.basis == .approved { continue }
            let isOwner = role(holder.system) == unit.owner
            if !isOwner,
                unit.dissent.contains(where: {
                    if case .outranked = $0.outcome { role($0.system) == unit.owner } else { false }
                }), unit.path != "status"
            {
                return "\(unit.path) shows another's value than its owner's"
            }
        }
        // A prohibition for a role leaves it nothing.
        let result = try strict.get().record(from: history.ledger, asOf: try Scene.minute(45), D.self)
        for decision in result.decisions where decision.system == "crm" && decision.outcome == .accepted {
            return "forbidden and accepted: \(decision)"
        }
        return nil
    }

    static func determinism<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        let (first, second) = (try history.record(D.self), try history.record(D.self))
        if first != second || first.document != second.document { return "the same is not the same" }
        let axes = try axes(history)
        for decision in first.decisions {
            guard let id = decision.rule, decision.outcome == .accepted,
                let event = history.events.first(where: { $0.id == decision.event }), decision.unit.text.first != "@"
            else { continue }
            let expected = rule(axes[event.businessTime], decision.unit)?.id
            if id != expected { return "\(decision) is decided by \(expected ?? "nothing")" }
        }
        return nil
    }

    static func approvals<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        var random = SeededGenerator(seed: history.seed)
        let ownership = history.ownership
        let numbers = random.shuffled([10, 14, 30, 45, 60]).map(String.init)
        let base = try Scene.says("erp:eu", "base", at: 1, ["paymentTerms": numbers[0]])
        let proposal = try Scene.says(
            "crm",
            "proposal",
            at: random.number(in: 5...20),
            ["paymentTerms": numbers[1]],
            author: "ann"
        )
        let moved = try Scene.says("erp:eu", "moved", at: random.number(in: 6...20), ["paymentTerms": numbers[2]])
        let late = random.number(in: 21...40)
        func shown(_ events: [ClaimEvent], by person: String, at minutes: Int) throws -> String? {
            let approval = try Scene.approval(
                ownership,
                "a",
                at: minutes,
                "paymentTerms",
                from: numbers[0],
                to: numbers[1],
                by: person
            )
            let ledger = Scene.ledger(random.shuffled(events), [approval])
            return ownership.record(from: ledger, asOf: try Scene.minute(45), D.self).unit("paymentTerms")?.value.json
        }
        if try shown([base, proposal], by: "kim", at: late) != numbers[1] { return "an approval does not apply" }
        if try shown([base, proposal], by: "kim", at: 2) != numbers[1] { return "an early approval does not apply" }
        if try shown([base, proposal, moved], by: "kim", at: late) == numbers[1] { return "a stale approval applies" }
        if try shown([base, proposal], by: "ann", at: late) == numbers[1] { return "a self-approval applies" }
        return nil
    }

    static func handover<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        let rules = Scene.rules.map { rule in
            rule.id == "address" ? OwnershipRule(rule.id, rule.target, grants: rule.grants.reversed()) : rule
        }
        let asOf = try Scene.minute(45)
        let (old, new) = (try history.record(D.self), try Scene.compiled(rules, version: 2))
        let handed = new.record(from: history.ledger, asOf: asOf, D.self)
        guard let before = old.unit("#address"), let after = handed.unit("#address"), before.basis != .override else {
            return nil
        }
        let said =
            before.holders.map(\.system)
            + before.dissent
            .filter {
                if case .outranked = $0.outcome { true } else { false }
            }
            .map(\.system)
        if said.contains("erp:eu"), after.holders.first?.system != "erp:eu" {
            return "the new owner's value does not show"
        }
        return try history.record(D.self) == old ? nil : "the old policy says something else now"
    }

    static func relinquish<D: EngineDefects>(_ history: EngineHistory, _: D.Type) throws -> String? {
        // What is left open by a delta is as it was.
        let before = try history.record(at: 100, D.self)
        var ledger = history.ledger
        let paths = EngineHistory.values.keys.sorted()
        ledger.insert(
            try Scene.says("crm", "open", at: 99, [:], version: 99, other: paths.map { ClaimEntry($0, .absent) })
        )
        let open = try evaluate(history, ledger, at: 100, D.self)
        if open.units.filter({ !$0.holders.isEmpty }) != before.units.filter({ !$0.holders.isEmpty }) {
            return "what a delta leaves open is changed"
        }
        // What a snapshot leaves out is given up, and can be claimed again.
        let values: [ClaimPath: String] = [
            "note": #""n""#, "street": #""Kai 1""#, "city": #""Kiel""#, "people": #"[{"key":"a"}]"#,
        ]
        let ownership = history.ownership
        let first = try Scene.says("crm", "first", at: 1, values)
        let other = try Scene.says("erp:eu", "other", at: 2, ["street": #""Weg 2""#, "city": #""Bonn""#])
        let gone = try Scene.says("crm", "gone", at: 3, ["name": #""A""#], snapshot: true)
        let back = try Scene.says("crm", "back", at: 4, values)
        func units(_ events: [ClaimEvent]) throws -> [ClaimPath: ClaimValue] {
            let record = ownership.record(from: Scene.ledger(events), asOf: try Scene.minute(45), D.self)
            return Dictionary(
                uniqueKeysWithValues: record.units.filter { $0.path != "name" }.map { ($0.path, $0.value) }
            )
        }
        if try units([first, other, gone])["note"]?.json != nil { return "what is left out is not given up" }
        return try units([first, other, gone, back]) == units([first, other])
            ? nil : "what is claimed again is not back"
    }
}

extension ClaimEvent {
    /// The event with what it says of some paths only.
    fileprivate func only(_ paths: Set<ClaimPath>) -> ClaimEvent {
        ClaimEvent(
            id: id,
            system: system,
            record: record,
            version: version,
            sourceTime: sourceTime,
            validFrom: validFrom,
            validTo: validTo,
            completeness: completeness,
            author: author,
            override: override,
            entries: entries.filter { paths.contains($0.path) }
        )
    }
}
