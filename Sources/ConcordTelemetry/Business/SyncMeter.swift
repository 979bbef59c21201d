import ConcordValues

/// The share of a system's traffic of the last 24 hours that failed for good, by the hour.
struct SyncMeter: Sendable {
    private struct Hour: Sendable {
        var number: Int64 = .min
        var succeeded = 0
        var failed = 0
    }

    private static let hours = 24
    private static let maximumSystems = 200

    private var systems: [SystemID: [Hour]] = [:]

    mutating func succeed(_ system: SystemID, at time: Instant) { count(system, at: time) { $0.succeeded += 1 } }

    mutating func fail(_ system: SystemID, at time: Instant) { count(system, at: time) { $0.failed += 1 } }

    func gauges(at now: Instant) -> [BusinessReading] {
        let current = Self.hour(now)
        return systems.keys.sorted()
            .map { system in
                let hours = (systems[system] ?? []).filter { $0.number > current - Int64(Self.hours) }
                let failed = hours.reduce(0) { $0 + $1.failed }
                let all = hours.reduce(failed) { $0 + $1.succeeded }
                return BusinessReading(
                    .failedSyncRate,
                    [TelemetryLabel("system", system.text)],
                    .share(failed, of: all)
                )
            }
    }

    private mutating func count(_ system: SystemID, at time: Instant, _ count: (inout Hour) -> Void) {
        if systems[system] == nil {
            guard systems.count < Self.maximumSystems else { return }
            systems[system] = Array(repeating: Hour(), count: Self.hours)
        }
        let number = Self.hour(time)
        let place = Int(((number % Int64(Self.hours)) + Int64(Self.hours)) % Int64(Self.hours))
        guard var hour = systems[system]?[place], hour.number <= number else { return }
        if hour.number < number { hour = Hour(number: number) }
        count(&hour)
        systems[system]?[place] = hour
    }

    private static func hour(_ time: Instant) -> Int64 {
        let seconds = time.secondsSince1970
        return seconds / 3_600 - (seconds % 3_600 < 0 ? 1 : 0)
    }
}
