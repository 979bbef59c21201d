public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Workday {
    /// `wd:Project`: a project, as `Get_Projects` answers and `Submit_Project` takes.
    ///
    /// A project has a state of Workday's own list (`Project_State_Reference`), which says where it stands, and a
    /// status of the firm's (`Project_Status_Reference`), which becomes the phase. The state is changed by events and
    /// not written. Without a state, a project is active unless it is inactive.
    ///
    /// The names of `Workday_Project_ID`, `Project_Name`, `Start_Date`, `Project_State_Reference` and
    /// `Customer_Reference` are documented; all others, and the words of states, are from general knowledge of the
    /// service Resource_Management. Percentages and budgets are kept, because their units are not documented.
    public static let project = Mapping<Project>(
        "workday/project",
        version: 1,
        object: "wd:Project",
        api: api,
        fields: projectFields
    ) { rule in
        rule.workdayIdentity("/Project_Reference", object: "Project")
        rule.same("/Project_Data/Workday_Project_ID", to: \.number)
        rule.same("/Project_Data/Project_Name", to: \.name)
        inactive("/Project_Data/Inactive")
        rule.workdayReference(
            "/Project_Data/Company_Reference",
            to: \.owningEntity,
            "owningEntity",
            object: "Company",
            types: companyTypes
        )
        rule.workdayInterval(
            from: "/Project_Data/Start_Date",
            through: "/Project_Data/End_Date",
            to: \.planned,
            "planned"
        )
        rule.workdayCurrency(
            "/Project_Data/Currency_Reference",
            "currency",
            isRequired: false,
            get: { $0.currency },
            set: { $0.currency = $1 }
        )
        rule.same("/Project_Data/Billable", to: \.billable)
        rule.workdayReference(
            "/Project_Data/Customer_Reference",
            to: \.customer,
            "customer",
            object: "Customer",
            types: customerTypes
        )
        rule.derive(
            "kind",
            from: ["/Project_Data/Customer_Reference/ID", "/Project_Data/Capital"],
            because:
                "capital projects are investments; others are the customer's, or the firm's own where there is none"
        ) { input, record in
            let isCapital: Bool? = input.value(1)
            input.keep(1)
            record.kind = isCapital == true ? .investment : input[0].isPresent ? .client : .internal
        }
        state
        rule.workdayCoding(
            "/Project_Data/Project_Status_Reference",
            type: "Project_Status_ID",
            "phase",
            get: { $0.phase },
            set: { $0.phase = $1 }
        )
        rule.workdayReference(
            "/Project_Data/Owner_Reference",
            to: \.manager,
            "manager",
            object: "Worker",
            types: workerTypes
        )
        rule.workdayDimension(
            "projectHierarchy",
            "/Project_Data/Project_Hierarchy_Reference",
            type: "Project_Hierarchy_ID",
            to: \.dimensions
        )
        rule.keepRest()
    }

    /// The states of projects, by their words.
    public static let projectState = Crosswalk(
        "workday-project-state",
        unmapped: .keep,
        [
            .init("Proposed", "proposed"), .init("Pending", "proposed", .narrower), .init("Planned", "planned"),
            .init("Active", "active"), .init("In Progress", "active"), .init("On Hold", "onHold"),
            .init("Complete", "completed"), .init("Completed", "completed"), .init("Closed", "closed"),
            .init("Canceled", "cancelled"), .init("Cancelled", "cancelled"),
        ]
    )

    /// The types of ID that companies have beside their Workday ID.
    static let companyTypes = ["Company_Reference_ID", "Organization_Reference_ID"]

    /// The types of ID that customers have beside their Workday ID.
    static let customerTypes = ["Customer_ID", "Customer_Reference_ID"]

    /// The types of ID that workers have beside their Workday ID.
    static let workerTypes = ["Employee_ID", "Contingent_Worker_ID"]

    /// The types of ID that projects have beside their Workday ID.
    static let projectTypes = ["Project_ID", "Workday_Project_ID"]

    /// Whether the project is no longer to be used.
    static func inactive(_ pointer: String) -> MappingRule<Project> {
        .convert(
            "code",
            [pointer],
            to: "header.lifecycle",
            law: .iso,
            note: "true is inactive, false is present",
            read: { input, record in
                guard let isInactive: Bool = input.value(0) else { return input.keep(0) }
                record.header.lifecycle = isInactive ? .inactive : .present
            },
            write: { record, output in
                switch record.header.lifecycle {
                case .inactive: output.set(0, true)
                case .present: output.assume(0, false)
                default: output.leave(0)
                }
            }
        )
    }

    private static var state: MappingRule<Project> {
        let reference = "/Project_Data/Project_State_Reference"
        return .asking(projectState, code: stateCode) { table in
            .convert(
                "derive",
                ["\(reference)/@Descriptor", "\(reference)/ID", "/Project_Data/Inactive"],
                to: "status",
                law: .oneWay("Workday changes the state by events of its own"),
                note:
                    "the state's label by crosswalk \(table.name), or its ID; without a state, whether it is inactive",
                read: { input, record in
                    input.keep(0)
                    input.keep(1)
                    let _: TypedIDs? = input.value(1)
                    let isInactive: Bool? = input.value(2)
                    if let (code, source) = stateCode(input, table) {
                        record.status = ProjectStatus(rawValue: input.workdayCode(code, table, source: source) ?? code)
                    } else {
                        record.status = isInactive == true ? .closed : .active
                    }
                },
                write: nil
            )
        }
    }

    /// The state's label or its ID: the one that the crosswalk has, else the one that is there.
    @Sendable
    private static func stateCode(_ input: RuleInput, _ table: Crosswalk) -> (code: String, source: Int)? {
        let label = input[0].text.flatMap { $0.isEmpty ? nil : ($0, 0) }
        let code = (try? TypedIDs(source: input[1]))?.code("Project_State_ID").map { ($0.value, 1) }
        let day = input.context.day(for: table)
        let asked = [label, code].compactMap(\.self)
        return asked.first { table.target(of: $0.0, on: day) != nil } ?? asked.first
    }
}

extension MappingRule {
    /// Reads a reference as an accounting dimension of a name.
    static func workdayDimension(
        _ name: String,
        _ pointer: String,
        type: String,
        to property: any WritableKeyPath<Target, [Dimension]> & Sendable
    ) -> MappingRule<Target> {
        .workdayCoding(
            pointer,
            type: type,
            "dimensions",
            get: { $0[keyPath: property].first { $0.name == name }?.value },
            set: { $0[keyPath: property].append(Dimension(name, $1)) }
        )
    }
}
