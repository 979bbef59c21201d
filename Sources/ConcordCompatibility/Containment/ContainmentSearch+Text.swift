extension ContainmentSearch {
    /// Looks for a text.
    func solveText(_ state: Expansion) -> Finding {
        let facts = state.facts
        if !facts.formats.isDisjoint(with: facts.notFormats) { return close(.format, state.path, .string, facts) }
        var language = facts.language
        for case .string(let value) in facts.excluded.prefix(40) {
            language.excluded.append(RegularExpression(exactly: value.text))
        }
        var allowance = min(fuel, 60_000)
        let budget = allowance
        let first = language.find(1, fuel: &allowance)
        fuel -= budget - max(allowance, 0)
        var candidates: [String] = facts.formats.sorted().flatMap { FormatCheck.samples(of: $0) }
        switch first {
        case .empty: return close(.text, state.path, .string, facts)
        case .texts(let texts): candidates += texts
        case .unknown: break
        }
        for candidate in candidates where outcome(.string(candidate), state.goals) == .valid {
            return .value(.string(candidate))
        }
        // More texts are of use only where formats choose among them.
        guard !facts.formats.isEmpty || !facts.notFormats.isEmpty || facts.excluded.count > 40 else {
            return .unknown("no text was found that shows it")
        }
        allowance = min(fuel, 30_000)
        let rest = allowance
        let more = language.find(24, fuel: &allowance)
        fuel -= rest - max(allowance, 0)
        if case .texts(let texts) = more {
            for candidate in texts where outcome(.string(candidate), state.goals) == .valid {
                return .value(.string(candidate))
            }
        }
        let formats = facts.formats.union(facts.notFormats).sorted().joined(separator: ", ")
        return .unknown("no text was found that shows it; formats: \(formats)")
    }
}
