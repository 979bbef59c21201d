/// What a rule promises about the way back.
public enum MappingLaw: Sendable, Hashable {
    /// Both ways: what is read is written back, and what is written is read back.
    case iso
    /// Both ways, with something lost on one of them, for this reason.
    case lossy(String)
    /// One way only, for this reason.
    case oneWay(String)
    /// No way: the source is left out.
    case none

    /// What two rules promise together: the weaker of their promises.
    public func combined(with other: MappingLaw) -> MappingLaw {
        rank >= other.rank ? self : other
    }

    private var rank: Int {
        switch self {
        case .iso: 0
        case .lossy: 1
        case .oneWay: 2
        case .none: 3
        }
    }
}

extension MappingLaw: CustomStringConvertible {
    /// The law in a word, with its reason.
    public var description: String {
        switch self {
        case .iso: "iso"
        case .lossy(let reason): "lossy (\(reason))"
        case .oneWay(let reason): "one way (\(reason))"
        case .none: "none"
        }
    }
}
