public import ConcordSchema
public import ConcordValues

/// That a resource, or a role still to be filled, works on a project for some time.
///
/// An assignment without a resource is a demand: the role says who is looked for. The status says whether it was agreed,
/// the commitment how firmly the capacity is taken; a tentative assignment can be hard and a confirmed one soft.
public struct Assignment: CanonicalRecord {
    /// The assignment's identity.
    public var id: RecordID<Assignment>

    /// What is known about the record.
    public var header: RecordHeader

    /// The project that is worked on.
    public var project: RecordID<Project>

    /// The task in the project's work breakdown structure.
    public var task: RecordID<ProjectTask>?

    /// Who does the work, once that is known.
    public var resource: RecordID<Resource>?

    /// The role in which the work is done.
    public var role: RecordID<Role>?

    /// Where the assignment stands.
    public var status: AssignmentStatus

    /// How firmly the capacity is taken.
    public var commitment: Commitment

    /// The days of the assignment.
    public var interval: DateInterval

    /// How much of the capacity is taken, and when.
    public var allocation: Allocation?

    /// Whether the work may be billed.
    public var billability: Billability = .undetermined

    /// The contract line under which the work is billed.
    public var contractLine: RecordID<ContractLine>?

    /// The price of a unit and how it was found.
    public var billRate: ResolvedRate?

    /// The cost of a unit and how it was found.
    public var costRate: ResolvedRate?

    /// Who approves the work that is reported.
    public var approver: RecordID<User>?

    /// The demand or request that the assignment answers.
    public var demand: ExternalReference?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An assignment: nobody has decided whether it may be billed, unless set otherwise.
    ///
    /// - Parameters:
    ///   - id: The assignment's identity.
    ///   - header: What is known about the record.
    ///   - project: The project that is worked on.
    ///   - status: Where the assignment stands.
    ///   - commitment: How firmly the capacity is taken.
    ///   - interval: The days of the assignment.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<Assignment>,
        header: RecordHeader,
        project: RecordID<Project>,
        status: AssignmentStatus,
        commitment: Commitment,
        interval: DateInterval,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.project = project
        self.status = status
        self.commitment = commitment
        self.interval = interval
        configure(&self)
    }

    /// The declaration of an assignment.
    public static let schema = RecordSchema(
        "assignment",
        version: 1,
        "That a resource, or a role still to be filled, works on a project for some time.",
        blank: Assignment(
            id: .placeholder,
            header: .placeholder,
            project: .placeholder,
            status: .placeholder,
            commitment: .placeholder,
            interval: .placeholder
        )
    ) {
        Field("id", \.id, "The assignment's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("project", \.project, "The project that is worked on.")
        Field("task", \.task, "The task in the project's work breakdown structure.")
        Field("resource", \.resource, "Who does the work, once that is known.", sensitivity: .personal)
        Field("role", \.role, "The role in which the work is done.")
        Field("status", \.status, "Where the assignment stands.")
        Field("commitment", \.commitment, "How firmly the capacity is taken.")
        Field("interval", \.interval, "The days of the assignment.")
        Field("allocation", \.allocation, "How much of the capacity is taken, and when.")
        Field("billability", \.billability, "Whether the work may be billed.")
        Field("contractLine", \.contractLine, "The contract line under which the work is billed.")
        Field("billRate", \.billRate, "The price of a unit and how it was found.", sensitivity: .commercial)
        Field("costRate", \.costRate, "The cost of a unit and how it was found.", sensitivity: .compensation)
        Field("approver", \.approver, "Who approves the work that is reported.", sensitivity: .personal)
        Field("demand", \.demand, "The demand or request that the assignment answers.")
    }
}
