/// What "compatible" is taken to mean.
///
/// The modes are reported side by side, so that a reader sees which promise holds.
public struct CompatibilityMode: RawRepresentable, Sendable, Hashable {
    /// The mode's name.
    public let rawValue: String

    /// A mode with a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Every document that the one schema accepts is accepted by the other.
    public static let containment = Self(rawValue: "containment")

    /// What schema registries call compatible under their strict rules: a list of allowed differences.
    public static let registryStrict = Self(rawValue: "registry-strict")

    /// The same under their lenient rules.
    public static let registryLenient = Self(rawValue: "registry-lenient")

    /// Every document that the one version's writers write is read by the other version's readers.
    public static let writerAware = Self(rawValue: "writer-aware")

    /// The modes, as they are reported.
    public static let all: [CompatibilityMode] = [.writerAware, .containment, .registryStrict, .registryLenient]
}

/// The question that is asked of a change.
public struct CompatibilityDirection: RawRepresentable, Sendable, Hashable {
    /// The direction's name.
    public let rawValue: String

    /// A direction with a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The new version reads what the old one wrote.
    public static let backward = Self(rawValue: "backward")
    /// The old version reads what the new one writes.
    public static let forward = Self(rawValue: "forward")
    /// Both.
    public static let full = Self(rawValue: "full")
}
