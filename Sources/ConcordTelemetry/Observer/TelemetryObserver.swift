#if Telemetry
public import ConcordAdapters
public import ConcordValues
public import CoreMetrics
public import Logging
import Synchronization
public import Tracing

/// Tells logs, metrics and traces what an integration does, and what that means for the business.
///
/// ```swift
/// let telemetry = TelemetryObserver(logger: logger)   // the process's metrics factory and tracer
/// let integration = Integration(…, observer: telemetry)
/// ```
///
/// ``TelemetryMeasure`` lists what is measured. Of records nothing is handed on but their keys: log lines, labels and
/// attributes have systems, schemas' names, keys, codes, counts and durations. The words of failures and exceptions are
/// left out too, because they quote systems; they are in the exception queue, where people see them who may.
///
/// Gauges are set when a batch was stored, at most once in an interval of the signals' time. A host that wants them while
/// nothing happens calls ``publish(at:)``.
public final class TelemetryObserver: IntegrationObserver {
    let logger: Logger
    let instruments: TelemetryInstruments
    let tracer: any Tracer
    private let interval: Duration
    private let state: Mutex<State>

    private struct State: Sendable {
        var meter: BusinessMeter
        var published: Instant?
    }

    /// An observer.
    ///
    /// - Parameters:
    ///   - logger: Where lines go.
    ///   - metrics: Where numbers go.
    ///   - tracer: Where spans go.
    ///   - meter: What works out the measures of the business.
    ///   - interval: The shortest time from one setting of gauges to the next.
    public init(
        logger: Logger,
        metrics: any MetricsFactory = MetricsSystem.factory,
        tracer: any Tracer = InstrumentationSystem.tracer,
        meter: BusinessMeter = BusinessMeter(),
        interval: Duration = .seconds(15)
    ) {
        self.logger = logger
        instruments = TelemetryInstruments(metrics)
        self.tracer = tracer
        self.interval = interval
        state = Mutex(State(meter: meter))
    }

    /// Takes notice of something.
    public func receive(_ signal: IntegrationSignal, at time: Instant) {
        let readings = state.withLock { $0.meter.take(signal, at: time) }
        for reading in readings { instruments.record(reading) }
        measure(signal)
        log(signal)
        trace(signal, at: time)
        if case .committed = signal { publishIfDue(at: time) }
    }

    /// Sets all gauges of the business to how it stands.
    ///
    /// - Parameter now: The time.
    public func publish(at now: Instant) {
        let readings = state.withLock { state in
            state.published = now
            return state.meter.gauges(at: now)
        }
        for reading in readings { instruments.record(reading) }
    }

    private func publishIfDue(at now: Instant) {
        let isDue = state.withLock { state in
            state.published.map { $0.duration(to: now) >= interval } ?? true
        }
        if isDue { publish(at: now) }
    }
}
#endif
