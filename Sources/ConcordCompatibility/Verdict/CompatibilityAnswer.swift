/// The answer to one question in one mode, with what it rests on.
public enum CompatibilityAnswer: Sendable, Hashable {
    /// It holds; the proof.
    case compatible(ContainmentProof)
    /// It holds by a registry's rules, which prove nothing; the differences that it allows.
    case allowed([RegistryDifference])
    /// It does not hold as such, but documents can be migrated; who says so, and how.
    case throughMigration(MigrationGround)
    /// It does not hold; a document that shows it.
    case incompatible(Counterexample)
    /// It does not hold by a registry's rules; the differences that it forbids.
    case forbidden([RegistryDifference])
    /// Nobody can say, with the reason.
    case unknown(String)

    /// Whether it holds, as such, by rule or through a migration.
    public var isCompatible: Bool {
        switch self {
        case .compatible, .allowed, .throughMigration: true
        case .incompatible, .forbidden, .unknown: false
        }
    }

    /// Whether it is known not to hold.
    public var isIncompatible: Bool {
        switch self {
        case .incompatible, .forbidden: true
        default: false
        }
    }

    /// The answer in a word: `yes`, `no`, `by migration`, `unknown`.
    public var summary: String {
        switch self {
        case .compatible, .allowed: "yes"
        case .throughMigration(let ground): "by migration\(ground.note.map { " (\($0))" } ?? "")"
        case .incompatible, .forbidden: "no"
        case .unknown: "unknown"
        }
    }
}

/// What makes an incompatible change acceptable: a tested migration between the two versions.
///
/// This target knows no migrations. Who has them says so when a verdict is asked for.
public struct MigrationGround: Sendable, Hashable {
    /// The steps in words: `customer/1 → customer/2`.
    public let path: String

    /// What it costs, such as `residue: 2 fields`; nil if nothing.
    public let note: String?

    /// The document that shows why a migration is needed, if one was found.
    public var counterexample: Counterexample?

    /// A ground.
    ///
    /// - Parameters:
    ///   - path: The steps in words.
    ///   - note: What it costs; nil if nothing.
    public init(path: String, note: String? = nil) {
        self.path = path
        self.note = note
    }
}
