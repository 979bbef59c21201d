public import ConcordValues

/// What was said about one record and what holds, kept so that one more event is decided in one step.
///
/// What it says equals what ``CompiledOwnership/record(from:asOf:)`` says of the same ledger. An event that comes in the
/// order of business time takes one step; a late one, or one that contradicts another, starts over.
public struct RecordClaims: Sendable {
    /// How the record is owned.
    public let ownership: CompiledOwnership

    /// All that was said.
    public private(set) var ledger: ClaimLedger

    /// The time whose knowledge is held.
    public private(set) var asOf: Instant

    private var evaluation: Evaluation<NoDefects>

    /// What is held of a record.
    ///
    /// - Parameters:
    ///   - ledger: What was said about it so far; an empty ledger for a new record.
    ///   - ownership: How the record is owned.
    ///   - asOf: The time whose knowledge is asked for.
    public init(_ ledger: ClaimLedger, _ ownership: CompiledOwnership, asOf: Instant) {
        self.ledger = ledger
        self.ownership = ownership
        self.asOf = asOf
        evaluation = Evaluation(ownership, ledger, asOf: Moment(asOf))
    }

    /// Takes in an event and decides about it.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - asOf: The time whose knowledge is asked for; usually now.
    /// - Returns: What became of the event, and of its claims.
    @discardableResult
    public mutating func decide(_ event: ClaimEvent, asOf: Instant) -> EventDecision {
        let admission = ledger.insert(event)
        let begin = evaluation.claims.count
        switch admission {
        case .duplicate, .foreign:
            return EventDecision(admission: admission, claims: 0..<0, isLate: false)
        case .new where evaluation.advance(event, from: Moment(self.asOf), to: Moment(asOf)):
            self.asOf = asOf
            return EventDecision(admission: admission, claims: begin..<evaluation.claims.count, isLate: false)
        case .new, .mismatch:
            self.asOf = asOf
            evaluation = Evaluation(ownership, ledger, asOf: Moment(asOf))
            return EventDecision(admission: admission, claims: 0..<0, isLate: true)
        }
    }

    /// Takes in an approval.
    public mutating func insert(_ approval: ApprovalDecision, asOf: Instant) {
        if ledger.insert(approval) || self.asOf != asOf { restart(asOf) }
    }

    /// Takes in what was sent.
    public mutating func insert(_ emission: EmissionRecord, asOf: Instant) {
        if ledger.insert(emission) || self.asOf != asOf { restart(asOf) }
    }

    private mutating func restart(_ asOf: Instant) {
        self.asOf = asOf
        evaluation = Evaluation(ownership, ledger, asOf: Moment(asOf))
    }

    func plan(for system: SystemID) -> EmissionPlan? {
        evaluation.emission(for: system, ledger.record, at: Moment(asOf))
    }

    func echoCount(of system: SystemID) -> EchoCount { evaluation.echoes(of: system) }

    /// Whether somebody may have to look at something; if not, the record has no exceptions, and asking costs little.
    public var mayNeedAttention: Bool { ledger.hasQuarantined || evaluation.mayNeedAttention }

    /// How often what holds has changed, of all units together.
    public var changeCount: Int { evaluation.changeCount }

    /// What holds.
    public var record: OwnedRecord { OwnedRecord(evaluation, ledger, asOf: asOf) }

    /// The record as it holds, as ``OwnedRecord/document`` has it, without working out how it came to be.
    public var document: [UInt8] { OwnedRecord(showing: evaluation, ledger.record, asOf: asOf).document }

    /// Each outcome of an event that was just decided in one step, with its unit's path.
    ///
    /// Nothing is made for claims that nobody asks about.
    public func outcomes(of decision: EventDecision) -> [(unit: ClaimPath, outcome: Outcome)] {
        decision.claims.map { index in
            let claim = evaluation.claims[index]
            let path =
                claim.unit >= 0
                ? evaluation.path(of: Int(claim.unit))
                : evaluation.events[Int(claim.event)].content.paths[Int(claim.entry)]
            return (path, claim.mark.outcome(evaluation.events))
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
        let prepared = ownership.prepare(event, Defects.self)
        let happening = Happening(start, .claim, index)
        for phase in ownership.phases { step(happening, prepared, phase: phase) }
        last = happening
        return true
    }
}
