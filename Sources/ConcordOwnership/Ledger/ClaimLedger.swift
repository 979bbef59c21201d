/// All that was ever said about one record: claims, approvals, and what was sent.
///
/// It only grows.
///
/// Two ledgers of one record join into one by ``union(_:)``, in any order and as often as one likes. Two events with one id
/// and different contents are both kept, and neither counts (OWNERSHIP R6): otherwise the first to arrive would win.
public struct ClaimLedger: Sendable {
    /// What became of an event that was taken in.
    public enum Admission: Sendable, Hashable {
        /// It is new.
        case new
        /// It was there already.
        case duplicate
        /// Another event has its id; both are quarantined.
        case mismatch
        /// It is about another record, and was not taken in.
        case foreign
    }

    /// The record.
    public private(set) var record: RecordKey

    /// Events in the order in which they came, which decides nothing.
    package private(set) var arrivals: [ClaimEvent] = []

    /// For each id, where its first event stands; empty while there are few events, which are looked through.
    private var places: [String: Int32] = [:]
    private static let few = 8

    /// For each id of which there are several events, that differ, where they stand.
    private var mismatches: [String: [Int32]] = [:]

    private var approvalsByID: [String: Set<ApprovalDecision>] = [:]
    private var sent: Set<EmissionRecord> = []

    /// An empty ledger.
    public init(_ record: RecordKey) {
        self.record = record
    }

    /// Becomes the empty ledger of another record, in the memory that it has.
    mutating func restart(_ record: RecordKey) {
        self.record = record
        arrivals.removeAll(keepingCapacity: true)
        if !places.isEmpty { places.removeAll(keepingCapacity: true) }
        if !mismatches.isEmpty { mismatches = [:] }
        if !approvalsByID.isEmpty { approvalsByID = [:] }
        if !sent.isEmpty { sent = [] }
    }

    /// Takes in an event.
    @discardableResult
    public mutating func insert(_ event: ClaimEvent) -> Admission {
        guard event.record == record else { return .foreign }
        guard let first = note(event.id) else {
            arrivals.append(event)
            return .new
        }
        let known = mismatches[event.id] ?? [first]
        if known.contains(where: { arrivals[Int($0)] == event }) { return .duplicate }
        mismatches[event.id] = known + [Int32(truncatingIfNeeded: arrivals.count)]
        arrivals.append(event)
        return .mismatch
    }

    /// Notes that the next event has an id; gives where the first event of this id stands, if there is one.
    private mutating func note(_ id: String) -> Int32? {
        if places.isEmpty {
            if let known = arrivals.firstIndex(where: { $0.id == id }) { return Int32(truncatingIfNeeded: known) }
            if arrivals.count < Self.few { return nil }
            for (place, event) in arrivals.enumerated() where places[event.id] == nil {
                places[event.id] = Int32(truncatingIfNeeded: place)
            }
        }
        // One search for both finding and noting it.
        let place = Int32(truncatingIfNeeded: arrivals.count)
        return { (known: inout Int32?) -> Int32? in
            defer { known = known ?? place }
            return known
        }(&places[id])
    }

    /// Takes in an approval; false if it was there or is about another record.
    @discardableResult
    public mutating func insert(_ approval: ApprovalDecision) -> Bool {
        approval.record == record && approvalsByID[approval.id, default: []].insert(approval).inserted
    }

    /// Takes in what was sent; false if it was there or is about another record.
    @discardableResult
    public mutating func insert(_ emission: EmissionRecord) -> Bool {
        emission.record == record && sent.insert(emission).inserted
    }

    /// Whether an event was taken in, with all that it says.
    public func contains(_ event: ClaimEvent) -> Bool {
        if places.isEmpty { return arrivals.contains(event) }
        guard let place = places[event.id] else { return false }
        return arrivals[Int(place)] == event || mismatches[event.id]?.contains { arrivals[Int($0)] == event } == true
    }

    /// Whether it was taken in that something was sent under a key, which is the id of its emission.
    public func hasSent(_ key: String) -> Bool { sent.contains { $0.id == key } }

    /// Whether nothing was taken in.
    public var isEmpty: Bool { arrivals.isEmpty && approvalsByID.isEmpty && sent.isEmpty }

    /// How many different events were taken in.
    public var count: Int { arrivals.count }

    /// All events, in the order of their ids.
    public var events: [ClaimEvent] {
        arrivals.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    /// Whether an event's id stands for several events.
    public func isQuarantined(_ id: String) -> Bool { !mismatches.isEmpty && mismatches[id] != nil }

    /// Whether any events share their ids with others.
    public var hasQuarantined: Bool { !mismatches.isEmpty }

    /// The events that share their ids with others, in the order of their ids and then of their contents.
    public var quarantined: [ClaimEvent] {
        mismatches.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .flatMap { _, places in
                places.map { arrivals[Int($0)] }.map { ($0, $0.jsonText()) }.sorted { $0.1 < $1.1 }.map(\.0)
            }
    }

    /// The approvals, in the order of their ids.
    ///
    /// Of several with one id, none counts.
    public var approvals: [ApprovalDecision] {
        approvalsByID.values.compactMap { $0.count == 1 ? $0.first : nil }.sorted { $0.id < $1.id }
    }

    /// What was sent, by time and key; what was sent twice under one key is there twice.
    public var emissions: [EmissionRecord] {
        sent.sorted { $0.time == $1.time ? $0.id < $1.id : $0.time < $1.time }
    }

    /// Both ledgers' contents.
    public func union(_ other: ClaimLedger) -> ClaimLedger {
        var result = self
        for event in other.arrivals { result.insert(event) }
        for approval in other.approvalsByID.values.joined() { result.insert(approval) }
        for emission in other.sent { result.insert(emission) }
        return result
    }
}

extension ClaimLedger: Equatable {
    /// Whether both hold the same, in whatever order it came.
    public static func == (left: Self, right: Self) -> Bool {
        left.record == right.record && Set(left.arrivals) == Set(right.arrivals)
            && left.approvalsByID == right.approvalsByID && left.sent == right.sent
    }
}
