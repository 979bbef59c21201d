import ConcordSchema
import ConcordValues

// The hot loop. Most of what systems say is a field that survives whole, said by a system that spoke of it before: it is
// what it was, or its owner changed it. Such claims are decided here, in one pass over flat arrays, with a few comparisons
// and a look into the table of rights each. Whatever is not that simple is left to `decide(_:_:_:)`, which decides about
// everything, and which the short way must equal; a property test goes both ways and compares.

extension Evaluation {
    /// Decides about the plain entries of an event.
    mutating func takePlain(_ plain: [Int32], _ speaker: Speaker) {
        let begin = claims.count
        let count = plain.reduce(0) { $1 < 0 ? $0 : $0 &+ 1 }
        if count == 0 { return }
        claims.append(contentsOf: repeatElement(ClaimState(speaker.event, -1), count: count))
        let content = events[Int(speaker.event)].content
        let isShort =
            !Defects.goesLongWay && speaker.role >= 0 && speaker.isGreatest && !speaker.isOverride
            && speaker.until == nil
        var cursor = PlainCursor(entry: 0, claim: begin)
        while true {
            if isShort {
                PlainCursor.advance(
                    &cursor,
                    plain,
                    values,
                    ownership,
                    wholes,
                    &units,
                    &lanes,
                    &claims,
                    speaker
                )
                if takeFirst(&cursor, plain, speaker) { continue }
            }
            while cursor.entry < plain.count, plain[cursor.entry] < 0 { cursor.entry += 1 }
            if cursor.entry == plain.count { return }
            claims[cursor.claim].entry = Int32(truncatingIfNeeded: cursor.entry)
            let part = ClaimPart(
                target: plain[cursor.entry],
                key: "",
                value: content.value(cursor.entry),
                entry: Int32(truncatingIfNeeded: cursor.entry)
            )
            decide(part, Int32(truncatingIfNeeded: cursor.claim), speaker)
            cursor.entry += 1
            cursor.claim += 1
        }
    }
}

extension Evaluation {
    /// Decides about entries of which nobody spoke yet, up to the first one that is not simple.
    ///
    /// - Returns: Whether there was any.
    private mutating func takeFirst(_ cursor: inout PlainCursor, _ plain: [Int32], _ speaker: Speaker) -> Bool {
        let circumstance = speaker.circumstance
        let isKnown = circumstance.isStageKnown && circumstance.isLegalEntityKnown && circumstance.isRegionKnown
        let said = values[Int(speaker.event)]
        var hasTaken = false
        while cursor.entry < plain.count {
            let target = plain[cursor.entry]
            if target < 0 {
                cursor.entry += 1
                continue
            }
            // It says a value, and may: a rule lets it, nobody has to approve, and all that rules look at is known.
            if wholes[Int(target)] >= 0 || said.json(cursor.entry).isEmpty { break }
            let cell = ownership.cell(target, circumstance.number, speaker.role)
            if cell.rule < 0 || cell.requirement >= 0 || !cell.capabilities.contains(.create)
                || !isKnown && !circumstance.isEvaluable(ownership.traits[Int(target)])
            {
                break
            }
            if !hasTaken {
                hasTaken = true
                let rest = plain.count - cursor.entry
                units.makeRoom(for: rest)
                lanes.makeRoom(for: rest)
            }
            let unit = Int32(truncatingIfNeeded: units.count)
            let claim = Int32(truncatingIfNeeded: cursor.claim)
            wholes[Int(target)] = unit
            units.append(
                UnitState(first: claim, of: target, in: Int32(truncatingIfNeeded: lanes.count), by: speaker)
            )
            lanes.append(Lane(holding: Statement(claim, by: speaker, under: cell), by: speaker))
            claims[cursor.claim].entry = Int32(truncatingIfNeeded: cursor.entry)
            claims[cursor.claim].unit = unit
            claims[cursor.claim].rule = cell.rule
            claims[cursor.claim].mark = OutcomeMark(.accepted)
            cursor.entry += 1
            cursor.claim += 1
        }
        return hasTaken
    }
}

/// How far an event's plain entries are decided.
private struct PlainCursor {
    var entry: Int
    var claim: Int

    /// Decides entry after entry, up to the first one that is not simple.
    ///
    /// The arrays are read through their addresses: nothing here counts a reference.
    static func advance(
        _ cursor: inout PlainCursor,
        _ plain: [Int32],
        _ values: [FlatValues],
        _ ownership: CompiledOwnership,
        _ wholes: [Int32],
        _ units: inout ContiguousArray<UnitState>,
        _ lanes: inout ContiguousArray<Lane>,
        _ claims: inout ContiguousArray<ClaimState>,
        _ speaker: Speaker
    ) {
        let circumstance = speaker.circumstance
        let roleCount = ownership.roles.count
        // The rights of the speaker's role about target 0 here and now; those about the next target stand so many behind.
        let firstCell = Int(circumstance.number) &* roleCount &+ Int(speaker.role)
        let cellStride = ownership.axes.count &* roleCount
        let traits = ownership.traits
        let isKnown = circumstance.isStageKnown && circumstance.isLegalEntityKnown && circumstance.isRegionKnown
        let targets = ownership.targets
        let said = values[Int(speaker.event)]
        withBuffers(plain, wholes, values, ownership.cells) { plain, wholes, values, cells in
            units.withUnsafeMutableBufferPointer { units in
                lanes.withUnsafeMutableBufferPointer { lanes in
                    claims.withUnsafeMutableBufferPointer { claims in
                        guard let units = units.baseAddress, let lanes = lanes.baseAddress,
                            let claims = claims.baseAddress
                        else { return }
                        while cursor.entry < plain.count {
                            let target = Int(plain[cursor.entry])
                            if target < 0 {
                                cursor.entry &+= 1
                                continue
                            }
                            if wholes[target] < 0 { return }
                            let unit = units + Int(wholes[target])
                            let first = unit.pointee.lanes
                            if first < 0 || !unit.pointee.isOrdinary { return }
                            var lane = lanes + Int(first)
                            while lane.pointee.system != speaker.system {
                                if lane.pointee.next < 0 { return }
                                lane = lanes + Int(lane.pointee.next)
                            }
                            // Nothing waits in the lane, nothing was sent to it, and nothing in it ends by itself.
                            if lane.pointee.memory >= 0 || lane.pointee.saying.claim >= 0
                                || lane.pointee.holding.claim < 0
                                || lane.pointee.holding.until != nil
                            {
                                return
                            }
                            let old = claims + Int(lane.pointee.holding.claim)
                            if old.pointee.derived >= 0 { return }
                            let next = said.json(cursor.entry)
                            let last = values[Int(old.pointee.event)].json(Int(old.pointee.entry))
                            if next.isEmpty || last.isEmpty { return }
                            let cell = cells[target &* cellStride &+ firstCell]
                            let isShown = unit.pointee.shown == lane.pointee.holding.claim
                            let claim = claims + cursor.claim
                            let isSame =
                                switch ValueDifference(next, last) {
                                case .same: true
                                case .certain where targets[target].form.options.isEmpty: false
                                default: targets[target].form.isSame(next, last)
                                }
                            if isSame {
                                // What let it once lets it still.
                                claim.pointee.mark = OutcomeMark(.unchanged)
                                lane.pointee.holding.requirement = cell.requirement
                            } else {
                                // The owner may change what shows of its own, if no rule is missing, nobody has to approve, and
                                // all that rules look at is known.
                                if !isShown || !cell.capabilities.contains(.update) || cell.requirement >= 0
                                    || cell.rule < 0
                                    || (!isKnown && !circumstance.isEvaluable(traits[target]))
                                {
                                    return
                                }
                                // Somebody of a higher rank, or another one of the same: who shows is to be found out.
                                let isAlone = lanes + Int(first) == lane && lane.pointee.next < 0
                                if !isAlone, cell.rank != 0 || isContested(first, lane, lanes) { return }
                                claim.pointee.mark = OutcomeMark(.accepted)
                                lane.pointee.holding.requirement = -1
                                lane.pointee.holding.rule = cell.rule
                                lane.pointee.holding.rank = cell.rank
                                lane.pointee.holding.since = speaker.instant
                                unit.pointee.shownSince = speaker.instant
                                unit.pointee.changes &+= 1
                            }
                            claim.pointee.entry = Int32(truncatingIfNeeded: cursor.entry)
                            claim.pointee.unit = wholes[target]
                            claim.pointee.rule = cell.rule
                            old.pointee.mark = OutcomeMark(.superseded, by: speaker.event)
                            let number = Int32(truncatingIfNeeded: cursor.claim)
                            lane.pointee.holding.claim = number
                            lane.pointee.holding.event = speaker.event
                            lane.pointee.holding.isProposal = false
                            lane.pointee.latest = speaker.event
                            lane.pointee.held = number
                            unit.pointee.touched = speaker.event
                            if isShown { unit.pointee.shown = number }
                            cursor.entry &+= 1
                            cursor.claim &+= 1
                        }
                    }
                }
            }
        }
    }

    /// Gives the addresses of what the loop only reads to a closure.
    @inline(__always)
    private static func withBuffers(
        _ plain: [Int32],
        _ wholes: [Int32],
        _ values: [FlatValues],
        _ cells: [OwnershipCell],
        _ body: (
            UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<FlatValues>,
            UnsafeBufferPointer<OwnershipCell>
        ) -> Void
    ) {
        plain.withUnsafeBufferPointer { plain in
            wholes.withUnsafeBufferPointer { wholes in
                values.withUnsafeBufferPointer { values in
                    cells.withUnsafeBufferPointer { body(plain, wholes, values, $0) }
                }
            }
        }
    }

    /// Whether another lane of a unit is of the same role, so that its system may go before this one.
    private static func isContested(
        _ first: Int32,
        _ lane: UnsafeMutablePointer<Lane>,
        _ lanes: UnsafeMutablePointer<Lane>
    ) -> Bool {
        var other = first
        while other >= 0 {
            let candidate = lanes + Int(other)
            if candidate != lane, candidate.pointee.role == lane.pointee.role, candidate.pointee.holding.claim >= 0 {
                return true
            }
            other = candidate.pointee.next
        }
        return false
    }
}

extension ContiguousArray {
    /// Makes room for more elements, and at least twice as much as there was: just enough would move all of them each time.
    @inline(__always)
    mutating func makeRoom(for more: Int) {
        if capacity < count + more { reserveCapacity(Swift.max(count + more, 2 * count)) }
    }
}
