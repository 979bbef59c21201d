import ConcordSchema

extension Evaluation {
    /// Notes what the targets that rules look at show now.
    mutating func note(_ moment: Moment, phase: UInt8) {
        let owned = ownership.ownership
        if phase == 2 {
            guard let source = owned.stage else { return }
            let point = point(source.field, moment) { [ownership] code in
                guard let code else { return ownership.stageNumbers[source.initial.rawValue] ?? 0 }
                return ownership.stageNumbers[source.stages[code]?.rawValue ?? code] ?? 0
            }
            timelines.add(stage: point)
            return
        }
        let axes = ownership.axes
        if let field = owned.legalEntity {
            let point = point(field, moment) { code in
                code.flatMap { axes.legalEntities.dropFirst().firstIndex(of: $0) } ?? 0
            }
            timelines.add(legalEntity: point)
        }
        if let field = owned.region {
            let point = point(field, moment) { code in
                code.flatMap { axes.regions.dropFirst().firstIndex(of: $0) } ?? 0
            }
            timelines.add(region: point)
        }
    }

    /// What a field says of an axis: its number, by the code that shows.
    private func point(_ field: String, _ moment: Moment, _ number: (String?) -> Int) -> Timeline.Point {
        let slot = ownership.slotNumbers[field]
        let target = slot.map { ownership.slots[Int($0)].target } ?? -1
        let unit = target >= 0 ? wholes[Int(target)] : -1
        guard unit >= 0 else { return Timeline.Point(moment: moment, number: number(nil), isKnown: true) }
        let circumstance = timelines.circumstance(ownership.axes, at: moment, .before)
        switch value(Int(unit), standing(Int(unit), circumstance.number)) {
        case .value(let json):
            let code = JSONText.plain(json.text)
            let isKnown = code != nil && !isTied(Int(unit), circumstance.number)
            return Timeline.Point(moment: moment, number: isKnown ? number(code) : 0, isKnown: isKnown)
        default: return Timeline.Point(moment: moment, number: number(nil), isKnown: true)
        }
    }
}
