import Concord
import Testing

@Suite("Resources of Certinia and Salesforce")
struct ResourceTests {
    @Test func contactsKeepTheLaws() throws {
        try PackTrial.expectLaws(Certinia.resource, .certiniaResource, .certiniaResource)
    }

    @Test func usersKeepTheLaws() throws { try PackTrial.expectLaws(Salesforce.user, .user, .user) }

    @Test func contactsAreMappedAsWritten() throws {
        try PackTrial.expectTable(Certinia.resource, "certinia-resource.md")
    }

    @Test func usersAreMappedAsWritten() throws { try PackTrial.expectTable(Salesforce.user, "salesforce-user.md") }

    @Test func contactsBecomeResources() throws {
        let resources = try PackTrial.records(Certinia.resource, of: "certinia/resources.json")
        try #require(resources.count == 3)
        let resource = resources[0]
        #expect(resource.id == "salesforce:emea/Contact/0035g00000Lm6FTAAZ")
        #expect(resource.displayName == "Dr. Jette Harmsen")
        #expect(resource.personName?.prefix == "Dr.")
        #expect(resource.personName?.given == "Jette")
        #expect(resource.personName?.family == "Harmsen")
        #expect(resource.personName?.full == nil)
        #expect(resource.kind == .employee)
        #expect(resource.user?.value == "0055g00000Bk9aBAAR")
        #expect(resource.user?.objectType == "User")
        #expect(resource.email == "jette.harmsen@firm.example")
        #expect(resource.status == .active)
        #expect(resource.employment?.description == "2018-04-01/..")
        #expect(resource.jobTitle == "Senior Consultant")
        #expect(resource.role == "salesforce:emea/pse__Role__c/Project Manager")
        #expect(resource.manager == "salesforce:emea/Contact/0035g00000Lm2CcAAJ")
        #expect(resource.calendar == "salesforce:emea/pse__Work_Calendar__c/a4c5g000000BerlAAE")
        #expect(resource.targetUtilisation?.description == "78.00")
        try #require(resource.costRates.count == 1)
        #expect(resource.costRates[0].amount == PackTrial.money("96.50", "EUR"))
        #expect(resource.costRates[0].unit == .hour)
        #expect(resource.costRates[0].basis == .standard)
        #expect(resource.header.remarks?.unmapped?.text.contains("pse__Practice__c") == true)
        // Somebody else's employee, whose contract ended; and one who is employed and not to be planned.
        #expect(resources[1].kind == .contractor)
        #expect(resources[1].status == .terminated)
        #expect(resources[1].employment?.description == "2024-01-08/2026-06-30")
        #expect(resources[1].costRates[0].unit == .day)
        #expect(resources[1].costRates[0].amount == PackTrial.money("910.00", "CHF"))
        #expect(resources[1].user == nil)
        #expect(resources[2].status == .inactive)
        #expect(resources[2].costRates == [])
        #expect(resources[2].personName == nil)
    }

    @Test func contactsOfCustomersAreNoResources() throws {
        let members = #""Id":"0035g00000Lm6FTAAZ","Name":"A","pse__Is_Resource_Active__c":false"#
        let outcome = try PackTrial.outcome(Certinia.resource, members + #","pse__Is_Resource__c":false"#)
        #expect(!outcome.isAcceptable)
        #expect(outcome.allIssues.map(\.source) == ["/pse__Is_Resource__c"])
        #expect(try PackTrial.outcome(Certinia.resource, members).allIssues == [])
        let unknown = try PackTrial.outcome(Certinia.resource, members + #","pse__Employment_Status__c":"Sabbatical""#)
        #expect(unknown.allIssues.map(\.severity) == [.warning])
        let record = try unknown.records()[0]
        #expect(record.status == .inactive)
        #expect(record.header.remarks?.unmapped?.text == #"{"pse__Employment_Status__c":"Sabbatical"}"#)
        let silent = try PackTrial.outcome(Certinia.resource, #""Id":"0035g00000Lm6FTAAZ","Name":"A""#)
        #expect(silent.allIssues.map(\.code) == [.missing])
    }

    @Test func usersBecomeResources() throws {
        let resources = try PackTrial.records(Salesforce.user, of: "salesforce/user-query.json")
        try #require(resources.count == 3)
        let resource = resources[0]
        #expect(resource.id == "salesforce:emea/User/0055g00000Bk4tTAAR")
        #expect(resource.displayName == "Malte Brandt")
        #expect(resource.personName?.given == "Malte")
        #expect(resource.kind == .employee)
        #expect(resource.user?.value == "0055g00000Bk4tTAAR")
        #expect(resource.employeeNumber == "10077")
        #expect(resource.status == .active)
        #expect(resource.timeZone?.name == "Europe/Berlin")
        #expect(resource.manager == "salesforce:emea/User/0055g00000A1pIuAAJ")
        #expect(resource.jobTitle == "Account Director")
        #expect(resource.header.remarks?.unmapped?.text.contains(#""Department":"Sales – Mobility""#) == true)
        #expect(resources[1].status == .inactive)
        #expect(resources[1].manager == nil)
        #expect(resources[2].kind == .generic)
        #expect(resources[2].timeZone?.name == "America/Los_Angeles")
    }
}

extension PayloadRecipe {
    private static let person: [String: [String]] = [
        "/Name": names,
        "/Salutation": [#""Dr.""#],
        "/FirstName": [#""Jette""#],
        "/MiddleName": [#""M.""#],
        "/LastName": [#""Harmsen""#],
        "/Suffix": [#""III""#],
        "/Email": [#""a@firm.example""#],
        "/Title": texts,
    ]

    static let certiniaResource = pack(
        "003",
        required: ["/Name", "/pse__Is_Resource_Active__c"],
        person.merging([
            "/pse__External_Resource__c": flags,
            "/pse__Is_Resource__c": ["true"],
            "/pse__Salesforce_User__c": ids("005"),
            "/pse__Is_Resource_Active__c": flags,
            "/pse__Employment_Status__c": [#""Active""#, #""Terminated""#],
            "/pse__Start_Date__c": [#""2020-03-01""#, #""2024-02-29""#],
            "/pse__Last_Date__c": [#""2020-03-01""#, #""2026-12-31""#],
            "/pse__Resource_Role__c": [#""Project Manager""#, #""QA Lead""#],
            "/ReportsToId": ids("003"),
            "/pse__Work_Calendar__c": ids("a4c"),
            "/pse__Utilization_Target__c": ["78.5", "0"],
            "/pse__Default_Cost_Rate__c": ["96.50", "0"],
            "/CurrencyIsoCode": currencies,
            "/pse__Daily_Default_Cost_Rate__c": flags,
            "/PhotoUrl": [#""/services/images/photo/0035g00000Lm6FTAAZ""#],
        ]) { first, _ in first },
        adjust: { payload, random in
            order("/pse__Start_Date__c", "/pse__Last_Date__c", &payload)
            if payload.values["/pse__Employment_Status__c"] ?? "null" != "null", random.chance(30) {
                payload.values["/pse__Is_Resource_Active__c"] = random.chance(50) ? nil : "null"
            }
        }
    )

    static let user = pack(
        "005",
        required: ["/Name", "/IsActive"],
        person.merging([
            "/UserType": [#""Standard""#, #""PowerPartner""#, #""AutomatedProcess""#],
            "/EmployeeNumber": [#""10077""#, #""007""#],
            "/IsActive": flags,
            "/ManagerId": ids("005"),
            "/TimeZoneSidKey": [#""Europe\/Berlin""#, #""Asia/Kolkata""#, #""GMT""#],
            "/FullPhotoUrl": texts,
            "/SmallPhotoUrl": texts,
        ]) { first, _ in first }
    )
}

extension MappingExpectations where Target == Resource {
    private static let person: [Change] = {
        var changes: [Change] = []
        changes += field("/Email", \.email, ["b@firm.example"])
        changes += field("/Title", \.jobTitle, ["Boss \"x\"", ""])
        changes.append(required("/Name", \.displayName, ["Neu \"1\""]))
        changes.append(part("/Salutation", \.prefix))
        changes.append(part("/FirstName", \.given))
        changes.append(part("/MiddleName", \.middle))
        changes.append(part("/LastName", \.family))
        changes.append(part("/Suffix", \.suffix))
        return changes
    }()

    private static func part(
        _ pointer: String,
        _ field: any WritableKeyPath<PersonName, String?> & Sendable
    ) -> Change {
        change("set \(pointer)", [pointer], ["É \"x\"", nil]) { resource, text in
            var name = resource.personName ?? PersonName()
            name[keyPath: field] = text
            resource.personName = name == PersonName() ? nil : name
        }
    }

    fileprivate static let certiniaResource = MappingExpectations(
        loose: [
            "/IsDeleted", "/pse__External_Resource__c", "/pse__Is_Resource__c", "/pse__Is_Resource_Active__c",
            "/pse__Employment_Status__c", "/CurrencyIsoCode", "/pse__Daily_Default_Cost_Rate__c",
        ],
        changes: packIdentity("Contact") + person + certinia
    )

    private static let certinia: [Change] = {
        var changes: [Change] = []
        changes += field("/pse__Resource_Role__c", \.role, ["salesforce:test/pse__Role__c/Trainer"])
        changes += field("/ReportsToId", \.manager, ids("Contact"))
        changes += field("/pse__Work_Calendar__c", \.calendar, ids("pse__Work_Calendar__c"))
        let target = (try? ExactDecimal("66.00")).map { [Percentage($0)] } ?? []
        changes += field("/pse__Utilization_Target__c", \.targetUtilisation, target)
        changes.append(interval("/pse__Start_Date__c", "/pse__Last_Date__c", \.employment))
        changes.append(noInterval("/pse__Start_Date__c", "/pse__Last_Date__c", \.employment))
        changes.append(
            change("set the kind", ["/pse__External_Resource__c"], [ResourceKind.employee, .contractor]) {
                $0.kind = $1
            }
        )
        changes.append(
            change("set the user", ["/pse__Salesforce_User__c"], ["0059Z00000AbCdEQAV", nil]) { resource, id in
                resource.user = id.map { ExternalReference(system: "salesforce:test", objectType: "User", value: $0) }
            }
        )
        changes.append(
            change(
                "set the status",
                ["/pse__Is_Resource_Active__c", "/pse__Employment_Status__c"],
                [EmploymentStatus.active, .inactive, .terminated]
            ) { $0.status = $1 }
        )
        let rate: Set<String> = [
            "/pse__Default_Cost_Rate__c", "/CurrencyIsoCode", "/pse__Daily_Default_Cost_Rate__c",
        ]
        changes.append(
            change("set the rate", rate, [UnitCode.hour, .day]) { resource, unit in
                guard let money = PackTrial.money("101.2500", "GBP") else { return }
                resource.costRates = [
                    EffectiveRate(side: .cost, money, per: unit, basis: .standard, validity: .always)
                ]
            }
        )
        changes.append(
            change("clear the rate", ["/pse__Default_Cost_Rate__c"], [[EffectiveRate]()]) { $0.costRates = $1 }
        )
        return changes
    }()

    fileprivate static let user = MappingExpectations(
        loose: ["/IsDeleted"],
        changes: header() + person + login
    )

    private static let login: [Change] = {
        var changes: [Change] = []
        changes += field("/EmployeeNumber", \.employeeNumber, ["1"])
        changes += field("/ManagerId", \.manager, users())
        changes.append(required("/IsActive", \.status, [.active, .inactive]))
        changes.append(
            change("set the zone", ["/TimeZoneSidKey"], ["Europe/Zurich", nil]) { resource, name in
                resource.timeZone = name.flatMap { try? TimeZoneID($0) }
            }
        )
        changes.append(
            Change("set the id", ["/Id"]) { records, _ in
                let id = "0059Z00000AbCdEQAV"
                records[0].header.externalReferences[0].value = id
                records[0].user?.value = id
                records[0].id = RecordID(stringLiteral: "salesforce:test/User/\(id)")
                return true
            }
        )
        return changes
    }()
}
