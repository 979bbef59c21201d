internal import ConcordValues

extension ContainmentSearch {
    /// Looks for a number.
    func solveNumber(_ state: Expansion) -> Finding {
        let facts = state.facts
        if let lower = facts.lower, let upper = facts.upper {
            if upper.0 < lower.0 || (upper.0 == lower.0 && (upper.isExclusive || lower.isExclusive)) {
                return close(.range, state.path, .number, facts)
            }
            if upper.0 == lower.0 { return attempt([.number(lower.0)], state.goals, at: state.path, .number) }
        }
        for divisor in facts.notMultiples {
            if facts.multiples.contains(where: { $0.isMultiple(of: divisor) == true }) {
                return close(.multiple, state.path, .number, facts)
            }
        }
        var candidates: [JSONNumber] = []
        if !facts.multiples.isEmpty {
            guard let step = Self.commonMultiple(facts.multiples) else {
                return .unknown("multiples of numbers with too many digits")
            }
            if facts.notMultiples.contains(where: { JSONNumber(step)?.isMultiple(of: $0) == true }) {
                return close(.multiple, state.path, .number, facts)
            }
            guard let (numbers, isComplete) = Self.multiples(of: step, facts) else {
                return .unknown("bounds with too many digits")
            }
            if isComplete {
                if numbers.isEmpty { return close(.range, state.path, .number, facts) }
                return attempt(numbers.map { .number($0) }, state.goals, at: state.path, .number)
            }
            candidates = numbers
        } else {
            candidates = Self.samples(facts)
        }
        for candidate in candidates where outcome(.number(candidate), state.goals) == .valid {
            return .value(.number(candidate))
        }
        return .unknown("no number was found that shows it")
    }

    /// The least number that all are divisors of.
    static func commonMultiple(_ numbers: [JSONNumber]) -> ExactDecimal? {
        let decimals = numbers.compactMap { $0.decimal?.reduced }
        guard decimals.count == numbers.count else { return nil }
        let scale = max(decimals.map(\.scale).max() ?? 0, 0)
        var result: Int128 = 1
        for decimal in decimals {
            var value = decimal.coefficient
            for _ in 0..<min(scale - decimal.scale, 60) {
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                guard !overflow else { return nil }
                value = product
            }
            guard scale - decimal.scale <= 60, value > 0 else { return nil }
            let (product, overflow) = (result / greatestDivisor(result, value)).multipliedReportingOverflow(by: value)
            guard !overflow else { return nil }
            result = product
        }
        return try? ExactDecimal(coefficient: result, scale: scale)
    }

    private static func greatestDivisor(_ left: Int128, _ right: Int128) -> Int128 {
        var (left, right) = (left, right)
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }

    /// The multiples of a step within the bounds, and whether they are all of them.
    private static func multiples(of step: ExactDecimal, _ facts: Facts) -> (numbers: [JSONNumber], isComplete: Bool)? {
        let most = 200
        var numbers: [JSONNumber] = []
        let isUpward = facts.lower != nil || facts.upper == nil
        guard let start = isUpward ? (facts.lower?.0 ?? 0) : facts.upper?.0, let decimal = start.decimal else {
            return nil
        }
        guard let rest = try? decimal.remainder(dividingBy: step), var next = try? decimal.subtracting(rest) else {
            return nil
        }
        // One step before the bound, wherever the remainder's sign put it.
        guard let before = try? (isUpward ? next.subtracting(step) : next.adding(step)) else { return nil }
        next = before
        for _ in 0..<most {
            guard let number = JSONNumber(next) else { return nil }
            if let upper = facts.upper, isUpward, upper.0 < number { return (numbers, true) }
            let isAbove = facts.lower.map { $0.isExclusive ? $0.0 < number : !(number < $0.0) } ?? true
            let isBelow = facts.upper.map { $0.isExclusive ? number < $0.0 : !($0.0 < number) } ?? true
            if isAbove, isBelow { numbers.append(number) }
            guard let following = try? (isUpward ? next.adding(step) : next.subtracting(step)) else { return nil }
            next = following
        }
        return (numbers, false)
    }

    /// Some numbers near the bounds.
    private static func samples(_ facts: Facts) -> [JSONNumber] {
        let offsets = ["0", "1", "-1", "0.5", "-0.5", "0.1", "-0.1", "0.001", "-0.001", "2", "-2", "7", "-7"]
        var bases: [ExactDecimal] = [.zero]
        if let lower = facts.lower?.0.decimal { bases.append(lower) }
        if let upper = facts.upper?.0.decimal { bases.append(upper) }
        if bases.count == 3, let sum = try? bases[1].adding(bases[2]), let half = JSONNumber("0.5")?.decimal,
            let middle = try? sum.multiplying(by: half)
        {
            bases.append(middle)
        }
        for divisor in facts.notMultiples { if let decimal = divisor.decimal { bases.append(decimal) } }
        var numbers: [JSONNumber] = []
        for base in bases {
            for offset in offsets {
                guard let offset = JSONNumber(offset)?.decimal, let sum = try? base.adding(offset) else { continue }
                if let number = JSONNumber(sum) { numbers.append(number) }
            }
        }
        // A bound of too many digits is at least a number itself.
        return numbers + [facts.lower?.0, facts.upper?.0].compactMap { $0 }
    }
}
