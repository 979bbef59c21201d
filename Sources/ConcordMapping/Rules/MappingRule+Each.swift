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
        list(source, to: property, keys: key.map { [$0] } ?? [], nil, rules(MappingRule<Item>.self))
    }

    /// Reads the objects of one of several lists that become the items of one list together, each by the same rules, and
    /// back.
    ///
    /// The items stand in the order of the rules for their lists. Of the record's items, each list writes its own.
    ///
    /// ```swift
    /// rule.each("/item/items", to: \.lines, keys: ["/line"], where: isOfItem) { line in … }
    /// rule.each("/time/items", to: \.lines, keys: ["/doc"], when: "/apply", where: isOfTime) { line in … }
    /// ```
    ///
    /// - Parameters:
    ///   - source: The pointer to the list.
    ///   - property: The property that takes the items.
    ///   - keys: The pointers, in an object, to what together tells it from the others.
    ///   - flag: The pointer, in an object, to the flag that says whether it is an item; nil if all are. Others are left
    ///     out, and stay as they are in a list that is written onto. An object whose item is gone stays too, with the flag
    ///     `false`.
    ///   - isHere: Whether an item of the record belongs into this list. Of all lists of the property, it must be one for
    ///     each item, and the one that it came from.
    ///   - rules: The rules of an item, as in ``each(_:to:key:rules:)``.
    /// - Returns: The rule.
    @inlinable
    public static func each<Item: Record>(
        _ source: String,
        to property: any WritableKeyPath<Target, [Item]> & Sendable,
        keys: [String],
        when flag: String? = nil,
        where isHere: @escaping @Sendable (Item) -> Bool,
        @MappingBuilder<Item> rules: (MappingRule<Item>.Type) -> [MappingRule<Item>]
    ) -> Self {
        list(source, to: property, keys: keys, ItemChoice(flag: flag, isHere: isHere), rules(MappingRule<Item>.self))
    }

    @inlinable
    static func list<Item: Record>(
        _ source: String,
        to property: any WritableKeyPath<Target, [Item]> & Sendable,
        keys: [String],
        _ choice: ItemChoice<Item>?,
        _ itemRules: [MappingRule<Item>]
    ) -> Self {
        let place = FieldPlace(property)
        let items = ItemRules(source, keys: keys, flag: choice?.flag, target: path(property), itemRules)
        let writers = itemRules.compactMap { rule in
            rule.write.map { (write: $0, sources: rule.sources, target: rule.target) }
        }
        var rule = Self(
            word: "each",
            target: path(property),
            sources: [source] + items.outer,
            law: items.law,
            note: items.note,
            items: items,
            read: { input, record in
                let count = choice == nil ? 0 : record[keyPath: property].count
                guard var run = input.list(items, behind: count) else {
                    input.keepNull(choice == nil ? place.explicitBit : 0, &record)
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
                if choice != nil { list = record[keyPath: property] + list }
                if list.isEmpty {
                    record.remainder.explicit |= place.explicitBit
                } else if choice != nil {
                    record.remainder.explicit &= ~place.explicitBit
                }
                place.set(&record, list)
            },
            write: { record, output in
                let list = record[keyPath: property]
                var places = Array(list.indices)
                if let choice { places = places.filter { choice.isHere(list[$0]) } }
                let saysNothing = list.isEmpty && choice?.flag == nil && place.saysNothing(record)
                // A list that is there and of which others are written too stays there without its items.
                guard !places.isEmpty || saysNothing || choice != nil && output.isOntoList else { return }
                output.setList(places) { index, item in
                    if let flag = choice?.flag { item.object.set(flag, json: "true") }
                    for writer in writers {
                        var inner = item.of(writer.sources, writer.target)
                        writer.write(list[index], &inner)
                    }
                }
            }
        )
        rule.rewritten = { list(source, to: property, keys: keys, choice, $0.edited(itemRules)) }
        return rule
    }
}

/// Which objects of a list are items of the record, and which of the record's items stand in the list.
@usableFromInline
struct ItemChoice<Item: Record>: Sendable {
    /// The pointer to the flag of an object that is an item; nil if all are.
    @usableFromInline let flag: String?

    /// Whether an item of the record belongs into the list.
    @usableFromInline let isHere: @Sendable (Item) -> Bool

    @usableFromInline
    init(flag: String?, isHere: @escaping @Sendable (Item) -> Bool) {
        self.flag = flag
        self.isHere = isHere
    }
}

/// A change of rules that does not ask for what kind of record they are.
@usableFromInline
protocol RuleEdit {
    /// The rules as they are afterwards.
    func edited<Item: Record>(_ rules: [MappingRule<Item>]) -> [MappingRule<Item>]
}
