public import ConcordSchema

extension MappingRule {
    /// Reads the objects of a list as the items of a list, each by the same rules, and back.
    ///
    /// Writing onto an original finds the items by their key, so that what no rule names stays with its item when items are
    /// added, taken away or put into another order.
    ///
    /// ```swift
    /// rule.each("/item/items", to: \.lines, key: "/line") { line in
    ///     line.same("/description", to: \.description)
    ///     line.money(amount: "/amount", currency: "^/currency/refName", to: \.amount)
    ///     line.keepRest()
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - source: The pointer to the list.
    ///   - property: The property that takes the items.
    ///   - key: The pointer, in an item, to what tells it from the others; nil if only its place does.
    ///   - rules: The rules of an item; a source with `^` before it is found in the object around the list, which items
    ///     read and never write.
    /// - Returns: The rule.
    @inlinable
    public static func each<Item: Record>(
        _ source: String,
        to property: any WritableKeyPath<Target, [Item]> & Sendable,
        key: String? = nil,
        @MappingBuilder<Item> rules: (MappingRule<Item>.Type) -> [MappingRule<Item>]
    ) -> Self {
        list(source, to: property, key: key, rules(MappingRule<Item>.self))
    }

    @inlinable
    static func list<Item: Record>(
        _ source: String,
        to property: any WritableKeyPath<Target, [Item]> & Sendable,
        key: String?,
        _ itemRules: [MappingRule<Item>]
    ) -> Self {
        let place = FieldPlace(property)
        let items = ItemRules(source, key: key, target: path(property), itemRules)
        let writers = itemRules.compactMap { rule in
            rule.write.map { (write: $0, sources: rule.sources, target: rule.target) }
        }
        var rule = Self(
            word: "each",
            target: path(property),
            sources: [source] + items.outer,
            law: items.law,
            note: key.map { "each item by \(itemRules.count) rules; told apart by \($0)" }
                ?? "each item by \(itemRules.count) rules",
            items: items,
            read: { input, record in
                guard var run = input.list(items) else {
                    input.keepNull(place.explicitBit, &record)
                    return
                }
                let blank = Item.schema.blank
                var list: [Item] = []
                while run.advance() {
                    var item = blank
                    withUnsafeMutablePointer(to: &item) { run.read(into: UnsafeMutableRawPointer($0)) }
                    list.append(item)
                }
                input.finish(run)
                if list.isEmpty { record.remainder.explicit |= place.explicitBit }
                place.set(&record, list)
            },
            write: { record, output in
                let list = record[keyPath: property]
                guard !list.isEmpty || place.saysNothing(record) else { return }
                output.setList(count: list.count) { index, item in
                    for writer in writers {
                        var inner = item.of(writer.sources, writer.target)
                        writer.write(list[index], &inner)
                    }
                }
            }
        )
        rule.rewritten = { list(source, to: property, key: key, $0.edited(itemRules)) }
        return rule
    }
}

/// A change of rules that does not ask for what kind of record they are.
@usableFromInline
protocol RuleEdit {
    /// The rules as they are afterwards.
    func edited<Item: Record>(_ rules: [MappingRule<Item>]) -> [MappingRule<Item>]
}
