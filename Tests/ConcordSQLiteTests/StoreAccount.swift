#if SQLite
import ConcordAdapters
import ConcordConfiguration
import ConcordMapping
import ConcordOwnership
import ConcordValues

/// All that a store answers to all that can be asked about some things.
struct StoreAccount: Equatable {
    var ledgers: [ClaimLedger]
    var records: [[RecordKey]]
    var documents: [RecordKey: StoredRecord]
    var originals: [SequenceKey: [UInt8]]
    var canonical: [ExternalKey: String]
    var external: [[ExternalKey]]
    var cursors: [SourceCursor?]
    var due: [[OutboxEntry]] = []
    var nextDue: [Instant?] = []
    var entries: [[OutboxEntry]] = []
    var depths: [Int] = []
    var parked: Set<SequenceKey>
    var sequences: [[SequenceKey]]
    var letters: [[DeadLetter]] = []
    var exceptions: [[QueuedException]] = []
    var states: [ExceptionEntry?] = []
    var openCount: Int
    var resolutions: [[ExceptionResolution]] = []
    var decisions: [ApprovalPage]

    init(_ store: any IntegrationStore, _ pool: StorePool) async throws {
        ledgers = try await store.ledgers(of: pool.records)
        records = [
            try await store.records(after: nil, limit: 99), try await store.records(after: pool.records[1], limit: 2),
        ]
        documents = try await store.documents(of: pool.records)
        originals = try await store.originals(of: pool.sequences)
        canonical = try await store.canonicalIDs(of: pool.externalKeys)
        external = []
        for id in pool.canonicalIDs { external.append(try await store.externalKeys(of: id)) }
        cursors = [try await store.cursor(of: "crm"), try await store.cursor(of: "erp")]
        parked = try await store.parked(among: pool.sequences)
        sequences = [
            try await store.parkedSequences(after: nil, limit: 99),
            try await store.parkedSequences(after: pool.sequences[0], limit: 1),
        ]
        openCount = try await store.openCount()
        decisions = [try await store.decisions(after: nil, limit: 2)]
        decisions.append(try await store.decisions(after: decisions[0].next, limit: 99))
        for sequence in pool.sequences { letters.append(try await store.letters(of: sequence)) }
        for record in pool.records { resolutions.append(try await store.resolutions(of: record)) }
        for name in pool.exceptions { states.append(try await store.exception(Sample.hash(name))) }
        for system in pool.systems {
            depths.append(try await store.depth(for: system))
            entries.append(try await store.entries(for: system, of: pool.records))
            for time in pool.times {
                due.append(try await store.due(for: system, at: time, limit: 99))
                due.append(try await store.due(for: system, at: time, limit: 2))
                nextDue.append(try await store.nextDue(for: system, after: time))
            }
        }
        for filter in pool.filters {
            exceptions.append(try await store.exceptions(filter, limit: 99))
            exceptions.append(try await store.exceptions(filter, limit: 2))
        }
    }

    /// The names of what differs.
    func differences(from other: StoreAccount) -> [String] {
        zip(Mirror(reflecting: self).children, Mirror(reflecting: other).children)
            .compactMap { own, others in
                "\(own.value)" == "\(others.value)" ? nil : own.label.map { "\($0): \(own.value) | \(others.value)" }
            }
    }
}
#endif
