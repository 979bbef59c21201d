public import ConcordSchema

/// What came of one vendor's object: its records, each as a draft with all that is wrong with it.
public struct MappedObject<Target: CanonicalRecord>: Sendable {
    /// The records, one for most objects.
    public let drafts: [Draft<Target>]

    /// What is wrong with the object as a whole, such as bytes that are not JSON.
    public let issues: [Issue]

    /// Whether the object and all its records are acceptable.
    public var isAcceptable: Bool {
        issues.allSatisfy { $0.severity != .error } && drafts.allSatisfy(\.isAcceptable)
    }

    /// All issues: of the object, and of its records.
    public var allIssues: [Issue] { issues + drafts.flatMap(\.issues) }

    /// The records, if the object and all of them are acceptable.
    ///
    /// - Returns: The records.
    /// - Throws: A `Refusal` with all issues.
    public func records() throws(Refusal) -> [Target] {
        guard isAcceptable else { throw Refusal(issues: allIssues) }
        var records: [Target] = []
        for draft in drafts { records.append(try draft.record()) }
        return records
    }
}
