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
    ///
    /// If the items that both lists have stand in another order, the list differs as a whole too.
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
        let isReordered =
            before.lazy.map { $0[keyPath: key] }.filter(new.contains)
            .elementsEqual(after.lazy.map { $0[keyPath: key] }.filter { old[$0] != nil }) == false
        if isReordered { differences.report(before, after) }
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
    }
}
