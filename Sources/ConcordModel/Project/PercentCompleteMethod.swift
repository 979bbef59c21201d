public import ConcordSchema
public import ConcordValues

/// How it is found how much of a project is done.
public struct PercentCompleteMethod: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Somebody says so.
    public static let manual = Self(rawValue: "manual")
    /// The tasks that are done, of all tasks.
    public static let taskCompletion = Self(rawValue: "taskCompletion")
    /// The mean progress of all tasks.
    public static let taskProgress = Self(rawValue: "taskProgress")
    /// The progress of the tasks by their weight.
    public static let taskWeight = Self(rawValue: "taskWeight")
    /// The effort spent, of the effort estimated at completion.
    public static let effort = Self(rawValue: "effort")
    /// The cost incurred, of the cost estimated at completion.
    public static let costToCost = Self(rawValue: "costToCost")

    /// The known codes.
    public static let codes: CodeList = [
        "manual", "taskCompletion", "taskProgress", "taskWeight", "effort", "costToCost",
    ]
}
