public import ConcordConfiguration
public import ConcordSchema
public import ConcordValues

/// An exception with all that a person needs to decide about it (OWNERSHIP R23).
public struct ExceptionCase: Sendable, Hashable {
    /// What hangs on it, as the host knows it.
    public struct Context: Sendable, Hashable {
        /// The client.
        public var client: String?
        /// The project.
        public var project: String?
        /// The stage.
        public var stage: LifecycleStage?
        /// How many invoices are open.
        public var openInvoices: Int?
        /// How much money is at risk.
        public var amountAtRisk: Money?

        /// Nothing that is known.
        public init() {}
    }

    /// What a person can do about it.
    public enum Action: String, Sendable, Hashable, CaseIterable {
        /// Approve the change for the value that there is now.
        case approve
        /// Reject the change.
        case reject
        /// Override for a time, with a reason.
        case override
        /// Correct it in the system that it came from.
        case correctAtSource
        /// Correct the policy.
        case correctPolicy
        /// Look at the system that is written to.
        case inspectTarget
    }

    /// What an approval must name, so that it counts for this change and for no other.
    public struct Binding: Sendable, Hashable {
        /// Whose approval the change needs.
        public let requirement: ApprovalRequirement
        /// The roles that have not approved yet.
        public let missingRoles: [BusinessRole]
        /// The digest of the value that there is.
        public let base: ContentHash
        /// The digest of the value that is to be.
        public let proposed: ContentHash
        /// The policy, by name and version.
        public let policy: String

        /// A binding as a store gives it back.
        ///
        /// - Parameters:
        ///   - requirement: Whose approval the change needs.
        ///   - missingRoles: The roles that have not approved yet.
        ///   - base: The digest of the value that there is.
        ///   - proposed: The digest of the value that is to be.
        ///   - policy: The policy, by name and version.
        public init(
            requirement: ApprovalRequirement,
            missingRoles: [BusinessRole],
            base: ContentHash,
            proposed: ContentHash,
            policy: String
        ) {
            self.requirement = requirement
            self.missingRoles = missingRoles
            self.base = base
            self.proposed = proposed
            self.policy = policy
        }
    }

    /// The case's id: another one when the values are others.
    public let id: ContentHash

    /// The record.
    public let record: RecordKey

    /// What is wrong.
    public let exception: OwnershipException

    /// The decisions that it came from.
    public let decisions: [OwnershipDecision]

    /// The role that owns the unit now.
    public let owner: SystemRole?

    /// What holds, since when; masked if it is not for everybody.
    public let current: String

    /// Since when what holds does.
    public let currentSince: Instant?

    /// What others say or propose, each since when; masked if it is not for everybody.
    public let proposed: [Proposal]

    /// What an approval must name; nil if nothing is to be approved.
    public let binding: Binding?

    /// What hangs on it.
    public let context: Context

    /// What a person can do.
    public let actions: [Action]

    /// Until when somebody should have decided.
    public let due: Instant?

    /// What somebody says or proposes.
    public struct Proposal: Sendable, Hashable {
        /// The system.
        public let system: SystemID
        /// The value; masked if it is not for everybody.
        public let value: String
        /// Since when.
        public let since: Instant
    }
}

/// What somebody decided about an exception: an event like others.
public struct ExceptionResolution: Sendable, Hashable {
    /// The case.
    public let exceptionCase: ContentHash
    /// What was done.
    public let action: ExceptionCase.Action
    /// By whom.
    public let person: String
    /// When.
    public let time: Instant
    /// Why.
    public let reason: String

    /// A resolution.
    ///
    /// - Parameters:
    ///   - exceptionCase: The case's id.
    ///   - action: What was done.
    ///   - person: By whom.
    ///   - time: When.
    ///   - reason: Why.
    public init(
        of exceptionCase: ContentHash,
        _ action: ExceptionCase.Action,
        by person: String,
        at time: Instant,
        reason: String
    ) {
        self.exceptionCase = exceptionCase
        self.action = action
        self.person = person
        self.time = time
        self.reason = reason
    }
}

extension OwnedRecord {
    /// The exceptions that nobody has decided about yet, with all that a person needs.
    ///
    /// - Parameters:
    ///   - context: What hangs on an exception, as the host knows it.
    ///   - due: Until when somebody should have decided about it.
    ///   - resolutions: What was decided already. A case whose values have changed since is another case.
    ///   - revealing: Whose values may be seen beside those that are for everybody.
    /// - Returns: The cases, in the order of the exceptions.
    public func cases(
        context: (OwnershipException) -> ExceptionCase.Context = { _ in .init() },
        due: (OwnershipException) -> Instant? = { _ in nil },
        resolved resolutions: [ExceptionResolution] = [],
        revealing: Set<Sensitivity> = []
    ) -> [ExceptionCase] {
        let done = Set(resolutions.map(\.exceptionCase))
        return exceptions.compactMap { exception in
            let unit = unit(exception.unit)
            let voices = (unit?.dissent ?? []) + (unit?.pending.map(\.voice) ?? [])
            let lines =
                [record.description, exception.description, unit?.value.description ?? ""]
                + voices.map { "\($0.system) \($0.value)" }
            let id = ContentHash(ofBytes: Array(lines.joined(separator: "\n").utf8))
            if done.contains(id) { return nil }
            let pending = unit?.pending.first { exception.events.contains($0.voice.event) }
            return ExceptionCase(
                id: id,
                record: record,
                exception: exception,
                decisions: decisions.filter {
                    exception.events.contains($0.event) && (exception.unit == "" || $0.unit == exception.unit)
                },
                owner: unit?.owner,
                current: ownership.masked(unit?.value ?? .absent, at: exception.unit, revealing),
                currentSince: unit?.since,
                proposed: voices.map { voice in
                    ExceptionCase.Proposal(
                        system: voice.system,
                        value: ownership.masked(voice.value, at: exception.unit, revealing),
                        since: voice.since
                    )
                },
                binding: pending.flatMap { pending in
                    pending.requirement.map { requirement in
                        ExceptionCase.Binding(
                            requirement: requirement,
                            missingRoles: pending.missingRoles,
                            base: pending.base,
                            proposed: pending.proposed,
                            policy: policy
                        )
                    }
                },
                context: context(exception),
                actions: exception.kind.actions,
                due: due(exception)
            )
        }
    }
}

extension OwnershipException.Kind {
    /// What a person can do about it.
    public var actions: [ExceptionCase.Action] {
        switch self {
        case .idempotencyMismatch, .ambiguousKey, .incompleteGroup, .malformed: [.correctAtSource]
        case .contested: [.correctAtSource, .override, .correctPolicy]
        case .notEvaluable: [.correctAtSource, .correctPolicy]
        case .statusBackwards: [.correctAtSource, .override]
        case .approvalNeeded, .staleApproval, .selfApproval: [.approve, .reject]
        case .overrideTerms: [.override]
        case .unacknowledged: [.inspectTarget, .correctPolicy]
        }
    }
}
