import ConcordAdapters
import ConcordConfiguration
import ConcordValues

/// What people have to look at: how much, how long, and how much of it they settle by hand.
struct ExceptionMeter: Sendable {
    private struct Open: Sendable {
        let origin: QueuedException.Origin
        let since: Instant
        let due: Instant?
    }

    private var open: BoundedMap<ContentHash, Open>

    init(limit: Int) { open = BoundedMap(limit: limit) }

    var forgotten: Int { open.forgotten }

    mutating func open(_ exception: QueuedException) -> [BusinessReading] {
        guard open[exception.id] == nil else { return [] }
        open[exception.id] = Open(origin: exception.origin, since: exception.openedAt, due: exception.due)
        return []
    }

    mutating func close(_ exception: QueuedException, at time: Instant, isResolved: Bool) -> [BusinessReading] {
        // A case that is worked out anew has a new time; when it was opened counts.
        let since = open[exception.id]?.since ?? exception.openedAt
        open[exception.id] = nil
        let origin = TelemetryLabel("origin", exception.origin.rawValue)
        let resolved = TelemetryLabel("resolved", isResolved ? "yes" : "no")
        let handling = BusinessReading(
            .exceptionHandling,
            [origin, resolved],
            .duration(since.elapsed(until: time))
        )
        return isResolved ? [handling, BusinessReading(.resolvedByHand, [origin], .count(1))] : [handling]
    }

    func gauges(at now: Instant) -> [BusinessReading] {
        QueuedException.Origin.allCases.flatMap { origin in
            let found = open.values.filter { $0.origin == origin }
            let labels = [TelemetryLabel("origin", origin.rawValue)]
            let age = found.map { $0.since.elapsed(until: now) }.max() ?? .zero
            let overdue = found.count { entry in entry.due.map { $0 < now } ?? false }
            return [
                BusinessReading(.exceptionsOpen, labels, .count(found.count)),
                BusinessReading(.exceptionsOverdue, labels, .count(overdue)),
                BusinessReading(.exceptionAge, labels, .duration(age)),
            ]
        }
    }
}
