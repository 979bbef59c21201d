/// The prefixes that keep names of certain namespaces apart in JSON: `@xsi:type` beside `@type`.
///
/// Names of all other namespaces are known by their local part alone, whatever prefix the document chose for them.
public struct XMLNamespaces: Sendable, Hashable {
    /// The namespace of `xsi:type` and `xsi:nil` (XML Schema part 1 §2.6).
    public static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"

    /// The namespace of `xml:lang` (Namespaces in XML §3).
    public static let xml = "http://www.w3.org/XML/1998/namespace"

    /// The prefix of each namespace; `xsi` and `xml` are always among them.
    public let prefixes: [String: String]

    /// Prefixes for namespaces.
    ///
    /// - Parameter prefixes: The prefix of each namespace's URI, as it shall stand in JSON.
    public init(_ prefixes: [String: String] = [:]) {
        self.prefixes = prefixes.merging([Self.schemaInstance: "xsi", Self.xml: "xml"]) { _, fixed in fixed }
    }

    /// The name in JSON.
    func name(_ local: String, in namespace: String) -> String {
        guard let prefix = prefixes[namespace] else { return local }
        return "\(prefix):\(local)"
    }
}
