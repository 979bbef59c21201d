public import ConcordSchema
public import ConcordValues

/// A limit on what may be billed: how much, of what, until when, and what happens beyond it.
public struct BillingLimit: Record {
    /// The limit's identity.
    public var id: RecordID<BillingLimit>

    /// What kind of limit it is.
    public var kind: LimitKind

    /// What the limit is on.
    public var scope: LimitScope

    /// What happens to what goes beyond it.
    public var behaviour: LimitBehaviour?

    /// How much may be billed.
    public var amount: Money?

    /// How many units may be billed.
    public var quantity: Quantity?

    /// How much of the amount is used up.
    public var consumedAmount: Money?

    /// How many of the units are used up.
    public var consumedQuantity: Quantity?

    /// The share of the limit from which people are warned.
    public var warnAt: Percentage?

    /// How often the limit begins anew, for a cap on each period.
    public var period: BillingFrequency?

    /// The project that the limit is on.
    public var project: RecordID<Project>?

    /// The task that the limit is on.
    public var task: RecordID<ProjectTask>?

    /// The role that the limit is on.
    public var role: RecordID<Role>?

    /// The resource that the limit is on.
    public var resource: RecordID<Resource>?

    /// The number of the purchase order that the limit comes from.
    public var purchaseOrder: String?

    /// Who approved going beyond the limit.
    public var overrunApprovedBy: String?

    /// The days on which the limit holds; those of the contract or the line if absent.
    public var effective: DateInterval?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A limit.
    ///
    /// - Parameters:
    ///   - id: The limit's identity.
    ///   - kind: What kind of limit it is.
    ///   - scope: What the limit is on.
    ///   - configure: Sets what else is known.
    public init(
        id: RecordID<BillingLimit>,
        kind: LimitKind,
        scope: LimitScope,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.kind = kind
        self.scope = scope
        configure(&self)
    }

    /// The declaration of a limit.
    public static let schema = RecordSchema(
        "billing-limit",
        "A limit on what may be billed: how much, of what, until when, and what happens beyond it.",
        blank: BillingLimit(id: .placeholder, kind: .placeholder, scope: .placeholder)
    ) {
        Field("id", \.id, "The limit's identity.")
        Field("kind", \.kind, "What kind of limit it is.")
        Field("scope", \.scope, "What the limit is on.")
        Field("behaviour", \.behaviour, "What happens to what goes beyond it.")
        Field("amount", \.amount, "How much may be billed.", sensitivity: .commercial)
        Field("quantity", \.quantity, "How many units may be billed.")
        Field("consumedAmount", \.consumedAmount, "How much of the amount is used up.", sensitivity: .commercial)
        Field("consumedQuantity", \.consumedQuantity, "How many of the units are used up.")
        Field("warnAt", \.warnAt, "The share of the limit from which people are warned.")
        Field("period", \.period, "How often the limit begins anew, for a cap on each period.")
        Field("project", \.project, "The project that the limit is on.")
        Field("task", \.task, "The task that the limit is on.")
        Field("role", \.role, "The role that the limit is on.")
        Field("resource", \.resource, "The resource that the limit is on.", sensitivity: .personal)
        Field("purchaseOrder", \.purchaseOrder, "The number of the purchase order that the limit comes from.")
        Field("overrunApprovedBy", \.overrunApprovedBy, "Who approved going beyond the limit.", sensitivity: .personal)
        Field(
            "effective",
            \.effective,
            "The days on which the limit holds; those of the contract or the line if absent."
        )
    }
}

/// What kind of limit a billing limit is.
public struct LimitKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The most that the customer will pay.
    public static let notToExceed = Self(rawValue: "notToExceed")
    /// What the customer has set money aside for so far.
    public static let funding = Self(rawValue: "funding")
    /// What a purchase order authorises.
    public static let poAuthorised = Self(rawValue: "poAuthorised")
    /// A number of hours.
    public static let hoursCap = Self(rawValue: "hoursCap")
    /// A cap that begins anew in each period.
    public static let periodCap = Self(rawValue: "periodCap")
    /// No limit on billing, a mark at which people are told.
    public static let warning = Self(rawValue: "warning")

    /// The known codes.
    public static let codes: CodeList = ["notToExceed", "funding", "poAuthorised", "hoursCap", "periodCap", "warning"]
}

/// What a billing limit is on.
public struct LimitScope: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The whole contract.
    public static let contract = Self(rawValue: "contract")
    /// The contract line that the limit stands in.
    public static let line = Self(rawValue: "line")
    /// A project.
    public static let project = Self(rawValue: "project")
    /// A task.
    public static let task = Self(rawValue: "task")
    /// A purchase order.
    public static let po = Self(rawValue: "po")
    /// Work in a role.
    public static let role = Self(rawValue: "role")
    /// Each period.
    public static let period = Self(rawValue: "period")
    /// The work of a resource.
    public static let resource = Self(rawValue: "resource")

    /// The known codes.
    public static let codes: CodeList = ["contract", "line", "project", "task", "po", "role", "period", "resource"]
}

/// What happens to work that goes beyond a billing limit.
public struct LimitBehaviour: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It cannot be recorded or billed.
    public static let block = Self(rawValue: "block")
    /// It is billed, and people are warned.
    public static let warn = Self(rawValue: "warn")
    /// It is given up.
    public static let writeOff = Self(rawValue: "writeOff")
    /// It is shown on the invoice at no price.
    public static let billAtZero = Self(rawValue: "billAtZero")
    /// It is billed in the next period.
    public static let rollover = Self(rawValue: "rollover")
    /// It waits until somebody approves.
    public static let needsApproval = Self(rawValue: "needsApproval")

    /// The known codes.
    public static let codes: CodeList = ["block", "warn", "writeOff", "billAtZero", "rollover", "needsApproval"]
}
