public import ConcordMapping

/// The host's door to who is who: which vendors' objects are one canonical record.
///
/// ## Implementation guidance
///
/// - A vendor's object belongs to one record. Linking it again to the same one changes nothing; linking it to another one
///   is refused with ``FailureClass/policy``, because records that were mixed up cannot be told apart again.
/// - A record may have several objects, of several systems and of one.
/// - Mappings ask in the middle of their work and cannot wait: ``CrosswalkView`` fetches what a batch needs beforehand.
public protocol CrosswalkStore: Sendable {
    /// The canonical ids of some objects.
    ///
    /// - Parameter keys: The vendors' names for the objects.
    /// - Returns: The id of each object that is known.
    /// - Throws: What kept it from answering.
    func canonicalIDs(of keys: [ExternalKey]) async throws(AdapterFailure) -> [ExternalKey: String]

    /// The vendors' names for a record.
    ///
    /// - Parameter id: The canonical id's text.
    /// - Returns: The names, sorted by system, type and value.
    /// - Throws: What kept it from answering.
    func externalKeys(of id: String) async throws(AdapterFailure) -> [ExternalKey]
}

/// That a vendor's object is a canonical record.
public struct IdentityLink: Sendable, Hashable {
    /// The vendor's name for the object.
    public let key: ExternalKey

    /// The canonical id's text.
    public let id: String

    /// A link.
    public init(_ key: ExternalKey, _ id: String) {
        self.key = key
        self.id = id
    }
}
