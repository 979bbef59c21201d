internal import ConcordConfiguration
public import ConcordSchema
internal import ConcordValues

/// The rules of a validator, bound and in order, with all that its verdicts share: one reference instead of many texts.
@usableFromInline
final class BoundRules<Record: CanonicalRecord>: Sendable {
    /// Which rules these are.
    @usableFromInline let stamp: PolicyStamp

    /// The rules, in the order in which they were declared.
    let declared: [BoundRule<Record>]

    /// The checks as one, in the order of the rules' codes: what they leave unchecked is sorted then.
    @usableFromInline let check: ValidationRule<Record>.Check

    /// The rule that each check is of.
    private let order: [Int]

    private let understoodExtensions: Set<String>

    /// Where the header stands in a record, in bytes; nil if it is no stored property.
    @usableFromInline let headerOffset: Int?

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
        declared = bound
        order = bound.indices.sorted { bound[$0].description.code.rawValue < bound[$1].description.code.rawValue }
        check = CheckSequence(order.map { bound[$0] }).check
        self.understoodExtensions = understood
        stamp = PolicyStamp(
            policy: policy,
            layers: documents.map(\.header.description),
            circumstances: circumstances,
            hash: ContentHash(ofBytes: Array(texts.joined(separator: "\n").utf8))
        )
        headerOffset = Record.schema.place(ofField: Record.headerName)?.offset
    }

    /// The rule that a check is of.
    func rule(of check: Int) -> BoundRule<Record> { declared[order[check]] }

    /// Lets each rule look at a record.
    ///
    /// With nothing at hand beside the record, that rules did not look is noted, and what they needed is found by letting
    /// them look again if somebody asks.
    @inlinable
    func examine(_ record: Record, with related: RelatedRecords) -> ([Finding], ValidationGaps<Record>) {
        var examination = Examination<Record>(stamp.circumstances, related, listsGaps: !related.isEmpty)
        check(record, &examination)
        let gaps = ValidationGaps(rules: self, list: examination.gaps, isOpen: related.isEmpty && examination.hasGaps)
        if examination.reports.isEmpty, !hasRemarks(record) { return ([], gaps) }
        return (findings(examination.reports, in: record), gaps)
    }

    /// What the rules do not have that look at a record with nothing at hand beside it.
    func gaps(of record: Record) -> [ValidationGap] {
        var examination = Examination<Record>(stamp.circumstances, .none, listsGaps: true)
        check(record, &examination)
        return examination.gaps
    }

    @usableFromInline
    func findings(_ reports: [FindingReport], in record: Record) -> [Finding] {
        let critical = extensionFindings(in: record)
        if reports.isEmpty, critical.isEmpty { return [] }
        return (reports.map(finding) + critical).sorted()
    }

    private func finding(_ report: FindingReport) -> Finding {
        let rule = rule(of: report.rule)
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

    /// Whether the header has remarks, found without a copy of the header: few records have any.
    @inlinable
    func hasRemarks(_ record: Record) -> Bool {
        guard let headerOffset else { return record.header.remarks != nil }
        return withUnsafePointer(to: record) { record in
            (UnsafeRawPointer(record) + headerOffset).assumingMemoryBound(to: RecordHeader.self).pointee.remarks != nil
        }
    }

    /// An extension that changes what the record means must be understood; no document switches that off.
    private func extensionFindings(in record: Record) -> [Finding] {
        guard let remarks = record.header.remarks, !remarks.extensions.isEmpty else { return [] }
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
