public import ConcordSchema
public import ConcordValues

/// Where something stands in approval, and who decided what.
public struct Approval: Record {
    /// Where it stands.
    public var state: ApprovalState

    /// The decisions so far, in their order.
    public var steps: [ApprovalStep] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An approval.
    ///
    /// - Parameters:
    ///   - state: Where it stands.
    ///   - steps: The decisions so far.
    public init(_ state: ApprovalState, steps: [ApprovalStep] = []) {
        self.state = state
        self.steps = steps
    }

    /// The declaration of an approval.
    public static let schema = RecordSchema(
        "approval",
        "Where something stands in approval, and who decided what.",
        blank: Approval(.draft)
    ) {
        Field("state", \.state, "Where it stands.")
        Field("steps", \.steps, "The decisions so far, in their order.")
    }
}

/// One decision in an approval.
public struct ApprovalStep: Record {
    /// The level of the decision, counted from 1.
    public var level: Int

    /// Who decided.
    public var actor: String

    /// For whom, if the actor stood in for somebody.
    public var onBehalfOf: String?

    /// When.
    public var at: Instant?

    /// What was decided.
    public var decision: ApprovalDecision

    /// Why.
    public var reason: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A decision.
    ///
    /// - Parameters:
    ///   - level: The level of the decision, counted from 1.
    ///   - actor: Who decided.
    ///   - decision: What was decided.
    ///   - configure: Sets what else is known.
    public init(
        level: Int,
        actor: String,
        decision: ApprovalDecision,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.level = level
        self.actor = actor
        self.decision = decision
        configure(&self)
    }

    /// The declaration of a decision.
    public static let schema = RecordSchema(
        "approval-step",
        "One decision in an approval.",
        blank: ApprovalStep(level: 0, actor: "", decision: .placeholder)
    ) {
        Field("level", \.level, "The level of the decision, counted from 1.")
        Field("actor", \.actor, "Who decided.", sensitivity: .personal)
        Field("onBehalfOf", \.onBehalfOf, "For whom, if the actor stood in for somebody.", sensitivity: .personal)
        Field("at", \.at, "When.")
        Field("decision", \.decision, "What was decided.")
        Field("reason", \.reason, "Why.")
    }
}

/// Where something stands in approval.
public struct ApprovalState: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Not submitted yet.
    public static let draft = Self(rawValue: "draft")
    /// Waiting for the firm's approver.
    public static let submitted = Self(rawValue: "submitted")
    /// Waiting for the customer's approver.
    public static let pendingClient = Self(rawValue: "pendingClient")
    /// Approved.
    public static let approved = Self(rawValue: "approved")
    /// Refused.
    public static let rejected = Self(rawValue: "rejected")
    /// Its submitter wants it back.
    public static let recallRequested = Self(rawValue: "recallRequested")
    /// Given back to its submitter.
    public static let recalled = Self(rawValue: "recalled")

    /// The known codes.
    public static let codes: CodeList = [
        "draft", "submitted", "pendingClient", "approved", "rejected", "recallRequested", "recalled",
    ]
}

/// What an approver decided.
public struct ApprovalDecision: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Yes.
    public static let approved = Self(rawValue: "approved")
    /// No.
    public static let rejected = Self(rawValue: "rejected")
    /// Somebody else should decide.
    public static let delegated = Self(rawValue: "delegated")

    /// The known codes.
    public static let codes: CodeList = ["approved", "rejected", "delegated"]
}
