#if Telemetry
import ConcordAdapters
import ConcordOwnership
import ConcordValues
import Tracing

extension TelemetryObserver {
    /// Makes a span of a signal that says how long something took.
    func trace(_ signal: IntegrationSignal, at time: Instant) {
        switch signal {
        case .read(let system, let items, let elapsed):
            span("concord.read", .client, elapsed, until: time) { attributes in
                attributes["concord.system"] = system.text
                attributes["concord.items"] = items
            }
        case .committed(let items, let elapsed):
            span("concord.commit", .internal, elapsed, until: time) { attributes in
                attributes["concord.items"] = items
            }
        case .delivered(let system, let record, let sincePlanned, let attempts):
            span("concord.delivery", .producer, sincePlanned, until: time) { attributes in
                attributes["concord.system"] = system.text
                attributes["concord.record"] = "\(record)"
                attributes["concord.attempts"] = attempts
            }
        case .taken, .refused, .changed, .planned, .failed, .parked, .released, .opened, .closed, .backlog, .circuit:
            break
        }
    }

    private func span(
        _ name: String,
        _ kind: SpanKind,
        _ elapsed: Duration,
        until end: Instant,
        _ describe: (inout SpanAttributes) -> Void
    ) {
        let span = tracer.startSpan(
            name,
            ofKind: kind,
            at: SignalInstant(end.advanced(by: .zero - max(.zero, elapsed)))
        )
        span.updateAttributes(describe)
        span.end(at: SignalInstant(end))
    }
}

/// An instant as tracers take it.
struct SignalInstant: TracerInstant {
    let nanosecondsSinceEpoch: UInt64

    init(_ instant: Instant) {
        let seconds = UInt64(clamping: instant.secondsSince1970)
        let (whole, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        nanosecondsSinceEpoch = overflows ? .max : whole &+ UInt64(clamping: instant.nanosecond)
    }

    static func < (left: Self, right: Self) -> Bool { left.nanosecondsSinceEpoch < right.nanosecondsSinceEpoch }
}
#endif
