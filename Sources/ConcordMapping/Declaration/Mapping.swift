internal import ConcordConfiguration
public import ConcordSchema
internal import ConcordValues

/// How one object of one vendor becomes canonical records, and back: one declaration for both directions.
///
/// ```swift
/// static let opportunity = Mapping<Opportunity>("salesforce/opportunity", version: 1, object: "Opportunity") { rule in
///     rule.identity("/Id", version: "/SystemModstamp", object: "Opportunity")
///     rule.same("/Name", to: \.name)
///     rule.money(amount: "/Amount", currency: "/CurrencyIsoCode", to: \.amount)
///     rule.drop("/attributes", because: "it names the request, not the opportunity")
///     rule.keepRest()
/// }
/// ```
public struct Mapping<Target: CanonicalRecord>: Sendable {
    /// One record that an object may become.
    struct Part: Sendable {
        let title: String?
        let rules: [(rule: MappingRule<Target>, slots: [Int])]
        let presence: [Int]

        /// Which of the mapping's parts it is.
        let number: Int

        /// What its rules ask crosswalks; not those for items.
        let askers: [CrosswalkAsker]

        /// The part for the machine.
        func planned(_ mapping: String) -> MappingPlan.Part {
            MappingPlan.Part(
                title: title,
                presence: presence,
                rules: PlannedRules(
                    rules.filter { $0.rule.word != "drop" && $0.rule.word != "keepRest" }
                        .map { rule, slots in
                            PlannedRule(
                                slots: slots,
                                pointers: rule.sources,
                                target: rule.target,
                                mapping: mapping,
                                read: rule.reading
                            )
                        }
                )
            )
        }
    }

    /// The mapping's name: the vendor and its object, `salesforce/opportunity`.
    public let name: String

    /// The mapping's version, counted from 1.
    public let version: Int

    /// The vendor's type of object.
    public let object: String

    /// The vendor's API versions whose payloads it was made for, in words.
    public let api: String

    /// Whether members that no rule names are kept.
    public var keepsRest: Bool { plan.keepsRest }

    /// What the vendor's API takes for an update.
    public let update: VendorUpdate

    /// The overlays that were put upon it, the most general first.
    public let overlays: [RuleLayer]

    /// The hashes of the overlays' contents, in the same order.
    let overlayLines: [String]

    let parts: [Part]
    @usableFromInline let plan: MappingPlan

    /// Whether a rule asks a crosswalk.
    let asksCrosswalks: Bool

    /// What the pack says of the vendor's fields, beside what the rules say of them; nil if it says nothing.
    let declaredFields: VendorFields?

    /// A mapping of an object to one record.
    ///
    /// - Parameters:
    ///   - name: The vendor and its object.
    ///   - version: The mapping's version.
    ///   - object: The vendor's type of object.
    ///   - api: The vendor's API versions, in words.
    ///   - update: What the vendor's API takes for an update.
    ///   - fields: The vendor's fields, so that overlays can be checked against them.
    ///   - rules: The rules, in the order of the vendor's fields; it is given the vocabulary.
    public init(
        _ name: String,
        version: Int,
        object: String,
        api: String = "",
        update: VendorUpdate = .everything,
        fields: VendorFields? = nil,
        @MappingBuilder<Target> rules: (MappingRule<Target>.Type) -> [MappingRule<Target>]
    ) {
        self.init(name, version, object, api, update, fields, parts: [(nil, rules(MappingRule<Target>.self), [])])
    }

    /// A mapping of an object to several records, one for each part that the object has.
    ///
    /// - Parameters:
    ///   - name: The vendor and its object.
    ///   - version: The mapping's version.
    ///   - object: The vendor's type of object.
    ///   - api: The vendor's API versions, in words.
    ///   - update: What the vendor's API takes for an update.
    ///   - fields: The vendor's fields, so that overlays can be checked against them.
    ///   - parts: The parts that an object may have, such as the days of a week.
    ///   - title: The part's name.
    ///   - presence: The pointers of which one must hold something for the part to be there.
    ///   - rules: The rules of one part; it is given the vocabulary and the part.
    public init<Key>(
        _ name: String,
        version: Int,
        object: String,
        api: String = "",
        update: VendorUpdate = .everything,
        fields: VendorFields? = nil,
        each parts: [Key],
        title: (Key) -> String,
        presence: (Key) -> [String],
        @MappingBuilder<Target> rules: (MappingRule<Target>.Type, Key) -> [MappingRule<Target>]
    ) {
        self.init(
            name,
            version,
            object,
            api,
            update,
            fields,
            parts: parts.map { (title($0), rules(MappingRule<Target>.self, $0), presence($0)) }
        )
    }

    init(
        _ name: String,
        _ version: Int,
        _ object: String,
        _ api: String,
        _ update: VendorUpdate,
        _ fields: VendorFields?,
        overlays: [RuleLayer] = [],
        overlayLines: [String] = [],
        parts: [(title: String?, rules: [MappingRule<Target>], presence: [String])]
    ) {
        self.name = name
        self.version = version
        self.object = object
        self.api = api
        self.update = update
        self.overlays = overlays
        self.overlayLines = overlayLines
        declaredFields = fields
        var pointers: [String] = []
        var slots: [String: Int] = [:]
        func slot(_ pointer: String) -> Int {
            if let slot = slots[pointer] { return slot }
            slots[pointer] = pointers.count
            pointers.append(pointer)
            return pointers.count - 1
        }
        self.parts = parts.enumerated()
            .map { number, part in
                let rules = part.rules.map { (rule: $0, slots: $0.sources.map(slot)) }
                return Part(
                    title: part.title,
                    rules: rules,
                    presence: part.presence.map(slot),
                    number: number,
                    askers: CrosswalkAsker.askers(of: rules, name)
                )
            }
        asksCrosswalks = self.parts.contains { part in
            !part.askers.isEmpty || part.rules.contains { $0.rule.items?.asksCrosswalks == true }
        }
        plan = MappingPlan(
            name: name,
            source: SourcePlan(pointers),
            parts: self.parts.map { $0.planned(name) },
            watched: parts.flatMap(\.rules).watched().compactMap { slots[$0] },
            keepsRest: parts.contains { $0.rules.contains { $0.word == "keepRest" } }
        )
    }

    /// The name with the version: `salesforce/opportunity@1`.
    public var tag: String { "\(name)@\(version)" }

    /// The rules as a person reads them, each once.
    public var rules: [MappingRule<Target>] {
        // The parts of an object share most of their rules.
        var seen: Set<[String]> = []
        return parts.flatMap { $0.rules.map(\.rule) }
            .filter { rule in
                seen.insert([rule.word, rule.target, rule.note] + rule.sources).inserted
            }
    }

    /// What the whole mapping promises about the way back: the weakest of what its rules promise, left-out values aside.
    public var law: MappingLaw {
        rules.filter { $0.word != "drop" }.map(\.law).reduce(.iso) { $0.combined(with: $1) }
    }

    /// The required fields of the record that no rule fills; there should be none.
    public var unfilledFields: [String] {
        let filled = Set(rules.map { $0.target.prefix { $0 != "." } }.map(String.init)).union(["id", "header"])
        return Target.schema.description.fields.filter { $0.isRequired && !filled.contains($0.name) }.map(\.name)
    }
}
