import Concord
import Testing

@testable import ConcordMapping

/// Time, expenses and items that invoices bill, which stand in sublists of their own.
@Suite("NetSuite: lines of several sublists")
struct NetSuiteBilledLineTests {
    private static func trial() throws -> NetSuiteTrial<Invoice> {
        try NetSuiteTrial(NetSuite.invoice, fixture: "invoice", 2)
    }

    @Test func theyAreLines() throws {
        let invoice = try Self.trial().record()
        let lines = invoice.lines
        #expect(
            lines.map(\.number) == [
                "1", "time/88201", "time/88205", "expCost/7001/2", "expCost/7001/3", "itemCost/5510/1",
            ]
        )
        #expect(lines.map(\.id.text) == lines.map { "netsuite:test/invoice/90212/\($0.number)" })
        #expect(lines.map(\.kind) == [.fee, .time, .time, .expense, .expense, .material])
        #expect(
            lines.map(\.description)
                == ["Pauschale Juni", "Abnahme vor Ort", "Consulting", "Hamburg–Passau", "Hotel", "Messkabel"]
        )
        #expect(lines.map { $0.quantity?.description } == ["1 C62", "7.5 HUR", "2.25 HUR", nil, nil, nil])
        #expect(lines.map { $0.unitPrice?.description } == ["2000.00 EUR", "165.00 EUR", "140.00 EUR", nil, nil, nil])
        #expect(lines[1].service?.from?.description == "2026-06-03")
        #expect(lines[1].service?.through?.description == "2026-06-03")
        #expect(lines.map { $0.dimensions.map(\.name) } == [[], ["department"], [], [], ["class"], []])
        // What could be billed and is not is no line, or the sum would be another.
        let sum = try lines.compactMap(\.amount).reduce(Money(.zero, .eur)) { try $0.adding($1) }
        #expect(sum == invoice.totals?.lineTotal)
        #expect(sum.description == "4137.35 EUR")
    }

    @Test func theLawsAreKept() throws {
        try Self.trial().check()
    }

    @Test func whatIsNotBilledIsLeftOut() throws {
        let trial = try Self.trial()
        var coverage = Coverage()
        let bytes = Array(trial.payload.utf8)
        _ = bytes.withUnsafeBufferPointer { trial.mapping.read($0, in: trial.context, coverage: &coverage) }
        #expect(coverage.isBalanced)
        let amounts = try #require(coverage.fields["/time/items/*/amount"])
        #expect(amounts.seen == 3)
        #expect(amounts.leaves.dropped == 1)
        #expect(amounts.leaves.mapped == 2)
    }

    @Test func eachLineGoesWhereItCameFrom() throws {
        let trial = try Self.trial()
        try trial.change(["/time/items/0/rate"]) { $0.lines[1].unitPrice = Money(try ExactDecimal("170.00"), .eur) }
        try trial.change(["/time/items/2/memo"]) { $0.lines[2].description = "Nacharbeit" }
        try trial.change(["/expCost/items/1/amount"]) { $0.lines[4].amount = Money(try ExactDecimal("125.00"), .eur) }
        try trial.change(["/itemCost/items/0/amount"]) { $0.lines[5].amount = Money(try ExactDecimal("240.00"), .eur) }
        try trial.change(["/item/items/0/description"]) { $0.lines[0].description = "Pauschale" }
        try trial.change(["/time/items/0/billedDate"]) {
            $0.lines[1].service = DateInterval(on: try LocalDate("2026-06-02"))
        }
        try trial.refuses { $0.lines[1].quantity = Quantity(try ExactDecimal("1"), .day) }
    }

    @Test func aLineThatIsTakenOutIsBilledNoMore() throws {
        let trial = try Self.trial()
        let text = try trial.change(["/time/items/0/apply", "/expCost/items/1/apply"]) { invoice in
            invoice.lines.removeAll { ["time/88201", "expCost/7001/3"].contains($0.number) }
        }
        // And back again: NetSuite's own columns have stayed.
        let (again, _) = try trial.mapping.write([trial.record()], onto: Array(text.utf8), in: trial.context)
        let back = try NetSuiteTrial(NetSuite.invoice, String(decoding: again, as: UTF8.self)).record()
        #expect(back.lines == (try trial.record().lines))
        #expect(String(decoding: again, as: UTF8.self).contains("custcol_phase"))
        let patch = try trial.mapping.write(
            [try NetSuiteTrial(NetSuite.invoice, text).record()],
            onto: Array(trial.payload.utf8),
            as: .vendorPatch,
            in: trial.context
        )
        #expect(
            String(decoding: patch.bytes, as: UTF8.self)
                == #"{"time":{"items":[{"doc":88201,"apply":false}]},"#
                + #""expCost":{"items":[{"doc":7001,"line":3,"apply":false}]}}"#
        )
        #expect(patch.query == nil)
    }

    @Test func linesComeToTheirOwnList() throws {
        let trial = try Self.trial()
        var record = try trial.record()
        let id = record.id.text
        let (amount, rate, hours) = (try ExactDecimal("1320.00"), try ExactDecimal("165.00"), try ExactDecimal("8"))
        let day = try LocalDate("2026-06-04")
        record.lines.insert(
            InvoiceLine(
                id: try RecordID("\(id)/time/88202"),
                number: "time/88202",
                kind: .time,
                description: "Schulung"
            ) {
                $0.amount = Money(amount, .eur)
                $0.unitPrice = Money(rate, .eur)
                $0.quantity = Quantity(hours, .hour)
                $0.service = DateInterval(on: day)
            },
            at: 2
        )
        record.lines.insert(
            InvoiceLine(id: try RecordID("\(id)/2"), number: "2", kind: .fee, description: "Reserve") {
                $0.amount = Money(.one, .eur)
            },
            at: 1
        )
        let (object, issues) = try trial.mapping.write([record], onto: Array(trial.payload.utf8), in: trial.context)
        #expect(issues == [])
        let after = try WalkedJSON(object)
        #expect(after["/time/items/1/apply"].map(after.text) == "true")
        #expect(after["/time/items/1/memo"].map(after.text) == "\"Schulung\"")
        #expect(after["/time/items/2/doc"].map(after.text) == "88205")
        #expect(after["/item/items/1/line"].map(after.text) == "2")
        #expect(after["/itemCost/items/1/apply"].map(after.text) == "false")
        let numbers = trial.mapping.read(String(decoding: object, as: UTF8.self), in: trial.context).drafts[0].value
            .lines
        #expect(
            numbers.map(\.number) == [
                "1", "2", "time/88201", "time/88202", "time/88205", "expCost/7001/2", "expCost/7001/3",
                "itemCost/5510/1",
            ]
        )
    }

    @Test func aNewInvoiceHasWhatIsBilled() throws {
        let trial = try Self.trial()
        let text = trial.mapping.write(try trial.record(), in: trial.context)
        let object = try WalkedJSON(text)
        #expect(object["/time/items/0/apply"].map(object.text) == "true")
        #expect(object["/time/items/1/doc"].map(object.text) == "88205")
        #expect(object["/time/items/2"] == nil)
        #expect(object["/time/items/0/custcol_phase"].map(object.text) == "\"Abnahme\"")
        #expect(object["/itemCost/items/0/cost"].map(object.text) == "200.00")
        let lines = trial.mapping.read(text, in: trial.context).drafts[0].value.lines
        #expect(lines.map(\.number) == (try trial.record().lines.map(\.number)))
        #expect(lines.map(\.amount) == (try trial.record().lines.map(\.amount)))
    }

    @Test func mistakesAreSaidWithTheirPlaces() throws {
        let trial = try Self.trial()
        let payload = trial.payload.replacing(#""doc": 88205"#, with: #""doc": null"#)
            .replacing(#""amount": 130.00"#, with: #""amount": "x""#)
        #expect(
            trial.issues(payload).map { "\($0.source ?? "") \($0.path)" }
                == ["/time/items/2/doc lines[2].id", "/expCost/items/1/amount lines[4].amount"]
        )
        let explained = trial.mapping.explain(trial.payload, in: trial.context, target: "lines[2].description")
        #expect(explained.fields.first?.inputs.map(\.pointer).contains("/time/items/2/memo") == true)
        let link = trial.payload.replacing(#""totalResults": 3,"#, with: #""hasMore": true,"#)
        #expect(trial.issues(link).map(\.code.rawValue) == ["netsuite.notExpanded"])
        #expect(trial.issues(link).map(\.severity) == [.warning])
    }
}
