/// Random numbers that follow from a seed: the same seed gives the same numbers on every machine.
///
/// The algorithm is SplitMix64 (Steele, Lea, Flood: *Fast Splittable Pseudorandom Number Generators*, 2014), which needs
/// no more state than the seed and never repeats within 2⁶⁴ numbers. It is for tests and for nothing that must not be
/// guessed.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    /// The seed that the generator began with, for messages.
    public let seed: UInt64

    private var state: UInt64

    /// A generator that begins at a seed.
    ///
    /// - Parameter seed: Any number; neighbouring seeds give unrelated numbers.
    public init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

extension SeededGenerator {
    /// A number of a range.
    ///
    /// - Parameter range: The numbers to draw from.
    /// - Returns: One of them.
    public mutating func number(in range: ClosedRange<Int>) -> Int {
        let span = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound)) &+ 1
        // The few lowest numbers are likelier by one part in 2⁶⁴ divided by the span, which no test can tell.
        return range.lowerBound &+ Int(truncatingIfNeeded: span == 0 ? next() : next() % span)
    }

    /// Whether something happens that happens so many times in a hundred.
    ///
    /// - Parameter percent: How often, from 0 to 100.
    /// - Returns: Whether it happens this time.
    public mutating func happens(percent: Int) -> Bool {
        number(in: 0...99) < percent
    }

    /// One of some values.
    ///
    /// - Parameter values: The values; not empty.
    /// - Returns: One of them.
    public mutating func one<Value>(of values: [Value]) -> Value {
        values[number(in: 0...values.count - 1)]
    }

    /// The values in another order.
    ///
    /// - Parameter values: The values.
    /// - Returns: All of them.
    public mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
        var values = values
        for index in values.indices.dropFirst() { values.swapAt(index, number(in: 0...index)) }
        return values
    }
}
