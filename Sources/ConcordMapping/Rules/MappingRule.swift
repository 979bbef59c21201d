public import ConcordSchema
public import ConcordValues

/// One rule of a mapping: how some values of a vendor's object become one field of a record, and back.
///
/// A rule is data for people (its word, its ends, its law, its reason) and two closures for the machine. The static
/// functions of this type are the vocabulary; there is no other way to make a rule, so that every mapping can be read as
/// a table.
public struct MappingRule<Target: Record>: Sendable {
    /// Reads the sources into the record.
    public typealias Read = @Sendable (inout RuleInput, inout Target) -> Void

    /// Writes the field back into the vendor's object.
    public typealias Write = @Sendable (Target, inout RuleOutput) -> Void

    /// The rule's word, such as `same`, `code` or `money`.
    public let word: String

    /// The field's path in the record; empty for rules without one.
    public let target: String

    /// The pointers to the values in the vendor's object.
    public let sources: [String]

    /// What the rule promises about the way back.
    public let law: MappingLaw

    /// How it does it, or why, in words for an analyst.
    public let note: String

    /// Where the rule comes from.
    public var layer = RuleLayer.base

    /// Who answers for it; nil for rules that came with the mapping.
    public var owner: String?

    /// The crosswalk that the rule asks; nil if it asks none.
    public var crosswalk: Crosswalk?

    /// The fields of the record that the rule looks at while it reads; rules that stand before it fill them.
    public var lookedAt: [String] = []

    /// The sources that the rule only looks at, as a condition does.
    var watched: Set<String> = []

    /// Makes the same rule with another crosswalk.
    @usableFromInline var recoded: (@Sendable (Crosswalk) -> Self)?

    /// What the rule asks its crosswalk about an object.
    @usableFromInline var question = CrosswalkQuestion.first

    /// Makes the same rule with other rules for its items.
    @usableFromInline var rewritten: (@Sendable (any RuleEdit) -> Self)?

    /// Reads the sources into the record at an address: the form in which rules of all kinds of records are run.
    @usableFromInline
    typealias Reading = @Sendable (inout RuleInput, UnsafeMutableRawPointer) -> Void

    /// The rules for the items, if the rule is about a list.
    public let items: ItemRules?

    @usableFromInline let reading: Reading
    @usableFromInline let write: Write?

    @inlinable
    init(
        word: String,
        target: String,
        sources: [String],
        law: MappingLaw,
        note: String = "",
        items: ItemRules? = nil,
        read: @escaping Read,
        write: Write?
    ) {
        self.word = word
        self.target = target
        self.sources = sources
        self.law = law
        self.note = note
        self.items = items
        reading = { input, record in
            read(&input, &record.assumingMemoryBound(to: Target.self).pointee)
        }
        self.write = write
    }
}

extension MappingRule {
    /// The rule with the fields of the record that it looks at while it reads, beside its sources.
    ///
    /// Of a change whose sources alone came, such a rule is only run if those fields are known too.
    ///
    /// - Parameter fields: The fields' paths, each filled by rules that stand before.
    /// - Returns: The rule.
    public func lookingAt(_ fields: String...) -> Self {
        var rule = self
        rule.lookedAt = fields
        return rule
    }

    /// The name of a property in the record's schema, through nested records: `stage.canonical`.
    @usableFromInline
    static func path(_ property: PartialKeyPath<Target>) -> String {
        let name = Target.schema.name(of: property)
        // A property of a nested record is no field of its own; its key path prints as `\Opportunity.stage.canonical`.
        guard name.hasPrefix("\\") else { return name }
        let parts = name.split(separator: ".").dropFirst()
        // The header is a requirement of records: where a rule is generic over them, it prints as an address.
        let names = parts.map { $0.hasPrefix("<computed") ? "header" : $0.filter { $0 != "?" && $0 != "!" } }
        return names.joined(separator: ".")
    }
}

/// What a rule is given to read from: its values in the vendor's object, and the run's context.
public struct RuleInput {
    /// The object's values by slot; the run holds the object.
    @usableFromInline let values: UnsafePointer<SourceValue>

    /// The rule that reads now; the mapping holds it.
    private var rule: Unmanaged<PlannedRule>

    /// Where the values of its sources are, and how many it has.
    @usableFromInline var slots: UnsafePointer<Int>
    @usableFromInline var count: Int

    /// The run holds the context, which is too large to be copied for every object.
    @usableFromInline let contextPlace: UnsafePointer<MappingContext>

    /// What the run knows that the payload does not say.
    @inlinable
    public var context: MappingContext {
        _read { yield contextPlace.pointee }
    }

    /// The values, by slot, that the record has no place for here and that are kept beside it.
    var kept: [Int] = []

    /// What the items of lists have no place for, as one JSON list for each of those slots.
    var keptItems: [(slot: Int, json: String)] = []

    /// What was found so far.
    var findings: [Finding] = []

    /// An issue, and where its value stands in the payload.
    struct Finding {
        let issue: Issue
        let offset: Int?
    }

    init(
        values: UnsafePointer<SourceValue>,
        rule: Unmanaged<PlannedRule>,
        context: UnsafePointer<MappingContext>
    ) {
        self.values = values
        self.rule = rule
        slots = rule._withUnsafeGuaranteedRef { $0.slots }
        count = rule._withUnsafeGuaranteedRef { $0.pointers.count }
        contextPlace = context
    }

    /// Runs a rule.
    ///
    /// - Parameters:
    ///   - rule: The rule, which the mapping holds.
    ///   - record: The record's address.
    @inline(__always)
    mutating func run(_ rule: Unmanaged<PlannedRule>, into record: UnsafeMutableRawPointer) {
        self.rule = rule
        rule._withUnsafeGuaranteedRef { planned in
            slots = planned.slots
            count = planned.count
            planned.read(&self, record)
        }
    }

    /// The sources of the rule that reads now, and what issues say of it.
    var sources: PlannedRule { rule.takeUnretainedValue() }

    /// The slot of one of the rule's sources, in the order of the declaration; there is one behind the last.
    @inlinable
    @inline(__always)
    func slot(_ index: Int) -> Int {
        precondition(index < count, "A rule reads a source that it does not name")
        return slots[index]
    }

    /// The value of one of the rule's sources, in the order of the declaration.
    @inlinable
    public subscript(index: Int) -> SourceValue {
        values[slot(index)]
    }

    /// Keeps one of the rule's sources as it is, to be written back: for a value that is there and that the record has no
    /// place for, such as the currency of an amount that is not.
    ///
    /// - Parameter index: Which of the rule's sources, in the order of the declaration.
    public mutating func keep(_ index: Int) {
        let slot = slot(index)
        if self[index].kind != .absent, !kept.contains(slot) { kept.append(slot) }
    }

    /// Notes that the first source is `null`: with the field, or beside the record where the field is not one of its own.
    @usableFromInline
    mutating func keepNull(_ bit: UInt64, _ record: inout some Record) {
        guard self[0].kind == .null else { return }
        if bit != 0 { record.remainder.explicit |= bit } else { keep(0) }
    }

    /// Says that a value cannot be used, or deserves a look.
    ///
    /// - Parameters:
    ///   - code: What kind of issue it is.
    ///   - index: Which of the rule's sources it is about.
    ///   - expected: What was expected, in words.
    ///   - severity: How much it weighs; an error refuses the record.
    ///   - remedy: What to do about it.
    public mutating func report(
        _ code: IssueCode,
        source index: Int = 0,
        expected: String,
        severity: Issue.Severity = .error,
        remedy: String? = nil
    ) {
        var issue = Issue(
            code,
            severity: severity,
            path: RecordPath(sources.target.split(separator: ".").map { .field(String($0)) }),
            expected: expected,
            remedy: remedy,
            rule: sources.mapping
        )
        var offset: Int?
        if index < sources.pointers.count {
            let value = self[index]
            issue.source = sources.pointers[index]
            if value.kind != .absent {
                offset = value.offset
                issue.observed = value.json.map { $0.utf8.count <= 80 ? $0 : String($0.prefix(80)) + "…" }
            }
        }
        findings.append(Finding(issue: issue, offset: offset))
    }

    /// Reads a source as a value; what is not one is reported.
    ///
    /// - Parameters:
    ///   - index: Which of the rule's sources.
    ///   - type: The type of the value.
    /// - Returns: The value; nil if the source is absent, `null`, or reported.
    @inlinable
    public mutating func value<Value: SourceConvertible>(_ index: Int, as type: Value.Type = Value.self) -> Value? {
        let source = self[index]
        guard source.isPresent else { return nil }
        do throws(ValueError) {
            return try Value(source: source)
        } catch {
            report(error, source: index)
            return nil
        }
    }

    /// Says that a source's value is not what it should be.
    @usableFromInline
    @inline(never)
    mutating func report(_ error: ValueError, source index: Int) {
        report(IssueCode(rawValue: error.code.rawValue), source: index, expected: error.expected)
    }
}

/// Collects the rules of a mapping's declaration.
@resultBuilder
public enum MappingBuilder<Target: Record> {
    /// A line of the declaration.
    public static func buildExpression(_ rule: MappingRule<Target>) -> [MappingRule<Target>] { [rule] }

    /// Several lines, such as those that two mappings share.
    public static func buildExpression(_ rules: [MappingRule<Target>]) -> [MappingRule<Target>] { rules }

    /// All lines of the declaration.
    public static func buildBlock(_ rules: [MappingRule<Target>]...) -> [MappingRule<Target>] { rules.flatMap(\.self) }
}
