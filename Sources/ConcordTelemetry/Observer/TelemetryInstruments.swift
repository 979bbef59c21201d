#if Telemetry
import ConcordValues
import CoreMetrics
import Synchronization

/// The instruments of a metrics factory, one for each series, made when they are needed first.
///
/// A measure has so many series at most; what would be more is counted under `other`.
final class TelemetryInstruments: Sendable {
    private struct Series: Hashable {
        let measure: TelemetryMeasure
        let labels: [TelemetryLabel]
    }

    private enum Instrument: Sendable {
        case counter(Counter)
        case recorder(Recorder)
        case gauge(Gauge)
        case timer(CoreMetrics.Timer)
    }

    private struct Known {
        var instruments: [Series: Instrument] = [:]
        var counts: [TelemetryMeasure: Int] = [:]
    }

    private static let maximumSeries = 1_000

    private let factory: any MetricsFactory
    private let known = Mutex(Known())

    init(_ factory: any MetricsFactory) { self.factory = factory }

    func add(_ count: Int, to measure: TelemetryMeasure, _ labels: (String, String)...) {
        record(BusinessReading(measure, labels.map { TelemetryLabel($0.0, $0.1) }, .count(count)))
    }

    func record(_ duration: Duration, as measure: TelemetryMeasure, _ labels: (String, String)...) {
        record(BusinessReading(measure, labels.map { TelemetryLabel($0.0, $0.1) }, .duration(duration)))
    }

    func record(_ reading: BusinessReading) {
        switch instrument(of: reading.measure, reading.labels) {
        case .counter(let counter): counter.increment(by: Int(reading.number))
        case .recorder(let recorder): recorder.record(reading.number)
        case .gauge(let gauge): gauge.record(reading.number)
        case .timer(let timer):
            guard case .duration(let duration) = reading.value else { return }
            timer.recordNanoseconds(duration.nanoseconds)
        }
    }

    private func instrument(of measure: TelemetryMeasure, _ labels: [TelemetryLabel]) -> Instrument {
        known.withLock { known in
            var series = Series(measure: measure, labels: labels)
            if let found = known.instruments[series] { return found }
            if known.counts[measure, default: 0] >= Self.maximumSeries {
                series = Series(measure: measure, labels: labels.map { TelemetryLabel($0.name, "other") })
                if let found = known.instruments[series] { return found }
            }
            known.counts[measure, default: 0] += 1
            let made = make(series)
            known.instruments[series] = made
            return made
        }
    }

    private func make(_ series: Series) -> Instrument {
        let name = series.measure.name
        let dimensions = series.labels.map { ($0.name, $0.value) }
        switch series.measure.instrument {
        case .counter: return .counter(Counter(label: name, dimensions: dimensions, factory: factory))
        case .gauge: return .gauge(Gauge(label: name, dimensions: dimensions, factory: factory))
        case .recorder:
            return .recorder(Recorder(label: name, dimensions: dimensions, aggregate: true, factory: factory))
        case .timer: return .timer(CoreMetrics.Timer(label: name, dimensions: dimensions, factory: factory))
        }
    }
}

extension BusinessReading {
    /// The reading as metrics take it: they have no exact numbers.
    fileprivate var number: Double {
        switch value {
        case .count(let count): Double(count)
        case .amount(let amount): Double("\(amount)") ?? 0
        case .duration(let duration): Double(duration.nanoseconds) / 1e9
        case .share(let part, let whole): whole == 0 ? 0 : Double(part) / Double(whole)
        }
    }
}

extension Duration {
    /// The duration in nanoseconds, at most as many as there are.
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, overflowsToo) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
        return overflows || overflowsToo ? (seconds < 0 ? .min : .max) : sum
    }
}
#endif
