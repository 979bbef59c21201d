/// How far a source had got when it made a claim: what it counts up, in a form that can be compared (OWNERSHIP R7).
public enum SourceVersion: Sendable, Hashable {
    /// The source says none.
    case none
    /// A number that grows: a revision, a log position.
    case number(Int64)
    /// A text whose bytes sort as the source's versions do: a padded sequence, a timestamp of fixed width.
    case text(String)
}

extension SourceVersion: Comparable {
    /// Whether the first version is earlier: none before numbers, numbers before texts, texts by their bytes.
    public static func < (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): left < right
        case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.none, .number), (.none, .text), (.number, .text): true
        default: false
        }
    }
}

extension SourceVersion: ExpressibleByIntegerLiteral {
    /// A number.
    public init(integerLiteral value: Int64) { self = .number(value) }
}

extension SourceVersion: CustomStringConvertible {
    /// The number or the text; `-` for none.
    public var description: String {
        switch self {
        case .none: "-"
        case .number(let number): "\(number)"
        case .text(let text): text
        }
    }
}
