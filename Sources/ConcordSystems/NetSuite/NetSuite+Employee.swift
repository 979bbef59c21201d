public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension NetSuite {
    /// `employee`: who can be put to work.
    ///
    /// Labour cost is pay: it is kept and not mapped, because NetSuite does not say in what unit and currency it is.
    public static let employee = Mapping<Resource>(
        "netsuite/employee",
        version: 1,
        object: "employee",
        api: api,
        update: update,
        fields: employeeFields
    ) { rule in
        rule.netsuiteHeader("employee", created: "/dateEntered")
        rule.same("/entityId", to: \.displayName)
        rule.personName(
            [
                ("/salutation", \.prefix), ("/firstName", \.given), ("/middleName", \.middle), ("/lastName", \.family),
            ],
            note: "the parts of the name as they are"
        )
        rule.constant(\.kind, .employee, because: "employees are employees; generic resources are another record")
        employmentStatus
        rule.interval(
            from: "/hireDate",
            through: "/releaseDate",
            to: \.employment,
            note: "from the day of hire through the day of release"
        )
        rule.same("/accountNumber", to: \.employeeNumber)
        rule.same("/email", to: \.email)
        rule.same("/title", to: \.jobTitle)
        rule.netsuiteReference("/subsidiary", to: \.employingEntity, object: "subsidiary")
        rule.netsuiteReference("/department", to: \.department, object: "department")
        rule.netsuiteReference("/location", to: \.location, object: "location")
        rule.netsuiteReference("/supervisor", to: \.manager, object: "employee")
        rule.netsuiteReference("/workCalendar", to: \.calendar, object: "workCalendar")
        rule.netsuiteLinks([
            "customForm", "class", "currency", "employeeStatus", "employeeType", "timeApprover", "addressBook", "roles",
            "rates",
        ])
        rule.keepRest()
    }

    private static var employmentStatus: MappingRule<Resource> {
        .convert(
            "code",
            ["/isInactive"],
            to: "status",
            law: .lossy("NetSuite tells those who can be chosen from those who cannot, and nothing more"),
            note: "true is inactive, false is active",
            read: { input, record in
                let isInactive: Bool? = input.value(0)
                if input[0].kind == .null { input.keep(0) }
                record.status = isInactive == true ? .inactive : .active
            },
            write: { record, output in
                switch record.status {
                case .inactive: output.set(0, true)
                case .active: output.assume(0, false)
                default: output.leave(0)
                }
            }
        )
    }
}
