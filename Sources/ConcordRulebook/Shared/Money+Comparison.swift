internal import ConcordValues

extension Money {
    /// Whether the amount has more decimals than its currency has minor units; false if nobody knows how many it has.
    var isFinerThanItsCurrency: Bool {
        // Most amounts have two decimals or none, and most currencies two.
        guard amount.scale > 0, let units = currency.minorUnits, amount.scale > units else { return false }
        return amount.reduced.scale > units
    }

    /// Whether two amounts of one currency are further apart than some of its smallest units.
    ///
    /// - Returns: False for amounts of two currencies, which is another rule's business.
    func isApart(from other: Money, byMoreThan smallestUnits: Int) -> Bool {
        guard currency == other.currency, let difference = try? amount.subtracting(other.amount) else { return false }
        guard !difference.isZero else { return false }
        guard let limit = try? ExactDecimal(coefficient: Int128(smallestUnits), scale: currency.minorUnits ?? 2) else {
            return false
        }
        return difference.magnitude.compare(limit) == .greater
    }

    /// Whether the amount is more than another one of its currency; false for amounts of two currencies.
    func exceeds(_ other: Money) -> Bool {
        currency == other.currency && amount.compare(other.amount) == .greater
    }

    /// The sum of amounts of one currency; nil if there are none, or of several currencies.
    static func total(_ amounts: some Sequence<Money>) -> Money? {
        var sum: Money?
        for amount in amounts {
            guard let current = sum else {
                sum = amount
                continue
            }
            guard let next = try? current.adding(amount) else { return nil }
            sum = next
        }
        return sum
    }
}

extension Percentage {
    /// Whether it is from a lowest to a highest number of percent.
    func isWithin(_ lowest: Int, _ highest: ExactDecimal) -> Bool {
        percent.compare(ExactDecimal(lowest)) != .less && percent.compare(highest) != .greater
    }

    /// The sum of percentages; nil if it has too many digits.
    static func total(_ percentages: some Sequence<Percentage>) -> ExactDecimal? {
        var sum = ExactDecimal.zero
        for percentage in percentages {
            guard let next = try? sum.adding(percentage.percent) else { return nil }
            sum = next
        }
        return sum
    }
}

extension ExactDecimal {
    /// A hundred, for shares that add up to the whole.
    static let hundred = ExactDecimal(100)

    /// Whether it is nearly a whole: thirds have no exact percentage.
    var isNearlyHundred: Bool {
        guard let gap = try? subtracting(.hundred), let limit = try? ExactDecimal(coefficient: 1, scale: 1) else {
            return false
        }
        return gap.magnitude.compare(limit) != .greater
    }
}

extension String? {
    /// Whether there is no text to read.
    var isBlank: Bool { self?.allSatisfy(\.isWhitespace) ?? true }
}

extension DateInterval? {
    /// Whether a day belongs to the interval, or none is said.
    func holds(on day: LocalDate) -> Bool { self?.contains(day) ?? true }
}
