#if SQLite
import ConcordConfiguration
import ConcordValues

/// A value that is handed to a statement.
enum SQLValue {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])

    static func hash(_ hash: ContentHash) -> SQLValue { .bytes(hash.bytes) }

    static func system(_ system: SystemID) -> SQLValue { .text(system.text) }

    static func truth(_ isSo: Bool) -> SQLValue { .integer(isSo ? 1 : 0) }

    static func optional(_ text: String?) -> SQLValue { text.map { .text($0) } ?? .null }

    /// How many rows at most; none where a negative number is asked for, which SQLite would take for all.
    static func limit(_ limit: Int) -> SQLValue { .integer(Int64(max(0, limit))) }
}

extension Instant {
    /// The seconds of the point in time, for sorting.
    var sortSeconds: SQLValue { .integer(secondsSince1970) }

    /// The nanoseconds behind them; a leap second is behind its second.
    var sortNanoseconds: SQLValue { .integer(Int64(nanosecond) + (isLeapSecond ? 1_000_000_000 : 0)) }
}
#endif
