/// The host's door to a store that keeps everything of an integration and changes it in one step.
///
/// `MemoryStore` is one, `SQLiteStore` of ConcordSQLite another. A host with a database of its own implements this.
///
/// ## Implementation guidance
///
/// - ``commit(_:)`` is a transaction: after a crash all of a commit is there, or nothing. When it returns, it lasts.
/// - Committing the same once more changes nothing.
/// - Within a commit the parts are stored in the order in which ``StoreCommit`` declares them.
/// - Reads see every commit that returned before.
///
/// `IntegrationStoreContract` of ConcordTesting checks all of this.
public protocol IntegrationStore: ClaimStore, RecordStore, OriginalStore, CrosswalkStore, CursorStore, IdempotencyStore,
    Outbox, ParkingLot, ExceptionQueue, ApprovalDesk
{
    /// Stores everything in one step.
    ///
    /// - Parameter commit: What to store.
    /// - Throws: What kept it from being stored; then none of it is.
    func commit(_ commit: StoreCommit) async throws(AdapterFailure)
}
