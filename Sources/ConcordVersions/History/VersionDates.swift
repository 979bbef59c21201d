public import ConcordValues

/// When a version was published, when it should no longer be written, and when it will no longer be read.
///
/// Nothing here looks at a clock: who reads or verifies says what day it is.
public struct VersionDates: Sendable, Hashable {
    /// The day on which it was published.
    public var published: LocalDate?
    /// Since when it should no longer be written.
    public var deprecated: LocalDate?
    /// The last day on which it is read.
    public var sunset: LocalDate?

    /// The dates of a version; nil for what is not known or not decided.
    public init(published: LocalDate? = nil, deprecated: LocalDate? = nil, sunset: LocalDate? = nil) {
        self.published = published
        self.deprecated = deprecated
        self.sunset = sunset
    }

    /// The dates of a version, as they stand in a declaration: `.published("2025-01-13", sunset: "2027-03-31")`.
    ///
    /// - Parameters:
    ///   - published: The day on which it was published, such as `2025-01-13`; a text that is no day stops the process
    ///     when the history is first used.
    ///   - deprecated: Since when it should no longer be written.
    ///   - sunset: The last day on which it is read.
    /// - Returns: The dates.
    public static func published(_ published: String, deprecated: String? = nil, sunset: String? = nil) -> Self {
        func day(_ text: String) -> LocalDate {
            guard let day = try? LocalDate(text) else {
                preconditionFailure("\"\(text)\" is no day such as 2025-01-13")
            }
            return day
        }
        return Self(published: day(published), deprecated: deprecated.map(day), sunset: sunset.map(day))
    }

    /// Whether nothing is known.
    var isEmpty: Bool { published == nil && deprecated == nil && sunset == nil }

    /// What is wrong with the dates of versions that follow one another, in words; nil if nothing is.
    ///
    /// - Parameter dates: The numbers and dates of all versions, the oldest first.
    /// - Returns: The problem, or nil.
    static func problem(_ dates: [(version: Int, dates: VersionDates)]) -> String? {
        for (version, own) in dates {
            if let first = own.published, let second = own.deprecated, second < first {
                return "version \(version) is deprecated on \(second), before it is published on \(first)"
            }
            if let first = own.deprecated ?? own.published, let last = own.sunset, last < first {
                let what = own.deprecated == nil ? "published" : "deprecated"
                return "the last day of version \(version) is \(last), before it is \(what) on \(first)"
            }
        }
        for (one, other) in zip(dates, dates.dropFirst()) {
            guard let first = one.dates.published, let second = other.dates.published, second <= first else { continue }
            return "version \(other.version) is published on \(second), not after version \(one.version) on \(first)"
        }
        return nil
    }
}

extension VersionDates: CustomStringConvertible {
    /// The dates in words: `published 2025-01-13, deprecated 2026-02-02, sunset 2027-03-31`.
    public var description: String {
        let parts = [("published", published), ("deprecated", deprecated), ("sunset", sunset)]
        let known = parts.compactMap { name, day in day.map { "\(name) \($0)" } }
        return known.isEmpty ? "no dates" : known.joined(separator: ", ")
    }
}
