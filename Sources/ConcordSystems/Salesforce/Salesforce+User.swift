public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Salesforce {
    /// `User`: a person with a login.
    ///
    /// A firm with Certinia has its people as contacts too, each with the user that it is; which of the two a canonical
    /// resource comes from is the identity crosswalk's to say. Departments are free text in Salesforce, and stay beside
    /// the record.
    public static let user = Mapping<Resource>(
        "salesforce/user",
        version: 1,
        object: "User",
        api: api,
        update: update.without("/Name"),
        fields: userFields
    ) { rule in
        rule.salesforceHeader("User")
        rule.same("/Name", to: \.displayName)
        rule.salesforcePersonName(to: \.personName, "personName")
        rule.derive("kind", from: ["/UserType"], because: "it is read off the type of user, which is kept") {
            input,
            record in
            input.keep(0)
            // Portals and processes have users too; none of them is somebody whom the firm employs.
            record.kind = !input[0].isPresent || input[0].text == "Standard" ? .employee : .generic
        }
        rule.derive("user", from: ["/Id"], because: "the id is written by the identity") { input, record in
            guard let id = input[0].text, !id.isEmpty else { return }
            record.user = ExternalReference(system: input.context.system, objectType: "User", value: id)
        }
        rule.same("/EmployeeNumber", to: \.employeeNumber)
        rule.same("/Email", to: \.email)
        isActive
        rule.same("/Title", to: \.jobTitle)
        rule.reference("/ManagerId", to: \.manager, object: "User", normalise: normalised)
        timeZone
        rule.drop("/FullPhotoUrl", because: photoReason)
        rule.drop("/SmallPhotoUrl", because: photoReason)
        rule.keepRest()
    }

    private static let photoReason = "it is a link into the organisation, valid for its users only"

    /// Whether the person may log in.
    private static var isActive: MappingRule<Resource> {
        .convert(
            "code",
            ["/IsActive"],
            to: "status",
            law: .lossy("a flag has two states"),
            note: "true is active, false is inactive; required",
            read: { input, record in
                guard let isActive: Bool = input.value(0) else {
                    if !input[0].isPresent {
                        input.report(
                            .missing,
                            expected: "whether the user is active",
                            remedy: "Ask for IsActive in the query."
                        )
                    }
                    return
                }
                record.status = isActive ? .active : .inactive
            },
            write: { record, output in
                switch record.status {
                case .active: output.set(0, true)
                case .inactive: output.set(0, false)
                default: output.leave(0)
                }
            }
        )
    }

    private static var timeZone: MappingRule<Resource> {
        .convert(
            "same",
            ["/TimeZoneSidKey"],
            to: "timeZone",
            law: .iso,
            note: "Salesforce's keys are names of the IANA database",
            read: { input, record in
                guard let key: String = input.value(0) else {
                    input.keep(0)
                    return
                }
                do throws(ValueError) {
                    record.timeZone = try TimeZoneID(key)
                } catch {
                    input.report(IssueCode(rawValue: error.code.rawValue), expected: error.expected)
                }
            },
            write: { record, output in output.set(0, record.timeZone?.description) }
        )
    }
}
