public import ConcordSchema
public import ConcordValues

/// Who or what can be planned and put to work: a person, a role to be filled, a team, a machine.
///
/// A resource is not a person: one person may be several resources in turn, and a resource may stand for nobody yet. What
/// it costs is dated, by legal entity and by basis, so that the work of last year keeps the cost of last year.
public struct Resource: CanonicalRecord {
    /// The resource's identity.
    public var id: RecordID<Resource>

    /// What is known about the record.
    public var header: RecordHeader

    /// The name by which the firm knows the resource.
    public var displayName: String

    /// The person's name in its parts.
    public var personName: PersonName?

    /// What the resource is.
    public var kind: ResourceKind

    /// The person that the resource is.
    ///
    /// One person can be several resources, such as an employee who comes back as a contractor.
    public var person: RecordID<Person>?

    /// The person's account in the system where the work is planned.
    public var user: ExternalReference?

    /// The number in the employer's staff records.
    public var employeeNumber: String?

    /// The mail address at work.
    public var email: String?

    /// Where the employment stands.
    public var status: EmploymentStatus

    /// The legal entity that employs the resource.
    public var employingEntity: RecordID<LegalEntity>?

    /// How the resource is employed.
    public var employmentType: EmploymentType?

    /// The days of the employment.
    public var employment: DateInterval?

    /// The job title.
    public var jobTitle: String?

    /// The grade, in the firm's list of grades.
    public var grade: Coding?

    /// The role in which the resource mostly works.
    public var role: RecordID<Role>?

    /// The department.
    public var department: RecordID<Department>?

    /// The cost centre that bears the cost.
    public var costCentre: RecordID<CostCentre>?

    /// Who the resource reports to.
    public var manager: RecordID<Resource>?

    /// Where the resource is based.
    public var location: RecordID<Location>?

    /// The vendor that supplies the resource, if it is not employed.
    public var vendor: RecordID<LegalEntity>?

    /// The calendar of working days and hours.
    public var calendar: RecordID<WorkCalendar>?

    /// The time zone in which the resource works.
    public var timeZone: TimeZoneID?

    /// The hours of a normal working week.
    public var weeklyHours: ExactDecimal?

    /// The share of a full position: 1 is full time, 0.8 four days of five.
    public var fullTimeEquivalent: ExactDecimal?

    /// The share of capacity that should go into billable work.
    public var targetUtilisation: Percentage?

    /// The days on which the resource is away, in whole or in part.
    public var absences: [Absence] = []

    /// What a unit of work costs, by basis, legal entity and time.
    public var costRates: [EffectiveRate] = []

    /// The rate that bills the work where no contract or project says otherwise.
    public var defaultBillRate: RecordID<RateCardEntry>?

    /// What the resource can do.
    public var skills: [Skill] = []

    /// What an authority certified.
    public var certifications: [Certification] = []

    /// Where the person may work.
    public var workAuthorisations: [WorkAuthorisation] = []

    /// Who may see single fields, where this record is more or less delicate than others.
    public var sensitivities: [FieldSensitivity] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A resource.
    ///
    /// - Parameters:
    ///   - id: The resource's identity.
    ///   - header: What is known about the record.
    ///   - displayName: The name by which the firm knows the resource.
    ///   - kind: What the resource is.
    ///   - status: Where the employment stands.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<Resource>,
        header: RecordHeader,
        displayName: String,
        kind: ResourceKind,
        status: EmploymentStatus,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.displayName = displayName
        self.kind = kind
        self.status = status
        configure(&self)
    }

    /// The declaration of a resource.
    public static let schema = RecordSchema(
        "resource",
        version: 2,
        "Who or what can be planned and put to work: a person, a role to be filled, a team, a machine.",
        blank: Resource(
            id: .placeholder,
            header: .placeholder,
            displayName: "",
            kind: .placeholder,
            status: .placeholder
        )
    ) {
        Field("id", \.id, "The resource's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("displayName", \.displayName, "The name by which the firm knows the resource.", sensitivity: .personal)
        Field("personName", \.personName, "The person's name in its parts.", sensitivity: .personal)
        Field("kind", \.kind, "What the resource is.")
        Field("person", \.person, "The person that the resource is.", sensitivity: .personal)
        Field("user", \.user, "The person's account in the system where the work is planned.", sensitivity: .personal)
        Field("employeeNumber", \.employeeNumber, "The number in the employer's staff records.", sensitivity: .personal)
        Field("email", \.email, "The mail address at work.", sensitivity: .personal)
        Field("status", \.status, "Where the employment stands.")
        Field("employingEntity", \.employingEntity, "The legal entity that employs the resource.")
        Field("employmentType", \.employmentType, "How the resource is employed.")
        Field("employment", \.employment, "The days of the employment.")
        Field("jobTitle", \.jobTitle, "The job title.")
        Field("grade", \.grade, "The grade, in the firm's list of grades.")
        Field("role", \.role, "The role in which the resource mostly works.")
        Field("department", \.department, "The department.")
        Field("costCentre", \.costCentre, "The cost centre that bears the cost.")
        Field("manager", \.manager, "Who the resource reports to.", sensitivity: .personal)
        Field("location", \.location, "Where the resource is based.")
        Field("vendor", \.vendor, "The vendor that supplies the resource, if it is not employed.")
        Field("calendar", \.calendar, "The calendar of working days and hours.")
        Field("timeZone", \.timeZone, "The time zone in which the resource works.")
        Field("weeklyHours", \.weeklyHours, "The hours of a normal working week.", unit: .hour)
        Field(
            "fullTimeEquivalent",
            \.fullTimeEquivalent,
            "The share of a full position: 1 is full time, 0.8 four days of five.",
            unit: .one
        )
        Field("targetUtilisation", \.targetUtilisation, "The share of capacity that should go into billable work.")
        Field(
            "absences",
            \.absences,
            "The days on which the resource is away, in whole or in part.",
            sensitivity: .personal
        )
        Field(
            "costRates",
            \.costRates,
            "What a unit of work costs, by basis, legal entity and time.",
            sensitivity: .compensation
        )
        Field(
            "defaultBillRate",
            \.defaultBillRate,
            "The rate that bills the work where no contract or project says otherwise."
        )
        Field("skills", \.skills, "What the resource can do.")
        Field("certifications", \.certifications, "What an authority certified.", sensitivity: .personal)
        Field("workAuthorisations", \.workAuthorisations, "Where the person may work.", sensitivity: .personal)
        Field(
            "sensitivities",
            \.sensitivities,
            key: \.path,
            "Who may see single fields, where this record is more or less delicate than others."
        )
    }
}
