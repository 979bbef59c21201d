import ConcordSchema
import ConcordValues

extension Evaluation {
    /// Writes the record as ``OwnedRecord/document`` has it, without working out how it came to be.
    func writeDocument(of record: RecordKey, asOf: Instant, to writer: inout JSONWriter) {
        let circumstance = circumstance(at: Moment(asOf)).number
        var changed: Instant?
        for unit in units.indices {
            guard let since = lastChange(unit, circumstance) else { continue }
            changed = changed.map { max($0, since) } ?? since
        }
        let document = RecordDocument(
            ownership: ownership,
            record: record,
            circumstance: circumstance,
            changeCount: changeCount,
            changed: changed ?? asOf
        )
        document.write(self, to: &writer)
    }

    /// Since when a unit shows what it shows; nil if it shows nothing.
    private func lastChange(_ unit: Int, _ circumstance: Int32) -> Instant? {
        let standing = standing(unit, circumstance)
        let claim = claim(unit, standing)
        if claim < 0 { return nil }
        if claim == units[unit].shown, claims[Int(claim)].derived < 0, isPresent(claim) {
            return units[unit].shownSince
        }
        let value = value(of: claim)
        return value.isStatement ? since(unit, value, statement(unit, standing)) : nil
    }

    /// Whether an entry, as it is, has a value.
    private func isPresent(_ claim: Int32) -> Bool {
        let state = claims[Int(claim)]
        return !values[Int(state.event)].json(Int(state.entry)).isEmpty
    }
}

extension Evaluation: ShownUnits {
    func json(of target: Int32, _ circumstance: Int32) -> String? {
        let unit = Int(wholes[Int(target)])
        return unit < 0 ? nil : value(unit, standing(unit, circumstance)).json
    }

    func items(of target: Int32, _ circumstance: Int32) -> [String] {
        if items.isEmpty { return [] }
        var found: [(path: ClaimPath, json: String)] = []
        for unit in units.indices where units[unit].target == target {
            guard let json = value(unit, standing(unit, circumstance)).json else { continue }
            found.append((path(of: unit), json))
        }
        return found.sorted { $0.path < $1.path }.map(\.json)
    }

    func write(_ target: Int32, as name: String, _ circumstance: Int32, to writer: inout JSONWriter) -> Bool {
        let unit = Int(wholes[Int(target)])
        if unit < 0 { return false }
        let claim = claim(unit, standing(unit, circumstance))
        if claim < 0 { return false }
        if claims[Int(claim)].derived >= 0 {
            let json = value(of: claim).json
            writer.member(name, json: json)
            return json != nil
        }
        let state = claims[Int(claim)]
        let json = values[Int(state.event)].json(Int(state.entry))
        if json.isEmpty { return false }
        writer.write(name: name)
        writer.writeRaw(json)
        writer.endItem()
        return true
    }
}
