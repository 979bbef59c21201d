/// The host's door to vendors' objects as they came last, onto which changes for the vendor are written.
///
/// ## Implementation guidance
///
/// Keep the last object of each key that a ``StoreCommit`` brings. Without it a change can still be written, but not as a
/// patch of what the vendor has.
public protocol OriginalStore: Sendable {
    /// Objects as they came last.
    ///
    /// - Parameter sequences: The objects.
    /// - Returns: The bytes of each object that came.
    /// - Throws: What kept it from answering.
    func originals(of sequences: [SequenceKey]) async throws(AdapterFailure) -> [SequenceKey: [UInt8]]
}
