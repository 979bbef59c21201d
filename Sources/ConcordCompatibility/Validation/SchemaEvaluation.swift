/// What is known about a value under a schema.
enum Outcome: Sendable, Hashable {
    case valid
    case invalid
    case unknown

    /// Both must be valid.
    func and(_ other: Outcome) -> Outcome {
        if self == .invalid || other == .invalid { return .invalid }
        return self == .unknown || other == .unknown ? .unknown : .valid
    }

    /// One must be valid.
    func or(_ other: Outcome) -> Outcome {
        if self == .valid || other == .valid { return .valid }
        return self == .unknown || other == .unknown ? .unknown : .invalid
    }

    var negated: Outcome {
        switch self {
        case .valid: .invalid
        case .invalid: .valid
        case .unknown: .unknown
        }
    }

    init(_ isValid: Bool?) {
        self = isValid.map { $0 ? .valid : .invalid } ?? .unknown
    }
}

/// What a schema said of a value, and which parts of it some keyword looked at (JSON Schema Core §11).
struct SchemaEvaluation {
    var outcome = Outcome.valid
    var names: Set<JSONString> = []
    var items: Set<Int> = []

    /// Whether a branch that nobody could decide may have looked at more.
    var isUnsure = false

    /// Takes over what a schema beside this one looked at.
    mutating func look(_ other: SchemaEvaluation) {
        names.formUnion(other.names)
        items.formUnion(other.items)
        isUnsure = isUnsure || other.isUnsure
    }
}
