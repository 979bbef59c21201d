import ConcordAdapters
import ConcordConfiguration
import ConcordModel
import ConcordOwnership
import ConcordSchema
import ConcordTelemetry
import ConcordValues

/// A firm whose records change, and a meter that watches.
struct Firm {
    var meter: BusinessMeter
    let now: Instant
    let header: RecordHeader

    init(_ meter: BusinessMeter = BusinessMeter()) throws {
        self.meter = meter
        now = try Instant("2026-11-21T09:00:00Z")
        header = RecordHeader(source: SystemID("certinia"), asOf: now)
    }

    mutating func take(_ signal: IntegrationSignal, at time: Instant) -> [String] {
        meter.take(signal, at: time).map(\.description)
    }

    mutating func change<Value: CanonicalRecord>(_ record: Value, at time: String) throws -> [String] {
        let time = try Instant(time)
        return take(.changed(Self.stored(record, at: time)), at: time)
    }

    /// The numbers of a gauge, series by series.
    func gauge(_ measure: TelemetryMeasure) throws -> [String] {
        meter.gauges(at: now).filter { $0.measure == measure }
            .map { reading in
                String(reading.description.drop { $0 != " " }.dropFirst())
            }
    }

    mutating func deal(_ id: String, _ status: OpportunityStatus, at time: String) throws -> [String] {
        let stage = OpportunityStage(CanonicalStage.propose)
        return try change(
            Opportunity(id: try RecordID(id), header: header, name: "Signalling", stage: stage, status: status),
            at: time
        )
    }

    mutating func project(
        _ id: String,
        of deal: String?,
        line: String? = nil,
        _ status: ProjectStatus,
        at time: String
    ) throws -> [String] {
        var project = Project(id: try RecordID(id), header: header, name: "Signalling", kind: .client, status: status)
        project.opportunity = try deal.map { try RecordID($0) }
        project.contractLines = try line.map { [try RecordID($0)] } ?? []
        return try change(project, at: time)
    }

    mutating func time(
        _ id: String,
        _ minutes: String,
        on day: String = "2026-11-09",
        project: String = "pr-1",
        at time: String,
        _ configure: (inout TimeEntry) throws -> Void = { _ in }
    ) throws -> [String] {
        var entry = TimeEntry(
            id: try RecordID(id),
            header: header,
            resource: "re-1",
            date: try LocalDate(day),
            timeZone: try TimeZoneID("Europe/Berlin"),
            worked: Minutes(Int64(minutes) ?? 0),
            workType: Coding("consulting")
        )
        entry.project = try RecordID(project)
        entry.approval = Approval(.approved)
        entry.billability = .billable
        try configure(&entry)
        return try change(entry, at: time)
    }

    mutating func invoice(
        _ id: String,
        _ status: DocumentStatus,
        period: String = "2026-10-01/2026-10-31",
        at time: String,
        _ configure: (inout Invoice) throws -> Void = { _ in }
    ) throws -> [String] {
        var invoice = Invoice(
            id: try RecordID(id),
            header: header,
            type: .standard,
            issuer: "le-1",
            soldTo: "cu-1",
            currency: .eur
        )
        let days = period.split(separator: "/").map(String.init)
        invoice.documentStatus = status
        invoice.contract = "co-1"
        invoice.projects = ["pr-1"]
        invoice.service = try DateInterval(from: try LocalDate(days[0]), through: try LocalDate(days[1]))
        try configure(&invoice)
        return try change(invoice, at: time)
    }

    mutating func contract(
        at time: String,
        _ configure: (inout Contract) throws -> Void
    ) throws -> [String] {
        var contract = Contract(id: "co-1", header: header, type: .sow, customer: "cu-1", currency: .eur)
        try configure(&contract)
        return try change(contract, at: time)
    }

    mutating func card(_ id: String, at time: String) throws -> [String] {
        let card = RateCard(
            id: try RecordID(id),
            header: header,
            name: "Rail",
            owner: RateCardOwner(level: .firm),
            side: RateSide(rawValue: "bill"),
            currency: .eur,
            effective: .always
        )
        return try change(card, at: time)
    }

    static func stored<Value: CanonicalRecord>(_ record: Value, at time: Instant) -> StoredRecord {
        let key = RecordKey(Value.schema.description.name, record.id.text)
        return StoredRecord(key: key, document: record.json(), changedAt: time)
    }

    static func exception(
        _ id: String,
        _ origin: QueuedException.Origin,
        openedAt: Instant,
        due: Instant? = nil
    ) -> QueuedException {
        QueuedException(
            id: ContentHash(ofBytes: Array(id.utf8)),
            origin: origin,
            kind: "locked",
            headline: "netsuite holds the customer",
            openedAt: openedAt,
            due: due
        )
    }
}
