/// A run of days with its first and its last day, either of which may be open.
///
/// Both ends belong to the interval: a contract from 2026-01-01 through 2026-12-31 is in force on the 31st of December.
/// An interval is never empty.
public struct DateInterval: Sendable, Hashable {
    /// The packed first day; 0, which is before every day, if open.
    private let lower: Int32

    /// The packed last day; the greatest number, which is after every day, if open.
    private let upper: Int32

    private static let open: (lower: Int32, upper: Int32) = (0, .max)

    private init(lower: Int32, upper: Int32) {
        self.lower = lower
        self.upper = upper
    }

    /// The interval from a first through a last day.
    ///
    /// - Parameters:
    ///   - from: The first day, or `nil` if there is none.
    ///   - through: The last day, which belongs to the interval, or `nil` if there is none.
    /// - Throws: ``ValueError`` with the code `interval.reversed` if the last day is before the first.
    public init(from: LocalDate?, through: LocalDate?) throws(ValueError) {
        self.init(lower: from?.packed ?? Self.open.lower, upper: through?.packed ?? Self.open.upper)
        guard lower <= upper else {
            throw ValueError(
                .intervalReversed,
                expected: "a last day that is not before the first day",
                observed: description
            )
        }
    }

    /// The interval of a single day.
    ///
    /// - Parameter day: The day.
    public init(on day: LocalDate) {
        self.init(lower: day.packed, upper: day.packed)
    }

    /// The interval that is open at both ends and contains every day.
    public static let always = Self(lower: open.lower, upper: open.upper)

    /// The first day, or `nil` if the start is open.
    public var from: LocalDate? { lower == Self.open.lower ? nil : LocalDate(packed: lower) }

    /// The last day, or `nil` if the end is open.
    public var through: LocalDate? { upper == Self.open.upper ? nil : LocalDate(packed: upper) }

    /// Whether the start, the end or both are open.
    public var isOpen: Bool { lower == Self.open.lower || upper == Self.open.upper }

    /// The number of days, both ends counted, or `nil` if the interval is open.
    public var dayCount: Int? {
        guard let from, let through else {
            return nil
        }
        return from.days(until: through) + 1
    }

    /// Whether a day belongs to the interval.
    ///
    /// - Parameter day: The day.
    /// - Returns: `true` if it does.
    public func contains(_ day: LocalDate) -> Bool {
        lower <= day.packed && day.packed <= upper
    }

    /// Whether every day of another interval belongs to this one.
    ///
    /// - Parameter other: The other interval.
    /// - Returns: `true` if they do.
    public func contains(_ other: Self) -> Bool {
        lower <= other.lower && other.upper <= upper
    }

    /// Whether two intervals have a day in common.
    ///
    /// - Parameter other: The other interval.
    /// - Returns: `true` if they have.
    public func intersects(_ other: Self) -> Bool {
        max(lower, other.lower) <= min(upper, other.upper)
    }

    /// The days that two intervals have in common, or `nil` if there are none.
    ///
    /// - Parameter other: The other interval.
    /// - Returns: The common days.
    public func intersection(_ other: Self) -> Self? {
        intersects(other) ? Self(lower: max(lower, other.lower), upper: min(upper, other.upper)) : nil
    }
}

extension DateInterval: CustomStringConvertible {
    /// The interval as in ISO 8601, with `..` for an open end: `2026-01-01/2026-12-31`, `2026-01-01/..`.
    public var description: String {
        "\(from?.description ?? "..")/\(through?.description ?? "..")"
    }
}

extension ValueError.Code {
    /// `interval.reversed`: the last day is before the first.
    public static let intervalReversed = Self(rawValue: "interval.reversed")
}
