public import ConcordSchema

/// Something that a document decides, such as the rule for one field; documents of one rank may not both decide it.
public struct ConfigurationKey: Sendable, Hashable {
    /// What is decided, in the words of the document's kind: `set serviceLine`.
    public let name: String

    /// Where the document decides it.
    public let position: SourcePosition

    /// Something that a document decides.
    ///
    /// - Parameters:
    ///   - name: What is decided; equal texts are the same matter.
    ///   - position: Where the document decides it.
    public init(_ name: String, at position: SourcePosition) {
        self.name = name
        self.position = position
    }
}
