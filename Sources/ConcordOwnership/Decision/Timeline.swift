import ConcordValues

/// What one axis of a record was from which moment on.
///
/// Most records have one point or two: the latest stands in the timeline itself.
struct Timeline {
    /// From one moment on, a number of an axis, or that it is not known.
    struct Point {
        let moment: Moment
        let number: Int
        let isKnown: Bool
    }

    /// The last point; nil if there is none.
    private(set) var latest: Point?

    /// Those before it, in their order.
    private var earlier: [Point] = []

    /// What holds at a moment, all that happens then included.
    func point(at moment: Moment) -> Point? {
        guard let latest else { return nil }
        return latest.moment <= moment ? latest : earlier.last { $0.moment <= moment }
    }

    /// What holds before a moment.
    func point(before moment: Moment) -> Point? {
        guard let latest else { return nil }
        return latest.moment < moment ? latest : earlier.last { $0.moment < moment }
    }

    /// Whether something else holds from a moment on than before.
    func hasPoint(at moment: Moment) -> Bool {
        latest?.moment == moment || earlier.contains { $0.moment == moment }
    }

    /// Takes in what holds from a moment on, which is not before the latest one.
    mutating func add(_ point: Point) {
        if let latest {
            if latest.number == point.number, latest.isKnown == point.isKnown { return }
            // What happens at one moment counts as a whole.
            if latest.moment != point.moment { earlier.append(latest) }
        }
        latest = point
    }
}
