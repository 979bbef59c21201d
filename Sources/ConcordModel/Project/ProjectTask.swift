public import ConcordSchema
public import ConcordValues

/// One task in a project's work breakdown structure.
public struct ProjectTask: Record {
    /// The task's identity.
    public var id: RecordID<ProjectTask>

    /// The code in the work breakdown structure: 1.2.3.
    public var wbsCode: String?

    /// The task that this one is a part of.
    public var parent: RecordID<ProjectTask>?

    /// The task's name.
    public var name: String

    /// Whether the task is a point that is reached rather than work that is done.
    public var isMilestone: Bool = false

    /// Whether work on the task is billed; as on the project if absent.
    public var billable: Bool?

    /// The days that are planned for the task.
    public var planned: DateInterval?

    /// The days from the first to the last work done; open while the work goes on.
    public var actual: DateInterval?

    /// How much of the task is done.
    public var percentComplete: Percentage?

    /// The role that should do the work.
    public var role: RecordID<Role>?

    /// The planned effort, in hours or days.
    public var effort: Quantity?

    /// The tasks that this one waits for.
    public var predecessors: [TaskDependency] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A task.
    ///
    /// - Parameters:
    ///   - id: The task's identity.
    ///   - name: The task's name.
    ///   - configure: Sets what else is known.
    public init(id: RecordID<ProjectTask>, name: String, _ configure: (inout Self) -> Void = { _ in }) {
        self.id = id
        self.name = name
        configure(&self)
    }

    /// The declaration of a task.
    public static let schema = RecordSchema(
        "project-task",
        "One task in a project's work breakdown structure.",
        blank: ProjectTask(id: .placeholder, name: "")
    ) {
        Field("id", \.id, "The task's identity.")
        Field("wbsCode", \.wbsCode, "The code in the work breakdown structure: 1.2.3.")
        Field("parent", \.parent, "The task that this one is a part of.")
        Field("name", \.name, "The task's name.")
        Field(
            "isMilestone",
            \.isMilestone,
            "Whether the task is a point that is reached rather than work that is done.",
            hasDefault: true
        )
        Field("billable", \.billable, "Whether work on the task is billed; as on the project if absent.")
        Field("planned", \.planned, "The days that are planned for the task.")
        Field("actual", \.actual, "The days from the first to the last work done; open while the work goes on.")
        Field("percentComplete", \.percentComplete, "How much of the task is done.")
        Field("role", \.role, "The role that should do the work.")
        Field("effort", \.effort, "The planned effort, in hours or days.")
        Field("predecessors", \.predecessors, key: \.task, "The tasks that this one waits for.")
    }
}

/// That a task waits for another.
public struct TaskDependency: Record {
    /// The task that is waited for.
    public var task: RecordID<ProjectTask>

    /// Which ends of the two tasks are tied.
    public var kind: TaskDependencyKind = .finishToStart

    /// The time between the two ends, in hours or days; negative where they overlap.
    public var lag: Quantity?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A dependency: the other task must be finished first, unless set otherwise.
    ///
    /// - Parameters:
    ///   - task: The task that is waited for.
    ///   - configure: Sets what else is known.
    public init(_ task: RecordID<ProjectTask>, _ configure: (inout Self) -> Void = { _ in }) {
        self.task = task
        configure(&self)
    }

    /// The declaration of a dependency.
    public static let schema = RecordSchema(
        "task-dependency",
        "That a task waits for another.",
        blank: TaskDependency(.placeholder)
    ) {
        Field("task", \.task, "The task that is waited for.")
        Field("kind", \.kind, "Which ends of the two tasks are tied.", hasDefault: true)
        Field("lag", \.lag, "The time between the two ends, in hours or days; negative where they overlap.")
    }
}

/// Which ends of two tasks are tied.
public struct TaskDependencyKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It starts when the other is finished.
    public static let finishToStart = Self(rawValue: "finishToStart")
    /// It starts when the other starts.
    public static let startToStart = Self(rawValue: "startToStart")
    /// It finishes when the other is finished.
    public static let finishToFinish = Self(rawValue: "finishToFinish")
    /// It finishes when the other starts.
    public static let startToFinish = Self(rawValue: "startToFinish")

    /// The known codes.
    public static let codes: CodeList = ["finishToStart", "startToStart", "finishToFinish", "startToFinish"]
}
