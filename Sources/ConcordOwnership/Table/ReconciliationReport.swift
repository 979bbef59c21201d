public import ConcordConfiguration
public import ConcordValues

/// Where systems disagree about a record: what each says of a field, whose value holds, since when, and who decided.
///
/// ```swift
/// let report = ReconciliationReport(
///     record: "customer", title: "Brightwater Energy", policy: header,
///     fields: [
///         .init("paymentTerms.netDays", owner: "erp:ns-eu", rule: "customer.billing", statements: [
///             .init("erp:ns-eu", "30", since: "2026-02-01", standing: .holds),
///             .init("crm:sf-prod", "60", since: "2026-03-14", standing: .dissents, note: "finance refused it"),
///         ]),
///     ]
/// )
/// print(report.markdown)
/// ```
///
/// It is made of plain values, so that whoever knows the claims can fill it. What is sensitive is masked before it comes
/// here.
public struct ReconciliationReport: Sendable, Hashable {
    /// The kind of record.
    public let record: String

    /// The record as people know it.
    public let title: String

    /// The policy that decided.
    public let policy: ConfigurationHeader

    /// The fields, in the order in which people should read them.
    public let fields: [Field]

    /// A report.
    public init(record: String, title: String, policy: ConfigurationHeader, fields: [Field]) {
        self.record = record
        self.title = title
        self.policy = policy
        self.fields = fields
    }

    /// What is said of one field.
    public struct Field: Sendable, Hashable {
        /// The field or the group, as a path with points.
        public let path: String
        /// The system that owns it; nil if none has said anything.
        public let owner: SystemID?
        /// The rule that decided.
        public let rule: String?
        /// Who decided, and why, where a person did.
        public let decision: String?
        /// What each system says.
        public let statements: [Statement]

        /// What is said of one field.
        public init(
            _ path: String,
            owner: SystemID?,
            rule: String? = nil,
            decision: String? = nil,
            statements: [Statement]
        ) {
            self.path = path
            self.owner = owner
            self.rule = rule
            self.decision = decision
            self.statements = statements
        }

        /// Whether the systems that say something all say the same.
        public var isAgreed: Bool { Set(statements.map(\.value)).count < 2 }
    }

    /// What one system says.
    public struct Statement: Sendable, Hashable {
        /// The system.
        public let system: SystemID
        /// The value as people read it; nil if the system has taken it away.
        public let value: String?
        /// Since when it says so, as the system tells it.
        public let since: String?
        /// What became of it.
        public let standing: Standing
        /// More, in words.
        public let note: String?

        /// What one system says.
        public init(
            _ system: SystemID,
            _ value: String?,
            since: String? = nil,
            standing: Standing,
            note: String? = nil
        ) {
            self.system = system
            self.value = value
            self.since = since
            self.standing = standing
            self.note = note
        }
    }

    /// What became of a statement; the set is open.
    public struct Standing: RawRepresentable, Sendable, Hashable {
        /// The standing in words.
        public let rawValue: String

        /// A standing with the given text.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// It is the value that shows.
        public static let holds = Self(rawValue: "holds")
        /// It shows because the owner has said nothing.
        public static let provisional = Self(rawValue: "holds provisionally")
        /// It is the same as the value that shows.
        public static let agrees = Self(rawValue: "agrees")
        /// It was refused, or has a lower rank, and is kept.
        public static let dissents = Self(rawValue: "dissents")
        /// It waits for an approval.
        public static let pending = Self(rawValue: "waits for approval")
        /// It holds for a time by a steward's decision.
        public static let overrides = Self(rawValue: "overrides")
        /// It cannot be used: it was sent twice with different content, or could not be read.
        public static let quarantined = Self(rawValue: "quarantined")
    }

    /// The fields about which systems do not agree.
    public var disagreements: [Field] { fields.filter { !$0.isAgreed } }

    /// The report as Markdown: what is disagreed upon as a table each, and what is agreed upon in one line.
    public var markdown: String {
        let escaped = MarkdownText.escaped
        var text = "# \(escaped(title))\n\n"
        text += "\(escaped(record)), decided by \(escaped(policy.description)). "
        let open = disagreements
        text +=
            open.isEmpty
            ? "All systems agree.\n"
            : "Systems disagree about \(open.count) of \(fields.count) field\(fields.count == 1 ? "" : "s").\n"
        for field in open {
            text += "\n## `\(field.path)`\n\n"
            let owner = field.owner.map { "\(escaped($0.text)) owns it" } ?? "Nobody who owns it has said anything"
            text += owner + (field.rule.map { " by `\($0)`" } ?? "") + "."
            text += (field.decision.map { " \(escaped($0))" } ?? "") + "\n\n"
            text += "| System | Says | Since | Standing | Note |\n| --- | --- | --- | --- | --- |\n"
            for statement in field.statements {
                let system = escaped(statement.system.text)
                let cells = [
                    statement.system == field.owner ? "**\(system)**" : system,
                    statement.value.map(escaped) ?? "*nothing*",
                    escaped(statement.since ?? ""),
                    escaped(statement.standing.rawValue),
                    escaped(statement.note ?? ""),
                ]
                text += "| \(cells.joined(separator: " | ")) |\n"
            }
        }
        let agreed = fields.filter(\.isAgreed)
        if !agreed.isEmpty, !open.isEmpty {
            text += "\nAgreed: \(agreed.map { "`\($0.path)`" }.joined(separator: ", ")).\n"
        }
        return text
    }
}
