#if Telemetry
import ConcordAdapters
import ConcordConfiguration
import ConcordModel
import ConcordOwnership
import ConcordSchema
import ConcordTelemetry
import ConcordTesting
import ConcordValues
import CoreMetrics
import InMemoryLogging
import InMemoryTracing
import Logging
import MetricsTestKit
import Testing
import Tracing

@Suite("Logs, metrics and traces")
struct TelemetryObserverTests {
    let logs = InMemoryLogHandler()
    let metrics = TestMetrics()
    let tracer = InMemoryTracer()
    let system: SystemID
    let now: Instant
    let telemetry: TelemetryObserver

    init() throws {
        system = SystemID("netsuite")
        now = try Instant("2026-11-21T09:00:00.5Z")
        var handler = logs
        handler.logLevel = .trace
        let quiet = handler
        telemetry = TelemetryObserver(
            logger: Logger(label: "concord") { _ in quiet },
            metrics: metrics,
            tracer: tracer
        )
    }

    @Test("Counters, timers and recorders follow the signals")
    func technical() throws {
        let record = RecordKey("customer", "cu-1")
        telemetry.receive(.read(system: system, items: 250, elapsed: .milliseconds(40)), at: now)
        telemetry.receive(
            .delivered(system: system, record: record, sincePlanned: .seconds(3), attempts: 2),
            at: now
        )
        telemetry.receive(.backlog(system: system, entries: 7), at: now)
        telemetry.receive(.circuit(system: system, .open), at: now)
        let labels = [("system", "netsuite")]
        #expect(try metrics.expectCounter("concord.read.items", labels).totalValue == 250)
        #expect(try metrics.expectTimer("concord.read.duration", labels).lastValue == 40_000_000)
        #expect(try metrics.expectTimer("concord.delivery.latency", labels).lastValue == 3_000_000_000)
        #expect(try metrics.expectRecorder("concord.delivery.attempts", labels).lastValue == 2)
        #expect(try metrics.expectGauge("concord.backlog", labels).lastValue == 7)
        #expect(try metrics.expectGauge("concord.circuit", labels).lastValue == 2)
    }

    @Test("Spans last as long as the signal says")
    func spans() throws {
        telemetry.receive(.read(system: system, items: 250, elapsed: .milliseconds(40)), at: now)
        let span = try #require(tracer.finishedSpans.first)
        #expect(span.operationName == "concord.read")
        #expect(span.endInstant.nanosecondsSinceEpoch - span.startInstant.nanosecondsSinceEpoch == 40_000_000)
        #expect(Int64(span.endInstant.nanosecondsSinceEpoch / 1_000_000_000) == now.secondsSince1970)
        #expect(tracer.activeSpans.isEmpty)
    }

    @Test("Lines have keys and codes")
    func lines() throws {
        let failure = AdapterFailure(.locked, "the period is closed", system: system)
        telemetry.receive(
            .failed(failure, of: SequenceKey(system, "customer", "1207"), attempt: 2, again: .seconds(60)),
            at: now
        )
        let entry = try #require(logs.entries.first)
        #expect(entry.level == .warning)
        #expect(entry.message == "call failed")
        #expect(
            entry.metadata == [
                "system": "netsuite", "sequence": "netsuite/customer/1207", "class": "locked", "attempt": "2",
                "again": "60.0 seconds",
            ]
        )
    }

    @Test("Gauges of the business are set when something was stored, and not at each time")
    func business() throws {
        var firm = try Firm()
        _ = try firm.deal("op-1", .open, at: "2026-11-20T09:00:00Z")
        let stage = OpportunityStage(CanonicalStage.propose)
        let deal = Opportunity(id: "op-1", header: firm.header, name: "…", stage: stage, status: .won)
        telemetry.receive(.changed(Firm.stored(deal, at: now)), at: now)
        telemetry.receive(.committed(items: 1, elapsed: .zero), at: now)
        let gauge = try metrics.expectGauge("concord.business.project.waiting")
        #expect(gauge.lastValue == 1)
        let later = now.advanced(by: .seconds(14))
        telemetry.receive(.committed(items: 1, elapsed: .zero), at: later)
        #expect(gauge.values.count == 1)
        telemetry.receive(.committed(items: 1, elapsed: .zero), at: now.advanced(by: .seconds(15)))
        #expect(gauge.values.count == 2)
        let project = Project(id: "pr-1", header: firm.header, name: "…", kind: .client, status: .active) {
            $0.opportunity = "op-1"
        }
        telemetry.receive(.changed(Firm.stored(project, at: later)), at: later)
        #expect(try metrics.expectTimer("concord.business.project.provisioning").lastValue == 14_000_000_000)
    }

    @Test("A measure has so many series at most")
    func cardinality() {
        for number in 0..<1_100 {
            let record = RecordKey("kind-\(number)", "1")
            telemetry.receive(.planned(system: system, record: record), at: now)
        }
        #expect(metrics.counters(label: "concord.planned").count == 1_001)
        let labels = [("system", "other"), ("record", "other")]
        let other = metrics.counterTotal(label: "concord.planned", dimensions: labels)
        #expect(other == 100)
    }

    @Test(
        "No value that is not for everybody is in a line, a label or an attribute",
        arguments: [1, 2, 3, 4] as [UInt64]
    )
    func secrets(seed: UInt64) throws {
        for signal in everySignal("Hush-\(seed)") { telemetry.receive(signal, at: now) }
        // What is told without any record is nobody's secret: a document may happen to name the system too.
        let known = everythingTold()
        #expect(!known.contains { $0.contains("Hush") }, "seed \(seed)")
        var secrets: Set<String> = []
        collect(Customer.self, seed, &secrets)
        collect(Opportunity.self, seed, &secrets)
        collect(Contract.self, seed, &secrets)
        collect(RateCard.self, seed, &secrets)
        collect(Project.self, seed, &secrets)
        collect(Resource.self, seed, &secrets)
        collect(Assignment.self, seed, &secrets)
        collect(TimeEntry.self, seed, &secrets)
        collect(CostTransaction.self, seed, &secrets)
        collect(Invoice.self, seed, &secrets)
        collect(InvoiceAllocation.self, seed, &secrets)
        collect(Payment.self, seed, &secrets)
        collect(LegalEntity.self, seed, &secrets)
        collect(TaxProfile.self, seed, &secrets)
        #expect(secrets.count > 100, "seed \(seed)")
        telemetry.publish(at: now)
        let told = Set(everythingTold())
        #expect(told.count > 40)
        for secret in secrets where !known.contains(where: { $0.contains(secret) }) {
            #expect(!told.contains { $0.contains(secret) }, "seed \(seed): \(secret)")
        }
    }

    /// Sends a record with values everywhere through the observer, and collects those that are not for everybody.
    private func collect<Value: CanonicalRecord>(_ type: Value.Type, _ seed: UInt64, _ secrets: inout Set<String>) {
        var generator = DocumentGenerator(Value.schema.description)
        generator.size = 2_000
        var random = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            let document = generator.document(using: &random)
            guard let tree = DocumentTree(document) else { continue }
            var found: Set<String> = []
            Self.leaves(tree, Value.schema.description, isSecret: false, &found)
            // What is short stands by chance in a key or a number.
            secrets.formUnion(found.filter { $0.utf8.count >= 8 })
            let key = RecordKey(Value.schema.description.name, "key-1")
            telemetry.receive(.changed(StoredRecord(key: key, document: document, changedAt: now)), at: now)
        }
    }

    private static func leaves(
        _ tree: DocumentTree,
        _ description: RecordDescription?,
        codes: [String] = [],
        isSecret: Bool,
        _ found: inout Set<String>
    ) {
        switch tree {
        case .object(let members):
            for member in members {
                let field = description?.field(named: member.name.description)
                let isSecret = isSecret || field.map { $0.sensitivity != .open } ?? false
                // A code that the schema itself lists is a word of the language, such as the name of a record.
                let codes = field?.shape.knownCodes ?? []
                leaves(member.value, field?.shape.record, codes: codes, isSecret: isSecret, &found)
            }
        case .array(let items):
            for item in items { leaves(item, description, codes: codes, isSecret: isSecret, &found) }
        case .string(let text): if isSecret, !codes.contains(text.description) { found.insert(text.description) }
        case .number(let text): if isSecret { found.insert(text) }
        case .boolean, .null: break
        }
    }

    /// Every signal, with a secret wherever somebody can write something.
    private func everySignal(_ secret: String) -> [IntegrationSignal] {
        let record = RecordKey("customer", "cu-1")
        let sequence = SequenceKey(system, "customer", "1207")
        let issue = Issue("value.refused", expected: secret, observed: secret, remedy: secret)
        var failure = AdapterFailure(.validation, secret, system: system, remedy: secret, issues: [issue])
        failure.retryAfter = .seconds(3)
        var context = ExceptionCase.Context()
        context.client = secret
        context.project = secret
        let exception = QueuedException(
            id: ContentHash(ofBytes: [1]),
            origin: .delivery,
            kind: "validation",
            record: record,
            parts: [.init(ClaimPath("contacts[id=\(secret)].email")), .init("name")],
            sequence: sequence,
            headline: secret,
            details: [secret],
            context: context,
            actions: ["replay"],
            openedAt: now
        )
        return [
            .read(system: system, items: 1, elapsed: .seconds(1)),
            .taken(record: record, from: system, EventOutcome(hasChanged: true, exceptions: 1)),
            .refused(sequence, .mapping), .committed(items: 1, elapsed: .seconds(1)),
            .planned(system: system, record: record),
            .delivered(system: system, record: record, sincePlanned: .seconds(1), attempts: 1),
            .failed(failure, of: sequence, attempt: 1, again: nil),
            .failed(failure, of: nil, attempt: 1, again: .seconds(1)), .parked(sequence, .validation),
            .parked(sequence, nil), .released(sequence), .opened(exception),
            .closed(exception, at: now, isResolved: true), .backlog(system: system, entries: 1),
            .circuit(system: system, .halfOpen),
        ]
    }

    private func everythingTold() -> [String] {
        var told = logs.entries.flatMap { entry in
            ["\(entry.message)"] + entry.metadata.map { "\($0.key)=\($0.value)" }
        }
        let dimensions =
            metrics.counters.map { ($0.label, $0.dimensions) } + metrics.timers.map { ($0.label, $0.dimensions) }
            + metrics.recorders.map { ($0.label, $0.dimensions) } + metrics.meters.map { ($0.label, $0.dimensions) }
        for (label, pairs) in dimensions {
            told.append(label)
            told += pairs.map { "\($0.0)=\($0.1)" }
        }
        for span in tracer.finishedSpans {
            told += [span.operationName, "\(span.attributes)"]
        }
        return told
    }
}

extension FieldShape {
    /// The codes that the schema lists for a value.
    fileprivate var knownCodes: [String] {
        switch self {
        case .code(_, let known): known
        case .list(let item, _): item.knownCodes
        case .optional(let value): value.knownCodes
        case .text, .integer, .boolean, .record: []
        }
    }
}
#endif
