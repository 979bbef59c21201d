import ConcordMapping
@testable import ConcordSystems

/// A vendor's object while it is being made up: JSON texts by pointer, in an order of its own.
struct VendorPayload {
    /// The values as JSON text, by pointer; `/BillingAddress/city` makes `BillingAddress`.
    var values: [String: String] = [:]

    /// Whole members that no rule names, at the root or below: level, name as written, value.
    var strangers: [(level: String, name: String, json: String)] = []

    /// The object as text, members in a random order and with white space if asked for.
    func text(_ random: inout MappingRandom) -> String {
        var members: [String: [String]] = [:]
        let space = random.below(3)
        func gap(_ random: inout MappingRandom) -> String {
            switch space {
            case 0: ""
            case 1: random.one(of: ["", " ", "\n  "])
            default: random.one(of: [" ", "\r\n\t", ""])
            }
        }
        func add(_ level: String, _ name: String, _ json: String, _ random: inout MappingRandom) {
            members[level, default: []]
                .append("\(gap(&random))\"\(name)\"\(gap(&random)):\(gap(&random))\(json)\(gap(&random))")
        }
        for (pointer, json) in values.sorted(by: { $0.key < $1.key }) {
            let names = pointer.split(separator: "/").map(String.init)
            add(names.count > 1 ? names[0] : "", names[names.count - 1], json, &random)
        }
        for stranger in strangers { add(stranger.level, stranger.name, stranger.json, &random) }
        for level in members.keys.sorted() where level != "" {
            add("", level, "{\((members[level] ?? []).shuffled(using: &random).joined(separator: ","))}", &random)
        }
        return "{\((members[""] ?? []).shuffled(using: &random).joined(separator: ","))\(gap(&random))}"
    }
}

/// Which values a mapping's pointers may have, for making up objects.
struct PayloadRecipe: Sendable {
    /// The values of each pointer, as JSON texts.
    var values: [String: [String]]

    /// The pointers without which an object is refused.
    var required: Set<String>

    /// Makes what several pointers must agree upon; runs last.
    var adjust: @Sendable (inout VendorPayload, inout MappingRandom) -> Void = { _, _ in }

    /// An object in which each pointer is absent, `null` or one of its values.
    func payload(_ random: inout MappingRandom) -> VendorPayload {
        var payload = VendorPayload()
        let absent = random.below(60)
        let null = random.below(30)
        for pointer in values.keys.sorted() {
            let choices = values[pointer] ?? []
            if required.contains(pointer) {
                payload.values[pointer] = random.one(of: choices)
            } else if random.chance(absent) {
                continue
            } else {
                payload.values[pointer] = random.chance(null) ? "null" : random.one(of: choices)
            }
        }
        var names: Set<String> = []
        for _ in 0..<random.below(6) {
            let name = random.one(of: Self.strangeNames)
            guard names.insert(name).inserted else { continue }
            payload.strangers.append(("", name, Self.json(depth: 3, &random)))
        }
        adjust(&payload, &random)
        return payload
    }

    /// Names that no rule names, as they are written; several need escapes or have some that they do not need.
    static let strangeNames = [
        "Region__c", "Legacy_Score__c", "ns__Custom__c", "a\\\"b", "caf\\u00e9", "tab\\tname", "\\ud83d\\ude00",
        "b\\\\c",
        "sl/ash", "til~de", "\\/solidus", "", "Owner", "Contacts__r", "Ünï", "name", "id",
    ]

    /// Any JSON value, containers included.
    static func json(depth: Int, _ random: inout MappingRandom) -> String {
        switch random.below(depth > 0 ? 8 : 5) {
        case 0: return random.one(of: ["true", "false", "null"])
        case 1, 2: return random.one(of: numbers)
        case 3, 4: return random.one(of: texts)
        case 5:
            let space = random.one(of: ["", " ", "\n"])
            return
                "[\(space)\((0..<random.below(4)).map { _ in json(depth: depth - 1, &random) }.joined(separator: ",\(space)"))]"
        default:
            let names = strangeNames.shuffled(using: &random).prefix(random.below(4))
            let space = random.one(of: ["", " ", "\t"])
            return
                "{\(space)\(names.map { "\"\($0)\"\(space):\(json(depth: depth - 1, &random))" }.joined(separator: ","))}"
        }
    }

    /// Numbers in the notations that JSON has.
    static let numbers = [
        "15000", "15000.50", "1.5E4", "0", "0.00", "-1", "1e-7", "12345678901234567890.123456789", "0.10", "100e-2",
    ]

    /// Texts with and without escapes.
    static let texts = [
        #""Edge Communications""#, #""""#, #""Caf\u00e9 \"Nord\"""#, #""a\\b\/c""#, #""line\nline""#,
        #""\ud83d\ude00 😀""#,
        #""Zürich, 東京""#, #""\t\u0001""#, #""e\u0301""#,
    ]

    /// Names and descriptions.
    static let names = texts.filter { $0 != #""""# }

    static let instants = [
        #""2026-05-01T07:25:37.000+0000""#, #""2026-05-01T07:25:37Z""#, #""2025-12-31T23:59:59.999-0800""#,
        #""2024-02-29T00:00:00.5+0530""#,
    ]

    static func ids(_ prefix: String) -> [String] {
        ["\"\(prefix)dM00003jU9GxQAK\"", "\"\(prefix)dM00003jU9Gx\"", "\"\(prefix)5g00000XyzAbAAJ\""]
    }
}

// MARK: - The vendors' objects

extension PayloadRecipe {
    private static let header: [String: [String]] = [
        "/attributes": [
            #"{"type":"Account","url":"/services/data/v60.0/sobjects/Account/0015g00000XyzAbAAJ"}"#, "{}",
            #"{ "type" : "Account" }"#,
        ],
        "/SystemModstamp": instants,
        "/CreatedDate": instants,
        "/LastModifiedDate": instants,
    ]

    static let account = PayloadRecipe(
        values: header.merging([
            "/Id": ids("001"),
            "/CreatedById": ids("005"),
            "/LastModifiedById": ids("005"),
            "/IsDeleted": ["true", "false"],
            "/Name": names,
            "/AccountNumber": [#""CD451796""#, #""0001""#],
            "/Type": [#""Prospect""#, #""Customer - Direct""#, #""Partner\/Reseller""#],
            "/ParentId": ids("001"),
            "/Industry": [#""Electronics""#, #""Food & Beverage""#],
            "/OwnerId": ids("005"),
            "/CurrencyIsoCode": [#""EUR""#, #""USD""#, #""JPY""#],
            "/Phone": [#""(512) 757-6000""#, #""+49 30 1234""#],
            "/Fax": [#""(512) 757-9000""#],
            "/IsPersonAccount": ["true", "false"],
            "/PersonEmail": [#""a.lovelace@example.org""#],
            "/PersonMobilePhone": [#""+49 170 1234""#],
            "/Website": [#""http:\/\/edgecomm.com""#, #""https://example.org/a?b=1""#],
            "/PhotoUrl": [#""/services/images/photo/001dM00003jU9GxQAK""#],
        ]) { first, _ in first },
        required: ["/Id", "/Name"],
        adjust: { payload, random in
            for prefix in ["Billing", "Shipping"] { address(prefix, &payload, &random) }
        }
    )

    /// An address as flat fields, as the compound one, as both, or as nothing.
    private static func address(_ prefix: String, _ payload: inout VendorPayload, _ random: inout MappingRandom) {
        let countries = [("United States", "US", "TX"), ("Germany", "DE", "BE"), ("Japan", "JP", "13")]
        let country = random.one(of: countries)
        let hasCodes = random.chance(50)
        var parts: [(flat: String, compound: String, values: [String])] = [
            (
                "Street", "street",
                [#""312 Constitution Place\nAustin, TX 78767\nUSA""#, #""Hauptstra\u00dfe 5""#, #""a\r\nb""#]
            ),
            ("City", "city", [#""Austin""#, #""Berlin""#]),
            ("State", "state", [#""TX""#, #""Berlin""#]),
            ("PostalCode", "postalCode", [#""78767""#, #""0100""#]),
            ("Country", "country", ["\"\(country.0)\""]),
        ]
        if hasCodes {
            parts.append(("CountryCode", "countryCode", ["\"\(country.1)\""]))
            parts.append(("StateCode", "stateCode", ["\"\(country.2)\""]))
        }
        let form = random.below(6)
        let compound = "\(prefix)Address"
        if form == 4 { payload.strangers.append(("", compound, random.one(of: ["null", "{}", "{ }"]))) }
        guard form != 5 else { return }
        let null = random.below(60)
        for part in parts {
            let isCountry = part.flat.hasSuffix("Code") || part.flat == "Country"
            let json = !isCountry && random.chance(null) ? "null" : random.one(of: part.values)
            if form < 3 || form == 4 { payload.values["/\(prefix)\(part.flat)"] = json }
            if form == 2 || form == 3 { payload.values["/\(compound)/\(part.compound)"] = json }
        }
        if form == 2 || form == 3 {
            payload.strangers.append((compound, "latitude", random.one(of: ["null", "30.2672", "-97"])))
            if random.chance(30) { payload.strangers.append((compound, "geocode\\u0041ccuracy", #""Street""#)) }
        }
    }

    static let opportunity = PayloadRecipe(
        values: header.merging([
            "/Id": ids("006"),
            "/CreatedById": ids("005"),
            "/LastModifiedById": ids("005"),
            "/IsDeleted": ["true", "false"],
            "/Name": names,
            "/Description": texts,
            "/AccountId": ids("001"),
            "/OwnerId": ids("005"),
            "/Type": [#""New Customer""#, #""Existing Customer - Upgrade""#],
            "/LeadSource": [#""Web""#, #""Partner Referral""#],
            "/StageName": Salesforce.opportunityStage.rows.map { "\"\($0.source)\"" },
            "/IsClosed": ["true", "false"],
            "/IsWon": ["true", "false"],
            "/Amount": ["15000", "15000.50", "1.5E4", "0", "0.00", "-12.5", #""15000.00""#, "99999999999999.9999"],
            "/CurrencyIsoCode": [#""EUR""#, #""USD""#, #""JPY""#],
            "/CloseDate": [#""2026-03-08""#, #""2024-02-29""#],
            "/Probability": ["10", "75.5", "0", "1E2"],
            "/ForecastCategory": [#""Omitted""#, #""Pipeline""#, #""BestCase""#, #""Forecast""#, #""Closed""#],
            "/ForecastCategoryName": [#""Omitted""#, #""Pipeline""#, #""Best Case""#, #""Commit""#, #""Closed""#],
            "/NextStep": texts,
            "/IsPrivate": ["true", "false"],
            "/Fiscal": [#""2026 1""#],
            "/FiscalQuarter": ["1", "4"],
            "/FiscalYear": ["2026"],
            "/ExpectedRevenue": ["1500.00"],
        ]) { first, _ in first },
        required: ["/Id", "/Name", "/StageName"],
        adjust: { payload, _ in
            // A category has a name.
            if payload.values["/ForecastCategoryName"] == "null" { payload.values["/ForecastCategoryName"] = nil }
            // Salesforce works these two out of the stage.
            let stage = payload.values["/StageName"] ?? ""
            for (pointer, isSo) in [("/IsClosed", stage.contains("Closed")), ("/IsWon", stage.contains("Won"))] {
                guard payload.values[pointer] != nil, payload.values[pointer] != "null" else { continue }
                payload.values[pointer] = "\(isSo)"
            }
        }
    )

    static let timecardHeader: PayloadRecipe = {
        var values = header.merging([
            "/Id": ids("a3X"),
            "/Name": [#""TCH-04-25-000123""#],
            "/CreatedById": ids("005"),
            "/LastModifiedById": ids("005"),
            "/IsDeleted": ["true", "false"],
            "/pse__Resource__c": ids("003"),
            "/pse__Project__c": ids("a2Y"),
            "/pse__Assignment__c": ids("a1Z"),
            "/pse__Start_Date__c": [#""2026-03-01""#, #""2026-03-02""#, #""2024-02-28""#],
            "/pse__End_Date__c": ["null"],
            "/pse__Project_Phase__c": [#""Build""#, #""Test & Learn""#],
            "/pse__Status__c": [#""Saved""#, #""Submitted""#, #""Approved""#, #""Rejected""#],
            "/pse__Billable__c": ["true", "false"],
            "/pse__Billed__c": ["true", "false"],
            "/pse__Bill_Rate__c": ["180.00", "1.5E3", "95.1234", "0"],
            "/CurrencyIsoCode": [#""EUR""#, #""USD""#],
            "/pse__Daily_Bill_Rate__c": ["true", "false"],
            "/pse__Cost_Rate_Amount__c": ["80", "640.5000"],
            "/pse__Cost_Rate_Currency_Code__c": [#""EUR""#, #""CHF""#],
            "/pse__Daily_Cost_Rate__c": ["true", "false"],
            "/pse__Submitted__c": ["true"],
            "/pse__Approved__c": ["false"],
            "/pse__Total_Hours__c": ["40.00"],
            "/pse__Total_Days_Worked__c": ["5.000"],
            "/pse__Total_Billable_Amount__c": ["7200.0"],
            "/pse__Total_Cost__c": [#""EUR 3,200.00""#],
            "/pse__Cost_Rate__c": [#""EUR 80.00""#],
        ]) { first, _ in first }
        for day in Certinia.Day.week {
            values[day.field("pse__*_Hours__c")] = ["8.00", "0.33", "7.5", "0", "0.00", "1.2E1", "0e1"]
            values[day.field("pse__*_Notes__c")] = names
            values[day.short("pse__Location_*__c")] = [#""Berlin""#, #""Home \u2013 office""#]
            values[day.short("pse__Travel_*__c")] = ["true", "false"]
        }
        return PayloadRecipe(
            values: values,
            required: ["/Id", "/pse__Resource__c", "/pse__Start_Date__c", "/pse__Status__c"],
            adjust: { payload, random in
                // An end, where there is one, is six days after the start; one day at least has time.
                let ends = [
                    #""2026-03-01""#: #""2026-03-07""#, #""2026-03-02""#: #""2026-03-08""#,
                    #""2024-02-28""#: #""2024-03-05""#,
                ]
                if payload.values["/pse__End_Date__c"] != nil, random.chance(70) {
                    payload.values["/pse__End_Date__c"] = ends[payload.values["/pse__Start_Date__c"] ?? ""]
                }
                let day = random.one(of: Certinia.Day.week)
                payload.values[day.field("pse__*_Hours__c")] = "8.00"
            }
        )
    }()
}
