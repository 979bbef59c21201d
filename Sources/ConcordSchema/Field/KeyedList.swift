/// What a list whose items have keys can do that another cannot.
@usableFromInline
enum KeyedList {
    /// Remarks upon items with equal keys; they are kept as they are and never merged.
    @usableFromInline
    static func noteDuplicates<Item: Composite, Key: FieldValue>(
        in items: [Item],
        _ key: KeyPath<Item, Key>,
        _ keyName: String,
        _ place: Int,
        _ reader: inout JSONReader
    ) {
        var seen: Set<Key> = []
        for (index, item) in items.enumerated() where !seen.insert(item[keyPath: key]).inserted {
            reader.note(
                ReadFailure(
                    .duplicateItemKey,
                    at: place,
                    expected: "a different \(keyName) in each item; item \(index) repeats an earlier one"
                )
            )
        }
    }

    /// Compares items with the same key; an item without a counterpart differs as a whole.
    @usableFromInline
    static func compare<Item: Composite, Key: FieldValue>(
        _ before: [Item],
        _ after: [Item],
        _ key: KeyPath<Item, Key>,
        _ keyName: String,
        into differences: inout DifferenceCollector
    ) {
        if before == after { return }
        let old = Dictionary(before.map { ($0[keyPath: key], $0) }, uniquingKeysWith: { first, _ in first })
        let new = Set(after.map { $0[keyPath: key] })
        guard old.count == before.count, new.count == after.count else {
            // Equal keys: items cannot be told apart, so only the list as a whole can be said to differ.
            differences.report(before, after)
            return
        }
        let reported = differences.changes.count
        for item in after {
            let itemKey = item[keyPath: key]
            differences.descend(.key(field: keyName, text: differences.text(of: itemKey))) { differences in
                if let counterpart = old[itemKey] {
                    if counterpart != item { Item.compare(counterpart, item, into: &differences) }
                } else {
                    differences.report(Item?.none, item)
                }
            }
        }
        for item in before where !new.contains(item[keyPath: key]) {
            differences.descend(.key(field: keyName, text: differences.text(of: item[keyPath: key]))) { differences in
                differences.report(item, Item?.none)
            }
        }
        // Nothing differs but the order, or what items carry beside their fields' values.
        if differences.changes.count == reported,
            !before.elementsEqual(after, by: { $0[keyPath: key] == $1[keyPath: key] })
        {
            differences.report(before, after)
        }
    }
}
