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
        // Doubled, because making just enough room for each event would move all claims each time.
        if claims.capacity < begin + plain.count { claims.reserveCapacity(max(begin + plain.count, 2 * begin)) }
        for index in plain.indices where plain[index] >= 0 {
            claims.append(ClaimState(speaker.event, Int32(truncatingIfNeeded: index)))
        }
        if claims.count == begin { return }
        let entries = events[Int(speaker.event)].entries
        let isShort =
            !Defects.goesLongWay && speaker.role >= 0 && speaker.isGreatest && !speaker.isOverride
            && speaker.until == nil
        var cursor = PlainCursor(entry: 0, claim: begin)
        while true {
            if isShort {
                PlainCursor.advance(
                    &cursor,
                    plain,
                    entries,
                    events,
                    ownership,
                    wholes,
                    &units,
                    &lanes,
                    &claims,
                    speaker
                )
            }
            while cursor.entry < plain.count, plain[cursor.entry] < 0 { cursor.entry += 1 }
            if cursor.entry == plain.count { return }
            let part = ClaimPart(
                target: plain[cursor.entry],
                key: "",
                value: entries[cursor.entry].value,
                entry: Int32(truncatingIfNeeded: cursor.entry)
            )
            decide(part, Int32(truncatingIfNeeded: cursor.claim), speaker)
            cursor.entry += 1
            cursor.claim += 1
        }
    }
}

/// How far an event's plain entries are decided.
private struct PlainCursor {
    var entry: Int
    var claim: Int

    /// Decides entry after entry, up to the first one that is not simple.
    ///
    /// The arrays are read through their addresses: nothing here counts a reference but the two texts that are compared.
    static func advance(
        _ cursor: inout PlainCursor,
        _ plain: [Int32],
        _ entries: [ClaimEntry],
        _ events: [ClaimEvent],
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
        let cells = ownership.cells
        let traits = ownership.traits
        let targets = ownership.targets
        units.withUnsafeMutableBufferPointer { units in
            lanes.withUnsafeMutableBufferPointer { lanes in
                claims.withUnsafeMutableBufferPointer { claims in
                    while cursor.entry < plain.count {
                        let target = Int(plain[cursor.entry])
                        if target < 0 {
                            cursor.entry &+= 1
                            continue
                        }
                        let unit = Int(wholes[target])
                        if unit < 0 || !units[unit].isOrdinary { return }
                        var lane = Int(units[unit].lanes)
                        while lane >= 0, lanes[lane].system != speaker.system { lane = Int(lanes[lane].next) }
                        // Nothing waits in the lane, nothing was sent to it, and nothing in it ends by itself.
                        if lane < 0 || lanes[lane].memory >= 0 || lanes[lane].voice != nil { return }
                        guard let accepted = lanes[lane].accepted, accepted.until == nil else { return }
                        let old = Int(accepted.claim)
                        if claims[old].derived >= 0 { return }
                        guard case .value(let next) = entries[cursor.entry].value,
                            case .value(let last) = events[Int(claims[old].event)].content
                                .entries[
                                    Int(claims[old].entry)
                                ]
                                .value
                        else { return }
                        let cell = cells[target &* cellStride &+ firstCell]
                        let isShown = units[unit].shown == accepted.claim
                        let claim = Int32(truncatingIfNeeded: cursor.claim)

                        if next.text == last.text || targets[target].form.isSame(next.text, last.text) {
                            // What let it once lets it still.
                            claims[cursor.claim].mark = OutcomeMark(.unchanged)
                            lanes[lane].accepted?.requirement = cell.requirement
                        } else {
                            // The owner may change what shows of its own, if no rule is missing, nobody has to approve, and
                            // all that rules look at is known.
                            if !isShown || !cell.capabilities.contains(.update) || cell.requirement >= 0
                                || cell.rule < 0
                                || !circumstance.isEvaluable(traits[target])
                            {
                                return
                            }
                            // Somebody of a higher rank, or another one of the same: who shows is to be found out.
                            let isAlone = Int(units[unit].lanes) == lane && lanes[lane].next < 0
                            if !isAlone, cell.rank != 0 || isContested(units[unit].lanes, lane, lanes) { return }
                            claims[cursor.claim].mark = OutcomeMark(.accepted)
                            lanes[lane].accepted?.requirement = -1
                            lanes[lane].accepted?.rule = cell.rule
                            lanes[lane].accepted?.rank = cell.rank
                            lanes[lane].accepted?.since = speaker.instant
                            units[unit].shownSince = speaker.instant
                            units[unit].changes &+= 1
                        }
                        claims[cursor.claim].unit = Int32(truncatingIfNeeded: unit)
                        claims[cursor.claim].rule = cell.rule
                        claims[old].mark = OutcomeMark(.superseded, by: speaker.event)
                        lanes[lane].accepted?.claim = claim
                        lanes[lane].accepted?.event = speaker.event
                        lanes[lane].accepted?.isProposal = false
                        lanes[lane].latest = speaker.event
                        lanes[lane].held = claim
                        units[unit].touched = speaker.event
                        if isShown { units[unit].shown = claim }
                        cursor.entry &+= 1
                        cursor.claim &+= 1
                    }
                }
            }
        }
    }

    /// Whether another lane of a unit is of the same role, so that its system may go before this one.
    @inline(__always)
    private static func isContested(_ first: Int32, _ lane: Int, _ lanes: UnsafeMutableBufferPointer<Lane>) -> Bool {
        var other = Int(first)
        while other >= 0 {
            if other != lane, lanes[other].role == lanes[lane].role, lanes[other].accepted != nil { return true }
            other = Int(lanes[other].next)
        }
        return false
    }
}
