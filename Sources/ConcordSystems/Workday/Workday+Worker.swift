public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Workday {
    /// `wd:Worker`: an employee or a contingent worker, as `Get_Workers` answers.
    ///
    /// Ask for Include_Reference, Include_Personal_Information, Include_Employment_Information and
    /// Include_Organizations. A worker may have several jobs; what a resource has of a job is that of the primary one.
    /// Jobs, organisations and mail addresses are lists that are kept whole, and changed by events of their own; they
    /// are read only. Compensation is kept and not mapped, but for the grade.
    ///
    /// All element names, and the types of organisations (`COMPANY`, `COST_CENTER`, `SUPERVISORY`), are from general
    /// knowledge of the service Human_Resources, and so is `On_Leave` in the list of leaves.
    public static let worker = Mapping<Resource>(
        "workday/worker",
        version: 1,
        object: "wd:Worker",
        api: api,
        fields: workerFields
    ) { rule in
        rule.workdayIdentity("/Worker_Reference", object: "Worker")
        workerKind
        workerName
        rule.same("/Worker_Data/Worker_ID", to: \.employeeNumber)
        user("/Worker_Data/User_ID")
        legalName
        preferredName
        workEmail
        rule.workdayInterval(
            from: "\(statusData)/Hire_Date",
            through: "\(statusData)/Termination_Date",
            to: \.employment,
            "employment"
        )
        employmentStatus
        jobRules
        organisation("COMPANY", "employingEntity", object: "Company") { $0.employingEntity = try? RecordID($1) }
        organisation("COST_CENTER", "costCentre", object: "Cost_Center") { $0.costCentre = try? RecordID($1) }
        organisation("SUPERVISORY", "department", object: "Organization") { $0.department = try? RecordID($1) }
        rule.workdayCoding(
            "/Worker_Data/Compensation_Data/Compensation_Guidelines_Data/Compensation_Grade_Reference",
            type: "Compensation_Grade_ID",
            "grade",
            get: { $0.grade },
            set: { $0.grade = $1 }
        )
        rule.keepRest()
    }

    /// Whether a position is for the whole of a week, by the IDs that new tenants have.
    public static let positionTimeType = Crosswalk(
        "workday-position-time-type",
        unmapped: .keep,
        [.init("Full_time", "fullTime"), .init("Part_time", "partTime")]
    )

    private static let nameData = "/Worker_Data/Personal_Data/Name_Data"
    private static let statusData = "/Worker_Data/Employment_Data/Worker_Status_Data"

    /// Why what stands in lists of a worker is not written.
    private static let eventReason = "Workday changes it by an event of its own, not in the worker"

    // MARK: Who it is

    private static var workerKind: MappingRule<Resource> {
        .derive(
            "kind",
            from: ["/Worker_Reference/ID"],
            because: "employees have an Employee_ID, contingent workers a Contingent_Worker_ID"
        ) { input, record in
            // What is wrong with the IDs, the identity says.
            let ids = Element(input[0])?.items ?? []
            let isContingent = ids.contains { $0["@type"]?.text == "Contingent_Worker_ID" }
            record.kind = isContingent ? .contractor : .employee
        }
    }

    private static var workerName: MappingRule<Resource> {
        .derive(
            "displayName",
            from: [
                "\(nameData)/Preferred_Name_Data/Name_Detail_Data/@Formatted_Name",
                "\(nameData)/Legal_Name_Data/Name_Detail_Data/@Formatted_Name", "/Worker_Descriptor",
                "/Worker_Reference/@Descriptor",
            ],
            because: "Workday puts it together: the preferred name, else the legal one, else the worker's label"
        ) { input, record in
            for index in 0..<4 { input.keep(index) }
            let names = (0..<4).map { index in input[index].text ?? "" }
            guard let name = names.first(where: { !$0.isEmpty }) else {
                input.report(
                    .missing,
                    source: 2,
                    expected: "a name",
                    remedy: "Ask for Include_Personal_Information in the request."
                )
                return
            }
            record.displayName = name
        }
    }

    /// The worker's account in Workday.
    static func user(_ pointer: String) -> MappingRule<Resource> {
        .convert(
            "same",
            [pointer],
            to: "user",
            law: .iso,
            note: "the name of the account in Workday",
            read: { input, record in
                guard let name: String = input.value(0), !name.isEmpty else { return input.keep(0) }
                record.user = ExternalReference(system: input.context.system, objectType: "User", value: name)
            },
            write: { record, output in
                guard let user = record.user else { return }
                // An account of another system has no place here.
                guard user.system == output.context.system, user.objectType == "User" else { return output.leave(0) }
                output.set(0, user.value)
            }
        )
    }

    private static var legalName: MappingRule<Resource> {
        let legal = "\(nameData)/Legal_Name_Data/Name_Detail_Data"
        return .personName(
            [
                ("\(legal)/First_Name", \.given), ("\(legal)/Middle_Name", \.middle), ("\(legal)/Last_Name", \.family),
            ],
            note: "the parts of the legal name as they are"
        )
    }

    private static var preferredName: MappingRule<Resource> {
        .derive(
            "personName.preferred",
            from: ["\(nameData)/Preferred_Name_Data/Name_Detail_Data/@Formatted_Name"],
            because: "Workday puts it together of the parts of the preferred name, which are kept"
        ) { input, record in
            guard let text = input[0].text, !text.isEmpty else { return }
            var name = record.personName ?? PersonName()
            name.preferred = text
            record.personName = name
        }
    }

    private static var workEmail: MappingRule<Resource> {
        .convert(
            "derive",
            ["/Worker_Data/Personal_Data/Contact_Data/Email_Address_Data"],
            to: "email",
            law: .oneWay(eventReason),
            note: "the address whose usage is WORK, the primary one first; the list is kept",
            read: { input, record in
                input.keep(0)
                let addresses = Element(input[0])?.items ?? []
                let types = { (address: Element) in
                    (address["Usage_Data"]?.items ?? []).flatMap { $0["Type_Data"]?.items ?? [] }
                        .filter { $0.ids("Type_Reference")?["Communication_Usage_Type_ID"] == "WORK" }
                }
                let work = addresses.filter { !types($0).isEmpty }
                let primary = work.first { types($0).contains { $0["@Primary"]?.isTrue == true } }
                record.email = (primary ?? work.first)?["Email_Address"]?.text
            },
            write: nil
        )
    }

    // MARK: How it is employed

    private static var employmentStatus: MappingRule<Resource> {
        .convert(
            "derive",
            ["\(statusData)/Active", "\(statusData)/Terminated", "\(statusData)/Leave_Status_Data"],
            to: "status",
            law: .oneWay("Workday changes it by hiring, leaves and terminations"),
            note: "terminated, else inactive where not active, else onLeave where a leave lasts, else active",
            read: { input, record in
                let leaves = Element(input[2])?.items ?? []
                for index in 0..<3 { input.keep(index) }
                input.workdayStatus(
                    &record,
                    active: 0,
                    terminated: 1,
                    isOnLeave: leaves.contains { $0["On_Leave"]?.isTrue == true },
                    remedy: "Ask for Include_Employment_Information in the request."
                )
            },
            write: nil
        )
    }

    /// One of the organisations that the worker is a member of.
    private static func organisation(
        _ type: String,
        _ target: String,
        object: String,
        set: @escaping @Sendable (inout Resource, String) -> Void
    ) -> MappingRule<Resource> {
        .convert(
            "derive",
            ["/Worker_Data/Organization_Data/Worker_Organization_Data", jobs],
            to: target,
            law: .oneWay(eventReason),
            note: "the organisation of type \(type), of the worker or of the primary job, as a \(object)",
            read: { input, record in
                input.keep(0)
                input.keep(1)
                let ofWorker = Element(input[0])?.items ?? []
                let ofJob = primaryJob(input[1])?["Position_Organizations_Data/Position_Organization_Data"]?.items ?? []
                let found = (ofWorker + ofJob)
                    .first { organisation in
                        organisation.ids("Organization_Data/Organization_Type_Reference")?["Organization_Type_ID"]
                            == type
                    }
                guard let ids = found?.ids("Organization_Reference") else { return }
                if let id = input.workdayCanonicalID(ids, object: object) { set(&record, id) }
            },
            write: nil
        )
    }

    // MARK: The primary job

    private static let jobs = "/Worker_Data/Employment_Data/Worker_Job_Data"

    /// The job that is marked as primary, else the first.
    private static func primaryJob(_ value: SourceValue) -> Element? {
        let jobs = Element(value)?.items ?? []
        return jobs.first { $0["@Primary_Job"]?.isTrue == true } ?? jobs.first
    }

    /// The code of the primary job's time type.
    @Sendable
    private static func timeTypeCode(_ input: RuleInput) -> (code: String, source: Int)? {
        let ids = primaryJob(input[0])?["Position_Data"]?.ids("Position_Time_Type_Reference")
        return ids?.code("Position_Time_Type_ID").map { ($0.value, 0) }
    }

    /// Something of the primary job.
    private static func job(
        _ target: String,
        _ path: String,
        _ note: String = "",
        read: @escaping @Sendable (inout RuleInput, inout Resource, Element) -> Void
    ) -> MappingRule<Resource> {
        .convert(
            "derive",
            [jobs],
            to: target,
            law: .oneWay(eventReason),
            note: "\(path) of the primary job\(note); the jobs are kept",
            read: { input, record in
                input.keep(0)
                guard let job = primaryJob(input[0]), let element = job["Position_Data/\(path)"] else { return }
                read(&input, &record, element)
            },
            write: nil
        )
    }

    /// A reference of the primary job.
    private static func jobReference(
        _ target: String,
        _ path: String,
        object: String,
        set: @escaping @Sendable (inout Resource, String) -> Void
    ) -> MappingRule<Resource> {
        .convert(
            "derive",
            [jobs],
            to: target,
            law: .oneWay(eventReason),
            note: "\(path) of the primary job, as a \(object) through the identity crosswalk; the jobs are kept",
            read: { input, record in
                input.keep(0)
                guard let ids = primaryJob(input[0])?["Position_Data"]?.ids(path) else { return }
                if let id = input.workdayCanonicalID(ids, object: object) { set(&record, id) }
            },
            write: nil
        )
    }

    private static var jobRules: [MappingRule<Resource>] {
        [
            job("jobTitle", "Business_Title") { _, record, title in record.jobTitle = title.text },
            jobReference("role", "Job_Profile_Summary_Data/Job_Profile_Reference", object: "Job_Profile") {
                $0.role = try? RecordID($1)
            },
            jobReference("location", "Business_Site_Summary_Data/Location_Reference", object: "Location") {
                $0.location = try? RecordID($1)
            },
            jobReference("manager", "Manager_as_of_last_detected_manager_change_Reference", object: "Worker") {
                $0.manager = try? RecordID($1)
            },
            .asking(positionTimeType, code: timeTypeCode) { table in
                .convert(
                    "derive",
                    [jobs],
                    to: "employmentType",
                    law: .oneWay(eventReason),
                    note:
                        "Position_Time_Type_Reference of the primary job by crosswalk \(table.name); the jobs are kept",
                    read: { input, record in
                        input.keep(0)
                        guard let code = timeTypeCode(input)?.code else { return }
                        record.employmentType = input.workdayCode(code, table).map { EmploymentType(rawValue: $0) }
                    },
                    write: nil
                )
            },
            job("weeklyHours", "Scheduled_Weekly_Hours") { input, record, hours in
                record.weeklyHours = input.workdayDecimal(hours)
            },
            job("fullTimeEquivalent", "Full_Time_Equivalent_Percentage", ", by a hundred") { input, record, share in
                guard let share = input.workdayDecimal(share) else { return }
                record.fullTimeEquivalent = try? share.dividing(exactlyBy: 100)
            },
        ]
    }
}

extension RuleInput {
    /// The number that an element of a list holds; what is none is reported.
    fileprivate mutating func workdayDecimal(_ element: Workday.Element) -> ExactDecimal? {
        guard let text = element.text else { return nil }
        if let number = try? ExactDecimal(text) { return number }
        report(.sourceType, expected: "a number in each place of the list that has one, not \"\(text)\"")
        return nil
    }

    /// The canonical code of a vendor's; one that the crosswalk does not have is kept, and remarked upon.
    mutating func workdayCode(_ code: String, _ crosswalk: Crosswalk, source index: Int = 0) -> String? {
        if let target = crosswalk.target(of: code, on: context.day(for: crosswalk)) { return target }
        report(
            .unknownCode,
            source: index,
            expected: "a code of \(crosswalk.name), not \"\(code)\"; it is kept",
            severity: .warning,
            remedy: "Add a row to the crosswalk \(crosswalk.name)."
        )
        return code
    }

    /// Where an employment stands, out of flags.
    mutating func workdayStatus(
        _ record: inout Resource,
        active: Int,
        terminated: Int,
        isOnLeave: Bool,
        remedy: String
    ) {
        let isActive: Bool? = value(active)
        let isTerminated: Bool? = value(terminated)
        if isTerminated == true {
            record.status = .terminated
        } else if isActive == false {
            record.status = .inactive
        } else if isOnLeave {
            record.status = .onLeave
        } else if isActive == true {
            record.status = .active
        } else if !self[active].isPresent {
            report(.missing, source: active, expected: "whether the worker is active", remedy: remedy)
        }
    }
}

extension IssueCode {
    /// A value of another type than the rule reads.
    fileprivate static let sourceType: Self = "mapping.sourceType"
}
