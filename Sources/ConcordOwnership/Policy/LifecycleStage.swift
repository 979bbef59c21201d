/// Where a record stands in its life, for those who may change it: `draft`, `executed`, `issued`.
///
/// Each kind of record has its own stages, which its ``StageSource`` reads from its claims. The set is open.
public struct LifecycleStage: RawRepresentable, Sendable, Hashable {
    /// The stage as documents write it.
    public let rawValue: String

    /// A stage with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }
}

extension LifecycleStage: ExpressibleByStringLiteral {
    /// A stage with the given text.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension LifecycleStage: CustomStringConvertible {
    /// The stage as documents write it.
    public var description: String { rawValue }
}
