public import ConcordConfiguration
public import ConcordSchema
public import ConcordValues

/// Why each decision about a record is as it is, and all that is needed to decide again (OWNERSHIP R24).
public struct AuditTrail: Sendable, Hashable {
    /// All that decisions about a record depend on.
    public struct Inputs: Sendable, Hashable {
        /// The policy, by name and version.
        public let policy: String

        /// The record.
        public let record: RecordKey

        /// The time whose knowledge was asked for.
        public let asOf: Instant

        /// What was said, approved and sent, as ``ClaimLine`` reads it, in an order that does not depend on arrival.
        public let lines: [String]

        /// The hash of all of them.
        public var hash: ContentHash {
            ContentHash(ofBytes: Array(([policy, record.description, "\(asOf)"] + lines).joined(separator: "\n").utf8))
        }
    }

    /// One decision and its reasons.
    public struct Entry: Sendable, Hashable {
        /// The decision's id: the same for the same decision on the same inputs.
        public let id: ContentHash

        /// The policy, by name and version.
        public let policy: String

        /// The rules that decided, sorted.
        public let rules: [String]

        /// The hash of what it was decided on.
        public let inputs: ContentHash

        /// What became of what.
        public let decision: OwnershipDecision

        /// What was said; `"•••"` if the field is not for everybody.
        public let value: String

        /// Why, for the people who work with the record.
        public let userReason: String

        /// Why, for those who keep the policy.
        public let adminReason: String
    }

    /// All that decisions depend on.
    public let inputs: Inputs

    /// One entry for each decision, in the order of the decisions.
    public let entries: [Entry]

    /// Decides again on the same inputs.
    ///
    /// - Parameter ownership: How the record is owned, by the policy that the inputs name.
    /// - Returns: What holds.
    /// - Throws: A `Refusal` if a line cannot be read.
    public func replay(_ ownership: CompiledOwnership) throws(Refusal) -> OwnedRecord {
        var ledger = ClaimLedger(inputs.record)
        for line in inputs.lines { ledger.insert(try ClaimLine(json: line)) }
        return ownership.record(from: ledger, asOf: inputs.asOf)
    }
}

extension CompiledOwnership {
    /// Why each decision about a record is as it is.
    ///
    /// - Parameters:
    ///   - ledger: All that was said about the record.
    ///   - asOf: The time whose knowledge is asked for.
    ///   - revealing: Whose values may be seen beside those that are for everybody.
    /// - Returns: The trail. It is made when it is asked for, and costs nothing while decisions are made.
    public func audit(
        _ ledger: ClaimLedger,
        asOf: Instant,
        revealing: Set<Sensitivity> = []
    ) -> AuditTrail {
        let record = record(from: ledger, asOf: asOf)
        let inputs = AuditTrail.Inputs(policy: record.policy, record: record.record, asOf: asOf, lines: ledger.lines)
        let hash = inputs.hash
        let events = Dictionary(ledger.events.map { ($0.id, $0) }) { first, _ in first }
        let entries = record.decisions.map { decision in
            let said = events[decision.event]?.entries.first { $0.path == decision.entry }?.value ?? .absent
            let rules = decision.rule.map { [$0] } ?? []
            let id = [hash.description, decision.event, decision.unit.text, decision.entry.text].joined(separator: "\n")
            return AuditTrail.Entry(
                id: ContentHash(ofBytes: Array(id.utf8)),
                policy: record.policy,
                rules: rules,
                inputs: hash,
                decision: decision,
                value: masked(said, at: decision.entry, revealing),
                userReason: decision.outcome.userReason,
                adminReason: "\(decision.outcome) by \(rules.first ?? "no rule") of \(record.policy)"
            )
        }
        return AuditTrail(inputs: inputs, entries: entries)
    }

    /// A value as people may see it.
    func masked(_ value: ClaimValue, at path: ClaimPath, _ revealing: Set<Sensitivity>) -> String {
        guard value.json != nil else { return value.description }
        return isVisible(path, revealing) ? value.description : "\"•••\""
    }

    private func isVisible(_ path: ClaimPath, _ revealing: Set<Sensitivity>) -> Bool {
        let names = path.text.hasPrefix("#") ? members(of: path) : [String(path.item?.list ?? path.text[...])]
        return names.allSatisfy { name in
            var record: RecordDescription? = description
            for part in name.split(separator: ".") {
                guard let field = record?.field(named: String(part)) else { return true }
                if field.sensitivity != .open, !revealing.contains(field.sensitivity) { return false }
                record = field.shape.record
            }
            return record?.shows(revealing) ?? true
        }
    }

    private func members(of group: ClaimPath) -> [String] {
        targets.first { $0.path == group.text }?.slots.map { slots[Int($0)].text } ?? []
    }
}

extension RecordDescription {
    fileprivate func shows(_ revealing: Set<Sensitivity>) -> Bool {
        fields.allSatisfy { field in
            (field.sensitivity == .open || revealing.contains(field.sensitivity))
                && field.shape.record?.shows(revealing) ?? true
        }
    }
}

extension Outcome {
    /// Why, for the people who work with the record.
    public var userReason: String {
        switch self {
        case .quarantined: "The same message came twice with different contents; neither was used."
        case .echo: "The system confirmed what it was told."
        case .unchanged: "It was known already."
        case .superseded: "Something newer took its place."
        case .outranked: "Another system decides about this field."
        case .outOfScope: "Nobody has said who decides about this field."
        case .refused(let reason): reason.userReason
        case .pending: "It waits for approval."
        case .accepted: "It was taken over."
        case .silent: "Nothing was said about this field."
        case .withdrawn: "The system no longer says anything about this field."
        case .scheduled: "Its time has not come."
        case .ended: "Its time is over."
        }
    }
}

extension RefusalReason {
    fileprivate var userReason: String {
        switch self {
        case .notGranted: "This system does not decide about this field."
        case .forbidden: "This field must not be changed so."
        case .notEvaluable: "It is not known at which stage or for which entity this record is."
        case .statusBackwards: "The status has moved on and cannot go back."
        case .rejected: "Somebody rejected it."
        case .ambiguousKey: "Two items of the list have the same key, or one has none."
        case .incompleteGroup: "These fields belong together, and only some of them were given."
        case .malformed: "The value is not of the form that this field has."
        case .overrideTerms: "An override needs a reason, and an approver who is somebody else."
        }
    }
}
