import ConcordAdapters
import ConcordConfiguration
import ConcordMapping
import ConcordModel
import ConcordOwnership
import ConcordRulebook
import ConcordSchema
import ConcordSystems
import ConcordValues

/// What is left for people when everything ran: the queue of exceptions, as finance reads it.
struct DemoQueue {
    private let ownership: DemoOwnership
    private let opportunities: DemoIntake<Opportunity>
    private let payload: [UInt8]
    private let time: Instant

    /// A queue of what systems said of an engagement, and of a page of opportunities.
    init(
        _ ownership: DemoOwnership,
        _ opportunities: DemoIntake<Opportunity>,
        _ payload: [UInt8],
        at time: Instant
    ) {
        self.ownership = ownership
        self.opportunities = opportunities
        self.payload = payload
        self.time = time
    }

    /// Tells it.
    func tell(on page: DemoPage) throws {
        try page.heading("What is left for people, the most urgent first")
        let integration = try integration()
        let items = items
        let lines = ownership.lines
        let result = Waiting.run { () throws(AdapterFailure) in
            for item in items { _ = try await integration.answer(item) }
            _ = try await integration.record(lines)
            return try await integration.store.exceptions(ExceptionFilter(), limit: 100)
        }
        let open = try result.get()
        for line in ExceptionTable.lines(open, width: 98) { try page.line(line) }
        guard let first = open.first(where: { $0.context.amountAtRisk != nil }) ?? open.first else { return }
        try page.line("The first for finance, whole:")
        for line in ExceptionTable.lines(ExceptionEntry(first, .open), width: 96) { try page.line("  " + line) }
        try page.line("`concord sync` keeps such a queue in a file; `concord exceptions resolve` decides about it.")
    }

    private func integration() throws -> Integration<MemoryStore> {
        let contexts = Dictionary(
            Set(ownership.lines.map(\.record)).map { ($0, ownership.context(of: $0)) },
            uniquingKeysWith: { first, _ in first }
        )
        return Integration(
            over: MemoryStore(),
            owned: try OwnershipRegister(ownership.policy, for: Rulebook.ownedRecords),
            from: [IntakeRoute(Salesforce.opportunity, in: opportunities.context)],
            exceptions: ExceptionTerms(revealing: [.commercial], context: { contexts[$0] ?? .init() }),
            clock: StandingClock(at: time)
        )
    }

    /// The opportunities as messages of their system.
    private var items: [SourceItem] {
        var reader = PayloadReader(envelope: .query)
        payload.withUnsafeBytes { reader.append($0) }
        reader.finish()
        var items: [SourceItem] = []
        while let object = reader.next() {
            let id = JSONPlace.scalar(at: ["Id"], in: object.bytes) ?? "\(items.count)"
            items.append(
                SourceItem(
                    sequence: SequenceKey("salesforce:emea", "Opportunity", id),
                    time: time,
                    content: .object(Array(object.bytes))
                )
            )
        }
        return items
    }
}
