public import ConcordConfiguration
public import ConcordSchema
internal import ConcordValues

/// What validation says of one record: everything, and not only the first thing that is wrong.
public struct Verdict<Record: CanonicalRecord>: Sendable {
    /// The record as it was read, with the issues of reading.
    public let draft: Draft<Record>

    /// What the rules found, sorted by place and rule.
    public let findings: [Finding]

    /// What was not at hand.
    @usableFromInline let gaps: ValidationGaps<Record>

    @inlinable
    init(draft: consuming Draft<Record>, findings: [Finding], gaps: ValidationGaps<Record>) {
        self.draft = draft
        self.findings = findings
        self.gaps = gaps
    }

    /// Which rules the record was validated with.
    public var stamp: PolicyStamp { gaps.rules.stamp }

    /// The rules that did not look, because something was not at hand; sorted.
    ///
    /// Where nothing was at hand beside the record, the rules look again to say so: ask once.
    public var unchecked: [UncheckedRule] { gaps.unchecked(of: draft.value) }

    /// Whether nothing refuses the record; approvals may still be needed.
    public var isAcceptable: Bool {
        draft.isAcceptable && !findings.contains { $0.weight == .error }
    }

    /// The findings that somebody must agree to, before the record is valid.
    public var neededApprovals: [Finding] {
        findings.filter { if case .approval = $0.weight { true } else { false } }
    }

    /// The issues of reading and of validation together.
    public var issues: [Issue] { draft.issues + findings.map(\.issue) }

    /// The record as one that is known to be valid.
    ///
    /// - Parameter approvals: What was agreed to. Each one holds for one finding with its values, found by the same rules.
    /// - Returns: The record.
    /// - Throws: A ``ValidationRefusal``, if something refuses the record or an approval is missing.
    public func validated(approvals: [FindingApproval] = []) throws(ValidationRefusal) -> Validated<Record> {
        var missing: [Finding] = []
        var used: [FindingApproval] = []
        for finding in neededApprovals {
            let fingerprint = fingerprint(of: finding)
            if let approval = approvals.first(where: { $0.agrees(to: finding, fingerprint) }) {
                used.append(approval)
            } else {
                missing.append(finding)
            }
        }
        guard isAcceptable, missing.isEmpty else {
            throw ValidationRefusal(issues: draft.issues, findings: findings, missingApprovals: missing)
        }
        return Validated(
            record: draft.value,
            findings: findings,
            gaps: gaps,
            approvals: used
        )
    }

    /// What an approval of a finding binds: the record, the rule, the place, the values, and the rules that looked.
    ///
    /// - Parameter finding: One of the verdict's findings.
    /// - Returns: Its fingerprint, which changes with each of these.
    public func fingerprint(of finding: Finding) -> ContentHash {
        var writer = JSONWriter(capacity: 256)
        writer.beginList()
        let parts = [
            Record.schema.description.tag, draft.value.id.text, finding.code.rawValue, finding.path.pointer,
            finding.expected, finding.expectedValue ?? "", finding.observed ?? "", "\(stamp.hash)",
        ]
        for part in parts {
            writer.write(part)
            writer.endItem()
        }
        writer.endList()
        return ContentHash(ofBytes: writer.bytes())
    }
}

/// Why a record is not valid: all that was found.
public struct ValidationRefusal: Error, Sendable, Hashable {
    /// The issues of reading.
    public let issues: [Issue]

    /// What the rules found.
    public let findings: [Finding]

    /// The findings that nobody has agreed to.
    public let missingApprovals: [Finding]
}

extension ValidationRefusal: CustomStringConvertible {
    /// What was found, one a line; values that are not for everybody are `•••`.
    public var description: String {
        (issues.map(\.description) + findings.map(\.description)).joined(separator: "\n")
    }
}
