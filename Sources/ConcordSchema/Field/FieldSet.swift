/// A set of fields of a record and of the records inside it, as bits.
///
/// A field is named by its path of names: `billRate.amount`, or `lines.amount` for the amounts of all lines. Holding a
/// field says nothing of the fields inside it; ``covers(_:)`` does.
public struct FieldSet<Root: Composite>: Sendable, Hashable {
    private var words: [UInt64] = []

    /// The set of no fields.
    public init() {}

    /// The set of the fields at the given paths; a path that the schema does not have is left out.
    public init(_ paths: some Sequence<RecordPath>) {
        for path in paths { insert(path) }
    }

    /// Adds the field at a path.
    ///
    /// - Parameter path: A path; the items of lists in it do not matter.
    /// - Returns: Whether the schema has such a field.
    @discardableResult
    public mutating func insert(_ path: RecordPath) -> Bool {
        guard let number = Root.schema.tree.number(of: path.fields) else { return false }
        let word = number >> 6
        while words.count <= word { words.append(0) }
        words[word] |= 1 << UInt64(number & 63)
        return true
    }

    /// Whether the field at a path is in the set.
    public func contains(_ path: RecordPath) -> Bool {
        guard let number = Root.schema.tree.number(of: path.fields) else { return false }
        return holds(number)
    }

    /// Whether the field that a property holds is in the set.
    public func contains(_ property: PartialKeyPath<Root>) -> Bool {
        contains(RecordPath([.field(Root.schema.name(of: property))]))
    }

    /// Whether the field at a path, or one that holds it, is in the set.
    public func covers(_ path: RecordPath) -> Bool {
        let names = path.fields
        return names.indices.contains { count in
            Root.schema.tree.number(of: Array(names[...count])).map(holds) ?? false
        }
    }

    private func holds(_ number: Int) -> Bool {
        number >> 6 < words.count && words[number >> 6] & (1 << UInt64(number & 63)) != 0
    }

    /// Whether no field is in the set.
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// The number of fields in the set.
    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The paths of the fields in the set, in the order of the declaration: `billRate.amount`.
    public var paths: [String] {
        let tree = Root.schema.tree
        return tree.paths.indices.filter(holds).map { tree.paths[$0].joined(separator: ".") }
    }

    /// The fields that are in this set or the other.
    public func union(_ other: Self) -> Self { combined(with: other) { $0 | $1 } }

    /// The fields that are in both sets.
    public func intersection(_ other: Self) -> Self { combined(with: other) { $0 & $1 } }

    /// The fields that are in this set and not in the other.
    public func subtracting(_ other: Self) -> Self { combined(with: other) { $0 & ~$1 } }

    private func combined(with other: Self, _ operation: (UInt64, UInt64) -> UInt64) -> Self {
        var result = Self()
        for index in 0..<max(words.count, other.words.count) {
            result.words.append(
                operation(index < words.count ? words[index] : 0, index < other.words.count ? other.words[index] : 0)
            )
        }
        while result.words.last == 0 { result.words.removeLast() }
        return result
    }
}

extension FieldSet: CustomStringConvertible {
    /// The paths with commas between them.
    public var description: String { paths.joined(separator: ", ") }
}
