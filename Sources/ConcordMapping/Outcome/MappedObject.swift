public import ConcordSchema

/// What came of one vendor's object: its records, each as a draft with all that is wrong with it.
public struct MappedObject<Target: CanonicalRecord>: Sendable {
    @usableFromInline let targets: [Target]

    /// The issues of each record; shorter than the records where the last ones have none.
    @usableFromInline let findings: [[Issue]]

    /// What is wrong with the object as a whole, such as bytes that are not JSON.
    public let issues: [Issue]

    @inlinable
    init(targets: [Target], findings: [[Issue]], issues: [Issue]) {
        self.targets = targets
        self.findings = findings
        self.issues = issues
    }

    /// The records as drafts, one for most objects.
    public var drafts: [Draft<Target>] {
        targets.indices.map { Draft(targets[$0], issues: issues(of: $0)) }
    }

    /// Calls a closure with the records where they are, which spares copying them.
    package func withRecords<Result>(_ body: (UnsafeBufferPointer<Target>) -> Result) -> Result {
        targets.withUnsafeBufferPointer(body)
    }

    /// The issues of one record.
    package func issues(of record: Int) -> [Issue] { record < findings.count ? findings[record] : [] }

    /// Whether the object and all its records are acceptable.
    @inlinable
    public var isAcceptable: Bool {
        issues.allSatisfy { $0.severity != .error }
            && findings.allSatisfy { $0.allSatisfy { $0.severity != .error } }
    }

    /// All issues: of the object, and of its records.
    public var allIssues: [Issue] { issues + findings.flatMap(\.self) }

    /// Writes the records as documents, each with a line's end behind it.
    ///
    /// This does not copy them, as taking them out through ``records()`` does. Ask ``isAcceptable`` first.
    public func writeLines(to writer: inout JSONWriter) {
        targets.withUnsafeBufferPointer { Target.writeLines($0, to: &writer) }
    }

    /// The number of records.
    public var count: Int { targets.count }

    /// The records, if the object and all of them are acceptable.
    ///
    /// - Returns: The records.
    /// - Throws: A `Refusal` with all issues.
    @inlinable
    public func records() throws(Refusal) -> [Target] {
        guard isAcceptable else { throw Refusal(issues: allIssues) }
        return targets
    }
}
