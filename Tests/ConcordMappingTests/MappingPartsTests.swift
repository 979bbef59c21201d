import Concord
@testable import ConcordMapping
@testable import ConcordSystems
import Testing

/// The pieces that mappings are made of, one by one.
@Suite("Mapping parts")
struct MappingPartsTests {
    // MARK: Crosswalks

    @Test func crosswalksLeadBothWays() {
        let table = Crosswalk(
            "colour",
            unmapped: .reject,
            [.init("Crimson", "red", .narrower), .init("Red", "red"), .init("Blue", "blue"), .init("Red", "green")]
        )
        #expect(table.target(of: "Crimson") == "red")
        #expect(table.target(of: "Red") == "red", "of two rows with one code the first counts")
        #expect(table.target(of: "red") == nil)
        #expect(table.source(of: "red") == "Red", "the equivalent row is the way back")
        #expect(table.source(of: "blue") == "Blue")
        #expect(table.source(of: "white") == nil)
        #expect(table.law != .iso)
        #expect(table.nearest(to: "cRIMSON") == "Crimson")
        #expect(table.nearest(to: "Crimsn") == "Crimson")
        #expect(table.nearest(to: "") == nil)
        #expect(table.nearest(to: "xyz") == nil)
        #expect(Crosswalk("one", unmapped: .keep, [.init("A", "a"), .init("B", "b")]).law == .iso)
        #expect(Crosswalk("none", unmapped: .fixed("x"), []).law == .iso)
    }

    // MARK: Identities

    @Test func derivedIdentitiesComeApartAgain() {
        let key = ExternalKey(system: "salesforce:emea", objectType: "Account", value: "001/with/slashes")
        let identities = DerivedIdentities()
        let id = identities.canonicalID(of: key) ?? ""
        #expect(id == "salesforce:emea/Account/001/with/slashes")
        #expect(identities.externalValue(of: id, in: "salesforce:emea", objectType: "Account") == "001/with/slashes")
        #expect(identities.externalValue(of: id, in: "salesforce:emea", objectType: "Acc") == nil)
        #expect(identities.externalValue(of: id, in: "salesforce", objectType: "Account") == nil)
        #expect(identities.externalValue(of: "customer-1", in: "salesforce:emea", objectType: "Account") == nil)
    }

    @Test func tablesAnswerBeforeTheirFallback() {
        let system: SystemID = "salesforce:emea"
        let key = ExternalKey(system: system, objectType: "Account", value: "001A")
        let other = ExternalKey(system: system, objectType: "Account", value: "001B")
        var table = IdentityTable()
        table.insert(key, as: "customer-1")
        table.insert(ExternalKey(system: "netsuite", objectType: "customer", value: "77"), as: "customer-1")
        #expect(table.canonicalID(of: key) == "customer-1")
        #expect(table.canonicalID(of: other) == nil)
        #expect(table.externalValue(of: "customer-1", in: system, objectType: "Account") == "001A")
        #expect(table.externalValue(of: "customer-1", in: "netsuite", objectType: "customer") == "77")
        #expect(table.externalValue(of: "customer-1", in: "netsuite", objectType: "Account") == nil)
        var falling = IdentityTable(fallback: DerivedIdentities())
        falling.insert(key, as: "customer-1")
        #expect(falling.canonicalID(of: key) == "customer-1")
        #expect(falling.canonicalID(of: other) == "salesforce:emea/Account/001B")
        #expect(falling.externalValue(of: "salesforce:emea/Account/001B", in: system, objectType: "Account") == "001B")
    }

    @Test(arguments: [
        ("001dM00003jU9Gx", "001dM00003jU9GxQAK"), ("005dM00000aYf0q", "005dM00000aYf0qQAC"),
        ("006dM00000Mw7Vt", "006dM00000Mw7VtQAJ"), ("001dM00003jU9GxQAK", "001dM00003jU9GxQAK"), ("short", "short"),
        ("", ""),
    ])
    func idsOfFifteenCharactersAreThoseOfEighteen(_ id: String, _ expected: String) {
        #expect(Salesforce.normalised(id) == expected)
    }

    /// A firm's own ids: references go through the table both ways, and one that has no way back stays as it is.
    @Test func referencesGoThroughTheTable() throws {
        var context = try MappingLawsTests.context()
        var table = IdentityTable()
        for (type, value, id) in [
            ("Opportunity", "006dM00003jU9GxQAK", "opp-1"), ("Account", "001dM00003jU9GxQAK", "customer-1"),
            ("Account", "0019Z00000AbCdEQAV", "customer-2"),
        ] {
            table.insert(ExternalKey(system: context.system, objectType: type, value: value), as: id)
        }
        context.identities = table
        let payload =
            #"{"Id":"006dM00003jU9Gx","Name":"Deal","StageName":"Qualification","AccountId":"001dM00003jU9Gx"}"#
        var record = try Salesforce.opportunity.read(payload, in: context).records()[0]
        #expect(record.id == "opp-1")
        #expect(record.customer == "customer-1")
        #expect(record.header.externalReferences[0].value == "006dM00003jU9Gx", "as the system wrote it")
        record.customer = "customer-2"
        let written = try Salesforce.opportunity.write([record], onto: Array(payload.utf8), in: context)
        #expect(
            String(decoding: written.object, as: UTF8.self)
                == payload.replacing("001dM00003jU9Gx", with: "0019Z00000AbCdEQAV")
        )
        #expect(written.issues == [])
        // A customer that Salesforce does not have is no reason to take away the one it has.
        record.customer = "customer-3"
        let left = try Salesforce.opportunity.write([record], onto: Array(payload.utf8), in: context)
        #expect(String(decoding: left.object, as: UTF8.self) == payload)
        #expect(left.issues.map(\.code) == [.notWritable])
        #expect(left.issues.map(\.path.description) == ["customer"])
    }

    // MARK: Laws

    @Test func lawsAddUpToTheWeakest() {
        let laws: [MappingLaw] = [.iso, .lossy("x"), .oneWay("y"), .none]
        for (rank, law) in laws.enumerated() {
            for (otherRank, other) in laws.enumerated() {
                #expect(law.combined(with: other) == laws[max(rank, otherRank)])
            }
        }
        #expect(laws.map(\.description) == ["iso", "lossy (x)", "one way (y)", "none"])
        #expect(MappingLaw.lossy("a").combined(with: .lossy("b")) == .lossy("a"))
    }

    // MARK: Leaves

    @Test func leavesAreCountedAsTheWalkerCounts() throws {
        for seed in MappingRandom.seeds(2000) {
            var random = MappingRandom(seed: seed)
            let json = PayloadRecipe.json(depth: 5, &random)
            let walked = try WalkedJSON("[\(json)]")
            var text = json
            let count = text.withUTF8 { SourceValue(bytes: $0, offset: 0).leafCount }
            #expect(count == walked.leafCount, "seed \(seed): \(json)")
        }
    }

    @Test(arguments: [
        ("", 0), ("null", 1), ("{}", 1), ("[]", 1), ("[[],{}]", 2), ("[{\"a\":[1,{}]},\"}\"]", 3), ("\"a,b]\"", 1),
        ("{\"a,\":\"\\\"}\"}", 1), ("[ [ ] , [ 1 , 2 ] ]", 3),
    ])
    func leavesOfAllShapes(_ json: String, _ count: Int) {
        var json = json
        #expect(json.withUTF8 { SourceValue(bytes: $0, offset: 0).leafCount } == count)
    }

    // MARK: Plans

    private func source(_ pointers: [String], _ json: String) throws -> (values: [String?], rest: String?) {
        var json = json
        return try json.withUTF8 { bytes in
            let object = try SourceObject(SourcePlan(pointers), bytes)
            return (pointers.indices.map { object.values[$0].json }, object.restJSON()?.text)
        }
    }

    @Test func plansReachIntoLevels() throws {
        let pointers = ["/a/b/c", "/a/d", "/e", "/a~1b/~0", "/a/b/x"]
        let found = try source(
            pointers,
            #"{"a":{"b":{"c":1,"y":[2]},"d":null,"z":{}},"e":{"f":3},"a/b":{"~":4,"~1":5},"g":6}"#
        )
        #expect(found.values == ["1", "null", #"{"f":3}"#, "4", nil])
        #expect(found.rest == #"{"a":{"b":{"y":[2]},"z":{}},"a/b":{"~1":5},"g":6}"#)
        // What should be a level and is not is kept as it is.
        let flat = try source(pointers, #"{"a":[1],"a/b":null}"#)
        #expect(flat.values == [nil, nil, nil, nil, nil])
        #expect(flat.rest == #"{"a":[1],"a/b":null}"#)
        let hollow = try source(pointers, #"{"a":{"b":{}}}"#)
        #expect(hollow.rest == #"{"a":{"b":{}}}"#)
        // Escapes in a name are another way to write it.
        let escaped = try source(pointers, #"{"\u0061":{"\u0062":{"c":"\u0063"}}}"#)
        #expect(escaped.values[0] == #""\u0063""#)
        #expect(escaped.rest == nil)
    }

    @Test func manyMembersAreNoTrouble() throws {
        let members = (0..<100_000).map { "\"m\($0)\":\($0)" }
        let wide = try source(["/m5"], "{\(members.joined(separator: ","))}")
        #expect(wide.values == ["5"])
        #expect(wide.rest?.count(where: { $0 == ":" }) == 99_999)
        #expect(throws: ReadFailure.self) {
            try source(["/m5"], "{\((members + ["\"m77\":0"]).joined(separator: ","))}")
        }
        let pointers = (0..<200).map { "/m\($0)" }
        #expect(throws: ReadFailure.self) {
            try source(pointers, "{\((members.prefix(180) + ["\"m177\":0"]).joined(separator: ","))}")
        }
    }

    // MARK: Objects

    @Test func objectsMerge() throws {
        let object = VendorObject()
        object.set("/a/b", json: "1")
        object.set("/c", text: "x\"y")
        object.setNull("/d")
        object.set("/\"/é~1", json: "[]")
        object.merge(try JSONText(#"{"a":{"b":2,"e":{"f":3}},"c":4,"g":{"a\"b":5},"caf\u00e9":6}"#))
        #expect(
            object.text()
                == #"{"a":{"b":1,"e":{"f":3}},"c":"x\"y","d":null,"\"":{"é/":[]},"g":{"a\"b":5},"caf\u00e9":6}"#
        )
        #expect(object.json(at: "/a/b") == "1")
        #expect(object.json(at: "/a") == #"{"b":1,"e":{"f":3}}"#)
        #expect(object.json(at: "/\"/é~1") == "[]")
        #expect(object.json(at: "/c/x") == nil)
        #expect(object.json(at: "/x") == nil)
        object.merge(try JSONText("{}"))
        object.merge(try JSONText("[1]"))
        #expect(object.json(at: "/d") == "null")
    }

    /// Names with escapes survive both ways of writing.
    @Test func strangeNamesSurvive() throws {
        let context = try MappingLawsTests.context()
        let strange = #""a\"b":1,"caf\u00e9":{"\\":[ 2 ]},"\ud83d\ude00":null,"":0.10,"x\/y":"\u0000","\ud800":true"#
        let payload = #"{"Id":"001dM00003jU9GxQAK","Name":"Edge",\#(strange)}"#
        let record = try Salesforce.account.read(payload, in: context).records()[0]
        let anew = Salesforce.account.write(record, in: context)
        #expect(anew == #"{"Id":"001dM00003jU9GxQAK","Name":"Edge",\#(strange.replacing("[ 2 ]", with: "[2]"))}"#)
        #expect(try Customer(json: record.json()) == record)
        var changed = record
        changed.name = "Rand"
        let onto = try Salesforce.account.write([changed], onto: Array(payload.utf8), in: context)
        #expect(String(decoding: onto.object, as: UTF8.self) == payload.replacing("Edge", with: "Rand"))
        #expect(onto.issues == [])
    }

    // MARK: A host's own mapping

    /// A mapping with levels of its own, to see members put where there were none.
    private static let nested = Mapping<Customer>("host/client", version: 1, object: "Client") { rule in
        rule.identity("/id", version: "/meta/version", object: "Client")
        rule.same("/name", to: \.name)
        rule.same("/a/b/number", to: \.header.displayNumber)
        rule.same("/a/b/\"legal\"", to: \.legalName)
        rule.constant(\.status, .active, because: "the host has no others")
        rule.constant(\.kind, .organisation, because: "the host has no others")
        rule.keepRest()
    }

    @Test(arguments: [
        (#"{"id":"1","name":"n"}"#, #"{"id":"1","name":"n","a":{"b":{"number":"7","\"legal\"":"L"}}}"#),
        (#"{"id":"1","name":"n","a":{ }}"#, #"{"id":"1","name":"n","a":{ "b":{"number":"7","\"legal\"":"L"}}}"#),
        (#"{"id":"1","a":{"b":{} },"name":"n"}"#, #"{"id":"1","a":{"b":{"number":"7","\"legal\"":"L"} },"name":"n"}"#),
        (
            #"{"id":"1","a":{"b":{"number":null,"x":1}},"name":"n"}"#,
            #"{"id":"1","a":{"b":{"number":"7","x":1,"\"legal\"":"L"}},"name":"n"}"#
        ),
        (#"{"id":"1","a":null,"name":"n"}"#, #"{"id":"1","a":{"b":{"number":"7","\"legal\"":"L"}},"name":"n"}"#),
    ])
    func membersArePutWhereTheyBelong(_ payload: String, _ expected: String) throws {
        let context = try MappingLawsTests.context()
        var record = try Self.nested.read(payload, in: context).records()[0]
        record.header.displayNumber = "7"
        record.legalName = "L"
        let written = try Self.nested.write([record], onto: Array(payload.utf8), in: context)
        #expect(String(decoding: written.object, as: UTF8.self) == expected)
        #expect(written.issues == [])
        _ = try WalkedJSON(written.object)
    }

    @Test func whatHasNoPlaceIsReported() throws {
        let context = try MappingLawsTests.context()
        let payload = #"{"id":"1","name":"n","a":"text"}"#
        var record = try Self.nested.read(payload, in: context).records()[0]
        record.legalName = "L"
        record.status = .closed
        record.poRequired = true
        let written = try Self.nested.write([record], onto: Array(payload.utf8), in: context)
        #expect(String(decoding: written.object, as: UTF8.self) == payload)
        #expect(written.issues.map(\.path.description) == ["legalName", "status", "poRequired"])
        #expect(written.issues.allSatisfy { $0.code == .notWritable && $0.severity == .warning })
        #expect(throws: Refusal.self) { try Self.nested.write([record], onto: Array("[]".utf8), in: context) }
        // No record is no reason to empty the object.
        let none = try Self.nested.write([], onto: Array(payload.utf8), in: context)
        #expect(String(decoding: none.object, as: UTF8.self) == payload)
        #expect(none.issues.map(\.path.description) == ["id"])
    }

    // MARK: Weeks

    private static let week =
        #"{"Id":"a3XdM00003jU9GxQAK","Name":"T-1","pse__Resource__c":"003dM00003jU9GxQAK","#
        + #""pse__Start_Date__c":"2026-03-01","pse__End_Date__c":"2026-03-07","pse__Status__c":"Saved","#
        + #""pse__Billable__c":true,"pse__Billed__c":false,"pse__Bill_Rate__c":90,"pse__Sunday_Hours__c":0.00,"#
        + #""pse__Monday_Hours__c":8.00,"pse__Tuesday_Hours__c":7.50,"pse__Travel_Wed__c":false}"#

    @Test func weeksBecomeDays() throws {
        var coverage = Coverage()
        let context = try MappingLawsTests.context()
        var payload = Self.week
        let mapped = payload.withUTF8 { Certinia.timecardHeader.read($0, in: context, coverage: &coverage) }
        let entries = try mapped.records()
        #expect(entries.map(\.date.description) == ["2026-03-02", "2026-03-03"])
        #expect(entries.map(\.worked) == [Minutes(480), Minutes(450)])
        #expect(coverage.fields["/pse__Sunday_Hours__c"]?.disposition == .dropped, "nothing of it is in a record")
        #expect(coverage.fields["/pse__Travel_Wed__c"]?.disposition == .dropped)
        #expect(coverage.fields["/pse__Monday_Hours__c"]?.disposition == .mapped)
        #expect(coverage.isBalanced)
        #expect(coverage.records == 2)
    }

    /// One of two days changes what both share: it is written, and the other day's disagreement is said.
    @Test func daysThatDisagreeAreReported() throws {
        let context = try MappingLawsTests.context()
        var entries = try Certinia.timecardHeader.read(Self.week, in: context).records()
        entries[0].billRate?.amount = Money(try ExactDecimal("100"), try CurrencyCode("USD"))
        let written = try Certinia.timecardHeader.write(entries, onto: Array(Self.week.utf8), in: context)
        #expect(String(decoding: written.object, as: UTF8.self) == Self.week.replacing(":90,", with: ":100,"))
        #expect(written.issues.map(\.path.description) == ["billRate.amount.amount"])
    }

    @Test func daysThatComeAndGo() throws {
        let context = try MappingLawsTests.context()
        var entries = try Certinia.timecardHeader.read(Self.week, in: context).records()
        var wednesday = entries[1]
        wednesday.id = "salesforce:test/pse__Timecard_Header__c/a3XdM00003jU9GxQAK/wednesday"
        wednesday.date = try LocalDate("2026-03-04")
        wednesday.header.remarks = nil
        entries[0].header.remarks = nil
        let written = try Certinia.timecardHeader.write(
            [entries[0], wednesday],
            onto: Array(Self.week.utf8),
            in: context
        )
        let expected = Self.week.replacing("7.50", with: "null").dropLast() + #","pse__Wednesday_Hours__c":7.50}"#
        #expect(String(decoding: written.object, as: UTF8.self) == expected)
        #expect(written.issues == [])
        // A day that is on another date than its column cannot be written, nor a record without a day.
        entries[0].date = try LocalDate("2026-03-09")
        entries[1].id = "entry-7"
        let odd = try Certinia.timecardHeader.write(entries, onto: Array(Self.week.utf8), in: context)
        #expect(odd.issues.map(\.path.description) == ["date", "id"])
        // All days gone: their hours go, and what the week says of itself stays.
        let none = try Certinia.timecardHeader.write([], onto: Array(Self.week.utf8), in: context)
        #expect(
            String(decoding: none.object, as: UTF8.self)
                == Self.week.replacing("8.00", with: "null").replacing("7.50", with: "null")
        )
        #expect(none.issues == [])
    }

    /// What a flag or a table cannot say is left as it is, and reported.
    @Test func whatTheVendorCannotSayIsLeft() throws {
        let context = try MappingLawsTests.context()
        var entries = try Certinia.timecardHeader.read(Self.week, in: context).records()
        for index in entries.indices {
            entries[index].billability = .complimentary
            entries[index].approval.state = .recalled
            entries[index].timeType = .overtime
            entries[index].billRate?.unit = .minute
        }
        let written = try Certinia.timecardHeader.write(entries, onto: Array(Self.week.utf8), in: context)
        #expect(String(decoding: written.object, as: UTF8.self) == Self.week)
        #expect(
            Set(written.issues.map(\.path.description)) == [
                "billability", "approval.state", "timeType", "billRate.unit",
            ]
        )
    }

    /// The tenant's currency is written only where the object has one.
    @Test(arguments: [
        (#""Amount":5"#, "USD", #""Amount":6"#), (#""Amount":5"#, "EUR", #""Amount":6,"CurrencyIsoCode":"EUR""#),
        (#""Amount":5,"CurrencyIsoCode":"EUR""#, "USD", #""Amount":6,"CurrencyIsoCode":"USD""#),
        (#""Amount":null,"CurrencyIsoCode":"EUR""#, "USD", #""Amount":6,"CurrencyIsoCode":"USD""#),
        (#""Amount":5,"CurrencyIsoCode":"EUR""#, nil, #""Amount":null,"CurrencyIsoCode":"EUR""#),
    ])
    func currencies(_ before: String, _ currency: String?, _ after: String) throws {
        let context = try MappingLawsTests.context()
        func payload(_ members: String) -> String {
            #"{"Id":"006dM00003jU9GxQAK","Name":"Deal","StageName":"Qualification",\#(members)}"#
        }
        var record = try Salesforce.opportunity.read(payload(before), in: context).records()[0]
        record.amount = try currency.map { Money(try ExactDecimal("6"), try CurrencyCode($0)) }
        let written = try Salesforce.opportunity.write([record], onto: Array(payload(before).utf8), in: context)
        #expect(String(decoding: written.object, as: UTF8.self) == payload(after))
        #expect(written.issues == [])
    }
}
