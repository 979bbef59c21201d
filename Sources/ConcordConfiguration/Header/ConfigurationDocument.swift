public import ConcordSchema

/// A configuration document that was accepted: what it says of itself, and what it says.
///
/// `Content` is the kind of document: an overlay, a validation policy, an ownership policy.
public struct ConfigurationDocument<Content: Sendable>: Sendable {
    /// The file's name, as the host gave it.
    public let file: String

    /// What the document says of itself.
    public let header: ConfigurationHeader

    /// The hash of all that the document says, which names it in plans and logs.
    public let hash: ContentHash

    /// What the document says.
    public let content: Content

    /// Where the document begins in its file.
    public let position: SourcePosition

    /// A document that was made in code.
    ///
    /// - Parameters:
    ///   - file: Where it comes from, as messages should show it.
    ///   - header: What the document says of itself.
    ///   - hash: The hash of all that the document says.
    ///   - content: What the document says.
    ///   - position: Where the document begins in its file.
    public init(
        file: String,
        header: ConfigurationHeader,
        hash: ContentHash,
        content: Content,
        position: SourcePosition = SourcePosition(offset: 0, line: 1, column: 1)
    ) {
        self.file = file
        self.header = header
        self.hash = hash
        self.content = content
        self.position = position
    }

    /// Where the document begins.
    public var place: ConfigurationPlace { ConfigurationPlace(file: file, position: position) }
}

extension ConfigurationDocument: CustomStringConvertible {
    /// The document's name, version and file: `acme-emea@7 (overlays/emea.json)`.
    public var description: String { "\(header) (\(file))" }
}

extension ConfigurationFile {
    /// Makes a document: reads the header, and leaves the rest to its kind.
    ///
    /// ```swift
    /// let overlay = try file.document(nameMember: "overlay", knowing: ["extends", "rules"]) { object, problems in
    ///     Overlay(object, &problems)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - nameMember: The member that holds the document's name, and so tells its kind: `overlay`.
    ///   - members: The members that such a document may have beside the header's.
    ///   - scopeKeys: The keys that a scope may have beside the standard ones. If nil, any key may stand there that does not
    ///     look like a standard one.
    ///   - body: Makes the content; it returns nil where a problem left it without one.
    /// - Returns: The document.
    /// - Throws: A ``ConfigurationRefusal`` with all problems.
    public func document<Content: Sendable>(
        nameMember: String = "name",
        knowing members: [String],
        scopeKeys: [ConfigurationScope.Key]? = nil,
        _ body: (ConfigurationObject, inout ConfigurationProblems) -> Content?
    ) throws(ConfigurationRefusal) -> ConfigurationDocument<Content> {
        let names = [nameMember] + ConfigurationHeader.members + members
        return try read { root, problems -> ConfigurationDocument<Content>? in
            guard let object = root.object(knowing: names, &problems) else { return nil }
            let header = ConfigurationHeader(object, nameMember: nameMember, scopeKeys: scopeKeys, &problems)
            let content = body(object, &problems)
            guard let header, let content, let hash else { return nil }
            return ConfigurationDocument(
                file: name,
                header: header,
                hash: hash,
                content: content,
                position: root.position
            )
        }
    }
}
