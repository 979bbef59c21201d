import ConcordValues

/// Decimals drawn from a seed (SplitMix64): the same seed, the same decimals.
struct DecimalRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A decimal of any number of digits, with many zeros, nines and round numbers among them.
    mutating func decimal(digits: Int = 38, scales: ClosedRange<Int> = -400...400) throws -> ExactDecimal {
        let length = Int.random(in: 0...digits, using: &self)
        var coefficient: Int128 = 0
        let kind = Int.random(in: 0..<4, using: &self)
        for place in 0..<length {
            let digit =
                switch kind {
                case 0: 9
                case 1: place == 0 ? 1 : 0
                case 2: place % 7 == 0 ? 5 : 0
                default: Int.random(in: 0...9, using: &self)
                }
            coefficient = coefficient * 10 + Int128(digit)
        }
        if Bool.random(using: &self) { coefficient = -coefficient }
        return try ExactDecimal(coefficient: coefficient, scale: .random(in: scales, using: &self))
    }
}

/// A decimal written in a test.
func decimal(_ text: String) throws -> ExactDecimal {
    try ExactDecimal(scientific: text)
}

/// The code of the error that an operation throws, if it throws one.
func thrownCode<Value>(_ operation: () throws -> Value) -> ValueError.Code? {
    do {
        _ = try operation()
        return nil
    } catch {
        return (error as? ValueError)?.code
    }
}
