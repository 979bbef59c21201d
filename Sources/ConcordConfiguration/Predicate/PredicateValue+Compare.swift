internal import ConcordValues

extension PredicateValue {
    /// Compares with another value.
    func compare(_ comparison: PredicateComparison, _ other: Self) -> PredicateResult {
        if case .absent = self { return .undetermined }
        if case .absent = other { return .undetermined }
        switch comparison {
        case .equal: return PredicateResult(isSame(as: other))
        case .unequal: return PredicateResult(!isSame(as: other))
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard let order = order(to: other) else { return .undetermined }
            switch comparison {
            case .less: return PredicateResult(order == .less)
            case .lessOrEqual: return PredicateResult(order != .greater)
            case .greater: return PredicateResult(order == .greater)
            default: return PredicateResult(order != .less)
            }
        }
    }

    /// Whether two values that are there are the same; values of two types are not (CEL, *Equality*).
    func isSame(as other: Self) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.boolean(let left), .boolean(let right)): left == right
        case (.decimal(let left), .decimal(let right)): left.isNumericallyEqual(to: right)
        // By bytes: what only looks the same is not the same code.
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        case (.date(let left), .date(let right)): left == right
        case (.instant(let left), .instant(let right)): left.isSamePoint(as: right)
        default: false
        }
    }

    /// The order of two values, or nil if they have none.
    private func order(to other: Self) -> Ordering? {
        switch (self, other) {
        case (.decimal(let left), .decimal(let right)): left.compare(right)
        case (.text(let left), .text(let right)): Self.order(of: left, right)
        case (.date(let left), .date(let right)): left == right ? .same : left < right ? .less : .greater
        case (.instant(let left), .instant(let right)):
            left.isSamePoint(as: right) ? .same : left < right ? .less : .greater
        default: nil
        }
    }

    /// The order of two texts by Unicode scalars, which is that of their bytes in UTF-8.
    private static func order(of left: String, _ right: String) -> Ordering {
        if left.utf8.elementsEqual(right.utf8) { return .same }
        return left.utf8.lexicographicallyPrecedes(right.utf8) ? .less : .greater
    }
}
