#if Telemetry
import ConcordAdapters
import ConcordOwnership
import ConcordValues

extension TelemetryObserver {
    /// Counts a signal.
    func measure(_ signal: IntegrationSignal) {
        switch signal {
        case .read(let system, let items, let elapsed):
            instruments.add(items, to: .readItems, ("system", system.text))
            instruments.record(elapsed, as: .readDuration, ("system", system.text))
        case .taken(let record, let system, let outcome):
            let changed = outcome.hasChanged ? "yes" : "no"
            instruments.add(1, to: .taken, ("system", system.text), ("record", record.name), ("changed", changed))
        case .refused(let sequence, let failureClass):
            instruments.add(1, to: .refused, ("system", sequence.system.text), ("class", failureClass.rawValue))
        case .changed(let stored): instruments.add(1, to: .changed, ("record", stored.key.name))
        case .committed(let items, let elapsed):
            instruments.add(items, to: .committedItems)
            instruments.record(elapsed, as: .commitDuration)
        case .planned(let system, let record):
            instruments.add(1, to: .planned, ("system", system.text), ("record", record.name))
        case .delivered(let system, let record, let sincePlanned, let attempts):
            instruments.add(1, to: .delivered, ("system", system.text), ("record", record.name))
            instruments.record(sincePlanned, as: .deliveryLatency, ("system", system.text))
            instruments.add(attempts, to: .deliveryAttempts, ("system", system.text))
        case .failed(let failure, let sequence, _, let again):
            let system = failure.system ?? sequence?.system
            instruments.add(
                1,
                to: .failures,
                ("system", system?.text ?? "none"),
                ("class", failure.failureClass.rawValue),
                ("again", again == nil ? "no" : "yes")
            )
        case .parked(let sequence, let failureClass):
            let reason = failureClass?.rawValue ?? "waiting"
            instruments.add(1, to: .parked, ("system", sequence.system.text), ("class", reason))
        case .released(let sequence): instruments.add(1, to: .released, ("system", sequence.system.text))
        case .opened(let exception):
            instruments.add(
                1,
                to: .exceptionsOpened,
                ("origin", exception.origin.rawValue),
                ("kind", exception.kind)
            )
        case .closed(let exception, _, let isResolved):
            instruments.add(
                1,
                to: .exceptionsClosed,
                ("origin", exception.origin.rawValue),
                ("resolved", isResolved ? "yes" : "no")
            )
        case .backlog(let system, let entries): instruments.add(entries, to: .backlog, ("system", system.text))
        case .circuit(let system, let state):
            let number =
                switch state {
                case .closed: 0
                case .halfOpen: 1
                case .open: 2
                }
            instruments.add(number, to: .circuit, ("system", system.text))
        }
    }
}
#endif
