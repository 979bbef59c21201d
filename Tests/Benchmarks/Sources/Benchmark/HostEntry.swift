import Concord

/// A host's own record with just the members that the lines have, declared as any host would.
///
/// It stands beside the struct of `peers.py` that has just these members too, as `TimeEntry` stands beside the struct
/// with all of `TimeEntry`'s fields.
struct HostEntry: CanonicalRecord {
    var id: RecordID<HostEntry>
    var header: RecordHeader
    var resource: String
    var date: LocalDate
    var timeZone: TimeZoneID
    var worked: Minutes
    var project: String
    var task: String
    var assignment: String?
    var workType: HostCode
    var customerDescription: String
    var workedQuantity: Quantity
    var approval: HostApproval
    var billability: String
    var billingState: String
    var billRate: HostRate
    var costRate: HostRate
    var costState: String
    var remainder = Remainder()

    static let schema = RecordSchema(
        "time-entry",
        version: 1,
        "An hour of work, as a host sees it.",
        blank: HostEntry(
            id: .placeholder,
            header: .placeholder,
            resource: "",
            date: .placeholder,
            timeZone: .placeholder,
            worked: .placeholder,
            project: "",
            task: "",
            workType: .placeholder,
            customerDescription: "",
            workedQuantity: .placeholder,
            approval: .placeholder,
            billability: "",
            billingState: "",
            billRate: .placeholder,
            costRate: .placeholder,
            costState: ""
        )
    ) {
        Field("id", \.id, "The entry's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("resource", \.resource, "Who did the work.")
        Field("date", \.date, "The day.")
        Field("timeZone", \.timeZone, "The zone in which it is a day.")
        Field("worked", \.worked, "How long.")
        Field("project", \.project, "For which project.")
        Field("task", \.task, "On which task.")
        Field("assignment", \.assignment, "Under which assignment.")
        Field("workType", \.workType, "What was done.")
        Field("customerDescription", \.customerDescription, "In the customer's words.")
        Field("workedQuantity", \.workedQuantity, "How long, in the unit of the price.")
        Field("approval", \.approval, "Who approved it.")
        Field("billability", \.billability, "Whether it may be billed.")
        Field("billingState", \.billingState, "Whether it was.")
        Field("billRate", \.billRate, "The price.")
        Field("costRate", \.costRate, "The cost.")
        Field("costState", \.costState, "Whether it was posted.")
    }
}

struct HostCode: Composite {
    var code: String

    static let schema = RecordSchema("host-code", blank: HostCode(code: "")) {
        Field("code", \.code, "The code.")
    }
}

struct HostRate: Composite {
    var amount: Money
    var unit: UnitCode

    static let schema = RecordSchema("host-rate", blank: HostRate(amount: .placeholder, unit: .placeholder)) {
        Field("amount", \.amount, "The amount.")
        Field("unit", \.unit, "For one of what.")
    }
}

struct HostApproval: Composite {
    var state: String
    var steps: [HostStep]

    static let schema = RecordSchema("host-approval", blank: HostApproval(state: "", steps: [])) {
        Field("state", \.state, "Where it stands.")
        Field("steps", \.steps, "Who decided.")
    }
}

struct HostStep: Composite {
    var level: Int
    var actor: String
    var at: Instant
    var decision: String

    static let schema = RecordSchema("host-step", blank: HostStep(level: 0, actor: "", at: .placeholder, decision: "")) {
        Field("level", \.level, "The level.")
        Field("actor", \.actor, "Who.")
        Field("at", \.at, "When.")
        Field("decision", \.decision, "What.")
    }
}
