/// The host's door to how far each source was read.
public protocol CursorStore: Sendable {
    /// How far a source was read.
    ///
    /// - Parameter source: The name that the run gives the source.
    /// - Returns: The cursor; nil if it was never read.
    /// - Throws: What kept it from answering.
    func cursor(of source: String) async throws(AdapterFailure) -> SourceCursor?
}
