internal import ConcordSchema

// MARK: - Issues

extension ChangeReading {
    func refused(_ issue: Issue) -> MappedChange<Target> {
        MappedChange(kind: event.kind, changes: [], object: nil, issues: [issue])
    }

    func issue(
        _ code: IssueCode,
        at path: String = "",
        expected: String,
        severity: Issue.Severity = .error,
        remedy: String? = nil
    ) -> Issue {
        Issue(
            code,
            severity: severity,
            path: RecordPath(path.split(separator: ".").map { .field(String($0)) }),
            expected: expected,
            remedy: remedy,
            rule: mapping.name
        )
    }

    func needsWhole(_ expected: String, at path: String = "", severity: Issue.Severity = .warning) -> Issue {
        let what =
            event.id.map { "Fetch the \(mapping.object) \($0) and read it whole." }
            ?? "Fetch all objects of type \(mapping.object) and read them whole."
        return issue(.needsWhole, at: path, expected: expected, severity: severity, remedy: what)
    }

    /// Issues without places in bytes that nobody has.
    func unplaced(_ issues: [Issue]) -> [Issue] {
        let description = Target.schema.description
        return issues.map { issue in
            var issue = issue
            issue.position = nil
            if issue.observed != nil, issue.code != .unresolvedReference,
                description.isSensitive(at: issue.path.fields)
            {
                issue.observed = "\"•••\""
            }
            return issue
        }
    }

    /// Some pointers in words, of many only the first.
    func listed(_ pointers: [String]) -> String {
        let some = pointers.prefix(pointers.count > 5 ? 3 : 5).joined(separator: ", ")
        return pointers.count > 5 ? "\(some) and \(pointers.count - 3) more" : some
    }
}
