/// A day of the week, numbered as in ISO 8601: Monday is 1 and Sunday is 7.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
    /// ISO 8601 day 1.
    case monday = 1
    /// ISO 8601 day 2.
    case tuesday
    /// ISO 8601 day 3.
    case wednesday
    /// ISO 8601 day 4.
    case thursday
    /// ISO 8601 day 5.
    case friday
    /// ISO 8601 day 6.
    case saturday
    /// ISO 8601 day 7.
    case sunday
}
