public import ConcordSchema
public import ConcordValues

/// How time is rounded: to what, which way, over how much of it, and for which side.
///
/// The exact minutes stay on the time entry; what a policy did to them is an ``AppliedRounding``, which names the
/// policy's version. So a new version changes nothing that was rounded before.
public struct RoundingPolicy: Record {
    /// What the policy is called; roundings that were applied refer to it.
    public var name: String

    /// The policy's version, counted up with every change of what it does.
    public var version: Int

    /// What time is rounded to a multiple of, in minutes.
    public var increment: Minutes

    /// Which way time is rounded.
    public var mode: RoundingMode

    /// Over how much time it is rounded.
    public var scope: RoundingScope

    /// For which side time is rounded.
    public var appliesTo: RoundingSide

    /// The least that remains of time that is more than none, in minutes.
    public var minimum: Minutes?

    /// What time is multiplied by before it is rounded.
    public var factor: ExactDecimal?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A rounding policy.
    ///
    /// - Parameters:
    ///   - name: What the policy is called; roundings that were applied refer to it.
    ///   - version: The policy's version, counted up with every change of what it does.
    ///   - increment: What time is rounded to a multiple of, in minutes.
    ///   - mode: Which way time is rounded.
    ///   - configure: Sets what else is known.
    public init(
        name: String,
        version: Int,
        increment: Minutes,
        mode: RoundingMode,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.name = name
        self.version = version
        self.increment = increment
        self.mode = mode
        scope = .entry
        appliesTo = .bill
        configure(&self)
    }

    /// The declaration of a rounding policy.
    public static let schema = RecordSchema(
        "rounding-policy",
        "How time is rounded: to what, which way, over how much of it, and for which side.",
        blank: RoundingPolicy(name: "", version: 0, increment: .placeholder, mode: .placeholder)
    ) {
        Field("name", \.name, "What the policy is called; roundings that were applied refer to it.")
        Field("version", \.version, "The policy's version, counted up with every change of what it does.")
        Field("increment", \.increment, "What time is rounded to a multiple of, in minutes.")
        Field("mode", \.mode, "Which way time is rounded.")
        Field("scope", \.scope, "Over how much time it is rounded.", hasDefault: true)
        Field("appliesTo", \.appliesTo, "For which side time is rounded.", hasDefault: true)
        Field("minimum", \.minimum, "The least that remains of time that is more than none, in minutes.")
        Field("factor", \.factor, "What time is multiplied by before it is rounded.", unit: .one)
    }
}

/// Which way time is rounded.
public struct RoundingMode: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It is not rounded.
    ///
    /// Its text is `none`; a member of that name would be nil wherever an optional is expected.
    public static let exact = Self(rawValue: "none")
    /// To the next greater multiple.
    public static let up = Self(rawValue: "up")
    /// To the next smaller multiple.
    public static let down = Self(rawValue: "down")
    /// To the nearest multiple; a half goes up.
    public static let halfUp = Self(rawValue: "halfUp")
    /// To the nearest multiple; a half goes to the even one.
    public static let halfEven = Self(rawValue: "halfEven")

    /// The known codes.
    public static let codes: CodeList = ["none", "up", "down", "halfUp", "halfEven"]
}

extension RoundingMode {
    /// The rule of arithmetic that the mode is; nil for time that is not rounded and for modes that are not known.
    public var rule: RoundingRule? {
        switch self {
        case .up: .up
        case .down: .down
        case .halfUp: .halfUp
        case .halfEven: .halfEven
        default: nil
        }
    }
}

/// Over how much time rounding is done.
public struct RoundingScope: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Each time entry.
    public static let entry = Self(rawValue: "entry")
    /// The time of one day.
    public static let day = Self(rawValue: "day")
    /// The time of one week.
    public static let week = Self(rawValue: "week")
    /// The time of one invoice line.
    public static let line = Self(rawValue: "line")
    /// The time of one invoice.
    public static let invoice = Self(rawValue: "invoice")

    /// The known codes.
    public static let codes: CodeList = ["entry", "day", "week", "line", "invoice"]
}

/// For which side time is rounded.
public struct RoundingSide: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// What is billed.
    public static let bill = Self(rawValue: "bill")
    /// What is costed.
    public static let cost = Self(rawValue: "cost")
    /// Both.
    public static let both = Self(rawValue: "both")

    /// The known codes.
    public static let codes: CodeList = ["bill", "cost", "both"]
}
