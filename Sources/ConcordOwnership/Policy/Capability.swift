/// What a system may do about a field (OWNERSHIP R9).
///
/// What is not granted is refused.
public enum Capability: String, Sendable, Hashable, CaseIterable {
    /// Give the first value.
    case create
    /// Change a value.
    case update
    /// Take a value away.
    case clear
    /// Say what the value should be, for somebody else to decide.
    case propose
    /// Be told the value.
    case observe
}

/// A set of capabilities.
public struct CapabilitySet: OptionSet, Sendable, Hashable {
    /// One bit a capability.
    public let rawValue: UInt8

    /// The capabilities of the given bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The given capabilities.
    public init(_ capabilities: some Sequence<Capability>) {
        self = capabilities.reduce(into: []) { $0.insert(CapabilitySet($1)) }
    }

    /// One capability.
    public init(_ capability: Capability) {
        switch capability {
        case .create: self = .create
        case .update: self = .update
        case .clear: self = .clear
        case .propose: self = .propose
        case .observe: self = .observe
        }
    }

    /// Give the first value.
    public static let create = Self(rawValue: 1)
    /// Change a value.
    public static let update = Self(rawValue: 2)
    /// Take a value away.
    public static let clear = Self(rawValue: 4)
    /// Say what the value should be.
    public static let propose = Self(rawValue: 8)
    /// Be told the value.
    public static let observe = Self(rawValue: 16)
    /// All that an owner may do.
    public static let own: Self = [.create, .update, .clear, .observe]

    /// Whether a capability is in the set.
    public func contains(_ capability: Capability) -> Bool { contains(CapabilitySet(capability)) }

    /// The capabilities in the set, in the order in which they are declared.
    public var capabilities: [Capability] { Capability.allCases.filter(contains) }
}

extension CapabilitySet: CustomStringConvertible {
    /// The capabilities with commas between them: `create, update`.
    public var description: String { capabilities.map(\.rawValue).joined(separator: ", ") }
}
