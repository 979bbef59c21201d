public import ConcordSchema
public import ConcordValues

/// How much of a resource's capacity an assignment takes, and when.
public struct Allocation: Record {
    /// How the work is spread over the days.
    public var method: AllocationMethod

    /// The share of capacity, where the method is by percent.
    public var percent: Percentage?

    /// The work in all, in hours or days.
    public var effort: Quantity?

    /// The work span by span, where the method is a contour.
    public var contour: [AllocationSpan] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An allocation.
    ///
    /// - Parameters:
    ///   - method: How the work is spread over the days.
    ///   - configure: Sets what else is known.
    public init(_ method: AllocationMethod, _ configure: (inout Self) -> Void = { _ in }) {
        self.method = method
        configure(&self)
    }

    /// The declaration of an allocation.
    public static let schema = RecordSchema(
        "allocation",
        "How much of a resource's capacity an assignment takes, and when.",
        blank: Allocation(.placeholder)
    ) {
        Field("method", \.method, "How the work is spread over the days.")
        Field("percent", \.percent, "The share of capacity, where the method is by percent.")
        Field("effort", \.effort, "The work in all, in hours or days.")
        Field("contour", \.contour, "The work span by span, where the method is a contour.")
    }
}

/// How much work falls on some days of an assignment.
public struct AllocationSpan: Record {
    /// The days.
    public var days: DateInterval

    /// The work on those days together, in hours or days.
    public var effort: Quantity

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A span of work.
    ///
    /// - Parameters:
    ///   - days: The days.
    ///   - effort: The work on those days together, in hours or days.
    public init(on days: DateInterval, effort: Quantity) {
        self.days = days
        self.effort = effort
    }

    /// The declaration of a span of work.
    public static let schema = RecordSchema(
        "allocation-span",
        "How much work falls on some days of an assignment.",
        blank: AllocationSpan(on: .placeholder, effort: .placeholder)
    ) {
        Field("days", \.days, "The days.")
        Field("effort", \.effort, "The work on those days together, in hours or days.")
    }
}

/// How the work of an assignment is spread over its days.
public struct AllocationMethod: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// All capacity on all days.
    public static let full = Self(rawValue: "full")
    /// A share of capacity on all days.
    public static let percent = Self(rawValue: "percent")
    /// A number of hours, as many each day.
    public static let hoursEven = Self(rawValue: "hoursEven")
    /// A number of hours, as early as capacity allows.
    public static let hoursFront = Self(rawValue: "hoursFront")
    /// As planned span by span.
    public static let contour = Self(rawValue: "contour")

    /// The known codes.
    public static let codes: CodeList = ["full", "percent", "hoursEven", "hoursFront", "contour"]
}
