import Concord
import ConcordMapping
import Testing

@Suite("Patches for vendors")
struct MappingPatchTests {
    private static func described(_ title: String, _ update: WrittenObject) -> String {
        var text = "## \(title)\n\(update.text)\n"
        if let query = update.query { text += "?\(query.name)=\(query.value)\n" }
        for issue in update.issues { text += "\(issue)\n" }
        return text + "\n"
    }

    @Test func theyAreWhatTheVendorTakes() throws {
        var text = ""
        let original = try PackTrial.fixture("salesforce/opportunity.json")
        let context = try PackTrial.context()
        let opportunity = try #require(
            original.withUnsafeBufferPointer { Salesforce.opportunity.read($0, in: context) }.records().first
        )
        func changeOpportunity(_ title: String, _ change: (inout Opportunity) throws -> Void) throws {
            var record = opportunity
            try change(&record)
            for form in [WriteForm.mergePatch, .vendorPatch] {
                let update = try Salesforce.opportunity.write([record], onto: original, as: form, in: context)
                text += Self.described("salesforce/opportunity, \(title), \(form)", update)
            }
        }
        try changeOpportunity("nothing changed") { _ in }
        try changeOpportunity("amount, next step and stage") {
            $0.amount = Money(try ExactDecimal("192500.50"), .usd)
            $0.nextStep = nil
            $0.stage.source = Coding("Closed Won", system: "salesforce/Opportunity.StageName")
        }
        try changeOpportunity("what Salesforce keeps itself") {
            $0.forecastCategory = .commit
            $0.header.modifiedBy = "0055g00000Zz9zZAAR"
            $0.closeDate = try LocalDate("2027-01-29")
        }
        let trial = try NetSuiteTrial(NetSuite.invoice, fixture: "invoice")
        let invoice = try trial.record()
        func changeInvoice(_ title: String, _ change: (inout Invoice) throws -> Void) throws {
            var record = invoice
            try change(&record)
            let update = try trial.mapping.write(
                [record],
                onto: Array(trial.payload.utf8),
                as: .vendorPatch,
                in: trial.context
            )
            text += Self.described("netsuite/invoice, \(title)", update)
        }
        try changeInvoice("references and a date") {
            $0.soldTo = "netsuite:test/customer/4713"
            $0.projects = []
            $0.dueDate = try LocalDate("2026-07-15")
        }
        try changeInvoice("a line changed, and one was added") {
            $0.lines[0].description = "Beratung Mai und Juni"
            $0.lines[1].dimensions = []
            $0.lines.append(
                InvoiceLine(id: "netsuite:test/invoice/90210/8", number: "8", kind: .fee, description: "Reise") {
                    $0.amount = Money(.one, .eur)
                    $0.item = Coding("99", system: "netsuite/item", display: "Reisekosten")
                }
            )
        }
        try changeInvoice("a line was taken out") { $0.lines.remove(at: 1) }
        try changeInvoice("a line in another currency") { $0.lines[0].amount = Money(.one, .usd) }
        try changeInvoice("a name for people") {
            $0.lines[0].item?.display = "Consulting"
            $0.header.createdAt = try Instant("2026-01-01T00:00:00Z")
        }
        try expectGolden(text, "patches.txt")
    }

    @Test func aHostsOwnMappingTakesWhatChanged() throws {
        let payload =
            #"{"id":"77","currency":{"refName":"EUR"},"x":{"y":[null]},"item":{"items":[{"line":1,"amount":1}]}}"#
        let context = try MappingLawsTests.context()
        var record = try #require(Basket.mapping.read(payload, in: context).records().first)
        record.lines[0].text = "Rails"
        let update = try Basket.mapping.write([record], onto: Array(payload.utf8), as: .vendorPatch, in: context)
        #expect(update.text == #"{"item":{"items":[{"line":1,"amount":1,"description":"Rails"}]}}"#)
        #expect(update.query == nil)
        #expect(update.replacedLists == ["item"])
    }

    @Test func whatIsNoObjectIsRefused() throws {
        let context = try MappingLawsTests.context()
        for payload in ["", "[]", "{", #"{"id":1,"id":2}"#] {
            #expect(throws: Refusal.self) {
                try Basket.mapping.write([], onto: Array(payload.utf8), as: .mergePatch, in: context)
            }
        }
    }

    @Test func anEmptiedFieldIsNullInAPatchEvenIfItWasNotAskedFor() throws {
        let payload = #"{"Id":"0065g00000p7Lk1AAE","Name":"Depot","StageName":"Qualification","Custom__c":null}"#
        let context = try MappingLawsTests.context()
        var record = try #require(Salesforce.opportunity.read(payload, in: context).records().first)
        Opportunity.schema.setNull(\.description, in: &record)
        let update = try Salesforce.opportunity.write(
            [record],
            onto: Array(payload.utf8),
            as: .vendorPatch,
            in: context
        )
        #expect(update.text == #"{"Description":null}"#)
    }
}
