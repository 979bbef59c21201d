public import ConcordOwnership

/// What a system says of a change that it holds.
public struct TargetReceipt: Sendable, Hashable {
    /// The object's id in the system; needed if the object was new.
    public var objectID: String?

    /// The object's version after the change, if the system counts.
    public var version: SourceVersion

    /// Whether the system had the change already, and did nothing.
    public var isRepetition: Bool

    /// A receipt.
    ///
    /// - Parameters:
    ///   - objectID: The object's id in the system.
    ///   - version: The object's version after the change.
    ///   - isRepetition: Whether the system had the change already.
    public init(objectID: String? = nil, version: SourceVersion = .none, isRepetition: Bool = false) {
        self.objectID = objectID
        self.version = version
        self.isRepetition = isRepetition
    }
}
