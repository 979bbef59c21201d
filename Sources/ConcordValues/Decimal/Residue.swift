/// What was cut off a magnitude, as far as rounding cares: nothing, or how it compares with half a unit of what was
/// kept.
enum Residue {
    case none
    case belowHalf
    case half
    case aboveHalf
}

extension Residue {
    /// The residue of a division.
    ///
    /// The divisor is below 2¹²⁷, so that twice the remainder fits.
    init(remainder: UInt128, divisor: UInt128) {
        if remainder == 0 {
            self = .none
        } else {
            let twice = remainder &<< 1
            self = twice < divisor ? .belowHalf : twice == divisor ? .half : .aboveHalf
        }
    }

    /// This residue when a part of less than one of its own units had been cut off before.
    ///
    /// Right only where this residue comes from an even divisor, as powers of ten from 10 on are: then a half is a
    /// whole number of units, and anything smaller than a unit decides only between equal and above, zero and below.
    func following(_ earlier: Residue) -> Residue {
        if earlier == .none { return self }
        switch self {
        case .none: return .belowHalf
        case .half: return .aboveHalf
        case .belowHalf, .aboveHalf: return self
        }
    }
}
