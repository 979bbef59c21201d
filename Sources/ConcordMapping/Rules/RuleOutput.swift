public import ConcordSchema
public import ConcordValues

/// What a rule is given to write to: the vendor's object, and the run's context.
public struct RuleOutput {
    /// The object.
    public let object: VendorObject

    /// What the run knows that the payload does not say.
    public let context: MappingContext

    /// The pointers to the rule's sources.
    var pointers: [String]

    private let target: String
    private let mapping: String

    /// The objects around the list that the object is an item of, the nearest first.
    private let around: [VendorObject]

    init(
        object: VendorObject,
        context: MappingContext,
        pointers: [String],
        target: String,
        mapping: String,
        around: [VendorObject] = []
    ) {
        self.object = object
        self.context = context
        self.pointers = pointers
        self.target = target
        self.mapping = mapping
        self.around = around
    }

    /// The same for another rule of the object.
    @usableFromInline
    func of(_ pointers: [String], _ target: String) -> RuleOutput {
        RuleOutput(
            object: object,
            context: context,
            pointers: pointers,
            target: target,
            mapping: mapping,
            around: around
        )
    }
}

// MARK: - Setting sources

extension RuleOutput {
    /// Sets one of the rule's sources.
    ///
    /// - Parameters:
    ///   - index: Which source, in the order of the declaration.
    ///   - value: The value; nothing is set if it is nil.
    public func set<Value: SourceConvertible>(_ index: Int, _ value: Value?) {
        if let value { object.set(pointers[index], json: value.sourceJSON) }
    }

    /// Sets one of the rule's sources where the object that is written onto has a value for it; a new object goes without.
    ///
    /// - Parameters:
    ///   - index: Which source, in the order of the declaration.
    ///   - value: The value.
    public func assume<Value: SourceConvertible>(_ index: Int, _ value: Value) {
        object.hint(pointers[index], .assume(value.sourceJSON))
    }

    /// Leaves one of the rule's sources as it is in the object that is written onto.
    ///
    /// For a value that is not the record's to say, or that has no form in the vendor's terms. What another rule says of
    /// the same source holds nevertheless.
    ///
    /// - Parameter index: Which source, in the order of the declaration.
    public func leave(_ index: Int) {
        object.hint(pointers[index], .leave)
    }

    /// Sets one of the rule's sources to `null`.
    public func setNull(_ index: Int) {
        object.setNull(pointers[index])
    }

    /// Writes the rest of the rule when all rules of the object have been heard, so that ``stated(_:as:)`` knows what they
    /// said, in whatever order they stand.
    ///
    /// - Parameter body: Writes it; it is given the same output.
    public func afterwards(_ body: @escaping (RuleOutput) -> Void) {
        object.afterwards { body(self) }
    }

    /// Whether the object that is written onto has a list where the rule's is.
    @usableFromInline
    var isOntoList: Bool { object.beneath?(pointers[0], true)?.first == "[" }

    /// Sets the rule's list, item by item, when all rules of the object around it have been heard.
    ///
    /// - Parameters:
    ///   - places: The items' places in the record's list.
    ///   - write: Writes the item at a place.
    @usableFromInline
    func setList(_ places: [Int], _ write: @escaping (Int, RuleOutput) -> Void) {
        let pointer = pointers[0]
        // The member has its place among the others from here on.
        object.set(pointer, items: [])
        object.afterwards {
            let items = places.enumerated()
                .map { index, place in
                    let item = VendorObject()
                    write(
                        place,
                        RuleOutput(
                            object: item,
                            context: context,
                            pointers: [],
                            target: "",
                            mapping: mapping,
                            around: [object] + around
                        )
                    )
                    item.settle()
                    for var issue in item.findings {
                        let list = target.split(separator: ".").map { RecordPath.Step.field(String($0)) }
                        issue.path = RecordPath(list + [.index(place)] + issue.path.steps)
                        issue.source = issue.source.map { "\(pointer)/\(index)\($0)" }
                        object.findings.append(issue)
                    }
                    return item
                }
            object.set(pointer, items: items)
        }
    }
}

// MARK: - What the object says

extension RuleOutput {
    /// What a source says when the object is written: what rules set, else what stands in the object that is written
    /// onto, or in what was kept of it.
    ///
    /// A source with `^` before it is asked of the object around the list, whose rules have all been heard when items are
    /// written. Of other sources only the rules that stand before have been heard; see ``afterwards(_:)``.
    ///
    /// - Parameters:
    ///   - index: Which source, in the order of the declaration.
    ///   - type: The value's type.
    /// - Returns: The value; nil if there is none, if it is `null`, or if it is not such a value.
    public func stated<Value: SourceConvertible>(_ index: Int, as type: Value.Type = Value.self) -> Value? {
        withStated(index) { $0.isPresent ? try? Value(source: $0) : nil }
    }

    /// What a source will say when the object is written, as a value; nil if it will not be there.
    func withStated<Result>(_ index: Int, _ body: (SourceValue) -> Result?) -> Result? {
        let depth = pointers[index].prefix { $0 == "^" }.count
        guard depth <= around.count else { return nil }
        let object = depth == 0 ? self.object : around[depth - 1]
        guard var json = object.statement(at: String(pointers[index].dropFirst(depth))) else { return nil }
        return json.withUTF8 { body(SourceValue(bytes: $0, offset: 0)) }
    }

    /// Whether a source is one of the object around the list.
    @usableFromInline
    func isOutside(_ index: Int) -> Bool { pointers[index].hasPrefix("^") }

    /// Says that something cannot be written, or deserves a look.
    ///
    /// - Parameters:
    ///   - code: What kind of issue it is.
    ///   - index: Which of the rule's sources it is about.
    ///   - expected: What was expected, in words.
    ///   - observed: What the record has, as JSON.
    ///   - severity: How much it weighs.
    ///   - remedy: What to do about it.
    public func report(
        _ code: IssueCode,
        source index: Int = 0,
        expected: String,
        observed: String? = nil,
        severity: Issue.Severity = .error,
        remedy: String? = nil
    ) {
        var issue = Issue(
            code,
            severity: severity,
            path: RecordPath(target.split(separator: ".").map { .field(String($0)) }),
            expected: expected,
            observed: observed,
            remedy: remedy,
            rule: mapping
        )
        if index < pointers.count { issue.source = String(pointers[index].drop { $0 == "^" }) }
        object.findings.append(issue)
    }

    /// Sets a source to an amount whose currency another value says, for a list or an object as a whole; an amount in
    /// another currency is reported and left as it is, because its number would be taken for one in that currency.
    ///
    /// - Parameters:
    ///   - index: Which source the amount is.
    ///   - money: The amount.
    ///   - currency: The currency that is said; nil if it is not known.
    /// - Returns: Whether the amount was set.
    @discardableResult
    public func set(_ index: Int, _ money: Money, in currency: CurrencyCode?) -> Bool {
        guard money.currency != currency else {
            set(index, money.amount)
            return true
        }
        leave(index)
        report(
            .otherCurrency,
            source: index,
            expected: currency.map {
                "an amount in \($0), the currency of the object around it, not in \(money.currency)"
            }
                ?? "an object with a currency, of which the amount in \(money.currency) is one",
            observed: "\"\(money)\"",
            remedy: currency.map { "It was left as it is. Convert it to \($0), or change the object's currency." }
                ?? "It was left as it is. Give the object a currency, or state the tenant's for \(context.system)."
        )
        return false
    }
}
