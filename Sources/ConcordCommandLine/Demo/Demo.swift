import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordSystems
import ConcordValues

/// One deal from the vendors' bytes to canonical records, and a change back: what Concord does, told once.
struct Demo {
    /// The folder with the vendors' payloads; the package's own if nil.
    var fixtures: String?

    /// Tells it.
    func run(on console: Console) throws -> ExitStatus {
        let payloads = try DemoFixtures(in: fixtures, console: console)
        let page = DemoPage(on: console.output)
        try page.line(page.style.strong("One deal of Halden & Marsh, from the vendors' bytes to records and back"))

        // No clock: the same payloads are always told in the same words.
        let time = try Instant("2026-11-21T09:00:00Z")
        let zone = try TimeZoneID("Europe/Berlin")
        let accounts = DemoIntake(Salesforce.account, of: "salesforce:emea", at: time, in: zone, payloads.accounts)
        let opportunities = DemoIntake(
            Salesforce.opportunity,
            of: "salesforce:emea",
            at: time,
            in: zone,
            payloads.opportunities
        )
        let timecards = DemoIntake(Certinia.timecardHeader, of: "certinia:emea", at: time, in: zone, payloads.timecards)
        let intakes: [any DemoCounting] = [accounts, opportunities, timecards]

        try page.heading("What comes in")
        for intake in intakes {
            let found = "\(intake.objectCount) \(intake.object)"
            try page.line("\(page.pad(intake.system, 16)) \(page.pad("\(intake.size) bytes", 11)) a page with \(found)")
        }
        try tellCustomers(accounts, on: page)
        try tellOpportunities(opportunities, on: page)
        try tellTime(timecards, on: page)
        var validation = DemoValidation(on: time.localDate)
        validation.look(at: opportunities)
        validation.look(at: timecards)
        try validation.tell(on: page)
        try tellFindings(intakes, on: page)
        try tellCoverage(intakes, on: page)
        try DemoOverlay(opportunities, payloads.opportunities, payloads.overlay).tell(on: page, zone: zone)
        let ownership = try DemoOwnership(payloads.claims, payloads.policy, asOf: time)
        try ownership.tell(on: page)
        try DemoChange(opportunities, payloads.opportunities).tell(on: page)
        try DemoVersions(payloads.message).tell(on: page)
        try DemoCheck(payloads.bookings).tell(on: page)
        try DemoQueue(ownership, opportunities, payloads.opportunities, at: time).tell(on: page)
        try page.line()
        try page.line("Your own files next:")
        try page.line("  concord map --system salesforce --object Opportunity --currency EUR FILE")
        try page.line("  concord mapping table salesforce/opportunity --format html --output mapping.html")
        try page.line("  concord schema show opportunity")
        try page.line("  concord ownership explain --field paymentTerms CLAIMS")
        try page.line("  concord schema check OLD.json NEW.json")
        try page.line("  concord sync --from FOLDER --to FOLDER --store FILE")
        return .success
    }

    private func tellCustomers(_ accounts: DemoIntake<Customer>, on page: DemoPage) throws {
        try page.heading("The account becomes a customer")
        for object in accounts.accepted {
            for customer in object.drafts.map(\.value) {
                try page.fact("id", customer.id.text)
                try page.fact("name", "\(customer.name), number \(customer.header.displayNumber ?? "none")")
                let codes = [customer.segment, customer.industry].compactMap { $0?.code }
                try page.fact("segment, industry", codes.joined(separator: ", "))
                for address in customer.addresses {
                    let place = address.lines + ["\(address.postalCode ?? "") \(address.locality ?? "")"]
                    let country = address.country.map { "\($0)" } ?? "no country code"
                    try page.fact(
                        "\(address.use?.rawValue ?? "") address",
                        (place + [country]).joined(separator: " | ")
                    )
                }
                let unmapped = customer.header.remarks?.unmapped?.text.split(separator: ",") ?? []
                if let terms = unmapped.first(where: { $0.hasPrefix("\"Payment_Terms__c\"") }) {
                    try page.fact("kept as it was", "what no rule names, such as \(terms)")
                }
            }
        }
    }

    private func tellOpportunities(_ opportunities: DemoIntake<Opportunity>, on page: DemoPage) throws {
        let count = opportunities.accepted.count
        try page.heading("Of \(opportunities.objectCount) opportunities \(count) become records; one is refused, alone")
        var table = TextTable(["WHAT", "SALESFORCE'S STAGE", "STAGE", "STATUS", "AMOUNT", "CLOSES"])
        for object in opportunities.accepted {
            for opportunity in object.drafts.map(\.value) {
                table.append(
                    [
                        opportunity.name, opportunity.stage.source?.code ?? "", opportunity.stage.canonical.rawValue,
                        opportunity.status.rawValue, opportunity.amount?.description ?? "null",
                        opportunity.closeDate?.description ?? "",
                    ]
                )
            }
        }
        try page.table(table)
        let customers = Set(opportunities.accepted.flatMap { $0.drafts.map { $0.value.customer?.text ?? "" } })
        if customers.count == 1, let customer = customers.first {
            try page.line("All of \(customer), the customer above.")
        }
        for refused in opportunities.refused {
            try page.line(page.style.bad("refused: the object at line \(refused.line), with all that is wrong with it"))
            for issue in refused.issues { try page.issue(issue) }
        }
    }

    private func tellTime(_ timecards: DemoIntake<TimeEntry>, on page: DemoPage) throws {
        let entries = timecards.accepted.flatMap { $0.drafts.map(\.value) }
        let count = timecards.objectCount
        try page.heading("\(count) weekly timecards become \(entries.count) time entries, one a day that has time")
        var table = TextTable(["DAY", "HOURS", "MINUTES", "TYPE", "STATE", "RATE", "NOTE"])
        for entry in entries {
            let rate = entry.billRate.map { "\($0.amount) a\($0.unit == .day ? " day" : "n hour")" } ?? ""
            let note = entry.customerDescription ?? ""
            let brief = String((note.split(separator: "\n").first ?? "").prefix(28))
            table.append(
                [
                    "\(entry.date)", entry.workedQuantity?.value.description ?? "", "\(entry.worked.count)",
                    entry.timeType.rawValue,
                    entry.approval.state.rawValue, rate,
                    brief + (brief.count < note.count ? "…" : ""),
                ]
            )
        }
        try page.table(table)
        try page.line("0.33 hours stay 0.33 hours, and are 20 minutes. Days without time make no entry.")
    }

    private func tellFindings(_ intakes: [any DemoCounting], on page: DemoPage) throws {
        try page.heading("What was accepted and deserves a look")
        for intake in intakes {
            for remark in intake.remarks {
                try page.line(page.style.noteworthy("\(intake.system), line \(remark.line)"))
                for issue in remark.issues { try page.issue(issue) }
            }
        }
    }

    private func tellCoverage(_ intakes: [any DemoCounting], on page: DemoPage) throws {
        try page.heading("Where every value went: nothing is dropped without a reason")
        for intake in intakes {
            try page.line("\(page.pad(intake.mapping, 28)) \(MappingTally.leaves(intake.coverage))")
        }
        var reasons: [(reason: String, pointers: [String])] = []
        var kept: [String] = []
        for intake in intakes {
            for (pointer, field) in intake.coverage.fields.sorted(by: { $0.key < $1.key }) {
                if field.disposition == .kept, !kept.contains(pointer) { kept.append(pointer) }
                guard field.disposition == .dropped else { continue }
                if let index = reasons.firstIndex(where: { $0.reason == field.note }) {
                    if !reasons[index].pointers.contains(pointer) { reasons[index].pointers.append(pointer) }
                } else {
                    reasons.append((field.note, [pointer]))
                }
            }
        }
        for (reason, pointers) in reasons {
            try page.wrapped("dropped", pointers.joined(separator: ", ") + ": " + reason)
        }
        try page.wrapped("kept", kept.joined(separator: ", "))
    }
}
