extension Money {
    /// The amount split in proportion to weights, so that the parts add up to it exactly.
    ///
    /// Every part is first rounded down to its decimals; the units that remain (fewer than there are parts) go one each
    /// to the parts that lost most, the earlier part first where two lost the same: the method of the largest
    /// remainder. 10.00 EUR by 1, 1, 1 is 3.34, 3.33 and 3.33. A part with weight zero is zero. A negative amount is
    /// split like the positive one.
    ///
    /// - Parameters:
    ///   - weights: How much of the amount each part gets, relative to the sum of all weights. None is negative, and at
    ///     least one is not zero.
    ///   - scale: The number of decimals of the parts. Without it the parts have as many as the amount, and at least as
    ///     many as the currency has minor units.
    /// - Returns: One part for each weight, in the order of the weights.
    /// - Throws: ``ValueError/Code/moneyWeights``; ``ValueError/Code/moneyAllocationScale`` if the amount itself has
    ///   more decimals, other than zeros, than `scale`; ``ValueError/Code/decimalOverflow`` if the amount, the weights
    ///   aligned with each other, or their sum need more than 38 digits.
    public func allocated(by weights: [ExactDecimal], scale: Int? = nil) throws(ValueError) -> [Money] {
        let scale = scale ?? Swift.max(amount.scale, currency.minorUnits ?? amount.scale)
        let whole = try amount.quantized(toScale: scale, rounding: .down)
        guard whole.isNumericallyEqual(to: amount) else {
            throw ValueError(
                .moneyAllocationScale,
                expected: "an amount of at most \(scale) decimals",
                observed: description
            )
        }
        let shares = try Self.units(of: weights)
        let total = whole.coefficient.magnitude

        var parts: [(units: UInt128, lost: UInt128)] = []
        parts.reserveCapacity(shares.weights.count)
        var remaining = total
        for weight in shares.weights {
            // Below the total, because no weight is above the sum of them.
            let (units, lost) = UInt256(product: total, weight).quotientAndRemainder(dividingBy: shares.sum)
            parts.append((units.low, lost))
            remaining &-= units.low
        }
        // A part that lost nothing never gets a unit: all losses together are `remaining` times the sum of the weights,
        // and each is less than that sum.
        let byLoss = parts.indices.sorted { left, right in
            parts[left].lost != parts[right].lost ? parts[left].lost > parts[right].lost : left < right
        }
        for index in byLoss.prefix(Int(truncatingIfNeeded: remaining)) {
            parts[index].units &+= 1
        }

        var allocated: [Money] = []
        allocated.reserveCapacity(parts.count)
        for part in parts {
            let amount = try ExactDecimal(magnitude: UInt256(part.units), isNegative: isNegative, scale: scale)
            allocated.append(Money(amount, currency))
        }
        return allocated
    }

    /// The weights as whole numbers of one unit, and their sum, which is not zero.
    private static func units(of weights: [ExactDecimal]) throws(ValueError) -> (weights: [UInt128], sum: UInt128) {
        var scale = ExactDecimal.scales.lowerBound
        for weight in weights { scale = Swift.max(scale, weight.scale) }
        var units: [UInt128] = []
        units.reserveCapacity(weights.count)
        var sum = try ExactDecimal(coefficient: 0, scale: scale)
        for weight in weights {
            guard !weight.isNegative else { throw invalid(weights) }
            let aligned = try weight.quantized(toScale: scale, rounding: .down)
            sum = try sum.adding(aligned)
            units.append(aligned.coefficient.magnitude)
        }
        guard !sum.isZero else { throw invalid(weights) }
        return (units, sum.coefficient.magnitude)
    }

    private static func invalid(_ weights: [ExactDecimal]) -> ValueError {
        ValueError(
            .moneyWeights,
            expected: "weights of zero or more, at least one of them more than zero",
            observed: weights.prefix(16).map(\.scientificDescription).joined(separator: ", ")
        )
    }
}
