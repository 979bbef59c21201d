public import ConcordSchema

/// The rules for the items of a list: what ``MappingRule/each(_:to:key:rules:)`` was declared with.
public final class ItemRules: Sendable {
    /// One rule for an item, as a person reads it.
    public struct Row: Sendable, Hashable {
        /// The rule's word.
        public let word: String
        /// The field's path in the item; empty for rules without one.
        public let target: String
        /// The pointers to the values in the item; with `^` before it, in the object around the list.
        public let sources: [String]
        /// What the rule promises about the way back.
        public let law: MappingLaw
        /// How it does it, or why.
        public let note: String
        /// The crosswalk that it asks.
        public let crosswalk: Crosswalk?
        /// Where the rule comes from.
        public let layer: RuleLayer
        /// Who answers for it; nil for rules that came with the mapping.
        public let owner: String?
        /// The rules for the items of the item's own list, if the rule is about one.
        public let items: ItemRules?
    }

    /// The pointer to the list in the vendor's object.
    public let pointer: String

    /// The pointers, in an item, to what together tells it from the others; none if only its place does.
    public let keys: [String]

    /// The pointer, in an object of the list, to the flag that says whether it is an item; nil if all are.
    public let flag: String?

    /// The rules, in the order of the declaration.
    public let rows: [Row]

    /// The pointers to values of the object around the list that the rules read.
    @usableFromInline let outer: [String]

    let plan: MappingPlan

    /// What the rules ask crosswalks.
    let askers: [CrosswalkAsker]

    /// What becomes of the value in each slot.
    let dispositions: [(disposition: Coverage.Disposition, note: String)]

    @usableFromInline
    init<Item: Record>(
        _ pointer: String,
        keys: [String],
        flag: String?,
        target: String,
        _ rules: [MappingRule<Item>]
    ) {
        self.pointer = pointer
        self.keys = keys
        self.flag = flag
        rows = rules.map { rule in
            Row(
                word: rule.word,
                target: rule.target,
                sources: rule.sources,
                law: rule.law,
                note: rule.note,
                crosswalk: rule.crosswalk,
                layer: rule.layer,
                owner: rule.owner,
                items: rule.items
            )
        }
        var inner = keys
        if let flag, !inner.contains(flag) { inner.append(flag) }
        var outer: [String] = []
        for source in rules.flatMap(\.sources) {
            if source.hasPrefix("^") {
                let source = String(source.dropFirst())
                if !outer.contains(source) { outer.append(source) }
            } else if !inner.contains(source) {
                inner.append(source)
            }
        }
        func slot(_ source: String) -> Int {
            source.hasPrefix("^")
                ? inner.count + (outer.firstIndex(of: String(source.dropFirst())) ?? 0)
                : inner.firstIndex(of: source) ?? 0
        }
        var dispositions = inner.map { _ in (disposition: Coverage.Disposition.mapped, note: target) }
        for rule in rules {
            for source in rule.sources where !source.hasPrefix("^") {
                if rule.word != "drop" {
                    let field = rule.target.isEmpty ? "" : ".\(rule.target)"
                    dispositions[slot(source)] = (.mapped, "\(target)[]\(field)")
                } else if !rules.contains(where: { $0.word != "drop" && $0.sources.contains(source) }) {
                    dispositions[slot(source)] = (.dropped, rule.note)
                }
            }
        }
        self.dispositions = dispositions
        flagSlot = flag.flatMap(inner.firstIndex)
        askers = CrosswalkAsker.askers(of: rules.map { (rule: $0, slots: $0.sources.map(slot)) }, pointer)
        self.outer = outer
        plan = MappingPlan(
            name: pointer,
            source: SourcePlan(inner),
            parts: [
                MappingPlan.Part(
                    title: nil,
                    presence: [],
                    rules: PlannedRules(
                        rules.filter { $0.word != "drop" && $0.word != "keepRest" }
                            .map { rule in
                                PlannedRule(
                                    slots: rule.sources.map(slot),
                                    pointers: rule.sources,
                                    target: rule.target,
                                    mapping: pointer,
                                    read: rule.reading
                                )
                            }
                    )
                )
            ],
            watched: rules.watched().filter { !$0.hasPrefix("^") }.map(slot),
            keepsRest: rules.contains { $0.word == "keepRest" }
        )
    }

    /// Whether a rule asks a crosswalk.
    var asksCrosswalks: Bool { !askers.isEmpty }

    /// Where the flag is found in an object; nil if all objects are items.
    private let flagSlot: Int?

    /// Whether an object of the list is an item.
    @inline(__always)
    func takes(_ object: SourceObject) -> Bool {
        guard let flagSlot else { return true }
        return (try? Bool(source: object.values[flagSlot])) == true
    }

    /// How the items are read, in words.
    @usableFromInline
    var note: String {
        var note = "each item by \(rows.count) rules"
        if let flag { note += ", if \(flag) is true" }
        if !keys.isEmpty { note += "; told apart by \(keys.joined(separator: " and "))" }
        return note
    }

    /// What the rules promise together, left-out values aside.
    @usableFromInline
    var law: MappingLaw {
        rows.filter { $0.word != "drop" }.map(\.law).reduce(.iso) { $0.combined(with: $1) }
    }
}

extension ItemRules: Hashable {
    /// Whether two lists are read by the same rules, as far as a person sees them.
    public static func == (left: ItemRules, right: ItemRules) -> Bool {
        left === right
            || left.pointer == right.pointer && left.keys == right.keys && left.flag == right.flag
                && left.rows == right.rows
    }

    /// Hashes the pointer to the list.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(pointer)
    }
}

extension ItemRules {
    /// An item of a list as it stands in the payload.
    struct Element {
        let bytes: UnsafeBufferPointer<UInt8>
        let offset: Int
    }

    /// The items of a list, as they stand in the payload; nil if the value is no list.
    static func elements(of value: SourceValue) -> [Element]? {
        guard value.bytes.first == UInt8(ascii: "[") else { return nil }
        var elements: [Element] = []
        var reader = JSONReader(value.bytes)
        do throws(ReadFailure) {
            try reader.beginList()
            guard try reader.hasFirstItem() else { return [] }
            repeat {
                let passed = try reader.passValue()
                elements.append(Element(bytes: passed.bytes, offset: value.offset + passed.offset))
            } while try reader.hasNextItem()
        } catch {
            return nil
        }
        return elements
    }

    /// An item with its values found.
    func object(_ element: Element, beside outer: [SourceValue] = []) throws(ReadFailure) -> SourceObject {
        try SourceObject(plan.source, element.bytes, at: element.offset, beside: outer)
    }

    /// Accounts for the leaves of a list.
    func account(for value: SourceValue, _ coverage: inout Coverage) {
        guard let elements = Self.elements(of: value), !elements.isEmpty else {
            coverage.count(pointer, value, .mapped, "a list")
            return
        }
        for element in elements {
            guard let object = try? object(element) else {
                let value = SourceValue(bytes: element.bytes, offset: element.offset)
                coverage.count("\(pointer)/*", value, .unknown, "it is no object")
                continue
            }
            let isItem = takes(object)
            let leftOut: (disposition: Coverage.Disposition, note: String) = (
                .dropped, "the object is no item, because \(flag ?? "") is not true"
            )
            for (slot, name) in plan.pointers.enumerated() where object.values[slot].kind != .absent {
                let found = isItem ? dispositions[slot] : leftOut
                coverage.count("\(pointer)/*\(name)", object.values[slot], found.disposition, found.note)
            }
            for member in object.rest {
                coverage.count(
                    "\(pointer)/*" + member.level.title.pointer(to: member.writtenName),
                    member.value,
                    !isItem ? leftOut.disposition : plan.keepsRest ? .kept : .unknown,
                    !isItem ? leftOut.note : plan.keepsRest ? "kept for writing back" : "no rule names it"
                )
            }
            // An object without members is a leaf too.
            if element.bytes.count == 2 || object.end(of: "")?.isEmpty == true {
                coverage.count("\(pointer)/*", SourceValue(bytes: element.bytes, offset: 0), .mapped, "an empty item")
            }
        }
    }
}
