import Concord
@testable import ConcordSystems
import ConcordTesting
import Testing

@Suite("Parts of Salesforce's records")
struct SalesforcePartTests {
    // MARK: Laws and tables

    @Test func contactsKeepTheLaws() throws {
        try PackTrial.expectLaws(Salesforce.contact.alone, .contact, .contact)
    }

    @Test func opportunityLineItemsKeepTheLaws() throws {
        try PackTrial.expectLaws(Salesforce.opportunityLineItem.alone, .opportunityLineItem, .opportunityLineItem)
    }

    @Test func orderItemsKeepTheLaws() throws {
        try PackTrial.expectLaws(Salesforce.orderItem.alone, .orderItem, .orderItem)
    }

    @Test func pricebooksKeepTheLaws() throws {
        try PackTrial.expectLaws(Salesforce.pricebook, .pricebook, .pricebook)
    }

    @Test func pricebookEntriesKeepTheLaws() throws {
        try PackTrial.expectLaws(Salesforce.pricebookEntry.alone, .pricebookEntry, .pricebookEntry)
    }

    @Test func partsAreMappedAsWritten() throws {
        try PackTrial.expectTable(Salesforce.contact.alone, "salesforce-contact.md")
        try PackTrial.expectTable(Salesforce.opportunityLineItem.alone, "salesforce-opportunity-line-item.md")
        try PackTrial.expectTable(Salesforce.orderItem.alone, "salesforce-order-item.md")
        try PackTrial.expectTable(Salesforce.pricebook, "salesforce-pricebook.md")
        try PackTrial.expectTable(Salesforce.pricebookEntry.alone, "salesforce-pricebook-entry.md")
    }

    @Test func partsAreDocuments() {
        #expect(RecordLaws<PartRecord<Customer, Contact>>(count: 60, seed: 1).check() == [])
        #expect(RecordLaws<PartRecord<Opportunity, OpportunityLine>>(count: 60, seed: 2).check() == [])
        #expect(PartRecord<Customer, Contact>.schema.description.tag == "customer-contact/3")
        #expect(PartRecord<Opportunity, OpportunityLine>.schema.description.tag == "opportunity-line/1")
        #expect(PartRecord<RateCard, RateCardEntry>.schema.description.tag == "rate-card-entry/1")
        #expect(PartRecord<Customer, Contact>.schema.description.field(named: "part")?.sensitivity == .personal)
    }

    // MARK: By themselves

    @Test func contactsHaveWhatTheyHave() throws {
        let contacts = try PartTrial.parts(Salesforce.contact, of: "salesforce/contact-query.json")
        try #require(contacts.count == 3)
        let contact = contacts[0]
        #expect(contact.id == "salesforce:emea/Contact/0035g00000CuSt1AAF")
        #expect(contact.parent == "salesforce:emea/Account/0015g00000Nr4WaAAJ")
        #expect(contact.list == "contacts")
        #expect(contact.header.modifiedBy == "0055g00000Bk4tTAAR")
        #expect(contact.part.id == "salesforce:emea/Contact/0035g00000CuSt1AAF")
        #expect(contact.part.name?.full == "Katrin Brandt")
        #expect(contact.part.name?.prefix == "Dr.")
        #expect(contact.part.name?.family == "Brandt")
        #expect(contact.part.jobTitle == "Leiterin Einkauf")
        #expect(contact.part.department == "Einkauf & Vergabe")
        #expect(contact.part.contactPoints.map(\.kind) == [.email, .phone, .mobile, .phone])
        #expect(contact.part.contactPoints.map(\.label) == [nil, nil, nil, "assistant"])
        #expect(contact.part.consents.map(\.purpose) == ["email"])
        #expect(contact.part.consents.map(\.state) == [.refused])
        #expect(contact.part.externalReferences.map(\.value) == ["0035g00000CuSt1AAF"])
        #expect(contact.part.externalReferences[0].sourceVersion == "2026-10-30T09:41:02.000+0000")
        #expect(contact.header.remarks?.unmapped?.text.contains(#""Badge_Number__c":"NR-0417""#) == true)
        // A desk, with ids of fifteen characters; and somebody who is gone.
        #expect(contacts[1].id == "salesforce:emea/Contact/0035g00000CuSt4AAF")
        #expect(contacts[1].parent == "salesforce:emea/Account/0015g00000Nr4WaAAJ")
        #expect(contacts[1].part.externalReferences.map(\.value) == ["0035g00000CuSt4"])
        #expect(contacts[1].part.contactPoints.map(\.kind) == [.email])
        #expect(contacts[2].header.lifecycle == .deleted)
    }

    @Test func opportunityLineItemsHaveWhatTheyHave() throws {
        let lines = try PartTrial.parts(
            Salesforce.opportunityLineItem,
            of: "salesforce/opportunity-line-item-query.json"
        )
        try #require(lines.count == 3)
        let line = lines[0]
        #expect(line.parent == "salesforce:emea/Opportunity/0065g00000p7Lk1AAE")
        #expect(line.list == "lines")
        #expect(line.part.number == 1)
        #expect(line.part.description == "Design of the interface to the timetable")
        #expect(line.part.service?.code == "01t5g000000ArChAAK")
        #expect(line.part.service?.system == "salesforce/Product2")
        #expect(line.part.service?.display == "Architecture")
        #expect(line.part.quantity?.description == "320.00 HUR")
        #expect(line.part.unitPrice == PackTrial.money("210.00", "EUR"))
        #expect(line.part.amount == PackTrial.money("67200.00", "EUR"))
        #expect(line.part.period?.description == "2027-02-01/..")
        #expect(lines[1].part.quantity?.description == "1 C62")
        #expect(lines[1].part.discount?.description == "6.00")
        #expect(lines[2].id == "salesforce:emea/OpportunityLineItem/00k5g00000Tt9VdAAJ")
        #expect(lines[2].part.unitPrice == PackTrial.money("1900", "EUR"), "the tenant's currency")
    }

    @Test func orderItemsHaveWhatTheyHave() throws {
        let items = try PartTrial.parts(Salesforce.orderItem, of: "salesforce/order-items-query.json")
        try #require(items.count == 2)
        #expect(items[0].parent == "salesforce:emea/Order/8015g000000OrD1AAK")
        #expect(items[0].part.number == "0000000101")
        #expect(items[0].part.billingMethod == .unit)
        #expect(items[0].part.quantity?.description == "1600.0 HUR")
        #expect(items[0].part.lineAmount == PackTrial.money("352000.00", "EUR"))
        #expect(items[0].part.service?.description == "2026-09-01/2027-03-31")
        #expect(items[1].part.quantity?.unit == .lumpSum)
        #expect(items[1].part.service == nil)
    }

    @Test func pricebooksAreRateCards() throws {
        let cards = try PackTrial.records(Salesforce.pricebook, of: "salesforce/pricebook-query.json")
        try #require(cards.count == 2)
        let card = cards[0]
        #expect(card.name == "EMEA 2026")
        #expect(card.owner.level == .firm)
        #expect(card.side == .bill)
        #expect(card.status == .active)
        #expect(card.entries.map(\.unit) == [.hour, .hour])
        #expect(card.entries.map(\.amount) == [PackTrial.money("224.00", "EUR"), PackTrial.money("240.50", "CHF")])
        #expect(card.entries[0].dimensions.workType?.display == "Architecture")
        #expect(cards[1].status == .retired)
        #expect(cards[1].entries == [])
        let entries = try PartTrial.parts(Salesforce.pricebookEntry, of: "salesforce/pricebook-query.json")
        #expect(entries.map(\.part) == card.entries)
        #expect(entries.allSatisfy { $0.parent == card.id })
    }

    // MARK: Nested

    @Test func nestedContactsAreThoseByThemselves() throws {
        let customers = try PackTrial.records(Salesforce.account, of: "salesforce/account-contacts-query.json")
        let contacts = try PartTrial.parts(Salesforce.contact, of: "salesforce/account-contacts-query.json")
        try #require(customers.count == 2)
        #expect(customers[0].contacts == contacts.map(\.part))
        #expect(customers[0].contacts.count == 2)
        #expect(customers[1].contacts == [])
        let rest = customers[0].header.remarks?.unmapped?.text
        #expect(rest?.contains(#""Badge_Number__c":"NR-0417""#) == true)
        #expect(rest?.contains("totalSize") == false)
    }

    @Test func nestedLinesHaveTheCurrencyAroundThem() throws {
        let opportunities = try PackTrial.records(
            Salesforce.opportunity,
            of: "salesforce/opportunity-lines-query.json"
        )
        let lines = opportunities[0].lines
        #expect(lines.map(\.amount) == [PackTrial.money("75000.00", "CHF"), PackTrial.money("20000.00", "CHF")])
        #expect(lines.map(\.quantity?.unit) == [.day, .lumpSum])
        let orders = try PackTrial.records(Salesforce.order, of: "salesforce/order-items-query.json")
        let items = try PartTrial.parts(Salesforce.orderItem, of: "salesforce/order-items-query.json")
        #expect(orders[0].lines == items.map(\.part))
    }

    @Test func onlyChangedMembersOfNestedObjectsChange() throws {
        let payload = #"""
            {"Id":"0015g00000Nr4WaAAJ","Name":"N","Contacts":{"totalSize":2,"done":true,"records":[
              {"Id":"0035g00000CuSt1AAF", "Title":"A", "Badge__c": 1.0},
              {"Id":"0035g00000CuSt4AAF", "Title" : "B", "Badge__c": 2.0} ] } }
            """#
        let context = try PackTrial.context()
        var customer = try Salesforce.account.read(payload, in: context).records()[0]
        customer.contacts[1].jobTitle = "C"
        let one = try Salesforce.account.write([customer], onto: Array(payload.utf8), in: context)
        let changed = payload.replacing(#""Title" : "B""#, with: #""Title" : "C""#)
        #expect(String(decoding: one.object, as: UTF8.self) == changed)
        #expect(one.issues == [])
        // Items are found by their id, whatever their place.
        customer.contacts.reverse()
        let two = try Salesforce.account.write([customer], onto: Array(payload.utf8), in: context)
        #expect(
            String(decoding: two.object, as: UTF8.self)
                .contains(
                    #""records":[{"Id":"0035g00000CuSt4AAF", "Title" : "C", "Badge__c": 2.0},{"Id":"0035g00000CuSt1AAF""#
                )
        )
        #expect(two.issues == [])
    }

    @Test func nestedObjectsThatAreDeletedAreRemarkedUpon() throws {
        let members = #""Id":"0015g00000Nr4WaAAJ","Name":"N","Contacts":{"totalSize":1,"done":false,"#
        let outcome = try PackTrial.outcome(
            Salesforce.account,
            members
                + #""nextRecordsUrl":"/services/data/v62.0/query/01g-2","records":[{"Id":"0035g00000CuSt1AAF","#
                + #""IsDeleted":true}]}"#
        )
        #expect(outcome.isAcceptable)
        #expect(outcome.allIssues.map(\.code) == [.deletedPart, .incompleteList])
        #expect(outcome.allIssues.map(\.source) == ["/Contacts/records/0/IsDeleted", "/Contacts/done"])
        #expect(try outcome.records()[0].contacts.count == 1)
    }

    // MARK: Issues

    @Test func aContactWithoutAnAccountIsRefused() throws {
        let mapping = Salesforce.contact.alone
        let outcome = try PackTrial.outcome(mapping, #""Id":"0035g00000CuSt1AAF","AccountId":null,"LastName":"A""#)
        #expect(!outcome.isAcceptable)
        #expect(outcome.allIssues.map(\.code) == [.missing])
        #expect(outcome.allIssues.map(\.path.description) == ["parent"])
        #expect(outcome.allIssues.map(\.source) == ["/AccountId"])
        #expect(try PackTrial.outcome(mapping, #""AccountId":"0015g00000Nr4WaAAJ""#).allIssues.map(\.source) == ["/Id"])
        for bad in ["", "[]", "{", #"{"Id":1}"#] {
            #expect(!mapping.read(bad, in: try PackTrial.context()).isAcceptable)
        }
    }

    @Test func whatTheCrosswalkDoesNotKnowIsSaid() throws {
        var context = try PackTrial.context()
        var table = IdentityTable()
        table.insert(
            ExternalKey(system: context.system, objectType: "Contact", value: "0035g00000CuSt1AAF"),
            as: "co-brandt"
        )
        context.identities = table
        let mapping = Salesforce.contact.alone
        let payload = #"{"Id":"0035g00000CuSt1AAF","AccountId":"0015g00000Nr4WaAAJ","Title":7}"#
        let outcome = mapping.read(payload, in: context)
        #expect(outcome.allIssues.map(\.code.rawValue) == ["mapping.unresolvedReference", "mapping.sourceType"])
        #expect(outcome.allIssues.map(\.path.description) == ["parent", "part.jobTitle"])
        #expect(outcome.allIssues[0].observed == "\"0015g00000Nr4WaAAJ\"")
        #expect(outcome.allIssues[1].observed == "\"•••\"", "a list of people is personal")
    }

    @Test func explanationsKnowParts() throws {
        let payload = #"{"Id":"0035g00000CuSt1AAF","AccountId":"0015g00000Nr4WaAAJ","Title":"A","X__c":1}"#
        let mapping = Salesforce.contact.alone
        let text = "\(mapping.explain(payload, in: try PackTrial.context(), target: "part.jobTitle"))"
        #expect(text.contains(#"part.jobTitle is "A""#))
        #expect(text.contains("/Title"))
        let whole = "\(mapping.explain(payload, in: try PackTrial.context(), target: "parent"))"
        #expect(whole.contains(#"parent is "salesforce:emea/Account/0015g00000Nr4WaAAJ""#))
    }

    // MARK: Into records, and back

    @Test func partsArePutIntoTheirRecords() throws {
        let mapping = Salesforce.contact
        let parts = try PartTrial.parts(mapping, of: "salesforce/contact-query.json")
        var customer =
            try
            PackTrial.records(
                Salesforce.account,
                of: "salesforce/account-query.json",
                warnings: [.unknownCode]
            )[0]
        #expect(mapping.put(parts[0], into: &customer) == .inserted)
        #expect(mapping.put(parts[1], into: &customer) == .inserted)
        #expect(mapping.put(parts[2], into: &customer) == .elsewhere)
        var changed = parts[0]
        changed.part.jobTitle = "CPO"
        #expect(mapping.put(changed, into: &customer) == .replaced)
        #expect(customer.contacts.map(\.id) == parts.prefix(2).map(\.part.id))
        #expect(customer.contacts[0].jobTitle == "CPO")
        changed.header.lifecycle = .deleted
        #expect(mapping.put(changed, into: &customer) == .removed)
        #expect(mapping.put(changed, into: &customer) == .absent)
        #expect(customer.contacts.map(\.id) == [parts[1].part.id])
    }

    @Test func batchesAreGathered() throws {
        let mapping = Salesforce.contact
        let context = try PackTrial.context()
        func contact(_ id: String, of account: String, title: String = "A", isDeleted: Bool = false) throws
            -> PartRecord<Customer, Contact>
        {
            let payload = #"{"Id":"\#(id)","AccountId":"\#(account)","Title":"\#(title)","IsDeleted":\#(isDeleted)}"#
            return try mapping.alone.read(payload, in: context).records()[0]
        }
        var customers = try ["0015g00000Nr4WaAAJ", "0015g00000hMmZkAAK"]
            .map {
                try Salesforce.account.read(#"{"Id":"\#($0)","Name":"N"}"#, in: context).records()[0]
            }
        let first = mapping.gather(
            try [
                contact("003A", of: "0015g00000Nr4WaAAJ"), contact("003B", of: "0015g00000hMmZkAAK"),
                contact("003C", of: "0015g00000Nr4WaAAJ"), contact("003D", of: "0015g00000ZzZzZAAJ"),
                contact("003A", of: "0015g00000Nr4WaAAJ", title: "B"),
                contact("003E", of: "0015g00000Nr4WaAAJ", isDeleted: true),
            ],
            into: &customers
        )
        #expect([first.inserted, first.replaced, first.moved, first.removed] == [3, 1, 0, 0])
        #expect(first.orphans.map(\.id) == ["salesforce:emea/Contact/003D"])
        #expect(first.issues.map(\.code) == [.unknownParent])
        #expect(first.issues[0].observed == "\"salesforce:emea/Account/0015g00000ZzZzZAAJ\"")
        #expect(customers[0].contacts.map(\.id.text) == ["003A", "003C"].map { "salesforce:emea/Contact/\($0)" })
        #expect(customers[0].contacts[0].jobTitle == "B")
        let second = mapping.gather(
            try [
                contact("003A", of: "0015g00000hMmZkAAK"), contact("003C", of: "0015g00000Nr4WaAAJ", isDeleted: true),
                contact("003A", of: "0015g00000hMmZkAAK", title: "C"),
            ],
            into: &customers
        )
        #expect([second.inserted, second.replaced, second.moved, second.removed] == [0, 1, 1, 1])
        #expect(second.issues == [])
        #expect(customers[0].contacts == [])
        #expect(customers[1].contacts.map(\.id.text) == ["003B", "003A"].map { "salesforce:emea/Contact/\($0)" })
        #expect(customers[1].contacts[1].jobTitle == "C")
    }

    @Test func partsOfRecordsAreWrittenByThemselves() throws {
        let context = try PackTrial.context()
        let payload = #"{"Id":"0035g00000CuSt1AAF", "AccountId":"0015g00000Nr4WaAAJ","Title" : "A","X__c":1.0}"#
        let part = try Salesforce.contact.alone.read(payload, in: context).records()[0]
        var customer = try Salesforce.account.read(#"{"Id":"0015g00000Nr4WaAAJ","Name":"N"}"#, in: context).records()[0]
        Salesforce.contact.put(part, into: &customer)
        customer.contacts[0].jobTitle = "B"
        #expect(
            Salesforce.contact.write(customer.contacts[0], of: customer.id, in: context)
                == #"{"AccountId":"0015g00000Nr4WaAAJ","Id":"0035g00000CuSt1AAF","Title":"B"}"#
        )
        let written = try Salesforce.contact.write(
            customer.contacts[0],
            of: customer.id,
            onto: Array(payload.utf8),
            in: context
        )
        #expect(String(decoding: written.object, as: UTF8.self) == payload.replacing(#": "A""#, with: #": "B""#))
        #expect(written.issues == [])
        // A contact may move to another account, and cannot be made the first to be asked.
        customer.contacts[0].jobTitle = "A"
        customer.contacts[0].isPrimary = true
        let moved = try Salesforce.contact.write(
            customer.contacts[0],
            of: "salesforce:emea/Account/0015g00000hMmZkAAK",
            onto: Array(payload.utf8),
            in: context
        )
        #expect(
            String(decoding: moved.object, as: UTF8.self)
                == payload.replacing("0015g00000Nr4WaAAJ", with: "0015g00000hMmZkAAK")
        )
        #expect(moved.issues.map(\.path.description) == ["part.isPrimary"])
    }
}

// MARK: - Recipes

extension PayloadRecipe {
    private static let phones = [#""+49 30 5550 1184""#, #""(512) 757-6000""#]

    fileprivate static let contact = pack(
        "003",
        required: ["/AccountId"],
        [
            "/AccountId": ids("001"), "/Name": names, "/Salutation": [#""Dr.""#], "/FirstName": names,
            "/MiddleName": [#""M.""#], "/LastName": names, "/Suffix": [#""III""#], "/Title": texts,
            "/Department": texts, "/Email": [#""a@b.example""#], "/Phone": phones, "/MobilePhone": phones,
            "/HomePhone": phones, "/OtherPhone": phones, "/AssistantPhone": phones, "/Fax": phones,
            "/HasOptedOutOfEmail": flags, "/DoNotCall": flags, "/HasOptedOutOfFax": flags,
            "/PhotoUrl": [#""/services/images/photo/x""#],
        ]
    )

    private static let product: [String: [String]] = [
        "/Product2Id": ids("01t"), "/Quantity": amounts, "/UnitPrice": amounts, "/TotalPrice": amounts,
        "/CurrencyIsoCode": currencies, "/Description": names,
        "/Product2/QuantityUnitOfMeasure": [#""Hours""#, #""Each""#, #""Days""#],
    ]

    fileprivate static let opportunityLineItem = pack(
        "00k",
        required: ["/OpportunityId"],
        product.merging([
            "/OpportunityId": ids("006"), "/SortOrder": ["1", "12"], "/Discount": ["5", "6.00"],
            "/ServiceDate": [#""2027-02-01""#], "/Name": names, "/ProductCode": [#""A-1""#], "/Subtotal": amounts,
            "/Product2/Name": names,
        ]) { first, _ in first },
        adjust: { payload, _ in
            if payload.values["/Product2Id"] ?? "null" == "null" { payload.values["/Product2/Name"] = nil }
        }
    )

    fileprivate static let orderItem = pack(
        "802",
        required: ["/OrderId"],
        product.merging([
            "/OrderId": ids("801"), "/OrderItemNumber": [#""0000000101""#],
            "/ServiceDate": [#""2027-02-01""#], "/EndDate": [#""2027-03-01""#],
        ]) { first, _ in first }
        .filter { $0.key != "/Product2Id" }
    )

    fileprivate static let pricebook = pack(
        "01s",
        required: ["/Name"],
        [
            "/Name": names, "/IsActive": flags, "/CurrencyIsoCode": currencies, "/PricebookEntries/records": ["[]"],
            "/PricebookEntries/totalSize": ["0"], "/PricebookEntries/done": ["true"],
            "/PricebookEntries/nextRecordsUrl": [#""/x""#],
        ],
        adjust: { payload, _ in
            // An answer has a list, or is null as a whole.
            payload.values["/PricebookEntries/records"] = "[]"
        }
    )

    fileprivate static let pricebookEntry = pack(
        "01u",
        required: ["/Pricebook2Id"],
        [
            "/Pricebook2Id": ids("01s"), "/Product2Id": ids("01t"), "/Name": names, "/UnitPrice": amounts,
            "/CurrencyIsoCode": currencies, "/IsActive": ["true"],
            "/Product2/QuantityUnitOfMeasure": [#""Hours""#, #""Each""#, #""Days""#],
        ],
        adjust: { payload, _ in
            if payload.values["/Product2Id"] ?? "null" == "null" { payload.values["/Name"] = nil }
        }
    )
}

extension MappingExpectations where Target == PartRecord<Customer, Contact> {
    fileprivate static let contact = MappingExpectations(
        loose: ["/IsDeleted", "/Name"],
        loosened: { contact in
            var contact = contact
            contact.part.name?.full = nil
            if contact.part.name == PersonName() { contact.part.name = nil }
            return contact
        },
        changes: changes
    )

    private static let changes: [Change] = {
        var changes = part("Contact", id: \.id, references: [\.externalReferences], parent: "/AccountId", "Account")
        changes += partField("/Title", \.jobTitle, ["Neu \"1\""])
        changes += partField("/Department", \.department, ["Einkauf"])
        let parts: [(String, any WritableKeyPath<PersonName, String?> & Sendable)] = [
            ("/Salutation", \.prefix), ("/FirstName", \.given), ("/MiddleName", \.middle), ("/LastName", \.family),
            ("/Suffix", \.suffix),
        ]
        for (pointer, property) in parts {
            changes.append(
                change("set \(pointer)", [pointer], ["Ö", "van der"]) { contact, value in
                    contact.part.name = contact.part.name ?? PersonName()
                    contact.part.name?[keyPath: property] = value
                }
            )
        }
        let points: [(String, ContactPointKind, String?)] = [
            ("/Email", .email, nil), ("/Phone", .phone, nil), ("/MobilePhone", .mobile, nil),
            ("/HomePhone", .phone, "home"), ("/OtherPhone", .phone, "other"),
            ("/AssistantPhone", .phone, "assistant"), ("/Fax", .fax, nil),
        ]
        for (pointer, kind, label) in points {
            changes.append(
                change("set \(pointer)", [pointer], ["1", nil]) { contact, value in
                    // They come back in the order of the fields.
                    var found = contact.part.contactPoints.filter { $0.kind != kind || $0.label != label }
                    if let value { found.append(ContactPoint(kind, value) { $0.label = label }) }
                    contact.part.contactPoints = points.compactMap { _, kind, label in
                        found.first { $0.kind == kind && $0.label == label }
                    }
                }
            )
        }
        let purposes = [("/HasOptedOutOfEmail", "email"), ("/DoNotCall", "call"), ("/HasOptedOutOfFax", "fax")]
        for (pointer, purpose) in purposes {
            changes.append(
                change("set \(pointer)", [pointer], [true, false]) { contact, isRefused in
                    var found = contact.part.consents.filter { $0.purpose != purpose }
                    if isRefused { found.append(Consent(purpose, .refused)) }
                    contact.part.consents = purposes.compactMap { _, purpose in found.first { $0.purpose == purpose } }
                }
            )
        }
        return changes
    }()
}

extension MappingExpectations {
    /// Changes of a line with a price, in a currency that its amounts share.
    fileprivate static func prices<Parent, Part>(
        _ pointers: [String],
        _ properties: [any WritableKeyPath<Part, Money?> & Sendable]
    ) -> [Change] where Target == PartRecord<Parent, Part> {
        let currencies = ["EUR", "USD", "GBP"]
        return [
            change("set the prices", Set(pointers + ["/CurrencyIsoCode"]), currencies) { record, currency in
                for property in properties { record.part[keyPath: property] = PackTrial.money("99.0900", currency) }
            },
            change("clear the prices", Set(pointers + ["/CurrencyIsoCode"]), [0]) { record, _ in
                for property in properties { record.part[keyPath: property] = nil }
            },
        ]
    }

    /// Changes of a quantity, in the unit that it has.
    fileprivate static func quantity<Parent, Part>(
        _ property: any WritableKeyPath<Part, Quantity?> & Sendable
    ) -> [Change] where Target == PartRecord<Parent, Part> {
        [
            Change("set /Quantity", ["/Quantity"]) { records, _ in
                guard let old = records[0].part[keyPath: property], let value = try? ExactDecimal("7.50") else {
                    return false
                }
                records[0].part[keyPath: property] = Quantity(value, old.unit)
                return true
            },
            change("clear /Quantity", ["/Quantity"], [0]) { record, _ in record.part[keyPath: property] = nil },
        ]
    }

    /// Changes of a product, whose name is not the line's to say.
    fileprivate static func product<Parent, Part>(
        _ name: String,
        _ property: any WritableKeyPath<Part, Coding?> & Sendable
    ) -> [Change] where Target == PartRecord<Parent, Part> {
        [
            Change("set /Product2Id", ["/Product2Id"]) { records, _ in
                guard records[0].part[keyPath: property] != nil else { return false }
                records[0].part[keyPath: property]?.code = "01t9Z00000AbCdEQAV"
                return true
            },
            change("clear /Product2Id", ["/Product2Id"], [0]) { record, _ in record.part[keyPath: property] = nil },
        ]
    }
}

extension MappingExpectations where Target == PartRecord<Opportunity, OpportunityLine> {
    fileprivate static let opportunityLineItem = MappingExpectations(
        loose: ["/IsDeleted", "/CurrencyIsoCode"],
        changes: part(
            "OpportunityLineItem",
            id: \.id,
            references: [\.externalReferences],
            parent: "/OpportunityId",
            "Opportunity"
        )
            + partField("/SortOrder", \.number, [3])
            + partField("/Description", \.description, ["Neu \"1\""])
            + partField("/Discount", \.discount, ["7.5"].compactMap { try? Percentage($0) })
            + product("/Product2/Name", \.service)
            + quantity(\.quantity)
            + prices(["/UnitPrice", "/TotalPrice"], [\.unitPrice, \.amount])
            + [
                change("set /ServiceDate", ["/ServiceDate"], ["2027-05-01", nil]) { record, day in
                    record.part.period = day.flatMap { try? DateInterval(from: LocalDate($0), through: nil) }
                }
            ]
    )
}

extension MappingExpectations where Target == PartRecord<Contract, ContractLine> {
    fileprivate static let orderItem = MappingExpectations(
        loose: ["/IsDeleted", "/CurrencyIsoCode", "/TotalPrice"],
        loosened: { line in
            var line = line
            line.part.lineAmount = nil
            return line
        },
        changes: part("OrderItem", id: \.id, parent: "/OrderId", "Order")
            + partField("/OrderItemNumber", \.number, ["7"])
            + partField("/Description", \.description, ["Neu \"1\""])
            + quantity(\.quantity)
            + [
                Change("set /UnitPrice", ["/UnitPrice"]) { records, _ in
                    // The line's amount, which Salesforce works out, is in the currency that the price has.
                    guard let old = records[0].part.unitPrice, let amount = try? ExactDecimal("99.0900") else {
                        return false
                    }
                    records[0].part.unitPrice = Money(amount, old.currency)
                    return true
                },
                change("set the days", ["/ServiceDate", "/EndDate"], [true, false]) { record, isOpen in
                    record.part.service = try? DateInterval(
                        from: LocalDate("2027-01-01"),
                        through: isOpen ? nil : LocalDate("2027-03-31")
                    )
                },
            ]
    )
}

extension MappingExpectations where Target == RateCard {
    fileprivate static let pricebook = MappingExpectations(
        loose: ["/IsDeleted", "/CurrencyIsoCode", "/PricebookEntries/done", "/PricebookEntries/nextRecordsUrl"],
        changes: packIdentity("Pricebook2") + [
            required("/Name", \.name, ["Neu"]),
            required("/CurrencyIsoCode", \.currency, ["CHF", "USD"].compactMap { try? CurrencyCode($0) }),
            required("/IsActive", \.status, [.active, .retired]),
        ]
    )
}

extension MappingExpectations where Target == PartRecord<RateCard, RateCardEntry> {
    fileprivate static let pricebookEntry = MappingExpectations(
        loose: ["/IsDeleted", "/CurrencyIsoCode"],
        changes: part("PricebookEntry", id: \.id, parent: "/Pricebook2Id", "Pricebook2")
            + product("/Name", \.dimensions.workType)
            + prices(["/UnitPrice"], [\.amount])
    )
}
