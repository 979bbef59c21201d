internal import ConcordValues

/// A sum over an invoice, or why there is none.
enum InvoiceSum: Sendable {
    /// The sum.
    case known(ExactDecimal)
    /// Amounts are in several currencies, which a rule of its own says (PEPPOL-EN16931-R051).
    case mixed
    /// Prices include tax, and the tax of an amount is not said.
    case untold
    /// The sum has more digits than a decimal holds.
    case failed(ValueError)

    mutating func add(_ amount: ExactDecimal) {
        guard case .known(let sum) = self else { return }
        do throws(ValueError) {
            self = .known(try sum.adding(amount))
        } catch {
            self = .failed(error)
        }
    }

    mutating func add(_ other: InvoiceSum, isNegative: Bool = false) {
        switch other {
        case .known(let amount): add(isNegative ? amount.negated : amount)
        case .mixed, .untold, .failed: if case .known = self { self = other }
        }
    }
}

extension ExactDecimal {
    /// The number with at most so many decimals; a half goes up, towards positive infinity.
    ///
    /// This is the `round` of XPath, by which EN 16931 rounds sums.
    func roundedSum(to digits: Int) throws(ValueError) -> ExactDecimal {
        if scale <= digits { return self }
        return try quantized(toScale: digits, rounding: isNegative ? .halfDown : .halfUp)
    }

    /// Whether another number is this one, or as near to it as allowed.
    func isWithin(_ tolerance: ExactDecimal, of other: ExactDecimal) -> Bool {
        if isNumericallyEqual(to: other) { return true }
        if tolerance.isZero { return false }
        guard let difference = try? subtracting(other) else { return false }
        return difference.magnitude <= tolerance
    }
}
