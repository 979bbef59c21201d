public import ConcordValues

/// Something that a published contract does not keep.
public struct ContractFinding: Sendable, Hashable {
    /// What kind of finding it is, such as `schema.changed` or `golden.refused`.
    public let rule: String
    /// What it was found with: `customer/1`, `Fixtures/versions/customer/1.json`.
    public let subject: String
    /// What was found, and what to do.
    public let message: String

    /// A finding.
    public init(rule: String, subject: String, message: String) {
        self.rule = rule
        self.subject = subject
        self.message = message
    }
}

extension ContractFinding: CustomStringConvertible {
    /// The finding in one line or more.
    public var description: String { "\(rule) in \(subject): \(message)" }
}

/// A finding that is known and accepted, for a reason and until a day.
public struct Suppression: Sendable, Hashable {
    /// The rule of the finding.
    public let rule: String
    /// What it is found with.
    public let subject: String
    /// Why it is accepted.
    public let reason: String
    /// The last day on which it is.
    public let until: LocalDate

    /// A suppression.
    ///
    /// - Parameters:
    ///   - rule: The rule of the finding.
    ///   - subject: What it is found with.
    ///   - reason: Why it is accepted; a suppression without a reason suppresses nothing.
    ///   - until: The last day on which it is.
    public init(_ rule: String, in subject: String, because reason: String, until: LocalDate) {
        self.rule = rule
        self.subject = subject
        self.reason = reason
        self.until = until
    }
}

extension [ContractFinding] {
    /// The findings that nobody has accepted, and the suppressions that are over or suppress nothing.
    ///
    /// - Parameters:
    ///   - suppressions: What is known and accepted.
    ///   - today: The day that counts as today.
    /// - Returns: The findings that are left, and those about the suppressions.
    public func without(_ suppressions: [Suppression], on today: LocalDate) -> [ContractFinding] {
        func covers(_ suppression: Suppression, _ finding: ContractFinding) -> Bool {
            suppression.rule == finding.rule && suppression.subject == finding.subject && !suppression.reason.isEmpty
                && today <= suppression.until
        }
        let open = filter { finding in !suppressions.contains { covers($0, finding) } }
        let idle = suppressions.filter { suppression in !contains { covers(suppression, $0) } }
            .map { suppression in
                ContractFinding(
                    rule: "suppression.\(today > suppression.until ? "expired" : "unused")",
                    subject: suppression.subject,
                    message: "\(suppression.rule) was accepted until \(suppression.until): \(suppression.reason)"
                )
            }
        return open + idle
    }
}
