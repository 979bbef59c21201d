internal import ConcordConfiguration
public import ConcordSchema
internal import ConcordValues

/// The rules that apply to one kind of record in some circumstances, ready to look at any number of records.
public struct Validator<Record: CanonicalRecord>: Sendable {
    /// Which rules these are.
    public var stamp: PolicyStamp { facts.stamp }

    /// What all verdicts share: one reference instead of many texts.
    private let facts: ValidatorFacts

    /// Where the header stands in a record, in bytes; nil if it is no stored property.
    private let headerOffset: Int?

    private let rules: [BoundRule<Record>]

    /// The checks as one, in the order of the rules' codes: what they leave unchecked is sorted then.
    private let check: ValidationRule<Record>.Check

    /// The rule that each check is of.
    private let order: [Int]

    private let understoodExtensions: Set<String>

    init(
        policy: String,
        rules: [ValidationRule<Record>],
        documents: [ConfigurationDocument<ValidationSettings>],
        understoodExtensions: Set<String>,
        circumstances: Circumstances
    ) {
        let bound = BoundRule.bind(rules, documents, in: circumstances)
        let understood = documents.reduce(into: understoodExtensions) { $0.formUnion($1.content.understands) }
        let texts = bound.map(\.stampText) + understood.sorted()
        self.rules = bound
        order = bound.indices.sorted { bound[$0].description.code.rawValue < bound[$1].description.code.rawValue }
        check = Self.sequence(order.enumerated().map { Self.numbered($0, bound[$1].check) }[...])
        self.understoodExtensions = understood
        facts = ValidatorFacts(
            stamp: PolicyStamp(
                policy: policy,
                layers: documents.map(\.header.description),
                circumstances: circumstances,
                hash: ContentHash(ofBytes: Array(texts.joined(separator: "\n").utf8))
            ),
            codes: order.map { bound[$0].description.code }
        )
        headerOffset = Record.schema.place(ofField: Record.headerName)?.offset
    }

    /// What the rules that look say of themselves, with the weights that they have here.
    public var descriptions: [(rule: RuleDescription, weight: Finding.Weight, layer: String?)] {
        rules.map { ($0.description, $0.weight, $0.layer) }
    }

    /// Validates a record as it was read.
    ///
    /// The rules look even if reading found errors, so that everything is told at once; what reading could not fill holds
    /// nothing or a placeholder then.
    ///
    /// - Parameters:
    ///   - draft: The record, with the issues of reading.
    ///   - related: The records that are at hand beside it.
    /// - Returns: What is to be said of it.
    public func verdict(on draft: consuming Draft<Record>, with related: RelatedRecords = .none) -> Verdict<Record> {
        let (findings, gaps) = examine(draft.value, with: related)
        return Verdict(draft: draft, findings: findings, gaps: gaps)
    }

    /// Lets each rule look. The record is lent to all of them: taken out of a draft for each, it would be copied for each,
    /// which costs more than the rules.
    private func examine(_ record: Record, with related: RelatedRecords) -> ([Finding], ValidationGaps) {
        var examination = Examination<Record>(facts.stamp.circumstances, related)
        check(record, &examination)
        let gaps = ValidationGaps(facts: facts, list: examination.gaps)
        if examination.reports.isEmpty, remarks(of: record) == nil { return ([], gaps) }
        return (findings(examination.reports, in: record), gaps)
    }

    /// Validates a record that was made elsewhere.
    public func verdict(on record: Record, with related: RelatedRecords = .none) -> Verdict<Record> {
        verdict(on: Draft(record), with: related)
    }

    /// A check that says which one it is.
    private static func numbered(
        _ number: Int,
        _ check: @escaping ValidationRule<Record>.Check
    ) -> ValidationRule<Record>.Check {
        { record, examination in
            examination.rule = number
            check(record, &examination)
        }
    }

    /// Checks as one that runs them in their order.
    ///
    /// Taken out of a list, each check would be retained and released, which costs more than most of them do. What a
    /// closure has captured it holds already, so a tree of closures counts nothing.
    private static func sequence(_ checks: ArraySlice<ValidationRule<Record>.Check>) -> ValidationRule<Record>.Check {
        guard let first = checks.first else { return { _, _ in } }
        if checks.count == 1 { return first }
        let quarter = max((checks.count + 3) / 4, 1)
        let one = sequence(checks.prefix(quarter))
        let two = sequence(checks.dropFirst(quarter).prefix(quarter))
        let three = sequence(checks.dropFirst(2 * quarter).prefix(quarter))
        let four = sequence(checks.dropFirst(3 * quarter))
        return { record, examination in
            one(record, &examination)
            two(record, &examination)
            three(record, &examination)
            four(record, &examination)
        }
    }

    private func findings(_ reports: [FindingReport], in record: Record) -> [Finding] {
        let critical = extensionFindings(in: record)
        if reports.isEmpty, critical.isEmpty { return [] }
        return (reports.map(finding) + critical).sorted()
    }

    private func finding(_ report: FindingReport) -> Finding {
        let rule = rules[order[report.rule]]
        return Finding(
            code: rule.description.code,
            weight: rule.weight,
            path: report.path,
            expected: report.expected,
            expectedValue: report.expectedValue,
            observed: report.observed,
            sensitivity: Record.schema.description.sensitivity(at: report.path),
            remedy: rule.description.remedy,
            actor: rule.description.actor,
            clause: rule.description.clause,
            related: report.related,
            layer: rule.layer
        )
    }

    /// The header's remarks, without a copy of the header around them: few records have any.
    private func remarks(of record: Record) -> RecordRemarks? {
        guard let headerOffset else { return record.header.remarks }
        return withUnsafePointer(to: record) { record in
            (UnsafeRawPointer(record) + headerOffset).assumingMemoryBound(to: RecordHeader.self).pointee.remarks
        }
    }

    /// An extension that changes what the record means must be understood; no document switches that off.
    private func extensionFindings(in record: Record) -> [Finding] {
        guard let remarks = remarks(of: record), !remarks.extensions.isEmpty else { return [] }
        var findings: [Finding] = []
        for (index, found) in remarks.extensions.enumerated()
        where found.modifier && !understoodExtensions.contains(found.url) {
            let place = Record.headerPlace.remarks.extensions[index].url
            findings.append(
                Finding(
                    code: .extensionNotUnderstood,
                    weight: .error,
                    path: place.path,
                    expected: "an extension that this policy understands, because it changes what the record means",
                    expectedValue: nil,
                    observed: found.url.sourceText,
                    sensitivity: .open,
                    remedy: "Teach the policy the extension, or have the sender leave it out.",
                    actor: .integration,
                    clause: nil,
                    related: nil,
                    layer: nil
                )
            )
        }
        return findings
    }
}

extension CanonicalRecord {
    /// The name of the field that holds the header; the protocol knows only the property.
    fileprivate static var headerName: String {
        let header = RecordHeader.schema.description.name
        return schema.description.fields.first { $0.shape.record?.name == header }?.name ?? "header"
    }

    /// Where the header stands.
    fileprivate static var headerPlace: Place<Self, RecordHeader> { Place(path: RecordPath([.field(headerName)])) }
}

extension IssueCode {
    /// A record has an extension that changes its meaning and that nobody here understands.
    public static let extensionNotUnderstood: Self = "extension.notUnderstood"
}

extension String {
    /// The text as JSON.
    fileprivate var sourceText: String {
        var writer = JSONWriter(capacity: 64)
        writer.write(self)
        return writer.text()
    }
}

extension RecordDescription {
    /// Who may see the value at a path: the most guarded class on the way to it and inside it.
    func sensitivity(at path: RecordPath) -> Sensitivity {
        var record: RecordDescription? = self
        var result = Sensitivity.open
        for name in path.fields {
            guard let field = record?.field(named: name) else { return result }
            result = result.stricter(field.sensitivity)
            record = field.shape.record
        }
        // A whole object shows what is inside it.
        if let record, !path.fields.isEmpty { result = record.strictest(from: result, depth: 0) }
        return result
    }

    private func strictest(from start: Sensitivity, depth: Int) -> Sensitivity {
        guard depth < 16 else { return start }
        return fields.reduce(start) { result, field in
            let result = result.stricter(field.sensitivity)
            return field.shape.record?.strictest(from: result, depth: depth + 1) ?? result
        }
    }
}

extension Sensitivity {
    /// The one of two classes that fewer may see; a class of a host's own before all others.
    fileprivate func stricter(_ other: Sensitivity) -> Sensitivity {
        other.rank > rank ? other : self
    }

    private var rank: Int {
        switch self {
        case .open: 0
        case .personal: 1
        case .commercial: 2
        case .compensation: 3
        case .financial: 4
        default: 5
        }
    }
}
