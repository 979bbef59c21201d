import ConcordConfiguration
import ConcordMapping
import ConcordOwnership
import ConcordValues
import Synchronization

/// The store that needs no disk: the default for a first day, for tests, and for work that can be done again.
///
/// It keeps every promise of ``IntegrationStore`` but one: it lasts as long as the process.
public final class MemoryStore: IntegrationStore, Sendable {
    let contents = Mutex(MemoryContents())

    /// A store that holds nothing.
    public init() {}

    /// Stores everything in one step.
    public func commit(_ commit: StoreCommit) async throws(AdapterFailure) {
        try AdapterFailure.checkCancellation()
        if let refusal = contents.withLock({ $0.commit(commit) }) { throw refusal }
    }
}

/// What a store in memory holds.
struct MemoryContents: ~Copyable {
    private(set) var records: ContiguousArray<MemoryRecord> = []
    /// Where each record stands: a table of keys and numbers grows more easily than one of ledgers.
    private var places: [RecordKey: Int] = [:]
    var originals: [SequenceKey: [UInt8]] = [:]
    var canonical: [ExternalKey: String] = [:]
    var external: [String: [ExternalKey]] = [:]
    var cursors: [String: SourceCursor] = [:]
    var receipts: [ContentHash: MemoryReceipt] = [:]
    var outbox = MemoryOutbox()
    var parked: [SequenceKey: [DeadLetter]] = [:]
    var exceptions: [ContentHash: ExceptionEntry] = [:]
    var open: Set<ContentHash> = []
    var resolutions: [RecordKey: [ExceptionResolution]] = [:]
    var approvals: [ApprovalDecision] = []

    /// Stores everything, or says why nothing was stored.
    mutating func commit(_ commit: StoreCommit) -> AdapterFailure? {
        var fresh: [ExternalKey: String] = [:]
        for link in commit.links {
            let known = canonical[link.key] ?? fresh[link.key]
            if let known, known != link.id { return .relinked(link, known) }
            fresh[link.key] = link.id
        }
        for line in commit.claims {
            records[place(of: line.record)].ledger.insert(line)
        }
        for record in commit.records { records[place(of: record.key)].document = record }
        for (sequence, object) in commit.originals { originals[sequence] = object }
        for link in commit.links where canonical[link.key] == nil {
            canonical[link.key] = link.id
            external[link.id, default: []].append(link.key)
        }
        for entry in commit.planned { outbox.plan(entry) }
        for (system, record) in commit.settled { outbox.settle(record, in: system) }
        for entry in commit.attempted { outbox.attempt(entry) }
        for key in commit.delivered { outbox.remove(key) }
        for letter in commit.parked { park(letter) }
        for (sequence, ids) in commit.released { release(ids, of: sequence) }
        for exception in commit.opened {
            switch exceptions[exception.id]?.state {
            case .open, .resolved: continue
            case .withdrawn, nil: break
            }
            exceptions[exception.id] = ExceptionEntry(exception, .open)
            open.insert(exception.id)
        }
        for (id, time) in commit.withdrawn where open.contains(id) { close(id, .withdrawn(at: time)) }
        for (record, resolution) in commit.resolved {
            guard open.contains(resolution.exceptionCase) else { continue }
            close(resolution.exceptionCase, .resolved(resolution))
            if let record { resolutions[record, default: []].append(resolution) }
        }
        for (source, cursor) in commit.cursors { cursors[source] = cursor }
        return nil
    }

    /// What is held of a record; nil if nothing is.
    func record(_ key: RecordKey) -> MemoryRecord? { places[key].map { records[$0] } }

    /// Where a record stands, which is made if it is not there.
    private mutating func place(of key: RecordKey) -> Int {
        let place = places.number(of: key, orNew: records.count)
        if place == records.count { records.append(MemoryRecord(ledger: ClaimLedger(key))) }
        return place
    }

    private mutating func close(_ id: ContentHash, _ state: ExceptionEntry.State) {
        open.remove(id)
        guard let entry = exceptions[id] else { return }
        exceptions[id] = ExceptionEntry(entry.exception, state)
    }

    private mutating func park(_ letter: DeadLetter) {
        var letters = parked[letter.sequence] ?? []
        if letters.contains(where: { $0.id == letter.id }) { return }
        letters.append(letter)
        parked[letter.sequence] = letters
        if case .outbound(let entry) = letter.message { outbox.park(entry.key) }
    }

    private mutating func release(_ ids: [String], of sequence: SequenceKey) {
        guard var letters = parked[sequence] else { return }
        let leaving = Set(ids)
        for letter in letters where leaving.contains(letter.id) {
            if case .outbound(let entry) = letter.message { outbox.release(entry.key) }
        }
        letters.removeAll { leaving.contains($0.id) }
        parked[sequence] = letters.isEmpty ? nil : letters
    }
}

/// What is held of a record.
struct MemoryRecord {
    /// What was said about it.
    var ledger: ClaimLedger
    /// The record as it held last; nil if it was never stored.
    var document: StoredRecord?
}

/// What was done under a key.
struct MemoryReceipt {
    let fingerprint: ContentHash
    let begun: Instant
    var completed: (receipt: TargetReceipt, at: Instant)?
}

extension AdapterFailure {
    /// That an object was to be linked to a second record.
    package static func relinked(_ link: IdentityLink, _ known: String) -> AdapterFailure {
        let key = link.key
        return AdapterFailure(
            .policy,
            "\(key.system)/\(key.objectType)/\(key.value) was to be \(link.id) and is \(known) already",
            remedy:
                "Find out which of the two it is. If both are one firm, merge them in the system that owns them first."
        )
    }
}
