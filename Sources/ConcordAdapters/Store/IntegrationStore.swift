/// The host's door to a store that keeps everything of an integration and changes it in one step.
///
/// `MemoryStore` is one, `SQLiteStore` of ConcordSQLite another. A host with a database of its own implements this.
///
/// ## Implementation guidance
///
/// - ``commit(_:)`` is a transaction: after a crash all of a commit is there, or nothing. When it returns, it lasts.
/// - Committing the same once more, with nothing between, changes nothing: whoever does not know whether a commit was
///   stored asks for it again.
/// - A commit that is refused, or cancelled, leaves nothing of any part. It is refused with ``FailureClass/policy`` if a link
///   contradicts a stored one or another one of the same commit.
/// - Within a commit the parts are stored in the order in which ``StoreCommit`` declares them.
/// - Reads see every commit that returned before, and each read sees a commit whole or not at all.
/// - What is read is what was stored, to the byte: bytes that are no UTF-8, the digits of instants, empty texts.
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
