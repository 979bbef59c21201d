package import ConcordSchema
public import ConcordValues

/// What was said about one record and what holds, kept so that one more event is decided in one step.
///
/// What it says equals what ``CompiledOwnership/record(from:asOf:)`` says of the same ledger. An event that comes in the
/// order of business time takes one step; a late one, or one that contradicts another, starts over.
public struct RecordClaims: Sendable {
    /// How the record is owned.
    public let ownership: CompiledOwnership

    private var state: State

    /// What is held of a record.
    ///
    /// - Parameters:
    ///   - ledger: What was said about it so far; an empty ledger for a new record.
    ///   - ownership: How the record is owned.
    ///   - asOf: The time whose knowledge is asked for.
    public init(_ ledger: ClaimLedger, _ ownership: CompiledOwnership, asOf: Instant) {
        self.ownership = ownership
        state = State(ledger, ownership, asOf: asOf)
    }

    /// All that was said.
    public var ledger: ClaimLedger { _read { yield state.ledger } }

    /// The time whose knowledge is held.
    public var asOf: Instant { state.asOf }

    /// Takes in an event and decides about it.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - asOf: The time whose knowledge is asked for; usually now.
    /// - Returns: What became of the event, and of its claims.
    @discardableResult
    public mutating func decide(_ event: ClaimEvent, asOf: Instant) -> EventDecision {
        separate()
        let admission = state.ledger.insert(event)
        let begin = state.evaluation.claims.count
        switch admission {
        case .duplicate, .foreign:
            return EventDecision(admission: admission, claims: 0..<0, isLate: false)
        case .new where state.evaluation.advance(event, from: Moment(state.asOf), to: Moment(asOf)):
            state.asOf = asOf
            return EventDecision(admission: admission, claims: begin..<state.evaluation.claims.count, isLate: false)
        case .new, .mismatch:
            state.restart(ownership, asOf)
            return EventDecision(admission: admission, claims: 0..<0, isLate: true)
        }
    }

    /// Turns to another record, of which nothing was said so far.
    ///
    /// It is as if it were made anew, but in the memory that it has: for who decides about many records, one after the other.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - asOf: The time whose knowledge is asked for.
    public mutating func restart(with record: RecordKey, asOf: Instant) {
        guard isKnownUniquelyReferenced(&state) else {
            state = State(ClaimLedger(record), ownership, asOf: asOf)
            return
        }
        state.ledger.restart(record)
        state.evaluation.restart()
        state.asOf = asOf
    }

    /// Takes in an approval.
    public mutating func insert(_ approval: ApprovalDecision, asOf: Instant) {
        separate()
        if state.ledger.insert(approval) || state.asOf != asOf { state.restart(ownership, asOf) }
    }

    /// Takes in what was sent.
    public mutating func insert(_ emission: EmissionRecord, asOf: Instant) {
        separate()
        if state.ledger.insert(emission) || state.asOf != asOf { state.restart(ownership, asOf) }
    }

    /// Makes the state its own, if copies share it: what holds is worked out anew from what was said.
    private mutating func separate() {
        if !isKnownUniquelyReferenced(&state) { state = State(state.ledger, ownership, asOf: state.asOf) }
    }

    func plan(for system: SystemID) -> EmissionPlan? {
        state.evaluation.emission(for: system, state.ledger.record, at: Moment(state.asOf))
    }

    func echoCount(of system: SystemID) -> EchoCount { state.evaluation.echoes(of: system) }

    /// Whether somebody may have to look at something; if not, the record has no exceptions, and asking costs little.
    public var mayNeedAttention: Bool { state.ledger.hasQuarantined || state.evaluation.mayNeedAttention }

    /// How often what holds has changed, of all units together.
    public var changeCount: Int { state.evaluation.changeCount }

    /// What holds.
    public var record: OwnedRecord { OwnedRecord(state.evaluation, state.ledger, asOf: state.asOf) }

    /// The record as it holds, as ``OwnedRecord/document`` has it, without working out how it came to be.
    public var document: [UInt8] {
        var writer = JSONWriter(capacity: 2_048)
        writeDocument(to: &writer)
        return writer.bytes()
    }

    /// Writes the record's document.
    package func writeDocument(to writer: inout JSONWriter) {
        state.evaluation.writeDocument(of: state.ledger.record, asOf: state.asOf, to: &writer)
    }

    /// Each outcome of an event that was just decided in one step, with its unit's path.
    ///
    /// Nothing is made for claims that nobody asks about.
    public func outcomes(of decision: EventDecision) -> [(unit: ClaimPath, outcome: Outcome)] {
        decision.claims.map { index in
            let claim = state.evaluation.claims[index]
            let path =
                claim.unit >= 0
                ? state.evaluation.path(of: Int(claim.unit))
                : state.evaluation.events[Int(claim.event)].content.path(Int(claim.entry))
            return (path, claim.mark.outcome(state.evaluation.events))
        }
    }
}

/// What became of an event that was taken in.
public struct EventDecision: Sendable, Hashable {
    /// Whether it is new.
    public let admission: ClaimLedger.Admission

    /// Where its claims stand; empty if it was late, and everything was decided anew.
    let claims: Range<Int>

    /// Whether everything was decided anew because of it, so that earlier decisions may be others now.
    public let isLate: Bool
}

extension RecordClaims {
    /// What was said and what follows, shared by copies until one of them takes in more.
    ///
    /// Sound: it is only changed by who is the only one to hold it.
    private final class State: @unchecked Sendable {
        var ledger: ClaimLedger
        var asOf: Instant
        var evaluation: Evaluation<NoDefects>

        init(_ ledger: ClaimLedger, _ ownership: CompiledOwnership, asOf: Instant) {
            self.ledger = ledger
            self.asOf = asOf
            evaluation = Evaluation(ownership, ledger, asOf: Moment(asOf))
        }

        func restart(_ ownership: CompiledOwnership, _ asOf: Instant) {
            self.asOf = asOf
            evaluation = Evaluation(ownership, ledger, asOf: Moment(asOf))
        }
    }
}

extension Evaluation {
    /// Takes one more event in one step, if it comes after all that was taken; false if it has to start over.
    mutating func advance(_ event: ClaimEvent, from before: Moment, to asOf: Moment) -> Bool {
        let start = Moment(event.businessTime)
        if asOf < before || asOf < start || event.validTo != nil || event.override != nil { return false }
        if let wakes, wakes <= asOf { return false }
        // At one moment the order of events counts, and so does what rules look at: leave that to the whole.
        if let last, start <= last.moment { return false }
        let index = Int32(truncatingIfNeeded: events.count)
        events.append(event)
        values.append(event.content.values)
        var prepared = PreparedEvent()
        swap(&prepared, &self.prepared)
        ownership.prepare(event, into: &prepared, Defects.self)
        let happening = Happening(start, .claim, index)
        claims.makeRoom(for: prepared.count)
        for phase in ownership.phases { step(happening, prepared, phase: phase) }
        swap(&prepared, &self.prepared)
        last = happening
        return true
    }
}
