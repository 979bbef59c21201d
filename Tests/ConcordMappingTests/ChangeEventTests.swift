import Concord
@testable import ConcordMapping
import Testing

@Suite("Change events")
struct ChangeEventTests {
    private static func described(_ event: ChangeEvent) -> String {
        var text = "## \(event.object) \(event.id ?? "all") \(event.kind.rawValue)"
        text += event.isWhole ? ", whole\n" : "\n"
        text += "order \(event.order.numbers), token \(event.token ?? "none"), key \(event.key)\n"
        if let at = event.at { text += "at \(at) by \(event.by ?? "nobody")\n" }
        if let reason = event.reason { text += "wanted: \(reason)\n" }
        for field in event.fields { text += "  \(field.pointer) = \(field.value?.text ?? "not told")\n" }
        return text
    }

    private static func described<Target>(_ change: MappedChange<Target>, _ title: String) -> String {
        var text = "\(title):\n"
        for change in change.changes { text += "  \(change.id.text) \(change.kind.rawValue)\n  \(change.patch)\n" }
        for issue in change.issues { text += "  \(issue)\n" }
        return text
    }

    @Test func salesforceTellsOfChanges() throws {
        var text = ""
        let context = try PackTrial.context()
        let original = try PackTrial.fixture("salesforce/opportunity.json")
        for event in try Salesforce.changeEvents(in: PackTrial.fixture("salesforce/change-events.json")) {
            text += Self.described(event)
            switch event.object {
            case "Opportunity":
                text += Self.described(Salesforce.opportunity.read(event, in: context), "without the object")
                guard event.id == "0065g00000p7Lk1AAE" else { break }
                let change = Salesforce.opportunity.read(event, onto: original, in: context)
                text += Self.described(change, "onto the object")
            case "Account": text += Self.described(Salesforce.account.read(event, in: context), "without the object")
            default: text += Self.described(Salesforce.user.read(event, in: context), "without the object")
            }
            text += "\n"
        }
        try expectGolden(text, "changes-salesforce.txt")
    }

    @Test func hubSpotTellsOfChanges() throws {
        let events = try HubSpot.changeEvents(in: PackTrial.fixture("hubspot/webhooks.json"))
        try expectGolden(events.map { Self.described($0) + "\n" }.joined(), "changes-hubspot.txt")
        #expect(events.map(\.order) == events.map(\.order).sorted())
        #expect(Set(events.map(\.key)).count == events.count)
    }

    /// A host's mapping of deals, whose properties are all text.
    @Test func dealsAreReadByAHostsMapping() throws {
        let deal = Mapping<Opportunity>("acme/deal", version: 1, object: "deal") { rule in
            rule.identity("/id", version: "/updatedAt", object: "deal")
            rule.same("/properties/dealname", to: \.name)
            rule.money(amount: "/properties/amount", currency: "/properties/deal_currency_code", to: \.amount)
            rule.same("/properties/hs_next_step", to: \.nextStep)
            rule.reference("/associations/companies", to: \.customer, object: "company")
            rule.keepRest()
        }
        let event = try #require(
            HubSpot.changeEvents(in: PackTrial.fixture("hubspot/webhooks.json")).first { $0.id == "18240077" }
        )
        let context = try PackTrial.context()
        let alone = deal.read(event, in: context)
        #expect(alone.patch.description == #"{"nextStep":null}"#)
        #expect(
            alone.issues.map { "\($0.code) \($0.path)" } == [
                "mapping.needsWhole amount", "mapping.needsWhole customer",
            ]
        )
        let original = #"{"id":"18240077","properties":{"dealname":"Depot","amount":"1","deal_currency_code":"EUR"}}"#
        let change = deal.read(event, onto: Array(original.utf8), in: context)
        #expect(change.patch.description == #"{"amount":{"amount":"64000.00"},"nextStep":null}"#)
        #expect(change.issues.map { "\($0.code) \($0.path)" } == ["mapping.needsWhole customer"])
        #expect(
            String(decoding: try #require(change.object), as: UTF8.self)
                == #"{"id":"18240077","properties":{"dealname":"Depot","amount":"64000.00","deal_currency_code":"EUR","#
                + #""hs_next_step":null}}"#
        )
    }

    @Test func untouchedBytesStay() throws {
        let original = try PackTrial.fixture("salesforce/opportunity.json")
        let event = try #require(Salesforce.changeEvents(in: PackTrial.fixture("salesforce/change-events.json")).first)
        let change = Salesforce.opportunity.read(event, onto: original, in: try PackTrial.context())
        let object = String(decoding: try #require(change.object), as: UTF8.self)
        let text = String(decoding: original, as: UTF8.self)
            .replacing("\"Amount\": 180000", with: "\"Amount\": 192500.50")
            .replacing("\"CloseDate\": \"2026-12-18\"", with: "\"CloseDate\": \"2026-12-17\"")
            .replacing("\"NextStep\": \"Legal reads clause 7 (liability)\"", with: "\"NextStep\": null")
            .replacing("\"Estimated_Days__c\": 120.50", with: "\"Estimated_Days__c\": 128.5")
            .replacing(
                "\"LastModifiedDate\": \"2026-11-19T16:44:52.000+0000\"",
                with: "\"LastModifiedDate\": \"2026-11-20T08:20:00.000+0000\""
            )
        #expect(object.hasPrefix(String(text.dropLast(2))), "\(object)")
        #expect(object.contains(#","CurrencyIsoCode":"EUR"}"#))
        // Twice is once.
        let again = Salesforce.opportunity.read(event, onto: Array(object.utf8), in: try PackTrial.context())
        #expect(again.object == change.object)
        #expect(again.patch.isEmpty)
    }

    @Test func aRepeatedRequestIsTheSame() throws {
        let request = String(decoding: try PackTrial.fixture("hubspot/webhooks.json"), as: UTF8.self)
        let again = request.replacing("\"attemptNumber\": 0", with: "\"attemptNumber\": 3")
        let first = try HubSpot.changeEvents(in: Array(request.utf8))
        #expect(try HubSpot.changeEvents(in: Array(again.utf8)) == first)
        // Their order in the request does not matter either, nor that one stands twice.
        let items = try #require(JSONTree(Array(request.utf8)).items)
        let shuffled = "[" + (items.reversed() + [items[0]]).map(\.text).joined(separator: ",") + "]"
        #expect(try HubSpot.changeEvents(in: Array(shuffled.utf8)) == first)
    }

    @Test(arguments: ["", "7", "[]x", "{}", "[{}]", #"{"payload":{"Name":"x"}}"#, #"[{"subscriptionType":"deal"}]"#])
    func whatIsNoEventIsRefused(message: String) throws {
        #expect(throws: Refusal.self) { try Salesforce.changeEvents(in: Array(message.utf8)) }
        #expect(throws: Refusal.self) { try HubSpot.changeEvents(in: Array(message.utf8)) }
    }

    @Test(arguments: 0..<300)
    func cutsAreAnswered(cut: Int) throws {
        for name in ["salesforce/change-events.json", "hubspot/webhooks.json"] {
            let bytes = try PackTrial.fixture(name)
            let some = Array(bytes.prefix(bytes.count * cut / 300))
            #expect(throws: Refusal.self) { try Salesforce.changeEvents(in: some) }
            #expect(throws: Refusal.self) { try HubSpot.changeEvents(in: some) }
        }
    }

    /// Whatever a message says, it is answered.
    @Test(arguments: MappingRandom.seeds(300))
    func damageIsAnswered(seed: UInt64) throws {
        var random = MappingRandom(seed: seed)
        let context = try PackTrial.context()
        let original = try PackTrial.fixture("salesforce/opportunity.json")
        let values = ["null", "{}", "[]", "-9223372036854775808", "1e400", "\"\"", "true", "[null]", "{\"a\":{}}"]
        for name in ["salesforce/change-events.json", "hubspot/webhooks.json"] {
            let walked = try WalkedJSON(PackTrial.fixture(name))
            var text = String(decoding: try PackTrial.fixture(name), as: UTF8.self)
            for _ in 0..<3 {
                let member = random.one(of: walked.members)
                text = text.replacing(walked.text(of: member), with: random.one(of: values), maxReplacements: 1)
            }
            let salesforce = try? Salesforce.changeEvents(in: Array(text.utf8))
            let hubSpot = try? HubSpot.changeEvents(in: Array(text.utf8))
            for event in (salesforce ?? []) + (hubSpot ?? []) {
                _ = Salesforce.account.read(event, in: context)
                _ = Salesforce.opportunity.read(event, in: context)
                let change = Salesforce.opportunity.read(event, onto: original, in: context)
                if let object = change.object { #expect(JSONText.check(object) == nil, "seed \(seed): \(text)") }
            }
        }
    }

    @Test func theOrderIsThatOfTheNumbers() {
        typealias Order = ChangeEvent.Order
        #expect(Order(1, 9) < Order(2, 1))
        #expect(Order(2, 1) < Order(2, 2))
        #expect(Order(1_795_162_800_123_456_788, 1) < Order(1_795_162_800_123_456_789, 0))
        #expect(!(Order(2, 1) < Order(2, 1)))
    }

    @Test func aChangeOfAnotherObjectIsRefused() throws {
        let context = try PackTrial.context()
        let event = ChangeEvent(
            object: "Opportunity",
            id: "0065g00000p9Zx4AAE",
            kind: .changed,
            fields: [.init("/Name", try JSONText("\"Other\""))],
            order: .init(1),
            key: "1"
        )
        #expect(Salesforce.account.read(event, in: context).issues.map(\.code) == [.otherObject])
        let original = try PackTrial.fixture("salesforce/opportunity.json")
        let change = Salesforce.opportunity.read(event, onto: original, in: context)
        #expect(change.issues.map(\.description).first?.contains("0065g00000p9Zx4AAE") == true)
        #expect(change.changes == [])
        #expect(change.object == nil)
        let broken = Salesforce.opportunity.read(event, onto: Array("{".utf8), in: context)
        #expect(broken.issues.map(\.severity) == [.error])
    }

    @Test func anObjectThatNobodyKnowsHasNoChange() throws {
        var context = try PackTrial.context()
        context.identities = IdentityTable()
        let event = ChangeEvent(
            object: "Opportunity",
            id: "0065g00000p7Lk1AAE",
            kind: .changed,
            fields: [.init("/Probability", try JSONText("5"))],
            order: .init(1),
            key: "1"
        )
        let original = try PackTrial.fixture("salesforce/opportunity.json")
        for change in [
            Salesforce.opportunity.read(event, in: context),
            Salesforce.opportunity.read(event, onto: original, in: context),
        ] {
            #expect(change.changes == [])
            #expect(change.issues.contains { $0.code == .unresolvedReference && $0.path.description == "id" })
        }
    }

    /// A member cannot be put into something that is no object.
    @Test func aFieldWithoutAPlaceIsSaid() throws {
        let event = ChangeEvent(
            object: "basket",
            id: "77",
            kind: .changed,
            fields: [.init("/currency/refName", try JSONText("\"EUR\""))],
            order: .init(1),
            key: "1"
        )
        let change = Basket.mapping.read(
            event,
            onto: Array(#"{"id":"77","currency":"none"}"#.utf8),
            in: try MappingLawsTests.context()
        )
        #expect(
            change.issues.map { "\($0.severity) \($0.code) \($0.source ?? "")" } == [
                "error mapping.needsWhole /currency/refName"
            ]
        )
    }

    @Test func whatCannotBeReadIsNotInThePatch() throws {
        let context = try PackTrial.context()
        let event = ChangeEvent(
            object: "Opportunity",
            id: "0065g00000p7Lk1AAE",
            kind: .changed,
            fields: [.init("/StageName", try JSONText("\"Parked\"")), .init("/Probability", try JSONText("5"))],
            order: .init(1),
            key: "1"
        )
        let original = try PackTrial.fixture("salesforce/opportunity.json")
        for change in [
            Salesforce.opportunity.read(event, in: context),
            Salesforce.opportunity.read(event, onto: original, in: context),
        ] {
            #expect(!change.isAcceptable)
            #expect(change.patch.description.contains("probability"))
            #expect(!change.patch.description.contains("canonical"), "\(change.patch)")
        }
    }

    /// A week of time is seven records, and one of its days may come or go.
    @Test func weeksAreReadOntoTheObject() throws {
        let context = try MappingLawsTests.context()
        let payload = #"""
            {"Id":"a3X5g00000XyzAbAAJ","pse__Resource__c":"0035g00000XyzAbAAJ","pse__Start_Date__c":"2026-03-01",
             "pse__Status__c":"Saved","pse__Monday_Hours__c":8.00,"pse__Tuesday_Hours__c":4}
            """#
        func event(_ kind: ChangeEvent.Kind, _ fields: [String: String]) throws -> ChangeEvent {
            ChangeEvent(
                object: "pse__Timecard_Header__c",
                id: "a3X5g00000XyzAbAAJ",
                kind: kind,
                fields: try fields.sorted { $0.key < $1.key }.map { .init($0.key, try JSONText($0.value)) },
                order: .init(1),
                key: "1"
            )
        }
        let changed = try event(
            .changed,
            ["/pse__Monday_Hours__c": "7.50", "/pse__Tuesday_Hours__c": "null", "/pse__Friday_Hours__c": "2"]
        )
        let change = Certinia.timecardHeader.read(changed, onto: Array(payload.utf8), in: context)
        #expect(change.isAcceptable, "\(change.issues)")
        #expect(
            Set(change.changes.map { "\($0.id.text.split(separator: "/").last ?? "") \($0.kind.rawValue)" })
                == ["monday changed", "tuesday deleted", "friday created"]
        )
        #expect(change.changes.allSatisfy { !$0.patch.isEmpty })
        let alone = Certinia.timecardHeader.read(changed, in: context)
        #expect(alone.needsWhole && alone.changes.isEmpty)
        let deleted = try event(.deleted, ["/IsDeleted": "true"])
        let gone = Certinia.timecardHeader.read(deleted, onto: Array(payload.utf8), in: context)
        #expect(gone.changes.count == 2)
        #expect(gone.changes.allSatisfy { $0.patch.description.contains(#""lifecycle":"deleted""#) })
    }

    // MARK: Laws

    private func check<Target: CanonicalRecord>(_ mapping: Mapping<Target>, _ recipe: PayloadRecipe) throws {
        let context = try MappingLawsTests.context()
        for seed in MappingRandom.seeds(150) {
            var random = MappingRandom(seed: seed)
            let trial = Trial(mapping, context, recipe.payload(&random).text(&random), seed)
            try trial.checkEvent(recipe, &random, id: "/Id")
        }
    }

    @Test func opportunitiesAreNotGuessed() throws { try check(Salesforce.opportunity, .opportunity) }
    @Test func accountsAreNotGuessed() throws { try check(Salesforce.account, .account) }
    @Test func contractsAreNotGuessed() throws { try check(Salesforce.contract, .contract) }
    @Test func ordersAreNotGuessed() throws { try check(Salesforce.order, .order) }
    @Test func productsAreNotGuessed() throws { try check(Salesforce.product, .soldProduct) }
    @Test func usersAreNotGuessed() throws { try check(Salesforce.user, .user) }
    @Test func projectsAreNotGuessed() throws { try check(Certinia.project, .certiniaProject) }
    @Test func resourcesAreNotGuessed() throws { try check(Certinia.resource, .certiniaResource) }
    @Test func assignmentsAreNotGuessed() throws { try check(Certinia.assignment, .certiniaAssignment) }
    @Test func expensesAreNotGuessed() throws { try check(Certinia.expense, .certiniaExpense) }
    @Test func rateCardsAreNotGuessed() throws { try check(Certinia.rateCard, .certiniaRateCard) }
    @Test func billingDocumentsAreNotGuessed() throws { try check(Certinia.billingDocument, .billingDocument) }
}
