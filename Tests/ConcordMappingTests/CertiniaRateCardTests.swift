import Concord
import Testing

@Suite("Certinia rate cards")
struct CertiniaRateCardTests {
    @Test func theyKeepTheLaws() throws { try PackTrial.expectLaws(Certinia.rateCard, .certiniaRateCard, .rateCard) }

    @Test func theyAreMappedAsWritten() throws { try PackTrial.expectTable(Certinia.rateCard, "certinia-rate-card.md") }

    @Test func theyHaveWhatTheyHave() throws {
        let narrower: [IssueCode] = ["rateCard.narrower", "rateCard.narrower"]
        let cards = try PackTrial.records(Certinia.rateCard, of: "certinia/rate-cards.json", warnings: narrower)
        try #require(cards.count == 3)
        let card = cards[0]
        #expect(card.id == "salesforce:emea/pse__Rate_Card__c/a2n5g000000RaC1AAK")
        #expect(card.name == "Northwind PM 2026")
        #expect(card.owner.level == .customer)
        #expect(card.owner.customer == "salesforce:emea/Account/0015g00000Nr4WaAAJ")
        #expect(card.side == .bill)
        #expect(card.status == .active)
        #expect(card.currency.description == "EUR")
        #expect(card.effective.description == "2026-01-01/2026-12-31")
        try #require(card.entries.count == 1)
        #expect(card.entries[0].id.text == card.id.text)
        #expect(card.entries[0].dimensions.role == "salesforce:emea/pse__Role__c/Project Manager")
        #expect(card.entries[0].unit == .hour)
        #expect(card.entries[0].basis == .pricePerUnit)
        #expect(card.entries[0].amount == PackTrial.money("185.0000", "EUR"))
        #expect(card.entries[0].effective == card.effective)
        #expect(card.header.remarks?.unmapped?.text.contains(#""pse__Average_Cost_Rate__c":96.50"#) == true)
        // One for everybody, without an end; and one that has no rate yet.
        #expect(cards[1].owner.level == .firm)
        #expect(cards[1].effective.description == "2026-07-01/..")
        #expect(cards[1].entries[0].amount == PackTrial.money("210.5", "CHF"))
        #expect(cards[1].entries[0].dimensions.role == nil)
        #expect(cards[1].header.remarks?.unmapped?.text.contains("pse__Region__c") == true)
        #expect(cards[2].entries == [])
        #expect(cards[2].effective == .always)
        #expect(
            cards[2].header.remarks?.unmapped?.text == #"{"pse__Suggested_Bill_Rate__c":null,"pse__Role__c":"Trainer"}"#
        )
    }
}

extension PayloadRecipe {
    static let certiniaRateCard = pack(
        "a2n",
        required: ["/Name"],
        [
            "/Name": names,
            "/pse__Account__c": ids("001"),
            "/pse__Start_Date__c": [#""2026-03-01""#, #""2024-02-29""#],
            "/pse__End_Date__c": [#""2026-03-01""#, #""2026-12-31""#],
            "/pse__Suggested_Bill_Rate__c": ["185.0000", "0", "1.5E3"],
            "/CurrencyIsoCode": currencies,
            "/pse__Role__c": [#""Project Manager""#, #""Solutions Architect (TSE)""#],
            "/pse__Region__c": ids("a2m"),
            "/pse__Practice__c": ids("a2k"),
            "/pse__Group__c": ids("a2h"),
        ],
        adjust: { payload, _ in order("/pse__Start_Date__c", "/pse__End_Date__c", &payload) }
    )
}

extension MappingExpectations where Target == RateCard {
    fileprivate static let rateCard = MappingExpectations(
        loose: ["/IsDeleted", "/CurrencyIsoCode"],
        changes: header() + fields
    )

    private static let fields: [Change] = {
        var changes: [Change] = [required("/Name", \.name, ["Neu \"1\""])]
        changes.append(
            Change("set the id", ["/Id"]) { records, _ in
                let id = "a2n9Z00000AbCdEQAV"
                records[0].header.externalReferences[0].value = id
                records[0].id = RecordID(stringLiteral: "salesforce:test/pse__Rate_Card__c/\(id)")
                for index in records[0].entries.indices {
                    records[0].entries[index].id = RecordID(stringLiteral: records[0].id.text)
                }
                return true
            }
        )
        changes.append(
            change("set the owner", ["/pse__Account__c"], ["0019Z00000AbCdEQAV", nil]) { card, id in
                var owner = RateCardOwner(level: id == nil ? .firm : .customer)
                owner.customer = id.map { RecordID(stringLiteral: "salesforce:test/Account/\($0)") }
                card.owner = owner
            }
        )
        changes.append(
            change("set the days", ["/pse__Start_Date__c", "/pse__End_Date__c"], ["2027-12-31", nil, ""]) { card, end in
                let first = end == "" ? nil : try? LocalDate("2027-01-01")
                let last = end.flatMap { try? LocalDate($0) }
                card.effective = (try? DateInterval(from: first, through: last)) ?? .always
                for index in card.entries.indices { card.entries[index].effective = card.effective }
            }
        )
        changes.append(
            change("set the rate", ["/pse__Suggested_Bill_Rate__c", "/CurrencyIsoCode"], ["USD", "GBP"]) { card, code in
                guard let money = PackTrial.money("99.0900", code), !card.entries.isEmpty else { return }
                card.currency = money.currency
                card.entries[0].amount = money
            }
        )
        changes.append(
            change("set the role", ["/pse__Role__c"], ["Trainer", nil]) { card, role in
                guard !card.entries.isEmpty else { return }
                card.entries[0].dimensions.role = role.map {
                    RecordID(stringLiteral: "salesforce:test/pse__Role__c/\($0)")
                }
            }
        )
        return changes
    }()
}
