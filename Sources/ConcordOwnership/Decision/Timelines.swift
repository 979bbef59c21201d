import ConcordSchema

/// The stage, the legal entity and the region of a record at every moment, as its claims say (OWNERSHIP R12).
struct Timelines {
    private var stages = Timeline()
    private var legalEntities = Timeline()
    private var regions = Timeline()
    /// When the record was first spoken of.
    private var beginning: Moment?

    init(_ ownership: CompiledOwnership) {
        guard let source = ownership.ownership.stage else { return }
        let initial = ownership.stageNumbers[source.initial.rawValue] ?? 0
        stages.add(Timeline.Point(moment: .distantPast, number: initial, isKnown: true))
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
            case .before: moment == beginning ? stages.point(at: moment) : stages.point(before: moment)
            case .after: stages.point(at: moment)
            case .latest: stages.latest
            }
        let legalEntity = legalEntities.point(at: moment)
        let region = regions.point(at: moment)
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

    /// Whether the legal entity or the region changed at a moment.
    func hasMoved(at moment: Moment) -> Bool {
        legalEntities.hasPoint(at: moment) || regions.hasPoint(at: moment)
    }

    /// Notes the stage from a moment on.
    mutating func add(stage point: Timeline.Point) { stages.add(point) }

    /// Notes the legal entity from a moment on.
    mutating func add(legalEntity point: Timeline.Point) { legalEntities.add(point) }

    /// Notes the region from a moment on.
    mutating func add(region point: Timeline.Point) { regions.add(point) }
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
