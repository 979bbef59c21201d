/// A condition on the values of a vendor's object, under which a rule applies.
///
/// ```swift
/// rule.when(.is("/Type", "Customer") && !.has("/ParentId"), rule.same("/Rating", to: \.rating))
/// ```
///
/// Conditions are few on purpose: what cannot be said with them is a derivation, and says why.
public struct SourceCondition: Sendable {
    /// The pointers to the values that it looks at.
    let sources: [String]

    /// The condition in words, for the mapping's table.
    let note: String

    /// Whether it holds of some texts, one for each source; nil for a source without a value.
    let holds: @Sendable ([String?]) -> Bool

    /// A source has a value other than `null`.
    public static func has(_ source: String) -> Self {
        Self(sources: [source], note: "\(source) has a value") { $0[0] != nil }
    }

    /// A source has a value, as text: that of a string, of a number as it is written, or `true` and `false`.
    public static func `is`(_ source: String, _ value: String) -> Self {
        Self(sources: [source], note: "\(source) is \"\(value)\"") { $0[0] == value }
    }

    /// A source has one of some values.
    public static func `is`(_ source: String, in values: [String]) -> Self {
        let listed = values.map { "\"\($0)\"" }.joined(separator: ", ")
        return Self(sources: [source], note: "\(source) is one of \(listed)") { texts in
            texts[0].map(values.contains) ?? false
        }
    }

    /// Both conditions hold.
    public static func && (left: Self, right: Self) -> Self {
        joined(left, right, "and") { $0 && $1 }
    }

    /// One of the conditions holds.
    public static func || (left: Self, right: Self) -> Self {
        joined(left, right, "or") { $0 || $1 }
    }

    /// The condition does not hold.
    public static prefix func ! (condition: Self) -> Self {
        Self(sources: condition.sources, note: "not (\(condition.note))") { !condition.holds($0) }
    }

    private static func joined(
        _ left: Self,
        _ right: Self,
        _ word: String,
        _ together: @escaping @Sendable (Bool, Bool) -> Bool
    ) -> Self {
        let count = left.sources.count
        return Self(sources: left.sources + right.sources, note: "(\(left.note)) \(word) (\(right.note))") { texts in
            together(left.holds(Array(texts[..<count])), right.holds(Array(texts[count...])))
        }
    }
}

extension SourceValue {
    /// The value as a condition compares it; nil if there is none.
    var conditionText: String? {
        switch kind {
        case .absent, .null: nil
        case .string: text
        case .number, .boolean, .container: json
        }
    }
}
