import ConcordSchema

/// The stage, the legal entity and the region of a record at every moment, as its claims say (OWNERSHIP R12).
struct Timelines {
    /// From one moment on, a number of an axis, or that it is not known.
    struct Point {
        let moment: Moment
        let number: Int
        let isKnown: Bool
    }

    private var stages: [Point] = []
    private var legalEntities: [Point] = []
    private var regions: [Point] = []
    private var stageNumbers: [String: Int] = [:]
    /// When the record was first spoken of.
    private var beginning: Moment?

    init() {}

    init(_ ownership: CompiledOwnership) {
        for (index, stage) in ownership.axes.stages.enumerated() { stageNumbers[stage] = index }
        if let source = ownership.ownership.stage {
            let initial = stageNumbers[source.initial.rawValue] ?? 0
            stages = [Point(moment: .distantPast, number: initial, isKnown: true)]
        }
    }

    /// Which stage counts at a moment.
    enum StageReading {
        /// The one that held strictly before it: what happens at one moment does not judge itself. A record that comes into
        /// being at a stage, such as an invoice that the books issued, was made in it: no other one was before.
        case before
        /// The one that holds once everything of the moment has happened.
        case after
        /// The latest that is known, whatever the moment.
        case latest
    }

    /// Where the record is at a moment, and at which stage.
    func circumstance(_ axes: OwnershipAxes, at moment: Moment, _ reading: StageReading) -> Circumstance {
        let stage =
            switch reading {
            case .before: moment == beginning ? Self.point(stages, at: moment) : Self.point(stages, before: moment)
            case .after: Self.point(stages, at: moment)
            case .latest: stages.last
            }
        let legalEntity = Self.point(legalEntities, at: moment)
        let region = Self.point(regions, at: moment)
        return Circumstance(
            number: axes.circumstance(
                stage: stage?.number ?? 0,
                legalEntity: legalEntity?.number ?? 0,
                region: region?.number ?? 0
            ),
            isStageKnown: stage?.isKnown ?? true,
            isLegalEntityKnown: legalEntity?.isKnown ?? true,
            isRegionKnown: region?.isKnown ?? true
        )
    }

    /// Notes that something was said of the record; the first moment is its beginning, because they come in their order.
    mutating func begin(_ moment: Moment) {
        if beginning == nil { beginning = moment }
    }

    private static func point(_ points: [Point], at moment: Moment) -> Point? {
        guard let last = points.last else { return nil }
        if last.moment <= moment { return last }
        return points.last { $0.moment <= moment }
    }

    private static func point(_ points: [Point], before moment: Moment) -> Point? {
        guard let last = points.last else { return nil }
        if last.moment < moment { return last }
        return points.last { $0.moment < moment }
    }

    /// Whether the legal entity or the region changed at a moment.
    func hasMoved(at moment: Moment) -> Bool {
        legalEntities.contains { $0.moment == moment } || regions.contains { $0.moment == moment }
    }

    /// Notes what the targets that rules look at show now.
    mutating func note<Defects>(_ evaluation: Evaluation<Defects>, _ moment: Moment, phase: UInt8) {
        if phase == 2 {
            guard let source = evaluation.ownership.ownership.stage else { return }
            let point = point(evaluation, source.field, moment) { code in
                guard let code else { return stageNumbers[source.initial.rawValue] ?? 0 }
                let stage = source.stages[code]?.rawValue ?? code
                return stageNumbers[stage] ?? 0
            }
            Self.add(point, to: &stages)
            return
        }
        if let field = evaluation.ownership.ownership.legalEntity {
            let point = point(evaluation, field, moment) { code in
                code.flatMap { evaluation.ownership.axes.legalEntities.dropFirst().firstIndex(of: $0) } ?? 0
            }
            Self.add(point, to: &legalEntities)
        }
        if let field = evaluation.ownership.ownership.region {
            let point = point(evaluation, field, moment) { code in
                code.flatMap { evaluation.ownership.axes.regions.dropFirst().firstIndex(of: $0) } ?? 0
            }
            Self.add(point, to: &regions)
        }
    }

    private static func add(_ point: Point, to points: inout [Point]) {
        if let last = points.last {
            if last.number == point.number, last.isKnown == point.isKnown { return }
            // What happens at one moment counts as a whole.
            if last.moment == point.moment { points.removeLast() }
        }
        points.append(point)
    }

    private func point<Defects>(
        _ evaluation: Evaluation<Defects>,
        _ field: String,
        _ moment: Moment,
        _ number: (String?) -> Int
    ) -> Point {
        let slot = evaluation.ownership.slotNumbers[field]
        let target = slot.map { evaluation.ownership.slots[Int($0)].target } ?? -1
        let unit = target >= 0 ? evaluation.wholes[Int(target)] : -1
        guard unit >= 0 else { return Point(moment: moment, number: number(nil), isKnown: true) }
        let circumstance = circumstance(evaluation.ownership.axes, at: moment, .before)
        let standing = evaluation.standing(Int(unit), circumstance.number)
        switch evaluation.value(Int(unit), standing) {
        case .value(let json):
            let code = JSONText.plain(json.text)
            let isKnown = code != nil && !evaluation.isTied(Int(unit), circumstance.number)
            return Point(moment: moment, number: isKnown ? number(code) : 0, isKnown: isKnown)
        default: return Point(moment: moment, number: number(nil), isKnown: true)
        }
    }
}

/// Where a record is and at which stage, at one moment.
struct Circumstance {
    let number: Int32
    let isStageKnown: Bool
    let isLegalEntityKnown: Bool
    let isRegionKnown: Bool

    /// Whether all that a target's rules look at is known (OWNERSHIP R11).
    @inline(__always)
    func isEvaluable(_ target: TargetTraits) -> Bool {
        (isStageKnown || !target.namesStage) && (isLegalEntityKnown || !target.namesLegalEntity)
            && (isRegionKnown || !target.namesRegion)
    }
}
