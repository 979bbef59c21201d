public import ConcordOwnership

/// The host's door to everything that was ever said: a ledger for each record.
///
/// ## Implementation guidance
///
/// - A ledger only grows: what a ``StoreCommit`` adds is there afterwards, and nothing is ever changed or taken away.
/// - What is added twice is there once. The order does not matter, so rows may be written in any.
/// - Give back exactly what was handed over: a ledger's lines as `ClaimLine` writes them are enough to do so.
public protocol ClaimStore: Sendable {
    /// All that was said about some records.
    ///
    /// - Parameter records: The records, each once.
    /// - Returns: Their ledgers in the same order; an empty one for a record that nobody spoke of.
    /// - Throws: What kept it from answering.
    func ledgers(of records: [RecordKey]) async throws(AdapterFailure) -> [ClaimLedger]

    /// The records that somebody spoke of.
    ///
    /// - Parameters:
    ///   - record: The record behind which to begin; nil for the first.
    ///   - limit: How many at most.
    /// - Returns: Their keys, sorted.
    /// - Throws: What kept it from answering.
    func records(after record: RecordKey?, limit: Int) async throws(AdapterFailure) -> [RecordKey]
}
