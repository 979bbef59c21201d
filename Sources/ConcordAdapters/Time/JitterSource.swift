import Synchronization

/// The host's door to chance, which spreads retries so that not all come back at once.
///
/// ## Implementation guidance
///
/// Nothing in Concord has a random source of its own. What is handed out decides when something is tried again, and never
/// what is done.
public protocol JitterSource: Sendable {
    /// A number from 0 up to 1, which it does not reach.
    func next() -> Double
}

/// The system's random numbers.
public struct SystemJitter: JitterSource {
    /// The source.
    public init() {}

    /// A random number.
    public func next() -> Double { .random(in: 0..<1) }
}

/// Numbers that follow from a seed, for tests and replays: the same seed gives the same numbers.
public final class SeededJitter: JitterSource {
    private let state: Mutex<UInt64>

    /// A source.
    ///
    /// - Parameter seed: What its numbers follow from.
    public init(seed: UInt64) { state = Mutex(seed) }

    /// The next number of the sequence (SplitMix64).
    public func next() -> Double {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
        }
    }
}
