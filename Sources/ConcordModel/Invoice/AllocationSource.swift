public import ConcordSchema
public import ConcordValues

/// What an entry of the billing ledger bills, credits or gives up.
public struct AllocationSource: Record {
    /// What kind of thing it is.
    public var kind: AllocationSourceKind

    /// Its identity.
    public var id: String

    /// The identity of the record that it is a part of, if it is not one itself.
    public var container: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A source.
    ///
    /// - Parameters:
    ///   - kind: What kind of thing it is.
    ///   - id: Its identity.
    ///   - configure: Sets what else is known.
    public init(_ kind: AllocationSourceKind, id: String, _ configure: (inout Self) -> Void = { _ in }) {
        self.kind = kind
        self.id = id
        configure(&self)
    }

    /// The declaration of a source.
    public static let schema = RecordSchema(
        "allocation-source",
        "What an entry of the billing ledger bills, credits or gives up.",
        blank: AllocationSource(.placeholder, id: "")
    ) {
        Field("kind", \.kind, "What kind of thing it is.")
        Field("id", \.id, "Its identity.")
        Field("container", \.container, "The identity of the record that it is a part of, if it is not one itself.")
    }

    /// A time entry.
    public static func timeEntry(_ id: RecordID<TimeEntry>) -> Self {
        Self(.timeEntry, id: id.text)
    }

    /// An expense or another cost.
    public static func costTransaction(_ id: RecordID<CostTransaction>) -> Self {
        Self(.costTransaction, id: id.text)
    }

    /// A milestone of a contract.
    public static func milestone(_ id: RecordID<Milestone>, of contract: RecordID<Contract>) -> Self {
        Self(.milestone, id: id.text) { $0.container = contract.text }
    }

    /// An item of a billing schedule of a contract.
    public static func scheduleItem(_ id: RecordID<ScheduleItem>, of contract: RecordID<Contract>) -> Self {
        Self(.scheduleItem, id: id.text) { $0.container = contract.text }
    }

    /// A prepaid balance of a contract.
    public static func prepaidBalance(_ id: RecordID<PrepaidBalance>, of contract: RecordID<Contract>) -> Self {
        Self(.prepaidBalance, id: id.text) { $0.container = contract.text }
    }

    /// The time entry, if the source is one.
    public var timeEntry: RecordID<TimeEntry>? {
        kind == .timeEntry ? try? RecordID(id) : nil
    }

    /// The cost, if the source is one.
    public var costTransaction: RecordID<CostTransaction>? {
        kind == .costTransaction ? try? RecordID(id) : nil
    }

    /// The milestone, if the source is one.
    public var milestone: RecordID<Milestone>? {
        kind == .milestone ? try? RecordID(id) : nil
    }

    /// The item of a billing schedule, if the source is one.
    public var scheduleItem: RecordID<ScheduleItem>? {
        kind == .scheduleItem ? try? RecordID(id) : nil
    }

    /// The prepaid balance, if the source is one.
    public var prepaidBalance: RecordID<PrepaidBalance>? {
        kind == .prepaidBalance ? try? RecordID(id) : nil
    }
}

/// What kind of thing is billed.
public struct AllocationSourceKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A time entry.
    public static let timeEntry = Self(rawValue: "timeEntry")
    /// An expense or another cost.
    public static let costTransaction = Self(rawValue: "costTransaction")
    /// A milestone of a contract.
    public static let milestone = Self(rawValue: "milestone")
    /// An item of a billing schedule of a contract.
    public static let scheduleItem = Self(rawValue: "scheduleItem")
    /// A prepaid balance of a contract.
    public static let prepaidBalance = Self(rawValue: "prepaidBalance")

    /// The known codes.
    public static let codes: CodeList = ["timeEntry", "costTransaction", "milestone", "scheduleItem", "prepaidBalance"]
}
