/// Says what a change of schema breaks, in every mode, with proof.
///
/// ```swift
/// let report = CompatibilityChecker().check(history: [SchemaRevision(v1)], new: SchemaRevision(v2))
/// ```
public struct CompatibilityChecker: Sendable {
    /// How keywords are taken, and how much work a question may be.
    public var options: SchemaOptions

    /// What says that documents can be migrated from one version to another, by their names; nil if nobody does.
    ///
    /// It is asked only where a direction does not hold as such: from the old version to the new for `backward`, and
    /// from the new to the old for `forward`.
    public var migration: @Sendable (_ from: String, _ to: String) -> MigrationGround?

    /// A checker.
    ///
    /// - Parameters:
    ///   - options: How keywords are taken.
    ///   - migration: What says that documents can be migrated.
    public init(
        options: SchemaOptions = SchemaOptions(),
        migration: @escaping @Sendable (_ from: String, _ to: String) -> MigrationGround? = { _, _ in nil }
    ) {
        self.options = options
        self.migration = migration
    }

    /// The verdict on a change in one mode.
    ///
    /// - Parameters:
    ///   - old: The old version.
    ///   - new: The new version.
    ///   - mode: The mode.
    /// - Returns: The answers in both directions.
    public func verdict(
        _ old: SchemaRevision,
        _ new: SchemaRevision,
        mode: CompatibilityMode
    ) -> CompatibilityVerdict {
        CompatibilityVerdict(
            mode: mode,
            old: old.name,
            new: new.name,
            backward: answer(old, new, mode),
            forward: answer(new, old, mode)
        )
    }

    /// What a new version means to all earlier ones, in every mode.
    ///
    /// Every earlier version is asked about by itself, also where containment would compose: what writers leave out and
    /// what registries allow does not.
    ///
    /// - Parameters:
    ///   - history: The earlier versions, oldest first.
    ///   - new: The new version.
    ///   - modes: The modes.
    /// - Returns: One verdict a version and mode.
    public func check(
        history: [SchemaRevision],
        new: SchemaRevision,
        modes: [CompatibilityMode] = CompatibilityMode.all
    ) -> CompatibilityReport {
        CompatibilityReport(
            verdicts: history.reversed().flatMap { old in modes.map { verdict(old, new, mode: $0) } }
        )
    }

    /// Whether what the one version writes is read by the other.
    private func answer(_ from: SchemaRevision, _ to: SchemaRevision, _ mode: CompatibilityMode) -> CompatibilityAnswer
    {
        switch mode {
        case .registryStrict, .registryLenient:
            let differences = RegistryComparison(from.contract, to.contract).differences()
            let forbidden = differences.filter { !$0.kind.isAllowed(isLenient: mode == .registryLenient) }
            return forbidden.isEmpty ? .allowed(differences) : .forbidden(forbidden)
        default:
            let isAware = mode == .writerAware
            let containment = (isAware ? from.writer : from.contract)
                .implies(isAware ? to.reader : to.contract, options: options)
            switch containment {
            case .contained(let proof): return .compatible(proof)
            case .refuted(let counterexample):
                if isAware, var ground = migration(from.name, to.name) {
                    ground.counterexample = counterexample
                    return .throughMigration(ground)
                }
                return .incompatible(counterexample)
            case .unknown(let reason):
                if isAware, let ground = migration(from.name, to.name) { return .throughMigration(ground) }
                return .unknown(reason)
            }
        }
    }
}
