/// A number of a unit: `7.5 HUR`.
///
/// `==` compares representations, as ``ExactDecimal`` does: 7.5 HUR is not 7.50 HUR.
public struct Quantity: Sendable, Hashable {
    /// How many.
    public var value: ExactDecimal

    /// Of what.
    public var unit: UnitCode

    /// A number of a unit.
    public init(_ value: ExactDecimal, _ unit: UnitCode) {
        self.value = value
        self.unit = unit
    }

    /// Whether the value is zero, whatever its scale.
    public var isZero: Bool { value.isZero }

    /// The quantity with the other sign.
    public var negated: Quantity { Quantity(value.negated, unit) }
}

extension Quantity: CustomStringConvertible {
    /// The value in plain notation and the unit's code: `7.5 HUR`.
    public var description: String { "\(value) \(unit)" }
}

extension Quantity {
    /// The exact sum of two quantities in one unit.
    ///
    /// - Throws: ``ValueError/Code/quantityUnitMismatch``; ``ValueError/Code/decimalOverflow``.
    public func adding(_ other: Quantity) throws(ValueError) -> Quantity {
        try requireUnit(of: other)
        return Quantity(try value.adding(other.value), unit)
    }

    /// The exact difference of two quantities in one unit.
    ///
    /// - Throws: ``ValueError/Code/quantityUnitMismatch``; ``ValueError/Code/decimalOverflow``.
    public func subtracting(_ other: Quantity) throws(ValueError) -> Quantity {
        try requireUnit(of: other)
        return Quantity(try value.subtracting(other.value), unit)
    }

    /// How the quantity stands to another in the same unit, whatever their scales.
    ///
    /// - Throws: ``ValueError/Code/quantityUnitMismatch``.
    public func compare(_ other: Quantity) throws(ValueError) -> Ordering {
        try requireUnit(of: other)
        return value.compare(other.value)
    }

    private func requireUnit(of other: Quantity) throws(ValueError) {
        guard unit == other.unit else {
            throw ValueError(
                .quantityUnitMismatch,
                expected: "two quantities in \(unit)",
                observed: "\(self) and \(other)"
            )
        }
    }
}

extension Quantity {
    /// The same time in another unit, exactly: 90 MIN is 1.5 HUR.
    ///
    /// Hours, minutes and seconds convert into each other, and days into them where the hours of a day are given.
    ///
    /// - Parameters:
    ///   - unit: The unit of the result. The quantity's own unit gives the quantity unchanged, whatever it is.
    ///   - hoursPerDay: How many hours of work are a day; more than zero, and needed for days alone.
    /// - Returns: The quantity in `unit`.
    /// - Throws: ``ValueError/Code/decimalInexact`` if the result has no exact decimal form, as 20 MIN in hours;
    ///   ``ValueError/Code/quantityNoConversion``; ``ValueError/Code/quantityHoursPerDay``;
    ///   ``ValueError/Code/decimalOverflow``; ``ValueError/Code/decimalScale``.
    public func converted(to unit: UnitCode, hoursPerDay: ExactDecimal? = nil) throws(ValueError) -> Quantity {
        if unit == self.unit { return self }
        let (factor, divisor) = try ratio(to: unit, hoursPerDay)
        return Quantity(try value.multiplying(by: factor).dividing(exactlyBy: divisor), unit)
    }

    /// The same time in another unit, rounded once: 20 MIN is 0.33 HUR at scale 2.
    ///
    /// - Parameters:
    ///   - unit: The unit of the result.
    ///   - hoursPerDay: How many hours of work are a day; more than zero, and needed for days alone.
    ///   - scale: The number of decimals of the result, from -400 to 400.
    ///   - rule: Which neighbour to take where digits are cut.
    /// - Returns: The quantity in `unit`, with exactly `scale` decimals.
    /// - Throws: ``ValueError/Code/quantityNoConversion``; ``ValueError/Code/quantityHoursPerDay``;
    ///   ``ValueError/Code/decimalOverflow``; ``ValueError/Code/decimalScale``.
    public func converted(
        to unit: UnitCode,
        hoursPerDay: ExactDecimal? = nil,
        scale: Int,
        rounding rule: RoundingRule
    ) throws(ValueError) -> Quantity {
        let (factor, divisor) =
            unit == self.unit ? (ExactDecimal.one, ExactDecimal.one) : try ratio(to: unit, hoursPerDay)
        return Quantity(
            try value.multiplying(by: factor, dividingBy: divisor, scale: scale, rounding: rule),
            unit
        )
    }

    /// What to multiply by and what to divide by to come to another unit.
    private func ratio(
        to unit: UnitCode,
        _ hoursPerDay: ExactDecimal?
    ) throws(ValueError) -> (factor: ExactDecimal, divisor: ExactDecimal) {
        guard
            let factor = try Self.seconds(in: self.unit, hoursPerDay),
            let divisor = try Self.seconds(in: unit, hoursPerDay)
        else {
            throw ValueError(
                .quantityNoConversion,
                expected: "a quantity that converts to \(unit)",
                observed: description
            )
        }
        return (factor, divisor)
    }

    private static func seconds(
        in unit: UnitCode,
        _ hoursPerDay: ExactDecimal?
    ) throws(ValueError) -> ExactDecimal? {
        switch unit {
        case .second: return 1
        case .minute: return 60
        case .hour: return 3_600
        case .day:
            guard let hoursPerDay, !hoursPerDay.isNegative, !hoursPerDay.isZero else {
                throw ValueError(
                    .quantityHoursPerDay,
                    expected: "the hours of a day, more than zero",
                    observed: hoursPerDay?.description ?? "none"
                )
            }
            return try hoursPerDay.multiplying(by: 3_600)
        default: return nil
        }
    }
}
