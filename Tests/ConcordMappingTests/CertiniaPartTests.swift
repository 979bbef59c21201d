import Concord
@testable import ConcordMapping
@testable import ConcordSystems
import Testing

@Suite("Certinia: lines, milestones, splits and items of billing")
struct CertiniaPartTests {
    @Test func linesKeepTheLaws() throws {
        try PackTrial.expectLaws(Certinia.billingDocumentLine.alone, .line, .line)
    }

    @Test func milestonesKeepTheLaws() throws {
        try PackTrial.expectLaws(Certinia.milestone.alone, .milestone, .milestone)
    }

    @Test func splitsKeepTheLaws() throws { try PackTrial.expectLaws(Certinia.timecard, .split, .split) }

    @Test func itemsKeepTheLaws() throws {
        try PackTrial.expectLaws(Certinia.billingEventItem, .billingEventItem, .billingEventItem)
    }

    @Test func theyAreMappedAsWritten() throws {
        try PackTrial.expectTable(Certinia.billingDocumentLine.alone, "certinia-billing-document-line.md")
        try PackTrial.expectTable(Certinia.milestone.alone, "certinia-milestone.md")
        try PackTrial.expectTable(Certinia.timecard, "certinia-timecard.md")
        try PackTrial.expectTable(Certinia.billingEventItem, "certinia-billing-event-item.md")
    }

    @Test func linesHaveWhatTheyHave() throws {
        let invoices = try PackTrial.records(Certinia.billingDocument, of: "certinia/billing-document-lines.json")
        let lines = try PackTrial.records(
            Certinia.billingDocumentLine.alone,
            of: "certinia/billing-document-lines.json"
        )
        try #require(invoices.count == 1 && lines.count == 2)
        #expect(invoices[0].lines == lines.map(\.part))
        #expect(lines.allSatisfy { $0.parent == invoices[0].id && $0.list == "lines" })
        let line = lines[0].part
        #expect(line.id == "salesforce:emea/fferpcore__BillingDocumentLineItem__c/a5C5g000000LiN1EAK")
        #expect(line.number == "BDL-0012001")
        #expect(line.kind == .fee)
        #expect(line.description == "Dr. Jette Harmsen, Oktober 2026\nWorkshops & Review")
        #expect(line.item == Coding("01t5g000000ArChAAK", system: "salesforce/Product2", display: "Architecture"))
        #expect(line.quantity?.description == "34.500000 C62")
        #expect(line.unitPrice == PackTrial.money("176.000000000", "EUR"))
        #expect(line.amount == PackTrial.money("6068.00", "EUR"), "the document's currency")
        #expect(line.allocations == ["salesforce:emea/pse__Billing_Event_Item__c/a1e5g000000BeI1AAK"])
        #expect(lines[0].header.remarks?.unmapped?.text.contains(#""fferpcore__TaxRate1__c":19.00000"#) == true)
        #expect(lines[1].part.description == "Migration")
        #expect(lines[1].part.allocations == [])
    }

    @Test func milestonesArePartsOfTheContractOfTheirProject() throws {
        let milestones = try PackTrial.records(Certinia.milestone.alone, of: "certinia/milestones.json")
        try #require(milestones.count == 2)
        #expect(milestones[0].parent == "salesforce:emea/pse__Proj__c/contract/a3r5g000000d0SbAAI")
        let milestone = milestones[0].part
        #expect(milestone.id == "salesforce:emea/pse__Milestone__c/a1d5g000000MiS1AAK")
        #expect(milestone.name == "Abnahme Los 1 \"Fahrzeugumlauf\"")
        #expect(milestone.project == "salesforce:emea/pse__Proj__c/a3r5g000000d0SbAAI")
        #expect(milestone.status == .reached)
        #expect(milestone.due?.description == "2026-10-30")
        #expect(milestone.reachedOn?.description == "2026-10-28")
        #expect(milestone.amount == PackTrial.money("60000.00", "EUR"))
        #expect(milestones[1].part.status == .planned)
        #expect(milestones[1].part.amount == nil)
        // A firm's crosswalk knows the contract.
        var context = try PackTrial.context()
        var table = IdentityTable(fallback: DerivedIdentities())
        table.insert(
            ExternalKey(system: context.system, objectType: "pse__Proj__c/contract", value: "a3r5g000000d0SbAAI"),
            as: "ct-northwind"
        )
        context.identities = table
        let payload =
            #"{"Id":"a1d5g000000MiS2AAK","Name":"A","pse__Project__c":"a3r5g000000d0SbAAI","#
            + #""pse__Status__c":"Open"}"#
        let known = try Certinia.milestone.alone.read(payload, in: context).records()[0]
        #expect(known.parent == "ct-northwind")
        #expect(Certinia.milestone.write(known.part, of: known.parent, in: context) == payload)
    }

    @Test func splitsBecomeEntries() throws {
        let entries = try PackTrial.records(Certinia.timecard, of: "certinia/timecard-splits.json")
        try #require(entries.count == 6)
        #expect(entries[0].id == "salesforce:emea/pse__Timecard__c/a1f5g000000SpL1AAK/monday")
        #expect(entries[0].sheet?.value == "a1c5g0000009xRfAAI")
        #expect(entries[0].date.description == "2026-11-02")
        #expect(entries[0].worked == Minutes(480))
        #expect(entries[0].billingState == .billed)
        #expect(entries[0].billability == .billable)
        #expect(entries[0].customerDescription == "Workshop with the dispatchers")
        #expect(entries[2].timeType == .travel)
        #expect(entries[2].location?.code == "Onsite")
        #expect(entries[5].id == "salesforce:emea/pse__Timecard__c/a1f5g000000SpL2AAK/sunday")
        #expect(entries[5].billingState == .onHold)
        #expect(entries[5].worked == Minutes(20))
    }

    @Test func itemsAreEntriesOfTheLedger() throws {
        let items = try PackTrial.records(Certinia.billingEventItem, of: "certinia/billing-event-items.json")
        try #require(items.count == 4)
        #expect(items.map(\.source.kind.rawValue) == ["timecardSplit", "costTransaction", "milestone", "adjustment"])
        #expect(items[0].source.id == "salesforce:emea/pse__Timecard__c/a1f5g000000SpL1AAK")
        #expect(items[0].source.timeEntry == nil)
        #expect(items[0].amount == PackTrial.money("6068.00", "EUR"))
        #expect(items[0].sign == .bill)
        #expect(items[0].at.description == "2026-11-30T22:00:05.000Z" || items[0].at == items[0].header.createdAt)
        #expect(items[0].invoice == nil)
        // Billing events have no record; the entry keeps which one it is of.
        let event = #""pse__Billing_Event__c":"a1b5g000000BeV1AAK""#
        #expect(items[0].header.remarks?.unmapped?.text.contains(event) == true)
        #expect(items[1].source.costTransaction == "salesforce:emea/pse__Expense__c/a1g5g000000ExP1AAK")
        #expect(items[2].source.milestone == "salesforce:emea/pse__Milestone__c/a1d5g000000MiS1AAK")
        #expect(items[2].source.container == "salesforce:emea/pse__Proj__c/contract/a3r5g000000d0SbAAI")
        #expect(items[3].sign == .trueUp)
        let none = try PackTrial.outcome(
            Certinia.billingEventItem,
            #""Id":"a1e5g000000BeI4AAK","pse__Amount__c":1,"CreatedDate":"2026-11-30T22:00:05.000+0000""#
        )
        #expect(none.allIssues.map(\.path.description) == ["source"])
    }
}

// MARK: - Recipes

extension PayloadRecipe {
    fileprivate static let line = pack(
        "a5C",
        required: ["/fferpcore__BillingDocument__c", "/Name"],
        [
            "/fferpcore__BillingDocument__c": ids("a5B"), "/Name": [#""BDL-1""#],
            "/fferpcore__ProductService__c": ids("01t"), "/fferpcore__ProductService__r/Name": names,
            "/fferpcore__LineDescription__c": names, "/fferpcore__Quantity__c": amounts,
            "/fferpcore__UnitPrice__c": amounts, "/fferpcore__NetValue__c": amounts, "/CurrencyIsoCode": currencies,
            "/pse__Billing_Event_Item_Correlation_Id__c": ids("a1e"),
            "/fferpcore__BillingDocumentStatus__c": [#""Draft""#],
            "/fferpcore__BillingDocumentExternalTaxStatus__c": [#""Draft""#],
            "/fferpcore__DerivedUnitPrice__c": amounts, "/fferpcore__TaxRateTotal__c": amounts,
            "/fferpcore__TaxValueTotal__c": amounts, "/fferpcore__TotalValue__c": amounts,
        ],
        adjust: { payload, _ in
            if payload.values["/fferpcore__ProductService__c"] ?? "null" == "null" {
                payload.values["/fferpcore__ProductService__r/Name"] = nil
            }
        }
    )

    fileprivate static let milestone = pack(
        "a1d",
        required: ["/pse__Project__c", "/Name", "/pse__Status__c"],
        [
            "/pse__Project__c": ids("a3r"), "/Name": names, "/pse__Approved__c": flags,
            "/pse__Status__c": Certinia.milestoneStatus.rows.map { "\"\($0.source)\"" },
            "/pse__Target_Date__c": [#""2026-10-30""#], "/pse__Actual_Date__c": [#""2026-10-30""#],
            "/pse__Milestone_Amount__c": amounts, "/CurrencyIsoCode": currencies,
        ]
    )

    fileprivate static let billingEventItem = pack(
        "a1e",
        required: ["/pse__Amount__c", "/CreatedDate", "/pse__Timecard_Split__c"],
        [
            "/Name": [#""BEI-1""#], "/pse__Amount__c": amounts, "/CurrencyIsoCode": currencies,
            "/pse__Timecard_Split__c": ids("a1f"), "/pse__Expense__c": ids("a1g"), "/pse__Milestone__c": ids("a1d"),
            "/pse__Budget__c": ids("a1i"), "/pse__Miscellaneous_Adjustment__c": ids("a1h"),
            "/pse__Project__c": ids("a3r"), "/pse__Summary__c": texts,
        ],
        adjust: { payload, random in
            // One source, of any kind.
            let pointers = [
                "/pse__Timecard_Split__c", "/pse__Expense__c", "/pse__Milestone__c", "/pse__Budget__c",
                "/pse__Miscellaneous_Adjustment__c",
            ]
            let chosen = random.one(of: pointers)
            for pointer in pointers where pointer != chosen && payload.values[pointer] != nil {
                payload.values[pointer] = "null"
            }
            payload.values[chosen] = random.one(of: ids("a1f"))
        }
    )

    fileprivate static let split: PayloadRecipe = {
        var own: [String: [String]] = [
            "/Name": [#""TC-1""#], "/pse__Timecard_Header__c": ids("a1c"), "/pse__Resource__c": ids("003"),
            "/pse__Project__c": ids("a3r"), "/pse__Assignment__c": ids("a0v"),
            "/pse__Start_Date__c": [#""2026-03-02""#], "/pse__End_Date__c": [#""2026-03-08""#],
            "/pse__Status__c": Certinia.timecardStatus.rows.map { "\"\($0.source)\"" },
            "/pse__Billable__c": flags, "/pse__Billed__c": flags, "/pse__Billing_Hold__c": flags,
            "/pse__Submitted__c": flags, "/pse__Approved__c": flags, "/pse__Total_Hours__c": ["8.00"],
            "/pse__Total_Days_Worked__c": ["1.0"],
        ]
        for day in Certinia.Day.week {
            own[day.field("pse__*_Hours__c")] = ["8.00", "0.33", "7.5", "0", "0.00"]
            own[day.field("pse__*_Notes__c")] = names
            own[day.short("pse__Location_*__c")] = [#""Berlin""#]
            own[day.short("pse__Travel_*__c")] = flags
        }
        return pack(
            "a1f",
            required: [
                "/pse__Timecard_Header__c", "/pse__Resource__c", "/pse__Start_Date__c", "/pse__Status__c",
                "/pse__Monday_Hours__c", "/pse__Billable__c",
            ],
            own,
            adjust: { payload, _ in payload.values["/pse__Monday_Hours__c"] = "8.00" }
        )
    }()
}

extension MappingExpectations where Target == PartRecord<Invoice, InvoiceLine> {
    fileprivate static let line = MappingExpectations(
        loose: [
            "/IsDeleted", "/CurrencyIsoCode", "/fferpcore__NetValue__c", "/fferpcore__LineDescription__c",
        ],
        loosened: { line in
            var line = line
            line.part.amount = nil
            return line
        },
        changes: part(
            "fferpcore__BillingDocumentLineItem__c",
            id: \.id,
            parent: "/fferpcore__BillingDocument__c",
            "fferpcore__BillingDocument__c"
        )
            + [
                change("set /Name", ["/Name"], ["BDL-2"]) { $0.part.number = $1 },
                change("describe", ["/fferpcore__LineDescription__c"], ["Neu \"1\""]) { $0.part.description = $1 },
                change("set the quantity", ["/fferpcore__Quantity__c"], ["7.50", nil]) { line, value in
                    line.part.quantity = value.flatMap { try? ExactDecimal($0) }.map { Quantity($0, .one) }
                },
                Change("set the price", ["/fferpcore__UnitPrice__c"]) { records, _ in
                    guard let old = records[0].part.unitPrice, let amount = try? ExactDecimal("99.0900") else {
                        return false
                    }
                    records[0].part.unitPrice = Money(amount, old.currency)
                    return true
                },
                Change("set the product", ["/fferpcore__ProductService__c"]) { records, _ in
                    guard records[0].part.item != nil else { return false }
                    records[0].part.item?.code = "01t9Z00000AbCdEQAV"
                    return true
                },
                change("set the entry", ["/pse__Billing_Event_Item_Correlation_Id__c"], [true, false]) { line, isSet in
                    line.part.allocations = isSet ? ids("pse__Billing_Event_Item__c").suffix(1) : []
                },
            ]
    )
}

extension MappingExpectations where Target == PartRecord<Contract, Milestone> {
    fileprivate static let milestone = MappingExpectations(
        loose: ["/IsDeleted", "/CurrencyIsoCode"],
        changes: part("pse__Milestone__c", id: \.id, parent: "/pse__Project__c", "pse__Proj__c")
            .filter { $0.name != "set /pse__Project__c" }
            + [
                change("move", ["/pse__Project__c"], ["0019Z00000AbCdEQAV", "0015g00000XyzAbAAJ"]) { milestone, id in
                    milestone.parent = RecordID(stringLiteral: "salesforce:test/pse__Proj__c/contract/\(id)")
                    milestone.part.project = RecordID(stringLiteral: "salesforce:test/pse__Proj__c/\(id)")
                },
                change("rename", ["/Name"], ["Neu"]) { $0.part.name = $1 },
                change("set the status", ["/pse__Status__c"], [MilestoneStatus.planned, .reached, .cancelled]) {
                    $0.part.status = $1
                },
                change("set the price", ["/pse__Milestone_Amount__c", "/CurrencyIsoCode"], ["EUR", "USD", nil]) {
                    milestone,
                    currency in
                    milestone.part.amount = currency.flatMap { PackTrial.money("99.0900", $0) }
                },
            ]
            + partField("/pse__Target_Date__c", \.due, ["2027-01-31"].compactMap { try? LocalDate($0) })
            + partField("/pse__Actual_Date__c", \.reachedOn, ["2027-01-31"].compactMap { try? LocalDate($0) })
    )
}

extension MappingExpectations where Target == InvoiceAllocation {
    fileprivate static let billingEventItem = MappingExpectations(
        loose: ["/IsDeleted", "/CurrencyIsoCode"],
        changes: packIdentity("pse__Billing_Event_Item__c").filter { $0.name != "set /CreatedDate" }
            .filter { $0.name != "clear /CreatedDate" }
            + field("/Name", \.header.displayNumber, ["BEI-2"])
            + [
                change("set the amount", ["/pse__Amount__c", "/CurrencyIsoCode"], ["5.00", "-5.00"]) { item, amount in
                    guard let money = PackTrial.money(amount, "GBP") else { return }
                    item.amount = money
                    item.sign = money.amount.isNegative ? .trueUp : .bill
                },
                change("set /CreatedDate", ["/CreatedDate"], ["2020-01-01T00:00:00Z"]) { item, text in
                    guard let time = try? Instant(text) else { return }
                    item.header.createdAt = time
                    item.at = time
                },
                Change("set the expense", ["/pse__Expense__c"]) { items, _ in
                    guard items[0].source.kind == .costTransaction else { return false }
                    items[0].source.id = "salesforce:test/pse__Expense__c/a1g5g000000ExP9AAK"
                    return true
                },
                Change("set the split", ["/pse__Timecard_Split__c"]) { items, _ in
                    guard items[0].source.kind.rawValue == "timecardSplit" else { return false }
                    items[0].source.id = "salesforce:test/pse__Timecard__c/a1f5g000000SpL9AAK"
                    return true
                },
            ]
    )
}

extension MappingExpectations where Target == TimeEntry {
    fileprivate static let split = MappingExpectations(
        loose: Set(["/IsDeleted", "/pse__Billed__c", "/pse__Billing_Hold__c", "/pse__Billable__c"])
            .union(Certinia.Day.week.map { $0.short("pse__Travel_*__c") })
            .union(timecardHeader.loose),
        loosened: timecardHeader.loosened,
        changes: [
            required("/pse__Status__c", \.approval.state, [.draft, .approved, .rejected]),
            required("/pse__Billable__c", \.billability, [.billable, .nonBillable]),
            Change("set the billing", ["/pse__Billed__c", "/pse__Billing_Hold__c"]) { entries, random in
                let state = random.one(of: [BillingState.billed, .onHold, .unbilled])
                for index in entries.indices { entries[index].billingState = state }
                return true
            },
            Change("set the id", ["/Id"]) { entries, _ in
                for index in entries.indices {
                    let id = "a1f9Z00000AbCdEQAV"
                    let day = entries[index].id.text.split(separator: "/").last ?? ""
                    entries[index].id = RecordID(stringLiteral: "salesforce:test/pse__Timecard__c/\(id)/\(day)")
                    entries[index].header.externalReferences[0].value = id
                }
                return true
            },
            Change("set the header", ["/pse__Timecard_Header__c"]) { entries, _ in
                for index in entries.indices { entries[index].sheet?.value = "a1c9Z00000AbCdEQAV" }
                return true
            },
        ]
            + field("/Name", \.header.displayNumber, ["TC-2"])
            + timecardHeader.changes.filter { change in
                let own = Set(PayloadRecipe.split.values.keys)
                    .subtracting([
                        "/Id", "/pse__Status__c", "/pse__Billable__c", "/pse__Billed__c", "/Name",
                    ])
                return change.pointers.isSubset(of: own)
            }
    )
}
