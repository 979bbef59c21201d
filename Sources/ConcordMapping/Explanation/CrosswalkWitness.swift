internal import Synchronization

/// Notes which crosswalks are asked for which codes, while something is explained.
///
/// Rules keep their crosswalks to themselves, so what they ask is seen where it is asked. While nobody listens, asking
/// costs one relaxed load.
final class CrosswalkWitness: Sendable {
    /// One question to a crosswalk.
    struct Lookup: Sendable {
        let crosswalk: Crosswalk
        let code: String
    }

    @TaskLocal private static var current: CrosswalkWitness?
    private static let listeners = Atomic<Int>(0)

    private let notes = Mutex<[Lookup]>([])

    /// What was asked so far, in order.
    var lookups: [Lookup] { notes.withLock { $0 } }

    /// Runs something and notes what it asks.
    func listen<Result>(_ body: () -> Result) -> Result {
        Self.listeners.wrappingAdd(1, ordering: .relaxed)
        defer { Self.listeners.wrappingSubtract(1, ordering: .relaxed) }
        return Self.$current.withValue(self, operation: body)
    }

    /// Says that a crosswalk is asked for a code.
    static func note(_ crosswalk: Crosswalk, asked code: String) {
        guard listeners.load(ordering: .relaxed) > 0, let witness = current else { return }
        witness.notes.withLock { $0.append(Lookup(crosswalk: crosswalk, code: code)) }
    }
}
