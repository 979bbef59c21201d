public import ConcordOwnership
public import ConcordValues

/// The host's door to what is still to be sent: written in the same step as what it follows from.
///
/// ## Implementation guidance
///
/// - Keep entries in the order in which they came. There may be several for one record and system: the first was begun and
///   nobody knows what came of it, the next waits behind it.
/// - A planned entry takes the place of those for its record and system that were never begun and are not parked; it comes
///   last. One whose key is there already changes nothing.
/// - An entry that is parked, by a ``DeadLetter`` with it, stays where it is and blocks what stands behind it for its record.
///   When its letter is released it may be tried at once: ``OutboxEntry/notBefore`` is nil again.
/// - An attempt of an entry that is not there, because it was delivered or replaced, adds nothing.
public protocol Outbox: Sendable {
    /// What is to be sent to a system.
    ///
    /// - Parameters:
    ///   - system: The system.
    ///   - time: The time: entries that may not be tried yet are left out, and so is what stands behind them for the same
    ///     record, and what is parked.
    ///   - limit: How many at most.
    /// - Returns: The first entry of each record, in the order in which they came.
    /// - Throws: What kept it from answering.
    func due(for system: SystemID, at time: Instant, limit: Int) async throws(AdapterFailure) -> [OutboxEntry]

    /// All that is to be sent about some records to a system, parked or not, in the order in which it came.
    func entries(for system: SystemID, of records: [RecordKey]) async throws(AdapterFailure) -> [OutboxEntry]

    /// When the next entry for a system may be tried that may not be yet; nil if there is none.
    func nextDue(for system: SystemID, after time: Instant) async throws(AdapterFailure) -> Instant?

    /// How many entries there are for a system, parked ones left out.
    func depth(for system: SystemID) async throws(AdapterFailure) -> Int
}
