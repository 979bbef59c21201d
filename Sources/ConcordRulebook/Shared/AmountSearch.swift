internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

/// Goes over the amounts of a record and keeps those that are not as they should be, with their places.
///
/// A record lists its amounts once, for all rules that ask something of each of them.
struct AmountSearch<Record: CanonicalRecord> {
    private let isWrong: (Money) -> Bool
    private(set) var found: [(path: RecordPath, amount: Money)] = []

    init(_ isWrong: @escaping (Money) -> Bool) {
        self.isWrong = isWrong
    }

    /// Looks at an amount; its place is only made if it is wrong.
    mutating func look<Value>(
        at amount: Money?,
        _ place: @autoclosure () -> KeyPath<Place<Record, Record>, Place<Record, Value>>
    ) {
        guard let amount, isWrong(amount) else { return }
        found.append((Place<Record, Record>()[keyPath: place()].path, amount))
    }
}

/// Lists the amounts of a record for a search.
typealias Amounts<Record: CanonicalRecord> = @Sendable (_ record: Record, _ search: inout AmountSearch<Record>) -> Void
