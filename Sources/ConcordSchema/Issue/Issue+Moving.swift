extension Issue {
    /// The issue at another place: where in an original document stood what it was found with.
    ///
    /// - Parameters:
    ///   - offset: The place in the original.
    ///   - document: The original document.
    ///   - description: The record that the original is; it says which fields are sensitive.
    ///   - origin: The name that the last of some names has in the original, for a member that is missing.
    /// - Returns: The issue there.
    package func moved(
        to offset: Int,
        in document: UnsafeBufferPointer<UInt8>,
        of description: RecordDescription?,
        origin: ([String]) -> String?
    ) -> Issue {
        let member = code == .missing ? origin(path.fields) : nil
        let failure = ReadFailure(
            code,
            at: offset,
            expected: member.map { "the member \"\($0)\"" } ?? expected,
            member: member
        )
        var issue = Issue(failure, severity: severity, in: document, of: description)
        issue.remedy = remedy
        issue.rule = rule
        return issue
    }
}
