/// What one version of a record changed: the steps from the version before it.
public struct VersionChange: Sendable {
    /// The version that came of it.
    public let version: Int

    /// What changed, in one line.
    public let summary: String

    /// The steps.
    ///
    /// No two of them touch one member of the same object.
    public let steps: [VersionStep]

    /// A change.
    ///
    /// - Parameters:
    ///   - version: The version that came of it.
    ///   - summary: What changed, in one line.
    ///   - steps: The steps from the version before it.
    public init(to version: Int, _ summary: String, _ steps: [VersionStep]) {
        self.version = version
        self.summary = summary
        self.steps = steps
    }

    func renumbered(by offset: Int) -> VersionChange {
        VersionChange(to: version + offset, summary, steps)
    }
}
