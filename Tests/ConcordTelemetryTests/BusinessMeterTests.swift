import ConcordAdapters
import ConcordConfiguration
import ConcordModel
import ConcordOwnership
import ConcordSchema
import ConcordTelemetry
import ConcordValues
import Testing

@Suite("What signals mean for the business")
struct BusinessMeterTests {
    @Test("From a deal that is won to its first active project")
    func provisioning() throws {
        var firm = try Firm()
        #expect(try firm.deal("op-1", .open, at: "2026-11-02T09:00:00Z") == [])
        #expect(try firm.deal("op-1", .won, at: "2026-11-03T09:00:00Z") == [])
        #expect(try firm.project("pr-1", of: "op-1", .planned, at: "2026-11-03T10:00:00Z") == [])
        #expect(try firm.gauge(.provisioningWaiting) == ["1"])
        #expect(
            try firm.project("pr-1", of: "op-1", .active, at: "2026-11-05T09:00:00Z")
                == ["concord.business.project.provisioning 172800.0 seconds"]
        )
        #expect(try firm.gauge(.provisioningWaiting) == ["0"])
        #expect(try firm.project("pr-1", of: "op-1", .active, at: "2026-11-06T09:00:00Z") == [])
        #expect(try firm.project("pr-2", of: "op-1", .active, at: "2026-11-07T09:00:00Z") == [])
    }

    @Test("Work that began before the deal was won took no time")
    func early() throws {
        var firm = try Firm()
        #expect(try firm.project("pr-1", of: "op-1", .active, at: "2026-11-01T09:00:00Z") == [])
        #expect(
            try firm.deal("op-1", .won, at: "2026-11-03T09:00:00Z")
                == ["concord.business.project.provisioning 0.0 seconds"]
        )
    }

    @Test("A project finds its deal through a line of the contract")
    func throughContract() throws {
        var firm = try Firm()
        _ = try firm.deal("op-1", .won, at: "2026-11-03T09:00:00Z")
        _ = try firm.contract(at: "2026-11-03T12:00:00Z") { contract in
            contract.opportunity = "op-1"
            contract.lines = [ContractLine(id: "kl-1", billingMethod: .timeAndMaterials)]
        }
        #expect(
            try firm.project("pr-1", of: nil, line: "kl-1", .active, at: "2026-11-03T10:00:00Z")
                == ["concord.business.project.provisioning 3600.0 seconds"]
        )
    }

    @Test("Approved time counts from its approval until it is billed")
    func unbilled() throws {
        var firm = try Firm()
        _ = try firm.time("te-1", "480", at: "2026-11-10T09:00:00Z") { entry in
            entry.billAmount = Money(try ExactDecimal("1280.00"), .eur)
        }
        _ = try firm.time("te-2", "90", at: "2026-11-11T09:00:00Z") { entry in
            entry.billAmount = Money(try ExactDecimal("0.10"), .eur)
        }
        _ = try firm.time("te-3", "60", at: "2026-11-12T09:00:00Z")
        #expect(try firm.gauge(.unbilledHours) == ["9.50", "1.00"])
        #expect(try firm.gauge(.unbilledAmount) == ["1280.10"])
        #expect(try firm.gauge(.unbilledAge) == ["950400.0 seconds"])
        _ = try firm.time("te-1", "480", at: "2026-11-13T09:00:00Z") { entry in
            entry.billAmount = Money(try ExactDecimal("1280.00"), .eur)
            entry.billingState = .billed
        }
        #expect(try firm.gauge(.unbilledAmount) == ["0.10"])
        #expect(try firm.gauge(.unbilledAge) == ["864000.0 seconds"])
        _ = try firm.time("te-2", "90", at: "2026-11-13T09:00:00Z") { $0.approval = Approval(.recalled) }
        _ = try firm.time("te-3", "60", at: "2026-11-13T09:00:00Z") { $0.billability = .nonBillable }
        #expect(try firm.gauge(.unbilledHours) == ["0.00", "0.00"])
        #expect(try firm.gauge(.unbilledAmount) == ["0"])
        #expect(try firm.gauge(.unbilledAge) == ["0.0 seconds"])
    }

    @Test("Sums of money are left out if they are not wanted")
    func withoutAmounts() throws {
        var firm = try Firm(BusinessMeter(reportsAmounts: false))
        _ = try firm.time("te-1", "480", at: "2026-11-10T09:00:00Z") { entry in
            entry.billAmount = Money(try ExactDecimal("1280.00"), .eur)
        }
        #expect(try firm.gauge(.unbilledAmount) == [])
        #expect(try firm.gauge(.unbilledHours) == ["8.00"])
    }

    @Test("From the last approval of a period to its invoice")
    func invoiceLag() throws {
        var firm = try Firm()
        _ = try firm.time("te-1", "480", on: "2026-10-30", at: "2026-11-02T09:00:00Z")
        _ = try firm.time("te-2", "480", on: "2026-10-31", at: "2026-11-04T09:00:00Z")
        _ = try firm.time("te-3", "480", on: "2026-11-01", at: "2026-11-05T09:00:00Z")
        _ = try firm.time("te-4", "480", on: "2026-10-31", project: "pr-9", at: "2026-11-05T09:00:00Z")
        #expect(try firm.invoice("in-1", .draft, at: "2026-11-05T09:00:00Z") == [])
        #expect(
            try firm.invoice("in-1", .issued, at: "2026-11-06T09:00:00Z")
                == ["concord.business.invoice.lag 172800.0 seconds"]
        )
        #expect(try firm.invoice("in-1", .sent, at: "2026-11-07T09:00:00Z") == [])
        #expect(try firm.invoice("in-2", .issued, at: "2026-11-07T09:00:00Z") { $0.type = .creditNote } == [])
    }

    @Test("From a signed amendment to the terms, the rates and the invoice that carry it")
    func amendments() throws {
        var firm = try Firm()
        func amended(_ contract: inout Contract) throws {
            contract.rateCard = "rc-1"
            contract.amendments = [
                Amendment(id: "am-1", sequence: 1, type: .priceRevision) { amendment in
                    amendment.status = .executed
                    amendment.effectiveFrom = try? LocalDate("2026-10-15")
                }
            ]
        }
        _ = try firm.contract(at: "2026-11-01T09:00:00Z", amended)
        #expect(try firm.gauge(.amendmentsWaiting) == ["1"])
        #expect(try firm.card("rc-1", at: "2026-10-31T09:00:00Z") == [])
        #expect(
            try firm.card("rc-1", at: "2026-11-01T10:00:00Z")
                == ["concord.business.amendment.propagation{carrier=rates} 3600.0 seconds"]
        )
        let terms = try firm.contract(at: "2026-11-01T11:00:00Z") { contract in
            try amended(&contract)
            contract.asAmendedThrough = "am-1"
        }
        #expect(terms == ["concord.business.amendment.propagation{carrier=terms} 7200.0 seconds"])
        #expect(
            try firm.invoice("in-1", .issued, period: "2026-10-01/2026-10-14", at: "2026-11-02T09:00:00Z") == []
        )
        #expect(
            try firm.invoice("in-2", .issued, at: "2026-11-02T09:00:00Z")
                == ["concord.business.amendment.propagation{carrier=invoice} 86400.0 seconds"]
        )
        #expect(try firm.gauge(.amendmentsWaiting) == ["0"])
        #expect(try firm.invoice("in-3", .issued, at: "2026-11-03T09:00:00Z") == [])
    }

    @Test("A change of what was accepted is a correction; what becomes of it is none")
    func corrections() throws {
        var firm = try Firm()
        _ = try firm.time("te-1", "480", at: "2026-11-10T09:00:00Z") { $0.approval = Approval(.submitted) }
        #expect(try firm.time("te-1", "450", at: "2026-11-10T10:00:00Z") == [])
        #expect(try firm.time("te-1", "450", at: "2026-11-10T11:00:00Z") { $0.billingState = .billed } == [])
        #expect(
            try firm.time("te-1", "420", at: "2026-11-10T12:00:00Z")
                == ["concord.business.corrections{record=time-entry} 1"]
        )
        _ = try firm.invoice("in-1", .issued, at: "2026-11-11T09:00:00Z")
        #expect(try firm.invoice("in-1", .sent, at: "2026-11-11T10:00:00Z") { $0.paymentStatus = .paid } == [])
        #expect(
            try firm.invoice("in-1", .sent, at: "2026-11-11T11:00:00Z") { $0.dueDate = try LocalDate("2026-12-24") }
                == ["concord.business.corrections{record=invoice} 1"]
        )
        _ = try firm.contract(at: "2026-11-12T09:00:00Z") { $0.signature = Signature(state: .signed) }
        let amended = try firm.contract(at: "2026-11-12T10:00:00Z") { contract in
            contract.signature = Signature(state: .signed)
            contract.title = "Signalling"
            contract.amendments = [Amendment(id: "am-1", sequence: 1, type: .changeOrder) { $0.status = .executed }]
        }
        #expect(amended == [])
        let corrected = try firm.contract(at: "2026-11-12T11:00:00Z") { $0.signature = Signature(state: .signed) }
        #expect(corrected == ["concord.business.corrections{record=contract} 1"])
    }

    @Test("Exceptions are counted, timed and aged from when they were opened first")
    func exceptions() throws {
        var firm = try Firm()
        let opened = try Instant("2026-11-20T09:00:00Z")
        let exception = Firm.exception("a", .delivery, openedAt: opened, due: opened.advanced(by: .seconds(3_600)))
        #expect(firm.take(.opened(exception), at: opened) == [])
        #expect(firm.take(.opened(Firm.exception("b", .intake, openedAt: opened)), at: opened) == [])
        #expect(try firm.gauge(.exceptionsOpen) == ["1", "0", "0", "1"])
        #expect(try firm.gauge(.exceptionsOverdue) == ["0", "0", "0", "1"])
        #expect(try firm.gauge(.exceptionAge).last == "86400.0 seconds")
        let later = opened.advanced(by: .seconds(7_200))
        let anew = Firm.exception("a", .delivery, openedAt: later)
        #expect(
            firm.take(.closed(anew, at: later, isResolved: true), at: later) == [
                "concord.business.exceptions.handling{origin=delivery,resolved=yes} 7200.0 seconds",
                "concord.business.exceptions.resolved{origin=delivery} 1",
            ]
        )
        #expect(try firm.gauge(.exceptionsOpen) == ["1", "0", "0", "0"])
    }

    @Test("The share of failures is that of the last 24 hours")
    func failedSync() throws {
        var firm = try Firm()
        let system = SystemID("netsuite")
        let record = RecordKey("customer", "cu-1")
        let old = try Instant("2026-11-20T08:59:59Z")
        let recent = try Instant("2026-11-20T10:00:00Z")
        let sequence = SequenceKey(system, "customer", "1207")
        _ = firm.take(.parked(sequence, .validation), at: old)
        for _ in 0..<3 {
            _ = firm.take(.delivered(system: system, record: record, sincePlanned: .zero, attempts: 1), at: recent)
        }
        _ = firm.take(.parked(sequence, .unknown), at: recent)
        _ = firm.take(.parked(sequence, nil), at: recent)
        #expect(try firm.gauge(.failedSyncRate) == ["1 of 4"])
    }

    @Test("What cannot be read is counted, and strangers are passed over")
    func unread() throws {
        var firm = try Firm()
        let time = firm.now
        let broken = StoredRecord(key: RecordKey("invoice", "in-1"), document: Array("{".utf8), changedAt: time)
        #expect(firm.take(.changed(broken), at: time) == [])
        let stranger = StoredRecord(key: RecordKey("retainer", "r-1"), document: [], changedAt: time)
        #expect(firm.take(.changed(stranger), at: time) == [])
        #expect(firm.meter.unread == 1)
    }

    @Test("What is kept is bounded, and what is forgotten is counted")
    func bounded() throws {
        var firm = try Firm(BusinessMeter(maximumTracked: 100))
        for number in 1...1_000 {
            _ = try firm.time("te-\(number)", "60", at: "2026-11-10T09:00:00Z")
        }
        #expect(try firm.gauge(.unbilledHours) == ["100.00"])
        // Approved entries and accepted records; all of them were of one day of one project.
        #expect(firm.meter.forgotten == 1_800)
        for number in 901...1_000 {
            _ = try firm.time("te-\(number)", "60", at: "2026-11-10T09:00:00Z") { $0.billingState = .billed }
        }
        #expect(try firm.gauge(.unbilledHours) == ["0.00"])
    }
}
