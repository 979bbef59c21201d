public import ConcordOwnership
public import ConcordValues

/// The host's door to canonical records as documents, for those who read them.
///
/// ## Implementation guidance
///
/// A record follows from its ledger, so this is a copy for readers and may be thrown away and made again.
public protocol RecordStore: Sendable {
    /// The documents of some records.
    ///
    /// - Parameter records: The records.
    /// - Returns: The document of each record that has one.
    /// - Throws: What kept it from answering.
    func documents(of records: [RecordKey]) async throws(AdapterFailure) -> [RecordKey: StoredRecord]
}

/// A record as it holds, for those who read.
public struct StoredRecord: Sendable, Hashable {
    /// The record.
    public let key: RecordKey

    /// The canonical document.
    public let document: [UInt8]

    /// When it became so.
    public let changedAt: Instant

    /// A record as it holds.
    ///
    /// - Parameters:
    ///   - key: The record.
    ///   - document: The canonical document.
    ///   - changedAt: When it became so.
    public init(key: RecordKey, document: [UInt8], changedAt: Instant) {
        self.key = key
        self.document = document
        self.changedAt = changedAt
    }
}
