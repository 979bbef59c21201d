internal import ConcordSchema

/// The declared values that two documents write differently, worked out from the documents alone.
struct ExpectedChanges {
    /// The paths of fields that differ for certain; of lists without keys, the list.
    private(set) var certain: Set<RecordPath> = []

    /// The paths of lists of which it may be said that they differ: in nothing but what no schema declares, which
    /// matters if their items keep such things, and a description does not say; or in the order of items that differ too.
    private(set) var possible: Set<RecordPath> = []

    private init() {}

    init(of record: RecordDescription, from before: DocumentTree, to after: DocumentTree) {
        compare(before, after, .record(record), RecordPath())
    }

    private mutating func compare(
        _ before: DocumentTree?,
        _ after: DocumentTree?,
        _ shape: FieldShape,
        _ path: RecordPath
    ) {
        let before = Self.something(before, shape)
        let after = Self.something(after, shape)
        guard let before, let after else {
            if before != after { certain.insert(path) }
            return
        }
        switch shape.unwrapped {
        case .record(let record):
            for field in record.fields {
                compare(before[field.name], after[field.name], field.shape, path.appending(field.name))
            }
        case .list(let item, let key?):
            compareKeyed(before.items, after.items, item, key, path)
        case .list(let item, nil):
            compareWhole(before, after, .list(of: item, key: nil), path)
        default:
            if before != after { certain.insert(path) }
        }
    }

    private mutating func compareKeyed(
        _ before: [DocumentTree],
        _ after: [DocumentTree],
        _ item: FieldShape,
        _ key: String,
        _ path: RecordPath
    ) {
        func keys(_ items: [DocumentTree]) -> [DocumentTree] { items.map { $0[key] ?? .null } }
        let old = keys(before)
        let new = keys(after)
        guard Set(old).count == old.count, Set(new).count == new.count else {
            // Items that cannot be told apart.
            compareWhole(.array(before), .array(after), .list(of: item, key: nil), path)
            return
        }
        var inside = ExpectedChanges()
        for (index, key) in old.enumerated() {
            guard let counterpart = new.firstIndex(of: key) else { continue }
            inside.compare(before[index], after[counterpart], item, path)
        }
        if Set(old) != Set(new) {
            certain.insert(path)
        } else if old != new {
            // Another order is said of the list as a whole, where nothing can be said of its items.
            if inside.certain.isEmpty, inside.possible.isEmpty {
                certain.insert(path)
            } else {
                possible.insert(path)
            }
        }
        certain.formUnion(inside.certain)
        possible.formUnion(inside.possible)
    }

    private mutating func compareWhole(
        _ before: DocumentTree,
        _ after: DocumentTree,
        _ shape: FieldShape,
        _ path: RecordPath
    ) {
        if before == after { return }
        if Self.declared(before, shape) == Self.declared(after, shape) {
            possible.insert(path)
        } else {
            certain.insert(path)
        }
    }

    /// The value unless it is nothing to its field.
    private static func something(_ value: DocumentTree?, _ shape: FieldShape) -> DocumentTree? {
        switch (value, shape) {
        case (nil, _), (.null, .optional): nil
        case (.array([]), .list): nil
        default: value
        }
    }

    /// The value with only what its schema declares and what is not nothing, in declared order.
    private static func declared(_ value: DocumentTree, _ shape: FieldShape) -> DocumentTree {
        switch (value, shape.unwrapped) {
        case (.object, .record(let record)):
            .object(
                record.fields.compactMap { field in
                    something(value[field.name], field.shape)
                        .map {
                            DocumentTree.Member(DocumentTree.Text(field.name), declared($0, field.shape))
                        }
                }
            )
        case (.array(let items), .list(let item, _)):
            .array(items.map { declared($0, item) })
        default:
            value
        }
    }
}
